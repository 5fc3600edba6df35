// What stands above every screen but the one that waits: the way home, the search, the language.

import { el } from "./dom.js";
import { icon, mark } from "./icons.js";
import { languageChoice } from "./languages.js";

/** @typedef {import("./kiosk.js").House} House */

/** @param {House} house @param {(text: string) => void} search @param {(text: string) => void} enter */
export function header(house, search, enter) {
  const { texts } = house.say;
  const input = el("input", {
    id: "search", type: "text", inputmode: "search", enterkeyhint: "search", autocomplete: "off", autocapitalize: "off", spellcheck: "false", maxlength: 300,
    placeholder: texts.searchHint, "aria-label": texts.search, input: () => typed(),
  });
  const clear = el("button", { type: "button", class: "search-clear", "aria-label": texts.clear, hidden: true, click: () => set("") }, icon("close"));

  function typed() {
    clear.hidden = input.value === "";
    search(input.value);
  }

  /** @param {string} text */
  function set(text) {
    input.value = text;
    typed();
    input.focus();
  }

  const element = el("header", { class: "head" },
    el("a", { class: "skip", href: "#content" }, texts.toContent),
    el("button", { type: "button", class: "button button-round head-back", "aria-label": texts.back, click: () => house.router.back() }, icon("back")),
    el("button", { type: "button", class: "wordmark head-home", "aria-label": `${house.settings.name}: ${texts.home}`, click: () => house.startOver() }, mark(), el("span", { class: "head-name" }, house.settings.name)),
    el("form", { class: "search", role: "search", submit: (event) => { event.preventDefault(); enter(input.value); } }, icon("search"), input, clear),
    languageChoice(house));

  return {
    element,
    input,
    /** Shows what is searched for, without searching. @param {string} text */
    show(text) {
      if (input.value !== text) input.value = text;
      clear.hidden = text === "";
    },
  };
}
