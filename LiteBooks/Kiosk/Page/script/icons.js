import { svg } from "./dom.js";

/** Drawn on a field of 24 by 24, as strokes. */
const PATHS = {
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.3 15.3 21 21",
  close: "M5 5l14 14M19 5 5 19",
  back: "M14.5 5 7.5 12l7 7",
  forward: "M9.5 5l7 7-7 7",
  filter: "M4 7h9M18 7h2M4 17h3M12 17h8M15.5 4.5v5M9.5 14.5v5",
  barcode: "M4 6v12M7.5 6v9M11 6v9M14 6v12M16.5 6v9M20 6v12",
  pause: "M9 6v12M15 6v12",
  play: "M8 5.5 18 12 8 18.5z",
  available: "M5 12.5l4.5 4.5L19 7.5",
  checked_out: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4.4l3 1.8",
  reserved: "M7 4h10v16l-5-4-5 4z",
  archived: "M4 5h16v4H4zM6 9v10h12V9M10 13h4",
  keyboard: "M3 7h18v10H3zM6.5 10.2h.01M10 10.2h.01M13.5 10.2h.01M17 10.2h.01M8 14h8",
  erase: "M9 6h11v12H9l-5.5-6zM12 9.5l5 5M17 9.5l-5 5",
  lost: "M4 10a12 12 0 0 1 4-2.4M20 10a12 12 0 0 0-7-3M7.5 13.6a7 7 0 0 1 3-1.5M12 18.5h.01M4 4l16 16",
};

/** @typedef {keyof typeof PATHS} IconName */

/**
 * An icon that says nothing to those who do not see it: its text stands beside it.
 * @param {IconName} name
 */
export function icon(name) {
  return svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: PATHS[name], fill: name === "play" ? "currentColor" : "none", stroke: "currentColor", "stroke-width": 1.75, "stroke-linecap": "round", "stroke-linejoin": "round" }));
}

/** The mark of the house: three books that lean on each other. */
export function mark() {
  return svg("svg", { class: "mark", viewBox: "0 0 46 42", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: "M2 2h10v38H2z", fill: "currentColor" }),
    svg("path", { d: "M15 9h8v31h-8z", fill: "var(--gilt)" }),
    svg("path", { d: "m27.4 5.4 8.8-2.3 7.5 34.6-8.8 2.3z", fill: "var(--accent)" }));
}
