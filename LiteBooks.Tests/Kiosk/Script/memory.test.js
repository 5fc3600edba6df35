import assert from "node:assert/strict";
import test from "node:test";
import { Memory } from "../../../LiteBooks/Kiosk/Page/script/memory.js";
import { EVERYTHING } from "../../../LiteBooks/Kiosk/Page/script/query.js";

/** @typedef {import("../../../LiteBooks/Kiosk/Page/script/types.js").Book} Book */

/** @param {number} id @param {string} title @param {Partial<Book["metadata"]> & { author?: string, price?: number }} [more] @returns {Book} */
const book = (id, title, { author = "Somebody", price = 10, ...metadata } = {}) => ({
  id, title, author: { id: author.length, name: author }, pricing: { amount: price, currency: "EUR" }, rating: { average: null, count: 0 },
  metadata: { isbn: "", genre: null, published_year: null, page_count: null, status: "available", tags: [], description: null, created_at: `2026-01-0${id}T00:00:00Z`, ...metadata },
});

const memory = new Memory();
memory.replace([
  book(1, "Dune", { author: "Frank Herbert", genre: "sci-fi", published_year: 1965, tags: ["classic", "space"], price: 17.99, isbn: "9780441013593" }),
  book(2, "Čapek’s War", { author: "Karel Čapek", genre: "sci-fi", published_year: 1936, tags: ["classic"], price: 9.99, status: "checked_out" }),
  book(3, "Emma", { author: "Jane Austen", genre: "romance", published_year: null, tags: [], price: 1200, isbn: "0141439580" }),
]);

/** @param {Partial<import("../../../LiteBooks/Kiosk/Page/script/query.js").Query>} query */
const ids = (query) => memory.list({ ...EVERYTHING, ...query }, null, 10).items.map(({ id }) => id);

test("Searches and filters find what the server would find", () => {
  assert.deepEqual(ids({}), [3, 2, 1]);
  assert.deepEqual(ids({ text: "capek" }), [2]);
  assert.deepEqual(ids({ text: "HERB" }), [1]);
  assert.deepEqual(ids({ genre: "SCI-FI" }), [2, 1]);
  assert.deepEqual(ids({ decade: 1960 }), [1]);
  assert.deepEqual(ids({ price: { min: 10, max: 20 } }), [1]);
  assert.deepEqual(ids({ price: { min: 1000, max: null } }), [3]);
  assert.deepEqual(ids({ tags: ["classic", "space"] }), [1]);
  assert.deepEqual(ids({ available: true }), [3, 1]);
});

test("Sorts are the server's, and what has no year comes last both ways", () => {
  assert.deepEqual(ids({ sort: "title" }), [2, 1, 3]);
  assert.deepEqual(ids({ sort: "cheap" }), [2, 1, 3]);
  assert.deepEqual(ids({ sort: "old" }), [2, 1, 3]);
  assert.deepEqual(ids({ sort: "young" }), [1, 2, 3]);
});

test("A list goes on where it stopped, and ends", () => {
  const first = memory.list(EVERYTHING, null, 2);
  const second = memory.list(EVERYTHING, first.next, 2);
  assert.deepEqual([first.items.length, second.items.map(({ id }) => id), second.next], [2, [1], null]);
});

test("Facets count", () => {
  const facets = memory.facets(EVERYTHING);
  assert.equal(facets.total, 3);
  assert.deepEqual(facets.genres, [{ value: "sci-fi", count: 2 }, { value: "romance", count: 1 }]);
  assert.deepEqual(facets.decades.map(({ decade }) => decade), [1930, 1960, null]);
  assert.deepEqual(facets.price_bands.map(({ min, max }) => [min, max]), [[0, 10], [10, 20], [1000, null]]);
});

test("A number is found in either form", () => {
  assert.equal(memory.isbn("0441013597"), 1);
  assert.equal(memory.isbn("9780141439587"), 3);
  assert.equal(memory.isbn("9780306406157"), null);
});

test("Similar books share tags or a genre, and are by others", () => {
  assert.deepEqual(memory.similar(/** @type {Book} */ (memory.book(1))).map(({ id }) => id), [2]);
});

test("Chance takes each book once", () => {
  assert.deepEqual(memory.some(10, () => 0.99).map(({ id }) => id).sort(), [1, 2, 3]);
});
