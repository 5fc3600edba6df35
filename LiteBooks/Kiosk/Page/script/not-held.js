// The answer to a scan that leads to no book.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { isBooks, isRight, NO_NUMBER, spaced } from "./isbn.js";

/** @param {import("./kiosk.js").House} house @param {string} isbn @returns {import("./kiosk.js").Screen} */
export function notHeldScreen(house, isbn) {
  const { texts } = house.say;
  const isNumber = isRight(isbn) && isBooks(isbn);
  const title = isNumber ? texts.notHeld : texts.notANumber;
  const element = el("main", { class: "not-held", id: "content", tabindex: -1 },
    icon("barcode"),
    el("h1", {}, title),
    isbn !== NO_NUMBER && el("p", { class: "not-held-number" }, `${texts.scanned}: `, el("strong", {}, isNumber ? spaced(isbn) : isbn)),
    el("p", {}, isNumber ? texts.notHeldHint : texts.notANumberHint),
    el("p", {}, el("a", { class: "button button-strong", href: "/kiosk/books" }, texts.searchInstead)));
  return { element, title, isVisit: true, dispose() {} };
}
