// Puts message HTML on the page: only the tags that Telegram knows, no attributes but a web address and what folds.

const TAGS = new Set(["B", "I", "U", "S", "CODE", "PRE", "BLOCKQUOTE", "TG-SPOILER", "A", "TIME", "SPAN"]);

/** Return the HTML as nodes; anything unknown becomes its text. */
export function safeNodes(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return copied(template.content);
}

function copied(from) {
  const into = document.createDocumentFragment();
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) into.append(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    into.append(copiedElement(node));
  }
  return into;
}

function copiedElement(node) {
  if (!TAGS.has(node.tagName)) return copied(node);
  if (node.className === "bot_command") return button(node.textContent);
  const element = document.createElement(node.tagName);
  if (node.tagName === "A") {
    const address = webAddress(node.getAttribute("href"));
    if (address === null) return copied(node);
    element.href = address;
    element.rel = "noopener noreferrer";
  }
  if (node.tagName === "BLOCKQUOTE" && node.hasAttribute("expandable")) return folded(element, node);
  if (node.tagName === "TG-SPOILER") element.addEventListener("click", () => element.classList.add("open"));
  element.append(copied(node));
  return element;
}

/** Return a quotation of which the first lines are seen until it is tapped. */
function folded(element, node) {
  element.className = "folded";
  element.tabIndex = 0;
  element.title = "Tap to unfold";
  const unfold = () => element.classList.toggle("open");
  element.addEventListener("click", unfold);
  element.addEventListener("keydown", (event) => event.key === "Enter" && unfold());
  element.append(copied(node));
  return element;
}

function button(command) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "bot_command";
  element.dataset.command = command;
  element.textContent = command;
  return element;
}

function webAddress(href) {
  try {
    const url = new URL(href);
    return ["http:", "https:", "tg:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
