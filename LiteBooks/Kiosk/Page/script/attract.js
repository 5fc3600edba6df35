// The screen that waits: a moving shelf, and an invitation.

import { cover } from "./cover.js";
import { el, fill } from "./dom.js";
import { icon, mark } from "./icons.js";
import { languageChoice } from "./languages.js";

/** @typedef {import("./kiosk.js").House} House */
/** @typedef {import("./types.js").Summary} Summary */

const SHELVES = 3;
const ON_A_SHELF = 16;
/** How often other books are put on the shelf while nobody comes, in milliseconds. */
const CHANGE_EVERY = 10 * 60_000;

/** @param {House} house @returns {import("./kiosk.js").Screen} */
export function attractScreen(house) {
  const { texts } = house.say;
  const shelves = el("div", { class: "shelves" }, ...Array.from({ length: SHELVES }, () => el("div", { class: "shelf" })));
  const element = el("main", { class: "attract", id: "content", tabindex: -1 },
    el("div", { class: "attract-top" },
      el("p", { class: "wordmark" }, mark(), el("span", {}, house.settings.name)),
      languageChoice(house)),
    el("div", { class: "attract-hero" },
      el("h1", { class: "attract-title" }, texts.title),
      el("div", { class: "attract-ways" },
        el("a", { class: "invitation", href: "/kiosk/books", click: () => house.wantToType() }, icon("search"), el("span", {}, texts.searchHint)),
        el("a", { class: "button button-large", href: "/kiosk/books" }, texts.browse)),
      el("p", { class: "scan-hint" }, icon("barcode"), texts.scanHint)),
    el("section", { class: "attract-shelves", "aria-label": texts.newOnTheShelf }, shelves, pauseButton(shelves, texts)));
  const change = async () => {
    const books = await house.catalogue.shelf(SHELVES * ON_A_SHELF).catch(() => []);
    for (const [place, shelf] of [...shelves.children].entries()) stock(shelf, books.slice(place * ON_A_SHELF, (place + 1) * ON_A_SHELF));
    house.catalogue.learn();
  };
  change();
  const timer = setInterval(change, CHANGE_EVERY);
  return { element, title: texts.title, isVisit: false, dispose: () => clearInterval(timer) };
}

/** Puts books on a shelf, twice, so that it can go round. @param {Element} shelf @param {Summary[]} books */
function stock(shelf, books) {
  if (books.length === 0) {
    fill(shelf);
    return;
  }
  // A small catalogue fills a shelf by repeating itself.
  const filled = Array.from({ length: Math.ceil(ON_A_SHELF / books.length) }, () => books).flat().slice(0, ON_A_SHELF);
  fill(shelf,
    el("div", { class: "shelf-track" },
      el("ul", { class: "shelf-books", role: "list" }, ...filled.map((book, place) => el("li", { "aria-hidden": place < books.length ? null : "true" }, standing(book, place >= books.length)))),
      el("ul", { class: "shelf-books shelf-again", role: "list", "aria-hidden": "true" }, ...filled.map((book) => el("li", {}, standing(book, true))))));
}

/** @param {Summary} book @param {boolean} isCopy there for the eye alone */
const standing = (book, isCopy) =>
  el("a", { class: `standing standing-${book.id % 4}`, href: `/kiosk/book/${book.id}`, tabindex: isCopy ? -1 : null },
    el("span", { class: "unseen" }, `${book.title}, ${book.author_name}`), cover(book.title, book.author_name));

/** @param {Element} shelves @param {House["say"]["texts"]} texts */
function pauseButton(shelves, texts) {
  const button = el("button", { type: "button", class: "button button-round shelf-pause", "aria-label": texts.pauseShelf, click: turn }, icon("pause"));
  function turn() {
    const isStill = shelves.classList.toggle("shelves-still");
    button.setAttribute("aria-label", isStill ? texts.moveShelf : texts.pauseShelf);
    fill(button, icon(isStill ? "play" : "pause"));
  }
  return button;
}
