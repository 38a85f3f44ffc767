// The questions that the page asks: who opens a link, who is the new person, and where a phone is.

import { act, tellProblem } from "/static/wire.js";

const byId = (id) => document.getElementById(id);
let everybody = () => [];

/** Make the dialogs work; `people()` gives the phones. */
export function startDialogs(people) {
  everybody = people;
  const dialog = byId("add-person");
  const form = dialog.querySelector("form");
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "add") {
      act({ do: "add", name: form.elements.name.value, language: form.elements.language.value });
    }
    form.reset();
  });
}

/** Name the places that a phone can be in. */
export function setPlaces(names) {
  byId("send-place").querySelector("select").replaceChildren(...names.map((name) => new Option(name)));
}

/** Ask where somebody's phone is, and send that as a location. */
export function askForPlace(phone) {
  const dialog = byId("send-place");
  dialog.returnValue = "";
  dialog.onclose = () => {
    if (dialog.returnValue === "send") phone.send({ do: "location", place: dialog.querySelector("select").value });
  };
  dialog.showModal();
}

/** Ask who the new person is. */
export function askForPerson() {
  byId("add-person").returnValue = "";
  byId("add-person").showModal();
}

/** Follow a link from somebody's phone: into Telegram after asking who, elsewhere in a new tab. */
export function openLink(url, fromId) {
  if (!isTelegramLink(url)) {
    if (/^https?:/.test(url)) window.open(url, "_blank", "noopener,noreferrer");
    return;
  }
  const dialog = byId("open-as");
  byId("open-as-url").textContent = url;
  byId("open-as-choices").replaceChildren(...everybody().map((phone) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `Open as ${phone.name}`;
    button.addEventListener("click", () => {
      dialog.close();
      phone.point();
      act({ do: "open", person: phone.id, url });
    });
    return button;
  }));
  dialog.showModal();
  const others = everybody().findIndex((phone) => phone.id !== fromId);
  byId("open-as-choices").children[Math.max(0, others)]?.focus();
}

function isTelegramLink(url) {
  try {
    const { protocol, host } = new URL(url);
    return protocol === "tg:" || host === "t.me" || host === "telegram.me";
  } catch {
    tellProblem("That is no link.");
    return false;
  }
}
