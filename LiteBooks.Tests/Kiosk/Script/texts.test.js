import assert from "node:assert/strict";
import test from "node:test";
import { readable, speech } from "../../../LiteBooks/Kiosk/Page/script/speech.js";
import { chooseLanguage, LANGUAGES, TEXTS } from "../../../LiteBooks/Kiosk/Page/script/texts.js";

/** @param {object} texts @param {string} [prefix] @returns {string[]} */
const names = (texts, prefix = "") => Object.entries(texts).flatMap(([name, text]) => typeof text === "object" ? names(text, `${prefix}${name}.`) : [`${prefix}${name}: ${typeof text}`]);

test("Every text is there in every language, and none is empty or forgotten in English", () => {
  for (const language of LANGUAGES) {
    assert.deepEqual(names(TEXTS[language]).sort(), names(TEXTS.en).sort(), language);
    const said = Object.entries(TEXTS[language]).filter(([, text]) => typeof text === "string");
    assert.ok(said.every(([, text]) => String(text).trim() !== ""), language);
    if (language === "en") continue;
    const alike = said.filter(([name, text]) => text === TEXTS.en[/** @type {keyof typeof TEXTS.en} */ (name)]).map(([name]) => name);
    // Words that are the same in both.
    assert.deepEqual(alike.filter((name) => !["genre", "filters"].includes(name)), [], language);
  }
});

test("Numbers, prices and plurals follow the language", () => {
  assert.equal(speech("en", "USD").money(1234.5), "$1,234.50");
  assert.equal(speech("de", "EUR").money(1234.5), "1.234,50\u00a0€");
  assert.equal(speech("en", "USD").books(1), "1 book");
  assert.equal(speech("de", "EUR").books(12345), "12.345 Bücher");
  assert.equal(speech("es", "EUR").books(1), "1 libro");
  assert.equal(speech("en", "JPY").money(500), "¥500");
  assert.match(speech("de", "EUR").countdown(1), /1 Sekunde /);
});

test("A band of prices says where it begins and ends", () => {
  const { band } = speech("en", "USD");
  assert.equal(band({ min: 0, max: 10 }), "Under $10");
  assert.equal(band({ min: 10, max: 20 }), "$10 – $20");
  assert.equal(band({ min: 1000, max: null }), "$1,000 and more");
});

test("The browser's first language that there is, is spoken", () => {
  assert.equal(chooseLanguage(["fr-FR", "de-AT", "en"]), "de");
  assert.equal(chooseLanguage(["ES"]), "es");
  assert.equal(chooseLanguage(["fr"]), "en");
  assert.equal(chooseLanguage([]), "en");
});

test("A genre is written as on a shelf", () => {
  assert.equal(readable("science-fiction"), "Science fiction");
  assert.equal(readable("élan"), "Élan");
  assert.equal(readable(""), "");
});
