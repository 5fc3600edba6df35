import assert from "node:assert/strict";
import test from "node:test";
import { checkDigit, clean, endsInNumber, hasForm, isBooks, isRight, spaced, thirteen } from "../../../LiteBooks/Kiosk/Page/script/isbn.js";

test("A number is taken as it is printed, typed or scanned", () => {
  for (const typed of ["978-0-441-01359-3", "ISBN 9780441013593", "ISBN-13: 978 0 441 01359 3", "urn:isbn:9780441013593", "]E09780441013593", "978044101359351799", "978‐0‐441‐01359‐3"]) {
    assert.equal(clean(typed), "9780441013593", typed);
  }
  assert.equal(clean("0-8044-2957-x"), "080442957X");
});

test("The check digit is right for all but one of ten, or of eleven", () => {
  for (const number of ["9780441013593", "0441013597", "080442957X", "9791090636071"]) {
    assert.ok(isRight(number), number);
    assert.equal(checkDigit(number), number.at(-1));
    const wrong = [..."0123456789X"].filter((digit) => digit !== number.at(-1)).map((digit) => number.slice(0, -1) + digit);
    assert.ok(wrong.every((other) => !isRight(other)), number);
  }
});

test("Ten and thirteen digits are the same book", () => {
  assert.equal(thirteen("0441013597"), "9780441013593");
  assert.equal(thirteen("9791090636071"), "9791090636071");
});

test("Other goods have numbers too", () => {
  assert.ok(hasForm("4006381333931") && isRight("4006381333931") && !isBooks("4006381333931"));
  assert.ok(!hasForm("978044101359") && !hasForm("97804410135930") && !hasForm("X441013597") && !hasForm(""));
});

test("A number is set apart so that it can be read aloud", () => {
  assert.equal(spaced("9780441013593"), "978 044101359 3");
  assert.equal(spaced("080442957X"), "080442957 X");
});

test("A number at the end of a text is found, with what stood before", () => {
  assert.deepEqual(endsInNumber("dark9780441013593"), { before: "dark", number: "9780441013593" });
  assert.deepEqual(endsInNumber(" 9780441013593 "), { before: "", number: "9780441013593" });
  assert.equal(endsInNumber("dark9780441013594"), null);
  assert.equal(endsInNumber("1984"), null);
});
