// Brings the page to life: one picture of everything, then each change as it comes.

import { setClock, setLeg, setNextCheckIn, startClock } from "/static/clock.js";
import { askForPerson, setPlaces, startDialogs } from "/static/dialogs.js";
import { setGuide, startGuide } from "/static/guide.js";
import { Phone } from "/static/phone.js";
import { act, listen } from "/static/wire.js";

const byId = (id) => document.getElementById(id);
const BOT = { starting: "Bot is starting", running: "Bot is running", down: "Bot is down, starting again" };
const phones = new Map();
let steps = [];

const named = (name) => [...phones.values()].find((phone) => phone.name === name);
const adding = Object.assign(document.createElement("button"), { type: "button", className: "add", textContent: "+ Add a person" });
adding.addEventListener("click", askForPerson);

function setPerson(person) {
  const known = phones.get(person.id);
  if (known) {
    known.refresh(person);
    return;
  }
  const phone = new Phone(drawTabs);
  phones.set(person.id, phone);
  byId("phones").append(phone.root, adding);
  phone.show(person);
  phone.tick();
  if (phones.size === 1) choose(phone);
  drawTabs();
}

function setPicture(picture) {
  setClock(picture.clock);
  setPlaces(picture.places);
  for (const person of picture.people) {
    const known = phones.get(person.id);
    if (known) known.show(person);
    else setPerson(person);
  }
  setBot(picture.bot);
  setNetwork(picture.network);
  setLeg(picture.leg);
  setWaits(picture.waits);
  setSetting(picture.setting);
  setSteps(picture.guide);
}

function setSteps(fresh) {
  steps = fresh;
  setGuide(steps, named);
}

function setBot({ state, starts }) {
  byId("bot").className = `bot ${state}`;
  byId("bot").querySelector("span").textContent = BOT[state];
  byId("bot").title = `Started ${starts} ${starts === 1 ? "time" : "times"}`;
}

function setNetwork({ how }) {
  byId("network").value = how;
  byId("network").classList.toggle("bad", how !== "fine");
}

function setWaits(waits) {
  for (const place of document.querySelectorAll("[data-wait]")) {
    const count = waits[place.dataset.wait] ?? 0;
    place.textContent = String(count);
    place.classList.toggle("some", count > 0);
  }
  setNextCheckIn(waits.nextCheckIn ?? null);
}

function setSetting(setting) {
  byId("setting").textContent = setting;
  byId("curtain").classList.toggle("open", setting === "");
}

function choose(phone) {
  for (const each of phones.values()) each.root.classList.toggle("shown", each === phone);
  phone.read();
  phone.scrollDown();
  drawTabs();
}

function drawTabs() {
  const tabs = [...phones.values()].map((phone) => {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-selected", String(phone.root.classList.contains("shown")));
    tab.textContent = phone.name;
    if (phone.unread) tab.append(Object.assign(document.createElement("span"), { className: "unread", textContent: String(phone.unread) }));
    tab.addEventListener("click", () => choose(phone));
    return tab;
  });
  byId("tabs").replaceChildren(...tabs);
}

const to = (chat, use) => { const phone = phones.get(chat); if (phone) use(phone); };

startClock(() => { for (const phone of phones.values()) phone.tick(); });
startDialogs(() => [...phones.values()]);
startGuide();
byId("add-tab").addEventListener("click", askForPerson);
byId("network").addEventListener("change", ({ target }) => act({ do: "network", how: target.value }));
byId("kill").addEventListener("click", () => act({ do: "kill" }));
listen({
  picture: setPicture,
  person: (person) => { setPerson(person); setGuide(steps, named); },
  message: (message) => to(message.chat, (phone) => phone.put(message)),
  deleted: ({ chat, id }) => to(chat, (phone) => phone.drop(id)),
  toast: (toast) => to(toast.chat, (phone) => phone.toast(toast)),
  action: ({ chat, action }) => to(chat, (phone) => phone.setDoing(action === "typing" ? "typing…" : "sending…")),
  clock: (clock) => { setClock(clock); for (const phone of phones.values()) phone.tick(); },
  leg: setLeg,
  bot: setBot,
  network: setNetwork,
  waits: setWaits,
  guide: setSteps,
  setting: setSetting,
  lost: () => {
    byId("bot").className = "bot down";
    byId("bot").querySelector("span").textContent = "The sandbox does not answer";
  },
});
