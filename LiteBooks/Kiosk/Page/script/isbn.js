// International Standard Book Numbers (ISO 2108), as they are printed, typed and scanned.

/**
 * The number in what was scanned or typed: label, blanks, hyphens and a scanner's symbology mark dropped, and of a
 * bar code with a price or issue behind it the first thirteen digits.
 * @param {string} typed
 */
export function clean(typed) {
  const text = typed.toUpperCase()
    .replace(/^\s*\][A-Z]\d/, "")
    .replace(/^\s*(URN:\s*)?ISBN(-1[03])?:?/, "")
    .replace(/[\s\p{Pd}]/gu, "");
  return /^\d{15}$|^\d{18}$/.test(text) ? text.slice(0, 13) : text;
}

/** The number of a book at the end of a text, and what stands before it: a slow scanner types like a person, into whatever is there. @param {string} text */
export function endsInNumber(text) {
  const [, before, number] = /^(.*?)(97[89]\d{10})$/u.exec(text.trim()) ?? [];
  return number !== undefined && isRight(number) ? { before, number } : null;
}

/** Stands for what was scanned and holds no number that one could read out. */
export const NO_NUMBER = "0";

/** Whether it is ten digits, the last perhaps an X, or thirteen. @param {string} text */
export const hasForm = (text) => /^\d{9}[\dX]$|^\d{13}$/.test(text);

/** Whether it has the form and its check digit is right. @param {string} text */
export const isRight = (text) => hasForm(text) && checkDigit(text) === text.at(-1);

/** Thirteen digits that a book can have; other goods have other beginnings. @param {string} text */
export const isBooks = (text) => text.length === 10 || /^97[89]/.test(text);

/** The check digit that belongs to the other digits. @param {string} text */
export function checkDigit(text) {
  const digits = [...text.slice(0, -1)].map(Number);
  if (text.length === 10) {
    const rest = (11 - (sum(digits.map((digit, place) => digit * (10 - place))) % 11)) % 11;
    return rest === 10 ? "X" : String(rest);
  }
  return String((10 - (sum(digits.map((digit, place) => digit * (place % 2 ? 3 : 1))) % 10)) % 10);
}

/** The form of thirteen digits, by which two forms of one number are the same. @param {string} text */
export function thirteen(text) {
  if (text.length === 13) return text;
  const body = "978" + text.slice(0, 9);
  return body + checkDigit(body + "0");
}

/** As one reads it aloud: the prefix apart, then the rest, then the check digit. @param {string} text */
export const spaced = (text) => text.length === 13 ? `${text.slice(0, 3)} ${text.slice(3, 12)} ${text[12]}` : `${text.slice(0, 9)} ${text[9]}`;

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
