// Where in the kiosk one is. The browser's own history carries it, so that its back button works on a phone, and is
// emptied when a visit ends: nobody can go forward into what somebody else looked for.

/**
 * @typedef {object} Route
 * @property {"attract" | "books" | "book" | "isbn"} screen
 * @property {number} [id] of the book
 * @property {string} [isbn]
 * @property {URLSearchParams} parameters
 */

/** @param {URL | Location} address @returns {Route} */
export function routeOf(address) {
  const parameters = new URLSearchParams(address.search);
  const [, book] = /^\/kiosk\/book\/([1-9]\d{0,17})$/.exec(address.pathname) ?? [];
  if (book) return { screen: "book", id: Number(book), parameters };
  const [, isbn] = /^\/kiosk\/isbn\/([\dXx]{1,40})$/.exec(address.pathname) ?? [];
  if (isbn) return { screen: "isbn", isbn, parameters };
  return { screen: address.pathname === "/kiosk/books" ? "books" : "attract", parameters };
}

export const HOME = "/kiosk";

/** @typedef {(place: number, route: Route) => void} Draw a place is a number that grows with every step */

export class Router {
  #place = 0;
  #isForgetting = false;

  /** @param {Draw} draw */
  constructor(draw) {
    this.draw = draw;
    history.scrollRestoration = "manual";
    addEventListener("popstate", (event) => this.#moved(event));
  }

  get place() {
    return this.#place;
  }

  start() {
    const address = location.pathname + location.search;
    const isHome = routeOf(location).screen === "attract";
    if (history.state?.place === undefined) {
      // Whoever comes by a book's address finds the start behind it.
      history.replaceState({ place: 0 }, "", HOME);
      if (!isHome) history.pushState({ place: 1 }, "", address);
    }
    this.#place = history.state.place;
    this.#draw();
  }

  /** A step to another screen. @param {string} address */
  go(address) {
    if (address === location.pathname + location.search) return;
    this.#place++;
    history.pushState({ place: this.#place }, "", address);
    this.#draw();
  }

  /** The same screen under another address; nothing is drawn. @param {string} address */
  rename(address) {
    history.replaceState({ place: this.#place }, "", address);
  }

  back() {
    if (this.#place > 0) history.back();
    else this.forget();
  }

  /** To the start, with no way back or forward to where one was. */
  forget() {
    if (this.#place === 0) {
      this.#begin();
      return;
    }
    this.#isForgetting = true;
    history.go(-this.#place);
  }

  // A step from the first place drops all that lay beyond it.
  #begin() {
    this.#isForgetting = false;
    history.replaceState({ place: 0 }, "", HOME);
    history.pushState({ place: 1 }, "", HOME);
    this.#place = 1;
    this.#draw();
  }

  /** @param {PopStateEvent} event */
  #moved(event) {
    this.#place = event.state?.place ?? 0;
    if (!this.#isForgetting) this.#draw();
    else if (this.#place === 0) this.#begin();
    else history.go(-this.#place);
  }

  #draw() {
    this.draw(this.#place, routeOf(location));
  }
}
