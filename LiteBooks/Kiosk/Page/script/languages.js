import { el } from "./dom.js";
import { LANGUAGES, TEXTS } from "./texts.js";

/** Buttons for the languages. @param {import("./kiosk.js").House} house */
export const languageChoice = (house) =>
  el("div", { class: "languages", role: "group", "aria-label": house.say.texts.chooseLanguage },
    ...LANGUAGES.map((language) => el("button", {
      type: "button", class: "language", lang: language, "aria-pressed": String(language === house.say.language),
      click: () => house.speak(language),
    }, language.toUpperCase(), el("span", { class: "unseen" }, ` ${TEXTS[language].language}`))));
