// Draws one message with its buttons. What a tap does is told by the phone.

import { hour } from "/static/clock.js";
import { safeNodes } from "/static/safe.js";

const ODD = { sticker: ["👍", "Sticker"], location: ["📍", "Place"], venue: ["📍", "Place"], contact: ["👤", "Contact"] };
const BARS = [5, 9, 14, 8, 17, 11, 6, 13, 18, 10, 7, 15, 12, 5, 9, 16, 8, 6];

/** Return the message as an element; `press(button, element)` is called for a tap, `edit()` to change one's own words, `answer()` and `react()` for one of the bot's. */
export function drawBubble(message, { press, edit, answer, react }) {
  const place = document.createElement("div");
  place.className = `message${message.mine ? " mine" : ""}${message.rows.length ? " keyed" : ""}`;
  place.dataset.id = message.id;
  place.append(bubble(message));
  if (message.words !== null) letEdit(place, edit);
  if (!message.mine) letAnswer(place, answer, react);
  if (message.reactions.length) place.append(element("span", "reaction", message.reactions.join("")));
  if (message.rows.length) place.append(keys(message.rows, press));
  return place;
}

function bubble(message) {
  const place = element("div", "bubble");
  if (message.file?.kind === "photo") place.append(photo(message));
  else if (message.media === "voice") place.append(voice(message.seconds ?? 0));
  else if (message.media in ODD) place.append(odd(message.media));
  else if (message.file) place.append(file(message.file));
  place.append(safeNodes(message.html));
  const meta = element("span", "meta", `${message.edited && message.mine ? "edited " : ""}${hour(Date.parse(message.at))}`);
  place.append(meta);
  return place;
}

function photo(message) {
  const image = element("img", "photo");
  image.src = message.file.url;
  const words = document.createElement("div");
  words.append(safeNodes(message.html));
  image.alt = words.textContent || "Picture";
  return image;
}

function file({ url, name, bytes }) {
  const link = element("a", "file");
  link.href = url;
  link.download = name;
  const words = element("span", "", name);
  words.append(element("small", "", bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} KB`));
  const sign = element("i", "", "↓");
  sign.setAttribute("aria-hidden", "true");
  link.append(sign, words);
  return link;
}

function voice(seconds) {
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const place = element("span", "sound");
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", `Voice message, ${length}`);
  const wave = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  wave.setAttribute("viewBox", `0 0 ${BARS.length * 5} 20`);
  BARS.forEach((height, index) => {
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ x: index * 5, y: (20 - height) / 2, width: 3, height, rx: 1.5 })) bar.setAttribute(name, value);
    wave.append(bar);
  });
  place.append(element("i", "", "▶"), wave, element("small", "", length));
  return place;
}

function letEdit(place, edit) {
  const button = element("button", "edit", "Edit");
  button.type = "button";
  button.addEventListener("click", edit);
  place.append(button);
  place.querySelector(".bubble").addEventListener("contextmenu", (event) => { event.preventDefault(); edit(); });
}

function letAnswer(place, answer, react) {
  const hand = element("div", "hand");
  for (const [label, title, deed] of [["Reply", "Reply to this message", answer], ["♥", "React with ❤", react]]) {
    const button = element("button", "", label);
    button.type = "button";
    button.title = title;
    button.setAttribute("aria-label", title);
    button.addEventListener("click", deed);
    hand.append(button);
  }
  place.append(hand);
}

function odd(media) {
  const [sign, name] = ODD[media];
  const place = element("span", "odd", sign);
  place.append(element("small", "", name));
  return place;
}

function keys(rows, press) {
  const place = element("div", "keys");
  for (const row of rows) {
    const line = document.createElement("div");
    for (const each of row) {
      const button = element("button", [each.style ?? "", each.url ? "link" : ""].join(" ").trim(), each.label);
      button.type = "button";
      button.addEventListener("click", () => press(each, button));
      line.append(button);
    }
    place.append(line);
  }
  return place;
}

function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
