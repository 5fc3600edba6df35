// What a book without a cover looks like. An author's books share their colours, as a publisher would have it; the title
// decides the composition. The same book looks the same on every screen.

import { dice, digest } from "./chance.js";
import { COMPOSITIONS } from "./cover-art.js";

/**
 * @typedef {object} Palette
 * @property {string} ground
 * @property {string} ink what is written on the ground
 * @property {string} accent
 * @property {string} second another shade on the ground, nearer to it
 * @property {string} paper what a label is made of
 * @property {string} print what is written on a label
 */

/** @type {readonly Palette[]} */
export const PALETTES = [
  { ground: "#12343b", ink: "#f4e9d8", accent: "#e1a95f", second: "#2f6f74", paper: "#f4e9d8", print: "#12343b" },
  { ground: "#8f3526", ink: "#fbefe0", accent: "#f0b67f", second: "#5e1f1a", paper: "#fbefe0", print: "#5e1f1a" },
  { ground: "#e9dfc9", ink: "#2b2a33", accent: "#b5532f", second: "#93a08c", paper: "#fbf7ec", print: "#2b2a33" },
  { ground: "#39482f", ink: "#f2ebd3", accent: "#d2b153", second: "#64764f", paper: "#f2ebd3", print: "#2c3824" },
  { ground: "#1e2237", ink: "#efe9dc", accent: "#d97757", second: "#4b5786", paper: "#efe9dc", print: "#1e2237" },
  { ground: "#d9a441", ink: "#2a1e12", accent: "#7a2e1f", second: "#f3dda7", paper: "#fbf2dc", print: "#5c2417" },
  { ground: "#b9cbd0", ink: "#1b2b34", accent: "#c9542f", second: "#6c8a94", paper: "#f2f5f3", print: "#1b2b34" },
  { ground: "#e8c4b0", ink: "#3a1f28", accent: "#8e3b46", second: "#f7e8dc", paper: "#fdf4ec", print: "#6e2a36" },
  { ground: "#4a2438", ink: "#f6e7dd", accent: "#d98f6c", second: "#7c4a5e", paper: "#f6e7dd", print: "#4a2438" },
  { ground: "#17181b", ink: "#f1ede4", accent: "#c8b273", second: "#4c4f56", paper: "#f1ede4", print: "#17181b" },
  { ground: "#0f4a41", ink: "#f3eedc", accent: "#e8825a", second: "#3e7d6c", paper: "#f3eedc", print: "#0f4a41" },
  { ground: "#f3eee3", ink: "#1d2a44", accent: "#c2452d", second: "#9db0c4", paper: "#fffdf7", print: "#1d2a44" },
  { ground: "#435266", ink: "#f5f0e6", accent: "#e9b872", second: "#2c3746", paper: "#f5f0e6", print: "#2c3746" },
  { ground: "#d5d3b8", ink: "#2c3222", accent: "#a7562f", second: "#8d8f5f", paper: "#f6f5e6", print: "#3c4430" },
  { ground: "#24479b", ink: "#f7f2e7", accent: "#f2c14e", second: "#16306d", paper: "#f7f2e7", print: "#16306d" },
  { ground: "#f0e2cf", ink: "#6e2a17", accent: "#2f5d62", second: "#d9822b", paper: "#fff9ee", print: "#6e2a17" },
];

/**
 * @typedef {object} Design
 * @property {Palette} palette
 * @property {import("./cover-art.js").Composition} composition
 * @property {import("./cover-art.js").Shape[]} shapes on a field of 200 by 300
 * @property {string} title
 * @property {string} subtitle what stands behind a colon or in brackets
 * @property {string} author
 * @property {string} initial the title's first letter
 * @property {number} size of the title's letters, in hundredths of the cover's width
 */

/** @param {string} title @param {string} author @returns {Design} */
export function designCover(title, author) {
  const name = `${title}\n${author}`.normalize("NFC").toLowerCase();
  const ofAuthor = dice(digest(author.normalize("NFC").toLowerCase()));
  const ofTitle = dice(digest(name));
  const palette = ofAuthor.of(PALETTES);
  const composition = ofTitle.of(COMPOSITIONS);
  const [main, subtitle] = splitTitle(title);
  return {
    palette,
    composition,
    shapes: composition.draw(palette, ofTitle),
    title: main,
    subtitle: composition.subtitle > 0 ? subtitle : "",
    author: firstAuthors(author),
    initial: firstLetter(main),
    size: titleSize(main, composition.width, composition.height - (subtitle ? composition.subtitle : 0)),
  };
}

/** "Emma: A Novel" and "Emma (Austen, #4)" as title and subtitle. @param {string} title @returns {[string, string]} */
export function splitTitle(title) {
  const bracket = /^(.{2,}?)\s*[([](.+?)[)\]]?\s*$/u.exec(title);
  if (bracket) return [bracket[1], bracket[2]];
  const colon = /^(.{4,}?)\s*[:：]\s+(.+)$/u.exec(title) ?? /^(.{4,}?)\s+[–—]\s+(.+)$/u.exec(title);
  return colon ? [colon[1], colon[2]] : [title, ""];
}

/** A cover names two authors; more are "and others" to everybody. @param {string} author */
export function firstAuthors(author) {
  const names = author.split(/,\s+/u);
  return names.length > 2 ? names.slice(0, 2).join(", ") + " …" : author;
}

/** As a library files its titles: without the article, which half of them begin with. */
const ARTICLE = /^\s*(?:the|an?|der|die|das|eine?|el|la|los|las|una?|le|les|l[’'])(?:\s+|(?<=[’']))(?=\S)/iu;

/** @param {string} title */
export const firstLetter = (title) => /[\p{L}\p{N}]\p{M}*/u.exec(title.replace(ARTICLE, ""))?.[0].toLocaleUpperCase() ?? "§";

/** East Asian letters are as wide as they are high. */
const WIDE_LETTERS = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u;
const LINE = 1.15;
const [SMALLEST, LARGEST, STEP] = [6.4, 19, 0.4];

/**
 * The largest letters with which a title fits its field, in hundredths of the cover's width, as the field is measured.
 * @param {string} title @param {number} width @param {number} height
 */
export function titleSize(title, width, height) {
  const isWide = WIDE_LETTERS.test(title);
  const words = isWide ? [...title] : title.split(/\s+/u);
  const letter = isWide ? 1.02 : 0.54;
  for (let size = LARGEST; size > SMALLEST; size -= STEP) {
    const room = width / (letter * size);
    const longest = Math.max(...words.map((word) => [...word].length));
    // A word of wide letters needs more than the average says.
    if (longest * 1.12 <= room && linesOf(words, room, isWide ? 0 : 1) * LINE * size <= height) return Math.round(size * 10) / 10;
  }
  return SMALLEST;
}

/** How many lines words take, each as full as can be. @param {string[]} words @param {number} room letters of a line @param {number} gap */
function linesOf(words, room, gap) {
  let [lines, used] = [1, 0];
  for (const word of words) {
    const length = [...word].length;
    if (used > 0 && used + gap + length > room) [lines, used] = [lines + 1, 0];
    used += (used > 0 ? gap : 0) + length;
  }
  return lines;
}
