import { designCover } from "./cover-design.js";
import { el, svg } from "./dom.js";

/**
 * A book's cover. It is a picture to those who see it and nothing to others: title and author stand beside it.
 * @param {string} title @param {string} author
 */
export function cover(title, author) {
  const design = designCover(title, author);
  const { palette, composition } = design;
  const art = svg("svg", { class: "cover-art", viewBox: "0 0 200 300", preserveAspectRatio: "xMidYMid slice" },
    ...design.shapes.map(([tag, attributes]) => svg(tag, attributes)));
  const words = el("span", { class: "cover-words" },
    el("span", { class: "cover-title", dir: "auto" }, design.title),
    design.subtitle && el("span", { class: "cover-subtitle", dir: "auto" }, design.subtitle),
    el("span", { class: "cover-author", dir: "auto" }, design.author));
  const element = el("span", { class: `cover cover-${composition.name}`, "aria-hidden": "true" },
    composition.name === "initial" && el("span", { class: "cover-initial" }, design.initial), art, words);
  for (const [name, colour] of Object.entries(palette)) element.style.setProperty(`--${name}`, colour);
  element.style.setProperty("--size", `${design.size}cqi`);
  return element;
}
