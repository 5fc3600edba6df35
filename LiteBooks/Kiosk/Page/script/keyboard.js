// A keyboard on the screen, for kiosks that have no other. Phones and tablets bring their own.

import { el } from "./dom.js";
import { icon } from "./icons.js";

/** The rows of letters, as people know them. @type {Record<import("./texts.js").Language, string[]>} */
const ROWS = {
  en: ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm-'"],
  de: ["1234567890ß", "qwertzuiopü", "asdfghjklöä", "yxcvbnm-'"],
  es: ["1234567890", "qwertyuiop", "asdfghjklñ", "zxcvbnm-'"],
};

/** Whether this screen wants one. @param {import("./types.js").Settings} settings */
export const wantsKeyboard = (settings) =>
  settings.keyboard === "on" || (settings.keyboard === "auto" && settings.isKiosk && matchMedia("(any-pointer: coarse) and (min-width: 40rem)").matches);

/** Types into a field for as long as it has the focus. @param {import("./kiosk.js").House} house @param {HTMLInputElement} input */
export function keyboard(house, input) {
  const { texts, language } = house.say;
  const keys = el("div", { class: "keyboard", role: "group", "aria-label": texts.keyboard, hidden: true },
    ...ROWS[language].map((row) => el("div", { class: "keys" }, ...[...row].map((letter) => key(letter, letter, () => type(letter))))),
    el("div", { class: "keys" },
      key(icon("keyboard"), texts.close, () => input.blur(), "key-wide"),
      key("", texts.space, () => type(" "), "key-space"),
      key(icon("erase"), texts.erase, erase, "key-wide")));

  /** @param {Node | string} face @param {string} name @param {() => void} press @param {string} [kind] */
  function key(face, name, press, kind = "") {
    return el("button", { type: "button", class: `key ${kind}`, "aria-label": name === face ? null : name, tabindex: -1, click: press }, face);
  }

  /** @param {string} text */
  function type(text) {
    input.setRangeText(text, input.selectionStart ?? input.value.length, input.selectionEnd ?? input.value.length, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function erase() {
    const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0];
    // A letter, and not half of one.
    const before = start === end ? [...input.value.slice(0, start)].slice(0, -1).join("").length : start;
    input.setRangeText("", before, end, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {boolean} isShown */
  function show(isShown) {
    keys.hidden = !isShown;
    document.documentElement.classList.toggle("has-keyboard", isShown);
  }

  // The browser's own would come on top.
  input.inputMode = "none";
  input.addEventListener("focus", () => show(true));
  input.addEventListener("blur", () => show(false));
  // A touch on a key leaves the focus in the field.
  keys.addEventListener("pointerdown", (event) => event.preventDefault());
  keys.addEventListener("mousedown", (event) => event.preventDefault());
  return keys;
}
