// The books that this screen remembers, and the same questions answered from them alone, for when the server is away.

import { hasForm, thirteen } from "./isbn.js";
import { isSearch, sortOf } from "./query.js";

/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./types.js").Book} Book */
/** @typedef {import("./types.js").Summary} Summary */
/** @typedef {import("./types.js").Piece} Piece */
/** @typedef {import("./types.js").Facets} Facets */
/** @typedef {import("./types.js").Count} Count */

/** The edges of the price bands, as the API has them. */
const EDGES = [0, 10, 20, 50, 100, 500, 1000];
const MOST_TAGS = 50;

export class Memory {
  /** @type {Map<number, Book>} */
  #books = new Map();

  get size() {
    return this.#books.size;
  }

  /** @param {Iterable<Book>} books the newest first */
  replace(books) {
    this.#books = new Map([...books].map((book) => [book.id, book]));
  }

  /** @param {number} id */
  book(id) {
    return this.#books.get(id);
  }

  /** Some of the books, in an order that chance gives. @param {number} count @param {() => number} chance from 0 to less than 1 */
  some(count, chance) {
    const books = [...this.#books.values()];
    for (let place = 0; place < Math.min(count, books.length); place++) {
      const other = place + Math.floor(chance() * (books.length - place));
      [books[place], books[other]] = [books[other], books[place]];
    }
    return books.slice(0, count).map(summary);
  }

  /** @param {Query} query @param {string | null} cursor @param {number} limit @returns {Piece} */
  list(query, cursor, limit) {
    const found = this.#matching(query).sort(ORDERS[sortOf(query)]);
    const first = Number(cursor ?? 0);
    return { items: found.slice(first, first + limit).map(summary), next: first + limit < found.length ? String(first + limit) : null };
  }

  /** @param {Query} query @returns {Facets} */
  facets(query) {
    const books = this.#matching(query);
    const decades = tally(books.map((book) => book.metadata.published_year === null ? null : Math.floor(book.metadata.published_year / 10) * 10));
    const bands = tally(books.map((book) => EDGES.findLastIndex((edge) => edge <= book.pricing.amount)));
    return {
      total: books.length,
      genres: byCount(tally(books.map((book) => book.metadata.genre))),
      statuses: byCount(tally(books.map((book) => book.metadata.status))),
      tags: byCount(tally(books.flatMap((book) => book.metadata.tags))).slice(0, MOST_TAGS),
      decades: [...decades].map(([decade, count]) => ({ decade, count })).sort((one, other) => (one.decade ?? Infinity) - (other.decade ?? Infinity)),
      price_bands: [...bands].sort(([one], [other]) => one - other).map(([band, count]) => ({ min: EDGES[band], max: EDGES[band + 1] ?? null, count })),
    };
  }

  /** @param {Book} book */
  byAuthor(book) {
    return [...this.#books.values()].filter((other) => other.author.id === book.author.id && other.id !== book.id).slice(0, 12).map(summary);
  }

  /** @param {Book} book */
  similar(book) {
    const likeness = (/** @type {Book} */ other) =>
      other.metadata.tags.filter((tag) => book.metadata.tags.includes(tag)).length + (book.metadata.genre !== null && other.metadata.genre === book.metadata.genre ? 1 : 0);
    return [...this.#books.values()]
      .filter((other) => other.author.id !== book.author.id && likeness(other) > 0)
      .sort((one, other) => likeness(other) - likeness(one))
      .slice(0, 12)
      .map(summary);
  }

  /** The id of the book that has a number, in either form. @param {string} isbn */
  isbn(isbn) {
    const wanted = thirteen(isbn);
    return [...this.#books.values()].find((book) => hasForm(book.metadata.isbn) && thirteen(book.metadata.isbn) === wanted)?.id ?? null;
  }

  /** @param {Query} query */
  #matching(query) {
    const wanted = isSearch(query) ? fold(query.text.trim()) : "";
    const author = query.author === null ? "" : fold(query.author);
    return [...this.#books.values()].filter(({ title, author: { name }, pricing: { amount }, metadata }) =>
      (wanted === "" || fold(title).includes(wanted) || fold(name).includes(wanted))
      && (query.genre === null || metadata.genre?.toLowerCase() === query.genre.toLowerCase())
      && (query.decade === null || (metadata.published_year !== null && Math.floor(metadata.published_year / 10) * 10 === query.decade))
      && (query.price === null || (amount >= query.price.min && (query.price.max === null || amount < query.price.max)))
      && query.tags.every((tag) => metadata.tags.includes(tag))
      && (author === "" || fold(name).includes(author))
      && (!query.available || metadata.status === "available"));
  }
}

/** @param {Book} book @returns {Summary} */
const summary = (book) => ({ id: book.id, title: book.title, author_name: book.author.name, price: book.pricing.amount, genre: book.metadata.genre });

/** Without case and accents. @param {string} text */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** @typedef {(one: Book, other: Book) => number} Order */

const newest = /** @type {Order} */ ((one, other) => other.metadata.created_at.localeCompare(one.metadata.created_at) || other.id - one.id);

/** Books without a year come last, whichever way. @param {1 | -1} direction @returns {Order} */
const byYear = (direction) => (one, other) =>
  one.metadata.published_year === null || other.metadata.published_year === null
    ? Number(one.metadata.published_year === null) - Number(other.metadata.published_year === null)
    : direction * (one.metadata.published_year - other.metadata.published_year);

/** @type {Record<import("./query.js").Sort, Order>} */
const ORDERS = {
  best: newest,
  newest,
  title: (one, other) => fold(one.title) < fold(other.title) ? -1 : 1,
  author: (one, other) => fold(one.author.name) < fold(other.author.name) ? -1 : 1,
  cheap: (one, other) => one.pricing.amount - other.pricing.amount,
  dear: (one, other) => other.pricing.amount - one.pricing.amount,
  young: byYear(-1),
  old: byYear(1),
};

/** @template Value @param {Value[]} values @returns {Map<Value, number>} */
function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** @template {string | null} Value @param {Map<Value, number>} counts @returns {Count[]} */
const byCount = (counts) => [...counts].map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count);
