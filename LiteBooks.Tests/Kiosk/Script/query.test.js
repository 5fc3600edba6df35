import assert from "node:assert/strict";
import test from "node:test";
import { EVERYTHING, filterCount, fromAddress, sortOf, toAddress, toFilters, toParameters } from "../../../LiteBooks/Kiosk/Page/script/query.js";

/** @type {import("../../../LiteBooks/Kiosk/Page/script/query.js").Query} */
const FULL = { text: "a & b", genre: "sci-fi", decade: 1990, price: { min: 10, max: 20 }, tags: ["x y", "ü"], author: "Le Guin, U.", available: true, sort: "cheap" };

test("An address gives back what it was made of", () => {
  for (const query of [EVERYTHING, FULL, { ...FULL, price: { min: 1000, max: null } }]) {
    assert.deepEqual(fromAddress(new URL(toAddress(query), "http://kiosk").searchParams), query);
  }
});

test("Nonsense in an address is left out", () => {
  assert.deepEqual(fromAddress(new URLSearchParams("decade=abc&price=cheap&sort=constructor&available=1&tag=a&tag=a")), { ...EVERYTHING, tags: ["a"] });
  assert.equal(fromAddress(new URLSearchParams({ q: "x".repeat(999) })).text.length, 300);
});

test("Filters are the API's", () => {
  assert.equal(String(toFilters(FULL)), "search=a+%26+b&genre=sci-fi&published_after=1990&published_before=1999&min_price=10&max_price=19.99&tags=x+y&tags=%C3%BC&author=Le+Guin%2C+U.&status=available");
  assert.equal(String(toFilters(EVERYTHING)), "");
});

test("One letter is too few to search for", () => {
  assert.equal(toFilters({ ...EVERYTHING, text: " x " }).get("search"), null);
  assert.equal(toFilters({ ...EVERYTHING, text: "xy" }).get("search"), "xy");
  // Two of one who counts in halves.
  assert.equal(toFilters({ ...EVERYTHING, text: "𝔸" }).get("search"), null);
});

test("The best match needs a search, and comes first where there is one", () => {
  assert.equal(sortOf({ ...EVERYTHING, sort: "best" }), "newest");
  assert.equal(sortOf({ ...EVERYTHING, text: "dune" }), "best");
  assert.equal(toParameters({ ...EVERYTHING, text: "dune", sort: "dear" }).get("sort_by"), "price");
});

test("Filters are counted", () => {
  assert.equal(filterCount(EVERYTHING), 0);
  assert.equal(filterCount(FULL), 7);
});
