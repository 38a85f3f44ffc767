// Shows the steps of the guide, ticks them off, and can type a step's command for the visitor.

import { act } from "/static/wire.js";

const byId = (id) => document.getElementById(id);
let isHidden = false;

/** Show the steps; `find(name)` gives the phone of that name. */
export function setGuide(steps, find) {
  byId("guide").hidden = isHidden || steps.length === 0;
  const current = steps.find((step) => !step.done);
  byId("steps").replaceChildren(...steps.map((step, index) => drawn(step, index, step === current)));
  byId("now").replaceChildren(...said(current, find));
}

/** Make the hide button work. */
export function startGuide() {
  byId("guide-hide").addEventListener("click", () => {
    isHidden = true;
    byId("guide").hidden = true;
  });
}

function drawn(step, index, isCurrent) {
  const item = document.createElement("li");
  item.className = step.done ? "done" : isCurrent ? "current" : "";
  if (isCurrent) item.setAttribute("aria-current", "step");
  const mark = document.createElement("i");
  mark.textContent = step.done ? "✓" : String(index + 1);
  const title = document.createElement("span");
  title.textContent = step.title;
  item.append(mark, title);
  item.title = step.title;
  item.setAttribute("aria-label", `${step.title}: ${step.done ? "done" : "to do"}`);
  return item;
}

function said(step, find) {
  if (!step) return ["That is the whole loop. Play on: /today for Dana, /progress and /privacy for Ana, +1 day for everyone."];
  const words = document.createElement("span");
  const who = document.createElement("b");
  who.textContent = step.who.join(" and ");
  words.append(who, `: ${step.how}`);
  if (step.met) words.append(` (${step.met} of ${step.goals} done)`);
  const phone = find(step.who[0]);
  if (!step.says || !phone) return [words];
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `Send ${step.says} for ${step.who[0]}`;
  button.addEventListener("click", () => {
    phone.point();
    act({ do: "send", person: phone.id, text: step.says });
  });
  return [words, button];
}
