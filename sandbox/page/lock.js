// What a locked phone shows: the first line of the newest message that nobody asked for.

import { hour } from "/static/clock.js";

export class LockScreen {
  constructor(place) {
    this.place = place;
  }

  /** Show a message; `bubble` is how the chat shows it. */
  ring(bubble, sender, at) {
    const words = bubble.cloneNode(true);
    words.querySelector(".meta").remove();
    this.place.classList.remove("empty", "rings");
    this.#write("b", sender);
    this.#write("span", words.textContent.trim().split("\n")[0] || "Picture");
    this.#write("time", hour(Date.parse(at)));
    void this.place.offsetWidth;
    this.place.classList.add("rings");
  }

  /** Show nothing. */
  clear() {
    this.place.classList.remove("rings");
    this.place.classList.add("empty");
    this.#write("span", "Lock screen: nothing new");
  }

  #write(selector, text) {
    this.place.querySelector(selector).textContent = text;
  }
}
