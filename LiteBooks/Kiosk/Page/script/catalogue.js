// The catalogue as the screens see it: the server's, or what this screen remembers while the server is away.

import { isBooks, isRight } from "./isbn.js";
import { Memory } from "./memory.js";
import { EVERYTHING } from "./query.js";
import { atRest } from "./rest.js";
import { Away, Server } from "./server.js";
import { load, save } from "./store.js";

/** @typedef {import("./connection.js").Connection} Connection */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./types.js").Book} Book */
/** @typedef {import("./types.js").Held} Held */
/** @typedef {import("./types.js").Reviews} Reviews */

/** How many books are remembered: a few hundred kilobytes. */
const PAGES = 4;
const PAGE = 100;
/** How often they are learnt anew, in milliseconds. */
const LEARN_EVERY = 30 * 60_000;

export class Catalogue {
  #server = new Server();
  #memory = new Memory();
  #learnt = 0;
  /** What was remembered when the page began. */
  #woken = load().then((books) => this.#memory.replace(books));

  /** @param {Connection} connection */
  constructor(connection) {
    this.connection = connection;
  }

  /** @param {() => void} busy called when the server asks for patience */
  whenBusy(busy) {
    this.#server.addEventListener("busy", busy);
  }

  /** Learns the newest books by heart, unless it did so lately; once nothing else is to be done. */
  async learn() {
    await atRest();
    if (this.connection.isAway || Date.now() - this.#learnt < LEARN_EVERY) return;
    this.#learnt = Date.now();
    try {
      const books = [];
      for (let page = 1; page <= PAGES; page++) {
        const some = await this.#server.newest(page, PAGE);
        books.push(...some);
        if (some.length < PAGE) break;
      }
      this.#memory.replace(books);
      await save(books);
    } catch {
      this.#learnt = 0;
    }
  }

  /** Books to look at while nobody looks for one. @param {number} count @returns {Promise<import("./types.js").Summary[]>} */
  async shelf(count) {
    await this.#woken;
    if (this.#memory.size >= count || this.connection.isAway) return this.#memory.some(count, Math.random);
    return (await this.list(EVERYTHING, null, count)).items;
  }

  /** @param {Query} query @param {string | null} cursor @param {number} limit @param {AbortSignal} [signal] */
  list(query, cursor, limit, signal) {
    return this.#either(() => this.#server.list(query, cursor, limit, signal), () => this.#memory.list(query, Number.isNaN(Number(cursor)) ? null : cursor, limit));
  }

  /** @param {Query} query @param {AbortSignal} [signal] */
  facets(query, signal) {
    return this.#either(() => this.#server.facets(query, signal), () => this.#memory.facets(query));
  }

  /** @param {number} id @param {AbortSignal} [signal] @returns {Promise<Book>} */
  book(id, signal) {
    return this.#either(() => this.#server.book(id, signal), () => this.#memory.book(id));
  }

  /** @param {Book} book @param {AbortSignal} [signal] */
  byAuthor(book, signal) {
    return this.#either(() => this.#server.byAuthor(book, signal), () => this.#memory.byAuthor(book));
  }

  /** @param {Book} book @param {AbortSignal} [signal] */
  similar(book, signal) {
    return this.#either(() => this.#server.similar(book, signal), () => this.#memory.similar(book));
  }

  /** Reviews are not remembered. @param {number} id @param {number} page @param {AbortSignal} [signal] @returns {Promise<Reviews>} */
  reviews(id, page, signal) {
    return this.#either(() => this.#server.reviews(id, page, signal), () => undefined);
  }

  /** What there is to say of a number that was scanned or typed. @param {string} isbn @param {AbortSignal} [signal] @returns {Promise<Held>} */
  isbn(isbn, signal) {
    return this.#either(() => this.#server.isbn(isbn, signal), () => {
      const valid = isRight(isbn) && isBooks(isbn);
      return { valid, isbn10: null, isbn13: null, bookId: valid ? this.#memory.isbn(isbn) : null };
    });
  }

  /** The visit is over. */
  forget() {
    this.#server.forget();
  }

  /**
   * @template Answer
   * @param {() => Promise<Answer>} ask
   * @param {() => Answer | undefined} remember undefined: that is not remembered
   * @returns {Promise<Answer>}
   */
  async #either(ask, remember) {
    if (!this.connection.isAway) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof Away)) throw error;
        this.connection.lose();
      }
    }
    await this.#woken;
    const answer = remember();
    if (answer === undefined) throw new Away();
    return answer;
  }
}
