// Notices that nobody is there any more: first asks, with a countdown, then ends the visit.

import { el, fill, svg } from "./dom.js";

/** How long the question stands, in seconds. */
export const COUNTDOWN = 20;

const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove"];

/** @typedef {() => import("./speech.js").Speech} Say */

export class Idle {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #left = 0;
  #last = 0;
  #isWatching = false;
  #text = el("p", { class: "idle-text", id: "idle-text" });
  #voice = el("p", { class: "unseen", role: "status" });
  #number = el("span", { class: "idle-number", "aria-hidden": "true" });
  #ring = svg("circle", { class: "idle-ring", cx: 50, cy: 50, r: 45, pathLength: 100 });
  #dialog = el("dialog", { class: "dialog idle", role: "alertdialog", "aria-labelledby": "idle-title", "aria-describedby": "idle-text" });

  /** @param {number} seconds until it asks @param {Say} say @param {() => void} forget */
  constructor(seconds, say, forget) {
    this.seconds = seconds;
    this.say = say;
    this.forget = forget;
    for (const sign of SIGNS) addEventListener(sign, (event) => this.#somebody(event), { capture: true, passive: true });
    this.#dialog.addEventListener("cancel", (event) => event.preventDefault());
  }

  /** Begins to watch, as soon as a visit begins. */
  watch() {
    this.#isWatching = true;
    this.#wait();
  }

  /** Nobody is there, and it is known. */
  rest() {
    this.#isWatching = false;
    clearTimeout(this.#timer);
    this.#close();
  }

  /** @param {Event} event */
  #somebody(event) {
    if (!this.#isWatching || (event.type === "pointermove" && event.timeStamp - this.#last < 1000)) return;
    this.#last = event.timeStamp;
    // A touch beside the buttons says as much as one on them. A mouse that trembles does not.
    if (this.#dialog.open && (event.type === "pointermove" || this.#isOnButton(event))) return;
    this.#close();
    this.#wait();
  }

  /** @param {Event} event */
  #isOnButton(event) {
    return event.target instanceof Element && event.target.closest(".idle button") !== null;
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), this.seconds * 1000);
  }

  #ask() {
    const { texts } = this.say();
    this.#left = COUNTDOWN;
    fill(this.#dialog,
      el("div", { class: "idle-clock" },
        svg("svg", { viewBox: "0 0 100 100", "aria-hidden": "true" }, svg("circle", { class: "idle-track", cx: 50, cy: 50, r: 45 }), this.#ring), this.#number),
      el("h2", { id: "idle-title" }, texts.stillThere),
      this.#text,
      this.#voice,
      el("div", { class: "dialog-actions" },
        el("button", { type: "button", class: "button button-strong", autofocus: true, click: () => this.#stay() }, texts.stay),
        el("button", { type: "button", class: "button", click: () => this.#end() }, texts.startOver)));
    this.#show();
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    this.#timer = setTimeout(() => this.#count(), 1000);
  }

  #count() {
    this.#left--;
    if (this.#left <= 0) {
      this.#end();
      return;
    }
    this.#show();
    this.#timer = setTimeout(() => this.#count(), 1000);
  }

  #show() {
    fill(this.#number, this.#left);
    this.#ring.setAttribute("stroke-dasharray", `${(this.#left / COUNTDOWN) * 100} 100`);
    const text = this.say().countdown(this.#left);
    fill(this.#text, text);
    // The dialog says it at its beginning; then it is said aloud twice more, not every second.
    if (this.#left === 10 || this.#left === 5) fill(this.#voice, text);
  }

  #stay() {
    this.#close();
    this.#wait();
  }

  #end() {
    this.rest();
    this.forget();
  }

  #close() {
    if (!this.#dialog.open) return;
    this.#dialog.close();
    this.#dialog.remove();
  }
}
