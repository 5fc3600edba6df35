// By what a list can be narrowed, with the number of books behind each choice.

import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { EVERYTHING, filterCount } from "./query.js";
import { readable } from "./speech.js";

/** @typedef {import("./kiosk.js").House} House */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./types.js").Facets} Facets */
/** @typedef {(query: Query) => Query} Change what a touch makes of the list that is asked for then, which may have changed since */
/** @typedef {{ name: string, count: number, isChosen: boolean, change: Change }} Choice */

/** How many choices are shown before one asks for more. */
const FIRST = 8;

export class FacetPanel {
  element = el("div", { class: "facets" });
  /** The groups that were opened in full. @type {Set<string>} */
  #opened = new Set();
  /** @type {[Query, Facets] | null} */
  #shown = null;

  /** @param {House} house @param {(change: Change) => void} choose */
  constructor(house, choose) {
    this.house = house;
    this.choose = choose;
  }

  /** @param {Query} query @param {Facets} facets those of each kind under all filters but its own */
  show(query, facets) {
    this.#shown = [query, facets];
    const { say } = this.house;
    const here = facets.statuses.find((status) => status.value === "available")?.count ?? 0;
    const focused = document.activeElement instanceof HTMLElement && this.element.contains(document.activeElement) ? document.activeElement.dataset.name : undefined;
    /** @type {Choice} */
    const available = { name: say.texts.availableNow, count: here, isChosen: query.available, change: (now) => ({ ...now, available: !query.available }) };
    fill(this.element,
      this.#group("here", "", here > 0 || query.available ? [available] : []),
      this.#group("genre", say.texts.genre, facets.genres.filter(({ value }) => value !== null).map(({ value, count }) => {
        const isChosen = query.genre?.toLowerCase() === value?.toLowerCase();
        return { name: say.genre(value), count, isChosen, change: (now) => ({ ...now, genre: isChosen ? null : value }) };
      })),
      this.#group("price", say.texts.price, facets.price_bands.map(({ min, max, count }) => {
        const isChosen = query.price?.min === min;
        return { name: say.band({ min, max }), count, isChosen, change: (now) => ({ ...now, price: isChosen ? null : { min, max } }) };
      })),
      this.#group("decade", say.texts.decade, facets.decades.filter(({ decade }) => decade !== null).reverse().map(({ decade, count }) => {
        const isChosen = query.decade === decade;
        return { name: say.decade(decade), count, isChosen, change: (now) => ({ ...now, decade: isChosen ? null : decade }) };
      })),
      this.#group("tags", say.texts.tags, facets.tags.filter(({ value }) => value !== null).map(({ value, count }) => {
        const isChosen = query.tags.includes(value ?? "");
        return { name: readable(value ?? ""), count, isChosen, change: (now) => ({ ...now, tags: [...now.tags.filter((tag) => tag !== value), ...(isChosen ? [] : [value ?? ""])] }) };
      })));
    if (focused) /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-name="${CSS.escape(focused)}"]`))?.focus();
  }

  /** @param {string} id @param {string} title @param {Choice[]} choices */
  #group(id, title, choices) {
    if (choices.length === 0) return null;
    const isLong = choices.length > FIRST + 2;
    const isOpen = this.#opened.has(id);
    const shown = isLong && !isOpen ? [...choices.slice(0, FIRST), ...choices.slice(FIRST).filter((choice) => choice.isChosen)] : choices;
    return el("fieldset", { class: `facet facet-${id}` },
      title && el("legend", {}, title),
      el("ul", { role: "list" }, ...shown.map((choice) => el("li", {}, this.#choice(id, choice)))),
      isLong && el("button", { type: "button", class: "facet-more", "data-name": `${id} more`, "aria-expanded": String(isOpen), click: () => this.#toggle(id) }, isOpen ? this.house.say.texts.fewer : this.house.say.texts.more));
  }

  /** @param {string} id @param {Choice} choice */
  #choice(id, { name, count, isChosen, change }) {
    return el("button", { type: "button", class: "choice", "aria-pressed": String(isChosen), "data-name": `${id} ${name}`, click: () => this.choose(change) },
      el("span", { class: "choice-box" }, isChosen && icon("available")),
      el("span", { class: "choice-name", dir: "auto" }, name), " ",
      el("span", { class: "choice-count" }, this.house.say.number(count)));
  }

  /** @param {string} id */
  #toggle(id) {
    if (!this.#opened.delete(id)) this.#opened.add(id);
    if (this.#shown) this.show(...this.#shown);
  }
}

/** The filters that hold, each to be taken away. @param {House} house @param {Query} query @param {(change: Change) => void} choose */
export function chips(house, query, choose) {
  const { say } = house;
  /** @param {string} name @param {Change} without */
  const chip = (name, without) => el("li", {}, el("button", { type: "button", class: "chip", "aria-label": say.texts.remove(name), click: () => choose(without) }, el("span", { dir: "auto" }, name), icon("close")));
  const list = [
    query.available && chip(say.texts.availableNow, (now) => ({ ...now, available: false })),
    query.author !== null && chip(query.author, (now) => ({ ...now, author: null })),
    query.genre !== null && chip(say.genre(query.genre), (now) => ({ ...now, genre: null })),
    query.price && chip(say.band(query.price), (now) => ({ ...now, price: null })),
    query.decade !== null && chip(say.decade(query.decade), (now) => ({ ...now, decade: null })),
    ...query.tags.map((tag) => chip(readable(tag), (now) => ({ ...now, tags: now.tags.filter((other) => other !== tag) }))),
    filterCount(query) > 1 && el("li", {}, el("button", { type: "button", class: "chip chip-all", click: () => choose((now) => ({ ...EVERYTHING, text: now.text, sort: now.sort })) }, say.texts.clearFilters)),
  ];
  return el("ul", { class: "chips", role: "list", "aria-label": say.texts.filters }, ...list);
}

/** The questions whose answers together count each kind under all filters but its own. @param {Query} query @returns {{ kind: keyof Facets, query: Query }[]} */
export function othersOf(query) {
  /** @type {{ kind: keyof Facets, query: Query }[]} */
  const questions = [];
  if (query.genre !== null) questions.push({ kind: "genres", query: { ...query, genre: null } });
  if (query.price !== null) questions.push({ kind: "price_bands", query: { ...query, price: null } });
  if (query.decade !== null) questions.push({ kind: "decades", query: { ...query, decade: null } });
  if (query.available) questions.push({ kind: "statuses", query: { ...query, available: false } });
  return questions;
}
