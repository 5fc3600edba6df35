import { el, fill, svg } from "./dom.js";

/** @typedef {import("./kiosk.js").House} House */
/** @typedef {import("./types.js").Review} Review */

const STAR = "M10 1.6l2.5 5.4 5.9.7-4.4 4 1.2 5.8L10 14.6l-5.2 2.9L6 11.7l-4.4-4 5.9-.7z";

let drawn = 0;

/** Five stars, filled as far as an average goes. A text beside them says how far. @param {number} average */
export function stars(average) {
  const id = `stars-${++drawn}`;
  return svg("svg", { class: "stars", viewBox: "0 0 108 20", "aria-hidden": "true", focusable: "false" },
    svg("clipPath", { id }, svg("rect", { x: 0, y: 0, width: Math.floor(average) * 22 + (average % 1) * 20, height: 20 })),
    svg("g", { class: "stars-empty" }, ...places()),
    svg("g", { class: "stars-full", "clip-path": `url(#${id})` }, ...places()));
}

const places = () => [0, 22, 44, 66, 88].map((x) => svg("path", { d: STAR, transform: `translate(${x} 0)` }));

/** @param {House} house @param {number} id of the book @param {import("./types.js").Reviews} first @param {AbortSignal} signal */
export function reviewsOf(house, id, first, signal) {
  const { say } = house;
  const { texts } = say;
  const list = el("ul", { class: "reviews", role: "list" }, ...first.items.map((review) => one(say, review)));
  const foot = el("div", { class: "reviews-foot" });
  let page = 1;

  /** @param {boolean} hasMore */
  function showFoot(hasMore) {
    fill(foot, hasMore && el("button", { type: "button", class: "button", click: more }, texts.moreReviews));
  }

  async function more() {
    const next = await house.catalogue.reviews(id, ++page, signal).catch(() => null);
    if (next) list.append(...next.items.map((review) => one(say, review)));
    showFoot(next?.hasMore ?? false);
  }

  showFoot(first.hasMore);
  return el("section", { class: "row", "aria-labelledby": "reviews-title" },
    el("div", { class: "row-head" }, el("h2", { id: "reviews-title" }, texts.reviews)),
    first.average === null
      ? el("p", { class: "quiet" }, texts.noReviews)
      : el("div", { class: "reviews-average" }, el("span", { class: "reviews-number", "aria-hidden": "true" }, say.average(first.average)), el("div", {}, stars(first.average), el("p", {}, say.rating(first.average, first.count)))),
    list, foot);
}

/** @param {import("./speech.js").Speech} say @param {Review} review */
const one = (say, review) =>
  el("li", { class: "review" },
    el("p", { class: "review-stars" }, stars(review.rating), el("span", { class: "unseen" }, say.texts.stars(review.rating))),
    review.title && el("h3", { dir: "auto" }, review.title),
    review.body && el("p", { class: "review-body", dir: "auto" }, review.body),
    el("p", { class: "review-by" }, el("span", { dir: "auto" }, review.reviewer_name), ` · ${say.day(review.created_at)}`));
