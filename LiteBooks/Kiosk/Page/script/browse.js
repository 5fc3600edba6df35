// Search, filters and the books that are found.

import { el, fill } from "./dom.js";
import { chips, FacetPanel, othersOf } from "./facets.js";
import { icon } from "./icons.js";
import { filterCount, fromAddress, isSearch, sortOf, SORTS, toAddress, toFilters } from "./query.js";
import { Results } from "./results.js";

/** @typedef {import("./kiosk.js").House} House */
/** @typedef {import("./query.js").Query} Query */

/** How long after the last letter filters are counted: they cost more than a piece of the list. */
const COUNT_AFTER = 220;
/** From this width on filters stand beside the books. */
const WIDE = matchMedia("(min-width: 60rem)");

/** @param {House} house @param {URLSearchParams} parameters @returns {import("./kiosk.js").Screen & { search(text: string): void, text: string }} */
export function browseScreen(house, parameters) {
  const { say } = house;
  const { texts } = say;
  let query = fromAddress(parameters);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let counting = new AbortController();

  const results = new Results(house);
  const panel = new FacetPanel(house, choose);
  const heading = el("h1", { class: "browse-title", dir: "auto" });
  const count = el("p", { class: "browse-count", role: "status" });
  const chosen = el("div", { class: "browse-chips" });
  const sort = el("select", { class: "select", id: "sort", change: () => choose((now) => ({ ...now, sort: /** @type {any} */ (sort.value) })) });
  const filterName = el("span", {});
  const filterButton = el("button", { type: "button", class: "button filter-button", "aria-haspopup": "dialog", click: openSheet }, icon("filter"), filterName);
  const showButton = el("button", { type: "button", class: "button button-strong", click: () => sheet.close() });
  const sheet = el("dialog", { class: "dialog sheet", "aria-label": texts.filters });
  const side = el("aside", { class: "browse-side", "aria-label": texts.filters });
  const element = el("main", { class: "browse", id: "content", tabindex: -1 },
    side,
    el("div", { class: "browse-main" },
      el("div", { class: "browse-head" },
        el("div", { class: "browse-names" }, heading, count),
        el("div", { class: "browse-tools" }, filterButton,
          el("div", { class: "sort" }, el("label", { for: "sort" }, texts.sortBy), sort))),
      chosen,
      results.element),
    sheet);

  sheet.addEventListener("close", place);
  sheet.addEventListener("click", (event) => {
    // On what lies beside it.
    if (event.target === sheet) sheet.close();
  });
  WIDE.addEventListener("change", place);

  function place() {
    if (WIDE.matches && sheet.open) sheet.close();
    side.append(panel.element);
  }

  function openSheet() {
    fill(sheet,
      el("div", { class: "sheet-head" }, el("h2", {}, texts.filters),
        el("button", { type: "button", class: "button button-round", "aria-label": texts.close, click: () => sheet.close() }, icon("close"))),
      panel.element,
      el("div", { class: "sheet-foot" }, showButton));
    sheet.showModal();
  }

  /** @param {import("./facets.js").Change} change */
  function choose(change) {
    query = change(query);
    house.rename(toAddress(query));
    scrollTo(0, 0);
    draw();
  }

  function draw({ isSame = false } = {}) {
    fill(heading, isSearch(query) ? texts.resultsFor(query.text.trim()) : query.author ?? (query.genre !== null ? say.genre(query.genre) : texts.allBooks));
    fill(chosen, filterCount(query) > 0 && chips(house, query, choose));
    const set = filterCount(query);
    fill(filterName, texts.filters, set > 0 && el("span", { class: "badge", "aria-hidden": "true" }, set));
    filterButton.setAttribute("aria-label", set > 0 ? texts.filtersSet(set) : texts.filters);
    const sorts = /** @type {(keyof typeof SORTS)[]} */ (Object.keys(SORTS)).filter((name) => name !== "best" || isSearch(query));
    fill(sort, ...sorts.map((name) => el("option", { value: name, selected: name === sortOf(query) }, texts.sorts[name])));
    if (!isSame) results.show(query);
    clearTimeout(timer);
    timer = setTimeout(countAll, COUNT_AFTER);
  }

  async function countAll() {
    counting.abort();
    const { signal } = counting = new AbortController();
    try {
      const others = othersOf(query);
      const [facets, ...rest] = await Promise.all([house.catalogue.facets(query, signal), ...others.map((other) => house.catalogue.facets(other.query, signal))]);
      if (signal.aborted) return;
      const whole = { ...facets };
      for (const [turn, { kind }] of others.entries()) Object.assign(whole, { [kind]: rest[turn][kind] });
      panel.show(query, whole);
      const books = say.books(facets.total);
      fill(count, !isSearch(query) && query.text.trim() !== "" ? texts.oneMoreLetter : books);
      fill(showButton, texts.showBooks(books));
    } catch {
      // The list says what is amiss.
      if (!signal.aborted) fill(count);
    }
  }

  place();
  fill(showButton, texts.close);
  draw();

  return {
    element,
    title: texts.search,
    isVisit: true,
    get text() {
      return query.text;
    },
    search(text) {
      if (text === query.text) return;
      const before = toFilters(query).toString();
      query = { ...query, text };
      house.rename(toAddress(query));
      // One letter is too few to search for, and changes nothing.
      if (toFilters(query).toString() === before) draw({ isSame: true });
      else choose((now) => now);
    },
    // A list that the server gave stays as it is, and the visitor's place in it.
    found() {
      if (results.isMakeshift) draw();
    },
    dispose() {
      clearTimeout(timer);
      counting.abort();
      results.dispose();
      WIDE.removeEventListener("change", place);
    },
  };
}
