// The screen that waits: a moving shelf, and an invitation.

import { cover } from "./cover.js";
import { el, fill } from "./dom.js";
import { icon, mark } from "./icons.js";
import { languageChoice } from "./languages.js";
import { breath } from "./rest.js";

/** @typedef {import("./kiosk.js").House} House */
/** @typedef {import("./types.js").Summary} Summary */

const SHELVES = 3;
const ON_A_SHELF = 16;
/** How often other books are put on the shelf while nobody comes, in milliseconds. */
const CHANGE_EVERY = 10 * 60_000;
/** How many covers are made before the browser may do something else. */
const AT_ONCE = 4;

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
  /** @type {Summary[]} */
  let books = [];
  const asked = new AbortController();
  const change = async () => {
    books = await house.catalogue.shelf(SHELVES * ON_A_SHELF).catch(() => []);
    await stockShown();
    house.catalogue.learn();
  };
  // How many shelves are shown depends on how the screen is turned.
  const shown = () => [...shelves.children].filter((shelf) => shelf.checkVisibility());
  const stockShown = async () => {
    for (const shelf of shown()) {
      const place = [...shelves.children].indexOf(shelf) * ON_A_SHELF;
      await stock(shelf, books.slice(place, place + ON_A_SHELF), asked.signal);
    }
  };
  const turned = new ResizeObserver(() => {
    if (shown().some((shelf) => shelf.childElementCount === 0)) stockShown();
  });
  turned.observe(shelves);
  change();
  const timer = setInterval(change, CHANGE_EVERY);
  return {
    element, title: texts.title, isVisit: false,
    dispose() {
      asked.abort();
      turned.disconnect();
      clearInterval(timer);
    },
  };
}

/** Puts books on a shelf, twice, so that it can go round; a few at a time, those in sight first. @param {Element} shelf @param {Summary[]} books @param {AbortSignal} signal */
async function stock(shelf, books, signal) {
  if (books.length === 0) return;
  const once = el("ul", { class: "shelf-books", role: "list" });
  const again = el("ul", { class: "shelf-books shelf-again", role: "list", "aria-hidden": "true" });
  const track = el("div", { class: "shelf-track" }, once, again);
  fill(shelf, track);
  for (let place = 0; place < 2 * ON_A_SHELF; place++) {
    if (place % AT_ONCE === 0 && place > 0) await breath();
    if (signal.aborted) return;
    // A small catalogue fills a shelf by repeating itself.
    const isCopy = place >= Math.min(books.length, ON_A_SHELF);
    const book = el("li", { "aria-hidden": isCopy ? "true" : null }, standing(books[place % ON_A_SHELF % books.length], isCopy));
    (place < ON_A_SHELF ? once : again).append(book);
  }
  track.classList.add("shelf-full");
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
