import assert from "node:assert/strict";
import test from "node:test";
import { ScanDetector } from "../../../LiteBooks/Kiosk/Page/script/scanner.js";

/** @param {string} text @param {number} gap */
function feed(text, gap, end = "Enter", endGap = gap) {
  const detector = new ScanDetector();
  let time = 1000;
  for (const letter of text) assert.equal(detector.key(letter, time += gap), null);
  return detector.key(end, time + endGap);
}

test("A number that comes fast and ends with Enter or Tab is a scan", () => {
  assert.equal(feed("9780441013593", 5), "9780441013593");
  assert.equal(feed("080442957X", 100), "080442957X");
  assert.equal(feed("978-0-441-01359-3", 20, "Tab"), "978-0-441-01359-3");
});

test("What comes slower, is shorter, or does not end, is typing", () => {
  assert.equal(feed("9780441013593", 101), null);
  assert.equal(feed("9780441013593", 5, "Enter", 101), null);
  assert.equal(feed("9780441", 5), null);
  assert.equal(feed("40123455", 60), null);
  assert.equal(feed("9780441013593", 5, "a"), null);
});

test("Words are typed fast, and are no scan for it", () => {
  assert.equal(feed("wuthering heights", 60), null);
  assert.equal(feed("ABC-12345-XYZ", 10), "ABC-12345-XYZ");
});

test("Other goods are scanned too, with fewer digits", () => {
  assert.equal(feed("40123455", 10), "40123455");
  assert.equal(feed("036000291452", 10), "036000291452");
});

test("What was typed before a scan is not part of it", () => {
  const detector = new ScanDetector();
  detector.key("d", 0);
  detector.key("u", 150);
  for (const [place, digit] of [..."9780441013593"].entries()) detector.key(digit, 400 + place * 8);
  assert.equal(detector.key("Enter", 510), "9780441013593");
});

test("Keys that write nothing come between without harm", () => {
  const detector = new ScanDetector();
  for (const [place, digit] of [..."080442957"].entries()) detector.key(digit, place * 10);
  detector.key("Shift", 88);
  detector.key("X", 90);
  assert.equal(detector.key("Enter", 100), "080442957X");
});
