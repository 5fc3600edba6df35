// Asks the API. An answer is kept until the visit ends, so that going back costs nothing.

import { isGateway, PATIENCE } from "./connection.js";
import { toFilters, toParameters } from "./query.js";

/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./types.js").Book} Book */
/** @typedef {import("./types.js").Summary} Summary */
/** @typedef {import("./types.js").Piece} Piece */
/** @typedef {import("./types.js").Facets} Facets */
/** @typedef {import("./types.js").Reviews} Reviews */
/** @typedef {import("./types.js").Held} Held */

/** The server cannot be reached. */
export class Away extends Error {}

/** The server refuses, and says why. */
export class Refused extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`The server answered ${status}.`);
    this.status = status;
  }
}

const KEPT_ANSWERS = 150;

/** How often the most telling tags are looked for together before apart. */
const ENOUGH_SIMILAR = 12;

export class Server extends EventTarget {
  /** @type {Map<string, unknown>} */
  #kept = new Map();

  /** @param {Query} query @param {string | null} cursor @param {number} limit @param {AbortSignal} [signal] @returns {Promise<Piece>} */
  async list(query, cursor, limit, signal) {
    const parameters = toParameters(query);
    parameters.set("limit", String(limit));
    if (cursor) parameters.set("cursor", cursor);
    const answer = await this.#ask(`/api/v1/books/cursor?${parameters}`, signal);
    return { items: answer.items, next: answer.has_more ? answer.next_cursor : null };
  }

  /** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Facets>} */
  facets(query, signal) {
    return this.#ask(`/api/v1/books/facets?${toFilters(query)}`, signal);
  }

  /** @param {number} id @param {AbortSignal} [signal] @returns {Promise<Book>} */
  async book(id, signal) {
    return (await this.#ask(`/api/v2/books/${id}`, signal)).data;
  }

  /** The newest books, whole. @param {number} page @param {number} size @param {AbortSignal} [signal] @returns {Promise<Book[]>} */
  async newest(page, size, signal) {
    return (await this.#ask(`/api/v2/books?page=${page}&per_page=${size}`, signal, false)).data;
  }

  /** @param {number} id @param {number} page @param {AbortSignal} [signal] @returns {Promise<Reviews>} */
  async reviews(id, page, signal) {
    const answer = await this.#ask(`/api/v1/books/${id}/reviews?page=${page}&per_page=4`, signal);
    return { items: answer.items, total: answer.total, average: answer.average_rating, count: answer.rating_count, hasMore: answer.has_next };
  }

  /** Other books of its author. @param {Book} book @param {AbortSignal} [signal] @returns {Promise<Summary[]>} */
  async byAuthor(book, signal) {
    const answer = await this.#ask(`/api/v1/authors/${book.author.id}/books?per_page=13&sort_by=published_year`, signal);
    return answer.items.filter((/** @type {Summary} */ other) => other.id !== book.id);
  }

  /**
   * Books of the same kind: with its rarest tags in its genre, then with one of them, then of its genre.
   * @param {Book} book @param {AbortSignal} [signal] @returns {Promise<Summary[]>}
   */
  async similar(book, signal) {
    const { genre, tags } = book.metadata;
    const rare = tags.length > 0 ? await this.#rarest(tags, genre, signal) : [];
    /** @type {[string, string][][]} */
    const attempts = [];
    /** @type {[string, string][]} */
    const inGenre = genre === null ? [] : [["genre", genre]];
    if (rare.length > 1) attempts.push([...inGenre, ...rare.slice(0, 2).map((tag) => /** @type {[string, string]} */ (["tags", tag]))]);
    if (rare.length > 0) attempts.push([...inGenre, ...rare.slice(0, 2).map((tag) => /** @type {[string, string]} */ (["any_tags", tag]))]);
    if (genre !== null) attempts.push(inGenre);
    /** @type {Map<number, Summary>} */
    const found = new Map();
    for (const attempt of attempts) {
      if (found.size >= ENOUGH_SIMILAR) break;
      const answer = await this.#ask(`/api/v1/books/cursor?${new URLSearchParams([...attempt, ["limit", "20"]])}`, signal);
      for (const other of answer.items) {
        if (other.id !== book.id && other.author_name !== book.author.name && !found.has(other.id)) found.set(other.id, other);
      }
    }
    return [...found.values()].slice(0, ENOUGH_SIMILAR);
  }

  /** @param {string} isbn @param {AbortSignal} [signal] @returns {Promise<Held>} */
  async isbn(isbn, signal) {
    const answer = await this.#ask(`/api/v1/isbn/${encodeURIComponent(isbn)}`, signal, false);
    return { valid: answer.valid, isbn10: answer.isbn10, isbn13: answer.isbn13, bookId: answer.book_id };
  }

  forget() {
    this.#kept.clear();
  }

  /** "paperback" says nothing of a book: the fewer have a tag, the more it tells. @param {string[]} tags @param {string | null} genre @param {AbortSignal} [signal] */
  async #rarest(tags, genre, signal) {
    const parameters = new URLSearchParams({ fields: "tags" });
    if (genre !== null) parameters.set("genre", genre);
    const { tags: counts } = await this.#ask(`/api/v1/books/facets?${parameters}`, signal);
    const countOf = new Map(counts.map((/** @type {import("./types.js").Count} */ count) => [count.value, count.count]));
    return [...tags].sort((one, other) => (countOf.get(one) ?? 0) - (countOf.get(other) ?? 0));
  }

  /** @param {string} path @param {AbortSignal} [signal] @param {boolean} [keep] @returns {Promise<any>} */
  async #ask(path, signal, keep = true) {
    if (this.#kept.has(path)) return this.#kept.get(path);
    const answer = await this.#fetch(path, signal);
    if (answer.status === 429) {
      this.dispatchEvent(new Event("busy"));
      await pause(Number(answer.headers.get("Retry-After") ?? 1) * 1000, signal);
      return this.#ask(path, signal, keep);
    }
    if (isGateway(answer.status)) throw new Away();
    if (!answer.ok) throw new Refused(answer.status);
    const value = await answer.json();
    if (keep) this.#keep(path, value);
    return value;
  }

  /** @param {string} path @param {AbortSignal} [signal] */
  async #fetch(path, signal) {
    const tooLong = AbortSignal.timeout(PATIENCE);
    try {
      return await fetch(path, { signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong, headers: { Accept: "application/json" } });
    } catch (error) {
      signal?.throwIfAborted();
      throw new Away("", { cause: error });
    }
  }

  /** @param {string} path @param {unknown} value */
  #keep(path, value) {
    this.#kept.set(path, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_ANSWERS && oldest !== undefined) this.#kept.delete(oldest);
  }
}

/** @param {number} milliseconds @param {AbortSignal} [signal] @returns {Promise<void>} */
const pause = (milliseconds, signal) => new Promise((resolve, reject) => {
  const timer = setTimeout(resolve, Math.min(milliseconds, 60_000));
  signal?.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason)), { once: true });
});
