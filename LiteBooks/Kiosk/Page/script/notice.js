import { el } from "./dom.js";
import { icon } from "./icons.js";
import { Away, Refused } from "./server.js";

/** What went wrong, in words, and a button to try again where that may help. @param {import("./kiosk.js").House} house @param {unknown} error @param {() => void} again @param {"p" | "h1"} [kind] h1 where nothing else is on the screen */
export function notice(house, error, again, kind = "p") {
  const { texts } = house.say;
  const isClosed = error instanceof Refused && (error.status === 401 || error.status === 403);
  const isGone = error instanceof Refused && error.status === 404;
  const text = isClosed ? texts.closed : isGone ? texts.noSuchBook : error instanceof Away ? texts.notRemembered : texts.failed;
  if (!(error instanceof Away || error instanceof Refused)) console.error(error);
  return el("div", { class: "notice", role: "status" }, icon(error instanceof Away ? "lost" : "close"), el(kind, { class: "notice-text" }, text),
    !isClosed && !isGone && el("button", { type: "button", class: "button", click: again }, texts.again));
}
