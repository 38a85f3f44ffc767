// Shows the sandbox's time and lets it pass.

import { act } from "/static/wire.js";

const byId = (id) => document.getElementById(id);
let zone = "UTC";
let shown = { at: 0, since: 0 };
let nextCheckIn = null;

/** Return the sandbox's time in milliseconds. */
export const now = () => shown.at + (performance.now() - shown.since);

/** Write a moment's hour and minute in the sandbox's zone. */
export const hour = (moment) => new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(moment);

/** Write a moment's weekday and date in the sandbox's zone. */
export const day = (moment) => new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: zone }).format(moment);

/** Take over the sandbox's time. */
export function setClock(clock) {
  zone = clock.zone;
  shown = { at: Date.parse(clock.now), since: performance.now() };
  draw();
}

/** Show how far time has travelled; null is not at all. */
export function setLeg(leg) {
  byId("journey").hidden = leg === null;
  byId("journey").value = leg?.share ?? 0;
  for (const button of document.querySelectorAll("[data-to]")) button.disabled = leg !== null;
}

/** Remember when the next check-in is due; null is none. */
export function setNextCheckIn(moment) {
  nextCheckIn = moment && Date.parse(moment);
  draw();
}

/** Make the buttons work. */
export function startClock(onTick) {
  for (const button of document.querySelectorAll("[data-to]")) {
    button.addEventListener("click", () => act({ do: "travel", to: button.dataset.to }));
  }
  setInterval(() => { draw(); onTick(); }, 1000);
}

function draw() {
  if (!shown.at) return;
  byId("clock-time").textContent = hour(now());
  byId("clock-date").textContent = `${day(now())} · ${zone.split("/").pop().replace("_", " ")}`;
  byId("clock-date").title = zone;
  byId("next-check-in").textContent = nextCheckIn && nextCheckIn > now() ? hour(nextCheckIn) : "";
}
