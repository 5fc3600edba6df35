// Says things in the visitor's language: texts, numbers, prices, names.

import { TEXTS } from "./texts.js";

/** @typedef {import("./texts.js").Language} Language */
/** @typedef {import("./query.js").PriceBand} PriceBand */

/** @param {Language} language @param {string} currency three letters (ISO 4217) */
export function speech(language, currency) {
  const texts = TEXTS[language];
  const plural = once(() => new Intl.PluralRules(language));
  const number = once(() => new Intl.NumberFormat(language));
  const one = once(() => new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
  const money = once(() => new Intl.NumberFormat(language, { style: "currency", currency }));
  const roundMoney = once(() => new Intl.NumberFormat(language, { style: "currency", currency, maximumFractionDigits: 0 }));
  const day = once(() => new Intl.DateTimeFormat(language, { dateStyle: "long" }));
  return {
    language,
    texts,
    /** @param {number} count */
    number: (count) => number().format(count),
    /** @param {number} amount */
    money: (amount) => money().format(amount),
    /** @param {number} count */
    books: (count) => texts.books(number().format(count), plural().select(count)),
    /** @param {number} count */
    pages: (count) => texts.pages(number().format(count), plural().select(count)),
    /** @param {number} seconds */
    countdown: (seconds) => texts.countdown(seconds, plural().select(seconds)),
    /** @param {number} average @param {number} count */
    rating: (average, count) => texts.rating(one().format(average), number().format(count), plural().select(count)),
    /** @param {number} average */
    average: (average) => one().format(average),
    /** @param {string} time RFC 3339 */
    day: (time) => day().format(new Date(time)),
    /** @param {PriceBand} band */
    band: ({ min, max }) => max === null ? texts.from(roundMoney().format(min)) : min === 0 ? texts.under(roundMoney().format(max)) : `${roundMoney().format(min)} – ${roundMoney().format(max)}`,
    /** @param {number | null} decade */
    decade: (decade) => decade === null ? texts.noYear : texts.decadeName(String(decade)),
    /** @param {string | null} genre */
    genre: (genre) => genre === null ? texts.noGenre : readable(genre),
  };
}

/**
 * Makes a thing when it is first wanted: what knows how a language writes costs more than a whole screen.
 * @template Thing @param {() => Thing} make
 */
function once(make) {
  /** @type {Thing | undefined} */
  let made;
  return () => made ??= make();
}

/** @typedef {ReturnType<typeof speech>} Speech */

/** "science-fiction" as one would write it on a shelf: "Science fiction". @param {string} name */
export function readable(name) {
  const text = name.replace(/[-_]+/g, " ").trim();
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
