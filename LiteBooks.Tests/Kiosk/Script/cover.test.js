import assert from "node:assert/strict";
import test from "node:test";
import { COMPOSITIONS } from "../../../LiteBooks/Kiosk/Page/script/cover-art.js";
import { designCover, firstAuthors, firstLetter, PALETTES, splitTitle, titleSize } from "../../../LiteBooks/Kiosk/Page/script/cover-design.js";
import { dice } from "../../../LiteBooks/Kiosk/Page/script/chance.js";

test("The same book has the same cover, today as ever", () => {
  assert.deepEqual(designCover("Dune", "Frank Herbert"), designCover("Dune", "Frank Herbert"));
  assert.deepEqual(designCover("DUNE", "frank herbert").shapes, designCover("Dune", "Frank Herbert").shapes);
  // Composed and decomposed letters are the same to a reader.
  assert.deepEqual(designCover("Žert".normalize("NFD"), "Kundera").shapes, designCover("Žert".normalize("NFC"), "Kundera").shapes);
  const { composition, palette } = designCover("Dune", "Frank Herbert");
  assert.deepEqual([composition.name, palette.ground], KNOWN);
});

// Changing it gives every book of every catalogue another face.
const KNOWN = ["rings", "#8f3526"];

test("An author's books share their colours and differ in their pictures", () => {
  const titles = Array.from({ length: 40 }, (_, number) => designCover(`Volume ${number}`, "Ursula K. Le Guin"));
  assert.equal(new Set(titles.map(({ palette }) => palette)).size, 1);
  assert.ok(new Set(titles.map(({ composition }) => composition)).size > 6);
});

test("Every palette and every composition has its share of books", () => {
  const designs = Array.from({ length: 4000 }, (_, number) => designCover(`Title ${number}`, `Author ${number * 7}`));
  for (const [values, pick] of /** @type {const} */ ([[PALETTES, "palette"], [COMPOSITIONS, "composition"]])) {
    for (const value of values) {
      const share = designs.filter((design) => design[pick] === value).length / designs.length;
      assert.ok(share > 0.6 / values.length && share < 1.6 / values.length, `${pick}: ${share}`);
    }
  }
});

test("What is written on a cover can be read", () => {
  for (const { ground, ink, paper, print } of PALETTES) {
    assert.ok(contrast(ground, ink) >= 4.5, `${ink} on ${ground}: ${contrast(ground, ink)}`);
    assert.ok(contrast(paper, print) >= 4.5, `${print} on ${paper}: ${contrast(paper, print)}`);
  }
});

test("Shapes are numbers and colours, and few", () => {
  for (const composition of COMPOSITIONS) {
    for (let seed = 0; seed < 200; seed++) {
      const shapes = composition.draw(PALETTES[seed % PALETTES.length], dice(seed));
      assert.ok(shapes.length > 0 && shapes.length < 60, `${composition.name}: ${shapes.length}`);
      assert.ok(!JSON.stringify(shapes).includes("null") && !JSON.stringify(shapes).includes("NaN") && !JSON.stringify(shapes).includes("undefined"), composition.name);
    }
  }
});

test("A subtitle is told from a title", () => {
  assert.deepEqual(splitTitle("The Hunger Games (The Hunger Games, #1)"), ["The Hunger Games", "The Hunger Games, #1"]);
  assert.deepEqual(splitTitle("Gut: The Inside Story"), ["Gut: The Inside Story", ""]);
  assert.deepEqual(splitTitle("Sapiens: A Brief History"), ["Sapiens", "A Brief History"]);
  assert.deepEqual(splitTitle("1984"), ["1984", ""]);
  assert.deepEqual(splitTitle("(Untitled)"), ["(Untitled)", ""]);
  assert.equal(firstAuthors("A, B, C"), "A, B …");
});

test("The first letter is one of any script", () => {
  for (const [title, letter] of [["dune", "D"], ["“Hello”", "H"], ["ألف ليلة", "أ"], ["百年", "百"], ["…", "§"], ["élan", "É"], ["The Snow Leopard", "S"], ["Der Zauberberg", "Z"], ["El túnel", "T"], ["L’Étranger", "É"], ["Theology", "T"], ["The", "T"]]) assert.equal(firstLetter(title), letter);
});

test("A longer title is set in smaller letters, and none in letters too small to read", () => {
  const sizes = ["It", "Dune Messiah", "The Left Hand of Darkness", "One Hundred Years of Solitude and a Day", "word ".repeat(60)].map((title) => titleSize(title, 82, 40));
  assert.deepEqual(sizes, [...sizes].sort((one, other) => other - one));
  assert.ok(sizes[0] <= 19 && /** @type {number} */ (sizes.at(-1)) >= 6);
  assert.ok(titleSize("Donaudampfschifffahrtsgesellschaft", 82, 60) < titleSize("Donau dampf schiff fahrt gesellschaft", 82, 60));
});

/** WCAG 2.2, relative luminance. @param {string} one @param {string} other */
function contrast(one, other) {
  const [dark, light] = [one, other].map(luminance).sort((first, second) => first - second);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((place) => parseInt(colour.slice(place, place + 2), 16) / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
