// A book's page.

import { row } from "./card.js";
import { cover } from "./cover.js";
import { designCover } from "./cover-design.js";
import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { hasForm, spaced } from "./isbn.js";
import { notice } from "./notice.js";
import { EVERYTHING, toAddress } from "./query.js";
import { breath } from "./rest.js";
import { reviewsOf, stars } from "./reviews.js";
import { readable } from "./speech.js";

/** @typedef {import("./kiosk.js").House} House */
/** @typedef {import("./types.js").Book} Book */

/** @param {House} house @param {number} id @returns {import("./kiosk.js").Screen} */
export function bookScreen(house, id) {
  const { texts } = house.say;
  const asked = new AbortController();
  const element = el("main", { class: "book", id: "content", tabindex: -1 });
  /** @type {import("./kiosk.js").Screen} */
  const screen = { element, title: "", isVisit: true, found: () => isMakeshift && show(), dispose: () => asked.abort() };
  let isMakeshift = true;

  async function show() {
    try {
      const book = await house.catalogue.book(id, asked.signal);
      screen.title = book.title;
      house.entitle(screen);
      const beyond = el("div", { class: "book-beyond" });
      fill(element, head(house, book), beyond);
      const [reviews, byAuthor, similar] = await Promise.all([
        house.catalogue.reviews(id, 1, asked.signal).catch(() => null),
        house.catalogue.byAuthor(book, asked.signal).catch(() => []),
        house.catalogue.similar(book, asked.signal).catch(() => []),
      ]);
      isMakeshift = house.connection.isAway;
      if (reviews) beyond.append(reviewsOf(house, id, reviews, asked.signal));
      if (byAuthor.length > 0) beyond.append(row(texts.moreBy(book.author.name), byAuthor.slice(0, 12), house.say, toAddress({ ...EVERYTHING, author: book.author.name })));
      await breath();
      if (similar.length > 0) beyond.append(row(texts.similar, similar, house.say));
    } catch (error) {
      if (!asked.signal.aborted) fill(element, el("div", { class: "book-notice" }, notice(house, error, show, "h1")));
    }
  }

  show();
  return screen;
}

/** @param {House} house @param {Book} book */
function head(house, book) {
  const { say } = house;
  const { texts } = say;
  const { metadata } = book;
  const facts = [
    metadata.published_year,
    metadata.genre !== null && el("a", { href: toAddress({ ...EVERYTHING, genre: metadata.genre }) }, say.genre(metadata.genre)),
    metadata.page_count && say.pages(metadata.page_count),
    hasForm(metadata.isbn) ? `ISBN ${spaced(metadata.isbn)}` : `ISBN ${metadata.isbn}`,
  ].filter((fact) => fact);
  const stage = el("div", { class: "book-stage" }, el("div", { class: "book-cover" }, cover(book.title, book.author.name)));
  stage.style.setProperty("--stage", designCover(book.title, book.author.name).palette.ground);
  return el("article", { class: "book-head" },
    stage,
    el("div", { class: "book-text" },
      el("h1", { class: titleClass(book.title), dir: "auto" }, book.title),
      el("p", { class: "book-author" }, `${texts.by} `, el("a", { href: toAddress({ ...EVERYTHING, author: book.author.name }), dir: "auto" }, book.author.name)),
      book.rating.count > 0 && book.rating.average !== null && el("p", { class: "book-rating" }, stars(book.rating.average), el("span", {}, say.rating(book.rating.average, book.rating.count))),
      el("ul", { class: "book-facts", role: "list" }, ...facts.map((fact) => el("li", {}, fact))),
      el("div", { class: "book-offer" },
        el("p", { class: "book-price" }, say.money(book.pricing.amount)),
        el("p", { class: `status status-${metadata.status}` }, icon(metadata.status), texts.statuses[metadata.status])),
      metadata.description && el("section", { class: "book-about", "aria-label": texts.about },
        ...metadata.description.split(/\n\s*\n/).map((paragraph) => el("p", { dir: "auto" }, paragraph))),
      metadata.tags.length > 0 && el("ul", { class: "tags", role: "list", "aria-label": texts.tags },
        ...metadata.tags.map((tag) => el("li", {}, el("a", { class: "tag", href: toAddress({ ...EVERYTHING, tags: [tag] }), dir: "auto" }, readable(tag))))),
      takeAlong(house, book)));
}

/** Long titles are set smaller. @param {string} title */
const titleClass = (title) => `book-title book-title-${title.length > 110 ? "long" : title.length > 45 ? "middle" : "short"}`;

/** @param {House} house @param {Book} book */
function takeAlong(house, book) {
  const { texts } = house.say;
  const element = el("aside", { class: "take-along", "aria-label": texts.takeAlong },
    el("img", { class: "qr", src: `/kiosk/qr/${book.id}.svg`, width: 200, height: 200, alt: texts.qrOf(book.title), error: () => element.remove() }),
    el("div", {}, el("h2", {}, texts.takeAlong), el("p", {}, texts.takeAlongHint)));
  return element;
}
