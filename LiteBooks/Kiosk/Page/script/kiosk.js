// Puts the kiosk together: who speaks, what is shown, and when it is all forgotten.

import { attractScreen } from "./attract.js";
import { bookScreen } from "./book.js";
import { browseScreen } from "./browse.js";
import { Catalogue } from "./catalogue.js";
import { Connection } from "./connection.js";
import { el, fill } from "./dom.js";
import { header } from "./head.js";
import { icon } from "./icons.js";
import { Idle } from "./idle.js";
import { clean, endsInNumber, hasForm, isRight, NO_NUMBER } from "./isbn.js";
import { keyboard, wantsKeyboard } from "./keyboard.js";
import { keepManners } from "./manners.js";
import { notHeldScreen } from "./not-held.js";
import { EVERYTHING, toAddress } from "./query.js";
import { atRest, breath } from "./rest.js";
import { routeOf, Router } from "./router.js";
import { listenForKeys } from "./scanner.js";
import { keepServing } from "./serving.js";
import { speech } from "./speech.js";
import { chooseLanguage } from "./texts.js";

/** @typedef {import("./speech.js").Speech} Speech */
/** @typedef {import("./texts.js").Language} Language */

/**
 * A screen, until it is disposed of.
 * @typedef {object} Screen
 * @property {HTMLElement} element
 * @property {string} title
 * @property {boolean} isVisit whether somebody is there who may leave
 * @property {() => void} [found] the server is back
 * @property {(text: string) => void} [search]
 * @property {string} [text] what is searched for
 * @property {() => void} dispose
 */

/** How many screens are kept as they are, to be gone back to. */
const KEPT = 8;

/**
 * A screen, and how it was left.
 * @typedef {{ address: string, screen: Screen, scroll: number, focus: Element | null }} Kept
 */

/** What all screens share. */
export class House {
  /** @type {Map<number, Kept>} */
  #screens = new Map();
  /** @type {Kept | null} */
  #current = null;
  #typing = false;
  #asked = new AbortController();
  #root = /** @type {HTMLElement} */ (document.getElementById("kiosk"));
  #banner = el("div", { class: "banner", role: "status" });
  #stage = el("div", { class: "stage" });
  #keys = el("div");
  #wantsFreshPage = false;

  constructor() {
    /** @type {import("./types.js").Settings} */
    this.settings = JSON.parse(document.querySelector("meta[name=kiosk-settings]")?.getAttribute("content") ?? "{}");
    this.language = this.#usualLanguage();
    this.say = speech(this.language, this.settings.currency);
    this.connection = new Connection();
    this.catalogue = new Catalogue(this.connection);
    this.router = new Router((place, route) => this.#draw(place, route));
    this.idle = new Idle(this.settings.idleSeconds, () => this.say, () => this.startOver());
    this.head = this.#makeHead();
  }

  async open() {
    if (this.settings.theme !== "auto") document.documentElement.dataset.theme = this.settings.theme;
    document.documentElement.lang = this.say.language;
    fill(this.#root, this.#banner, this.head.element, this.#stage, this.#keys);
    keepManners((address) => this.router.go(address), this.settings.isKiosk);
    listenForKeys((text) => this.#lookUp(clean(text)), (letters) => this.#typeAnywhere(letters));
    this.connection.addEventListener("lost", () => this.#lost());
    this.connection.addEventListener("found", () => this.#found());
    this.connection.addEventListener("changed", () => this.#freshPage());
    this.catalogue.whenBusy(() => this.#show(this.say.texts.busy, true));
    await breath();
    this.router.start();
    this.connection.start();
    await atRest();
    keepServing();
  }

  /** Ends the visit: nothing of it is left. */
  startOver() {
    this.#asked.abort();
    for (const { screen } of this.#screens.values()) screen.dispose();
    this.#screens.clear();
    this.#current = null;
    this.catalogue.forget();
    this.#typing = false;
    if (this.#wantsFreshPage) {
      location.replace("/kiosk");
      return;
    }
    if (this.language !== this.#usualLanguage()) this.#setLanguage(this.#usualLanguage());
    this.head.show("");
    this.router.forget();
  }

  /** @param {Language} language */
  speak(language) {
    if (language === this.language) return;
    this.#setLanguage(language);
    for (const { screen } of this.#screens.values()) screen.dispose();
    this.#screens.clear();
    this.#current = null;
    this.router.draw(this.router.place, routeOf(location));
    /** @type {HTMLElement | null} */ (document.querySelector(`.language[lang=${language}]`))?.focus();
  }

  /** The next screen begins with the search. */
  wantToType() {
    this.#typing = true;
  }

  /** What is on the screen has another address now, by which one comes back to it. @param {string} address */
  rename(address) {
    this.router.rename(address);
    if (this.#current) this.#current.address = address;
  }

  /** @param {Screen} screen */
  entitle(screen) {
    if (this.#current?.screen === screen) document.title = screen.title ? `${screen.title} · ${this.settings.name}` : this.settings.name;
  }

  #usualLanguage() {
    return this.settings.language === "auto" ? chooseLanguage(navigator.languages) : this.settings.language;
  }

  /** @param {Language} language */
  #setLanguage(language) {
    this.language = language;
    this.say = speech(language, this.settings.currency);
    document.documentElement.lang = language;
    const old = this.head;
    this.head = this.#makeHead();
    old.element.replaceWith(this.head.element);
    fill(this.#banner);
    if (this.connection.isAway) this.#lost();
  }

  #makeHead() {
    const head = header(this, (text) => this.#search(text), (text) => this.#enter(text));
    fill(this.#keys, wantsKeyboard(this.settings) && keyboard(this, head.input));
    return head;
  }

  /** @param {number} place @param {import("./router.js").Route} route */
  #draw(place, route) {
    const address = location.pathname + location.search;
    const left = this.#current;
    if (left) {
      left.scroll = scrollY;
      left.focus = document.activeElement;
      left.screen.element.hidden = true;
    }
    const kept = this.#screens.get(place);
    const isBack = kept !== undefined && kept.screen !== left?.screen && kept.address === address;
    if (kept && !isBack) this.#drop(place);
    for (const other of this.#screens.keys()) {
      if (other > place && !isBack) this.#drop(other);
    }
    const shown = this.#current = isBack ? kept : { address, screen: this.#make(route), scroll: 0, focus: null };
    this.#screens.set(place, shown);
    const [oldest] = this.#screens.keys();
    if (this.#screens.size > KEPT && oldest !== place) this.#drop(oldest);
    if (!shown.screen.element.isConnected) this.#stage.append(shown.screen.element);
    shown.screen.element.hidden = false;
    this.head.element.hidden = !shown.screen.isVisit;
    this.head.show(shown.screen.text ?? "");
    document.documentElement.dataset.screen = route.screen;
    this.entitle(shown.screen);
    // Where nothing was before, there is nothing to scroll back or to take the focus from, and to ask costs time.
    if (left) scrollTo(0, shown.scroll);
    if (shown.screen.isVisit) this.idle.watch();
    else this.idle.rest();
    if (left || this.#typing) this.#focus(shown, isBack);
  }

  /** @param {Kept} shown @param {boolean} isBack */
  #focus(shown, isBack) {
    if (this.#typing && shown.screen.isVisit) this.head.input.focus();
    else if (isBack && shown.focus instanceof HTMLElement) shown.focus.focus({ preventScroll: true });
    else if (document.activeElement !== this.head.input) shown.screen.element.focus({ preventScroll: true });
    this.#typing = false;
  }

  /** @param {number} place */
  #drop(place) {
    const kept = this.#screens.get(place);
    kept?.screen.dispose();
    kept?.screen.element.remove();
    this.#screens.delete(place);
  }

  /** @param {import("./router.js").Route} route @returns {Screen} */
  #make(route) {
    for (const child of [...this.#stage.children]) {
      if (![...this.#screens.values()].some(({ screen }) => screen.element === child)) child.remove();
    }
    if (route.screen === "books") return browseScreen(this, route.parameters);
    if (route.screen === "book") return bookScreen(this, /** @type {number} */ (route.id));
    if (route.screen === "isbn") return notHeldScreen(this, /** @type {string} */ (route.isbn));
    return attractScreen(this);
  }

  /** Letters that were typed into the search. @param {string} text */
  #search(text) {
    const screen = this.#current?.screen;
    if (screen?.search) {
      screen.search(text);
    } else if (text !== "") {
      this.#typing = true;
      this.router.go(toAddress({ ...EVERYTHING, text }));
    }
  }

  /** Enter behind a search. A number is looked up, as if it had been scanned. @param {string} text */
  #enter(text) {
    const number = clean(text);
    const scanned = endsInNumber(text);
    if (hasForm(number) && isRight(number)) {
      this.#lookUp(number);
    } else if (scanned) {
      this.head.show(scanned.before);
      this.#search(scanned.before);
      this.#lookUp(scanned.number);
    } else {
      this.head.input.blur();
    }
  }

  /** @param {string} number */
  async #lookUp(number) {
    this.#asked.abort();
    const { signal } = this.#asked = new AbortController();
    const held = await this.catalogue.isbn(number, signal).catch(() => null);
    if (signal.aborted) return;
    for (const dialog of document.querySelectorAll("dialog[open]")) /** @type {HTMLDialogElement} */ (dialog).close();
    if (held && held.bookId !== null) this.router.go(`/kiosk/book/${held.bookId}`);
    else this.router.go(`/kiosk/isbn/${/\d{8}/.test(number) ? number.replace(/[^\dX]/g, "").slice(0, 40) : NO_NUMBER}`);
  }

  /** Where nobody has chosen a field, letters belong to the search. @param {string} letters */
  #typeAnywhere(letters) {
    const text = (this.#current?.screen.text ?? "") + letters;
    if (document.querySelector("dialog[open]") || text.trim() === "") return;
    this.head.show(text);
    if (this.#current?.screen.isVisit) this.head.input.focus();
    this.#search(text);
  }

  #lost() {
    this.#show(this.say.texts.away, false);
  }

  #found() {
    this.#show(this.say.texts.backAgain, true);
    this.catalogue.forget();
    this.#current?.screen.found?.();
  }

  /** The server has another version of this page: it is taken once nobody is there. */
  #freshPage() {
    this.#wantsFreshPage = true;
    if (!this.#current?.screen.isVisit) location.replace("/kiosk");
  }

  /** @param {string} text @param {boolean} isPassing */
  #show(text, isPassing) {
    const message = el("p", { class: "banner-text" }, icon(isPassing ? "available" : "lost"), el("span", {}, text));
    fill(this.#banner, message);
    if (isPassing) setTimeout(() => message.remove(), 4000);
  }
}

new House().open();
