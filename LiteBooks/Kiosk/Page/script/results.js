// A list of books that goes on for as long as one scrolls.

import { card } from "./card.js";
import { el, fill } from "./dom.js";
import { notice } from "./notice.js";
import { breath } from "./rest.js";

/** @typedef {import("./kiosk.js").House} House */
/** @typedef {import("./query.js").Query} Query */

/** How many books come first: a screen full of them, as soon as can be. */
const FIRST_PIECE = 20;
/** And how many at a time after that. */
const PIECE = 40;
/** How many are laid out before the browser may draw or listen. */
const LAID_AT_ONCE = 6;
/** How far below the screen the next books are fetched already. */
const AHEAD = "1600px";

export class Results {
  #list = el("ul", { class: "grid", role: "list" });
  #foot = el("div", { class: "results-foot" });
  /** @type {AbortController} */
  #asked = new AbortController();
  /** @type {string | null} */
  #next = null;
  #isLoading = false;
  #watch = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) this.#more();
  }, { rootMargin: AHEAD });

  /** @param {House} house */
  constructor(house) {
    this.house = house;
    this.element = el("div", { class: "results" }, this.#list, this.#foot);
    /** @type {Query | null} */
    this.query = null;
    /** Whether what is shown came from memory, or did not come. */
    this.isMakeshift = false;
    this.#watch.observe(this.#foot);
  }

  /** Shows the first books of a list. What was asked before is of no interest any more. @param {Query} query */
  async show(query) {
    this.#asked.abort();
    const asked = this.#asked = new AbortController();
    this.query = query;
    // What stands there stays until something better has come, unless that takes long.
    const late = setTimeout(() => this.element.classList.add("results-late"), 150);
    this.#isLoading = true;
    try {
      const piece = await this.house.catalogue.list(query, null, FIRST_PIECE, asked.signal);
      if (asked.signal.aborted) return;
      this.isMakeshift = this.house.connection.isAway;
      if (!(await this.#lay(piece.items, asked.signal, true))) return;
      this.#next = piece.next;
      this.#isLoading = false;
      this.#showFoot(piece.items.length === 0);
    } catch (error) {
      if (asked.signal.aborted) return;
      this.#next = null;
      this.isMakeshift = true;
      fill(this.#list);
      fill(this.#foot, notice(this.house, error, () => this.show(query)));
    } finally {
      clearTimeout(late);
      if (!asked.signal.aborted) {
        this.#isLoading = false;
        this.element.classList.remove("results-late");
      }
    }
  }

  async #more() {
    if (this.#isLoading || this.#next === null || this.query === null) return;
    const { signal } = this.#asked;
    this.#isLoading = true;
    try {
      const piece = await this.house.catalogue.list(this.query, this.#next, PIECE, signal);
      if (signal.aborted) return;
      this.isMakeshift ||= this.house.connection.isAway;
      if (!(await this.#lay(piece.items, signal, false))) return;
      this.#next = piece.next;
      this.#isLoading = false;
      this.#showFoot(false);
    } catch (error) {
      if (signal.aborted) return;
      this.#isLoading = false;
      fill(this.#foot, notice(this.house, error, () => this.#more()));
    }
  }

  /**
   * Lays books out, a few at a time, so that the first are seen at once. Returns false where something else is wanted meanwhile.
   * @param {import("./types.js").Summary[]} books @param {AbortSignal} signal @param {boolean} isAnew instead of what is there
   */
  async #lay(books, signal, isAnew) {
    if (isAnew && books.length === 0) fill(this.#list);
    for (let place = 0; place < books.length; place += LAID_AT_ONCE) {
      if (place > 0) await breath();
      if (signal.aborted) return false;
      if (isAnew && place === 0) fill(this.#list);
      this.#list.append(...books.slice(place, place + LAID_AT_ONCE).map((book) => el("li", {}, card(book, this.house.say))));
    }
    return true;
  }

  /** @param {boolean} isEmpty */
  #showFoot(isEmpty) {
    const { texts } = this.house.say;
    if (isEmpty) fill(this.#foot, el("div", { class: "nothing" }, el("h2", {}, texts.nothing), el("p", {}, texts.nothingHint)));
    else if (this.#next === null) fill(this.#foot, el("p", { class: "the-end" }, texts.theEnd));
    // For those who do not scroll: a keyboard, a screen reader.
    else fill(this.#foot, el("button", { type: "button", class: "button", click: () => this.#more() }, texts.loadMore));
    // The next piece may leave the foot where it is, in sight; the observer tells of changes alone.
    this.#watch.unobserve(this.#foot);
    this.#watch.observe(this.#foot);
  }

  dispose() {
    this.#asked.abort();
    this.#watch.disconnect();
  }
}
