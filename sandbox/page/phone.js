// One phone: its owner, its lock screen, its chat. It shows what comes and sends what is done on it.

import { drawBubble } from "/static/bubble.js";
import { day, hour, now } from "/static/clock.js";
import { askForPlace, openLink } from "/static/dialogs.js";
import { LockScreen } from "/static/lock.js";
import { commandChoice, popUp } from "/static/menus.js";
import { act } from "/static/wire.js";

const TOAST_MILLISECONDS = 3500;
const NEAR_PIXELS = 90;
const PARTS = ["log", "toast", "commands", "lock", "menu", "letter", "wide", "write", "down", "more", "slash", "unread", "doing", "editing", "voice"];

export class Phone {
  #doingUntil = 0;
  #isAtEnd = true;
  #edited = null;
  #answered = null;
  #lastTop = 0;

  constructor(onUnread) {
    this.root = document.getElementById("phone").content.cloneNode(true).firstElementChild;
    this.at = Object.fromEntries(PARTS.map((name) => [name, this.root.querySelector(`.${name}`)]));
    this.input = this.root.querySelector("textarea");
    this.lock = new LockScreen(this.at.lock);
    this.onUnread = onUnread;
    this.unread = 0;
    this.#connect();
  }

  /** Show somebody's phone with everything on its screen. */
  show(person) {
    this.id = person.id;
    this.name = person.name;
    this.root.setAttribute("aria-label", `Phone of ${person.name}`);
    this.root.querySelector("h2").textContent = person.name;
    this.root.querySelector(".part").textContent = person.part;
    this.root.querySelector(".face").textContent = person.name[0].toUpperCase();
    this.root.querySelector(".head b").textContent = person.bot;
    this.at.more.setAttribute("aria-label", `More for ${person.name}`);
    this.at.log.setAttribute("aria-label", `Chat of ${person.name} with ${person.bot}`);
    this.input.setAttribute("aria-label", `Message as ${person.name}`);
    this.refresh(person);
    this.lock.clear();
    this.at.log.replaceChildren();
    for (const message of person.messages) this.#append(this.#drawn(message), message);
    this.scrollDown();
  }

  /** Show what the owner may do now, leaving the chat as it is. */
  refresh(person) {
    this.person = person;
    this.#drawCommands();
    this.#drawFoot();
    this.at.letter.hidden = !person.link;
    this.at.letter.querySelector("b").textContent = person.name;
    this.at.letter.querySelector("button").textContent = person.link ?? "";
  }

  /** Show a new or changed message. */
  put(message) {
    const old = this.#find(message.id);
    const fresh = this.#drawn(message);
    if (old) this.#replace(old, fresh);
    else this.#append(fresh, message);
    if (!old) fresh.classList.add("new");
    if (this.#isAtEnd || message.mine) this.scrollDown();
    if (message.unasked) this.lock.ring(fresh.querySelector(".bubble"), this.person.bot, message.at);
    if (message.mine) { this.#started(); this.lock.clear(); }
    else if (!old && !this.root.matches(":focus-within, :hover")) this.#setUnread(this.unread + 1);
    this.setDoing("");
  }

  /** Take a message away. */
  drop(id) {
    this.#find(id)?.remove();
  }

  /** Show what answered a tap; an alert stays until it is closed. */
  toast({ text, isAlert }) {
    for (const button of this.at.log.querySelectorAll(".waiting")) button.classList.remove("waiting");
    if (!text) return;
    const place = this.at.toast;
    place.textContent = text;
    place.hidden = false;
    clearTimeout(this.fading);
    const hide = () => { place.hidden = true; };
    if (!isAlert) {
      this.fading = setTimeout(hide, TOAST_MILLISECONDS);
      return;
    }
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "OK";
    close.addEventListener("click", hide);
    place.append(close);
    close.focus();
  }

  /** Say that the bot is typing, until its message or for a while; an empty text ends it. */
  setDoing(text) {
    this.at.doing.textContent = text || "bot";
    this.at.doing.classList.toggle("busy", Boolean(text));
    this.#doingUntil = performance.now() + 5000;
  }

  /** Keep up with the clock. */
  tick() {
    this.root.querySelector(".status time").textContent = hour(now());
    if (performance.now() > this.#doingUntil) this.setDoing("");
  }

  /** Show the newest message. */
  scrollDown() {
    this.#isAtEnd = true;
    this.at.log.scrollTop = this.at.log.scrollHeight;
  }

  /** Draw the eye to this phone. */
  point() {
    this.root.scrollIntoView({ block: "nearest", inline: "center" });
    this.root.classList.remove("named");
    void this.root.offsetWidth;
    this.root.classList.add("named");
  }

  /** Count nothing as unread any more. */
  read() {
    this.#setUnread(0);
  }

  #connect() {
    const { write, slash, more, menu, commands, letter, wide, down, log } = this.at;
    write.addEventListener("submit", (event) => { event.preventDefault(); this.#send(); });
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.#send(); }
      if (event.key === "Escape") this.#stopEditing();
    });
    popUp(slash, commands);
    popUp(more, menu);
    menu.addEventListener("click", (event) => {
      const order = event.target.dataset;
      if (order.do) this.send({ ...order });
      if (order.ask === "place") askForPlace(this);
    });
    this.at.voice.addEventListener("click", () => this.send({ do: "voice", seconds: 12 }));
    this.at.editing.querySelector("button").addEventListener("click", () => this.#stopEditing());
    letter.querySelector("button").addEventListener("click", () => this.#act({ do: "open", url: this.person.link }));
    wide.addEventListener("click", () => this.#act({ do: this.person.blocked ? "unblock" : "start" }));
    down.addEventListener("click", () => this.scrollDown());
    log.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => { if (this.#isAtEnd) this.scrollDown(); }).observe(log);
    log.addEventListener("click", (event) => this.#clicked(event));
    log.addEventListener("load", () => { if (this.#isAtEnd) this.scrollDown(); }, true);
    for (const kind of ["pointerenter", "focusin"]) this.root.addEventListener(kind, () => this.read());
  }

  #scrolled() {
    // Only a hand scrolls up; a smaller screen or a longer message leaves the chat at its end.
    const isUp = this.at.log.scrollTop < this.#lastTop - 1;
    this.#lastTop = this.at.log.scrollTop;
    if (this.#isNearEnd()) this.#isAtEnd = true;
    else if (isUp) this.#isAtEnd = false;
    this.at.down.hidden = this.#isAtEnd;
  }

  /** Do something as the phone's owner. */
  send(order) {
    return this.#act(order);
  }

  #act(order) {
    this.lock.clear();
    return act({ ...order, person: this.id });
  }

  #edit(message) {
    this.#edited = message.id;
    this.#answered = null;
    this.at.editing.hidden = false;
    this.at.editing.querySelector("span").textContent = "Edit message";
    this.input.value = message.words;
    this.input.focus();
  }

  #answer(message) {
    this.#stopEditing();
    this.#answered = message.id;
    this.at.editing.hidden = false;
    this.at.editing.querySelector("span").textContent = "Reply";
    this.input.focus();
  }

  #react(message) {
    this.#act({ do: "react", message: message.id, emoji: message.reactions.includes("❤") ? "" : "❤" });
  }

  #stopEditing() {
    if (this.#edited === null && this.#answered === null) return;
    this.#edited = null;
    this.#answered = null;
    this.at.editing.hidden = true;
    this.input.value = "";
  }

  #send() {
    const text = this.input.value;
    if (!text.trim()) return;
    const order = this.#edited === null ? { do: "send", text, reply: this.#answered ?? 0 } : { do: "edit", message: this.#edited, text };
    this.#stopEditing();
    this.input.value = "";
    this.#act(order).then((isDone) => { if (!isDone && !this.input.value) this.input.value = text; });
  }

  #clicked(event) {
    const command = event.target.closest("[data-command]");
    const link = event.target.closest("a[href]");
    if (command) this.#act({ do: "send", text: command.dataset.command });
    if (!link || link.download) return;
    event.preventDefault();
    openLink(link.href, this.id);
  }

  #press(message, button, element) {
    if (button.url) openLink(button.url, this.id);
    else if (button.copy) navigator.clipboard?.writeText(button.copy).then(() => this.toast({ text: "Copied" }));
    else if (button.data) {
      element.classList.add("waiting");
      setTimeout(() => element.classList.remove("waiting"), 4000);
      this.#act({ do: "tap", message: message.id, data: button.data });
    }
  }

  #drawn(message) {
    return drawBubble(message, {
      press: (button, element) => this.#press(message, button, element),
      edit: () => this.#edit(message),
      answer: () => this.#answer(message),
      react: () => this.#react(message),
    });
  }

  #find(id) {
    return this.at.log.querySelector(`[data-id="${id}"]`);
  }

  #append(element, message) {
    const label = day(Date.parse(message.at));
    if (this.at.log.lastElementChild === null || this.lastDay !== label) {
      const line = document.createElement("div");
      line.className = "day";
      line.textContent = label;
      this.at.log.append(line);
      this.lastDay = label;
    }
    this.at.log.append(element);
  }

  #replace(old, fresh) {
    const hadFocus = old.contains(document.activeElement);
    fresh.classList.add("changed");
    old.replaceWith(fresh);
    if (hadFocus) (fresh.querySelector(".keys button") ?? this.input).focus({ preventScroll: true });
  }

  #started() {
    if (this.person.started && !this.person.blocked) return;
    this.person = { ...this.person, started: true, blocked: false };
    this.#drawFoot();
  }

  #drawFoot() {
    const { started, blocked, bot } = this.person;
    this.at.wide.hidden = started && !blocked;
    this.at.wide.textContent = blocked ? "Unblock" : "Start";
    this.at.write.hidden = !started || blocked;
    this.at.menu.querySelector('[data-do="block"]').hidden = blocked || !started;
    this.at.menu.querySelector('[data-do="unblock"]').hidden = !blocked;
    this.at.log.dataset.empty = `Nothing here yet. ${bot} writes once you press Start.`;
  }

  #drawCommands() {
    const choices = this.person.commands.map((each) => commandChoice(each, (text) => this.#act({ do: "send", text })));
    this.at.commands.replaceChildren(...choices);
    this.at.slash.disabled = this.person.commands.length === 0;
  }

  #setUnread(count) {
    this.unread = count;
    this.at.unread.hidden = count === 0;
    this.at.unread.textContent = String(count);
    this.onUnread(this);
  }

  #isNearEnd() {
    const { log } = this.at;
    return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PIXELS;
  }
}
