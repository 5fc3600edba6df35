import { cover } from "./cover.js";
import { el } from "./dom.js";

/** @typedef {import("./types.js").Summary} Summary */
/** @typedef {import("./speech.js").Speech} Speech */

/** A book in a list. @param {Summary} book @param {Speech} say */
export const card = (book, say) =>
  el("a", { class: "card", href: `/kiosk/book/${book.id}` },
    cover(book.title, book.author_name),
    el("span", { class: "card-text" },
      el("span", { class: "card-title", dir: "auto" }, book.title),
      " ",
      el("span", { class: "card-author", dir: "auto" }, book.author_name),
      " ",
      el("span", { class: "card-price" }, say.money(book.price))));

/** A row of books that one moves sideways. @param {string} title @param {Summary[]} books @param {Speech} say @param {string | null} [all] the address of all of them */
export function row(title, books, say, all = null) {
  const id = `row-${++rows}`;
  return el("section", { class: "row", "aria-labelledby": id },
    el("div", { class: "row-head" },
      el("h2", { id, dir: "auto" }, title),
      all && el("a", { class: "more-link", href: all, "aria-describedby": id }, say.texts.seeAll)),
    el("ul", { class: "row-books", role: "list" }, ...books.map((book) => el("li", {}, card(book, say)))));
}

let rows = 0;
