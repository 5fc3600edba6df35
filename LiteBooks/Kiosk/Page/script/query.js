// What a list is asked for: as an address of the kiosk, and as parameters of the API.

/** @typedef {"best" | "newest" | "title" | "author" | "cheap" | "dear" | "young" | "old"} Sort */

/**
 * @typedef {object} Query
 * @property {string} text what is searched for in titles and authors
 * @property {string | null} genre
 * @property {number | null} decade the first year of it
 * @property {PriceBand | null} price
 * @property {string[]} tags all of which a book has
 * @property {string | null} author
 * @property {boolean} available only what is here now
 * @property {Sort | null} sort null: the best for the rest
 */

/** @typedef {{ min: number, max: number | null }} PriceBand from min to less than max; null: without an end */

/** @type {Query} */
export const EVERYTHING = Object.freeze({ text: "", genre: null, decade: null, price: null, tags: [], author: null, available: false, sort: null });

/** The shortest search that the API takes, in characters. */
export const SHORTEST_SEARCH = 2;

/** @type {Record<Sort, { by: string, order: "asc" | "desc" }>} */
export const SORTS = {
  best: { by: "relevance", order: "desc" },
  newest: { by: "created_at", order: "desc" },
  title: { by: "title", order: "asc" },
  author: { by: "author", order: "asc" },
  cheap: { by: "price", order: "asc" },
  dear: { by: "price", order: "desc" },
  young: { by: "published_year", order: "desc" },
  old: { by: "published_year", order: "asc" },
};

/** Whether there is enough to search for. @param {Query} query */
export const isSearch = (query) => [...query.text.trim()].length >= SHORTEST_SEARCH;

/** The sort that holds. @param {Query} query @returns {Sort} */
export function sortOf(query) {
  if (query.sort === "best" && !isSearch(query)) return "newest";
  return query.sort ?? (isSearch(query) ? "best" : "newest");
}

/** How many filters narrow the list, beside what is searched for. @param {Query} query */
export const filterCount = (query) =>
  [query.genre, query.decade, query.price, query.author].filter((value) => value !== null).length + query.tags.length + (query.available ? 1 : 0);

/** @param {Query} query */
export function toAddress(query) {
  const parameters = new URLSearchParams();
  if (query.text) parameters.set("q", query.text);
  if (query.genre !== null) parameters.set("genre", query.genre);
  if (query.decade !== null) parameters.set("decade", String(query.decade));
  if (query.price) parameters.set("price", `${query.price.min}-${query.price.max ?? ""}`);
  for (const tag of query.tags) parameters.append("tag", tag);
  if (query.author !== null) parameters.set("author", query.author);
  if (query.available) parameters.set("available", "yes");
  if (query.sort) parameters.set("sort", query.sort);
  const text = parameters.toString();
  return "/kiosk/books" + (text ? "?" + text : "");
}

/** Reads an address; what makes no sense there is left out. @param {URLSearchParams} parameters @returns {Query} */
export function fromAddress(parameters) {
  const decade = Number(parameters.get("decade") ?? NaN);
  const price = /^(\d+)-(\d*)$/.exec(parameters.get("price") ?? "");
  const sort = parameters.get("sort");
  return {
    text: (parameters.get("q") ?? "").slice(0, 300),
    genre: parameters.get("genre"),
    decade: Number.isInteger(decade) && decade >= 1000 && decade <= 9990 ? decade : null,
    price: price ? { min: Number(price[1]), max: price[2] ? Number(price[2]) : null } : null,
    tags: [...new Set(parameters.getAll("tag"))].slice(0, 10),
    author: parameters.get("author"),
    available: parameters.get("available") === "yes",
    sort: sort && Object.hasOwn(SORTS, sort) ? /** @type {Sort} */ (sort) : null,
  };
}

/** The filters as the API names them, without the sort. @param {Query} query */
export function toFilters(query) {
  const parameters = new URLSearchParams();
  if (isSearch(query)) parameters.set("search", query.text.trim());
  if (query.genre !== null) parameters.set("genre", query.genre);
  if (query.decade !== null) {
    parameters.set("published_after", String(query.decade));
    parameters.set("published_before", String(query.decade + 9));
  }
  if (query.price) {
    if (query.price.min > 0) parameters.set("min_price", String(query.price.min));
    // The API counts its bound in, and a price has two decimals.
    if (query.price.max !== null) parameters.set("max_price", (query.price.max - 0.01).toFixed(2));
  }
  for (const tag of query.tags) parameters.append("tags", tag);
  if (query.author !== null) parameters.set("author", query.author);
  if (query.available) parameters.set("status", "available");
  return parameters;
}

/** Filters and sort as the API names them. @param {Query} query */
export function toParameters(query) {
  const parameters = toFilters(query);
  const { by, order } = SORTS[sortOf(query)];
  parameters.set("sort_by", by);
  parameters.set("sort_order", order);
  return parameters;
}
