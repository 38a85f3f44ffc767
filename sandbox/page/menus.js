// The lists that open over a phone: commands, and what else its owner can do.

/** Return a command of the menu as a choice; `send(text)` is called when it is taken. */
export function commandChoice({ command, description }, send) {
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("role", "menuitem");
  const name = document.createElement("b");
  name.textContent = `/${command}`;
  const words = document.createElement("small");
  words.textContent = description;
  button.append(name, words);
  button.addEventListener("click", () => send(`/${command}`));
  return button;
}

/** Let a button open and close a list; a choice, Escape or a click elsewhere closes it. */
export function popUp(button, list) {
  const set = (isOpen) => {
    list.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
  };
  button.addEventListener("click", () => {
    set(list.hidden);
    if (!list.hidden) list.querySelector("button:not([hidden])")?.focus();
  });
  list.addEventListener("click", () => { set(false); button.focus({ preventScroll: true }); });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const choices = [...list.querySelectorAll("button:not([hidden])")];
    choices.at((choices.indexOf(document.activeElement) + step) % choices.length)?.focus();
  });
  document.addEventListener("click", (event) => { if (!button.contains(event.target) && !list.contains(event.target)) set(false); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    set(false);
    button.focus();
  });
}
