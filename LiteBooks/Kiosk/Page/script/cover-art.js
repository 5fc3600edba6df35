// The compositions of covers. Each draws shapes on a field of 200 by 300; the words are laid over them by the style sheet.

/** @typedef {import("./chance.js").Dice} Dice */
/** @typedef {import("./cover-design.js").Palette} Palette */
/** @typedef {[tag: string, attributes: Record<string, string | number>]} Shape */

/**
 * @typedef {object} Composition
 * @property {string} name also the class that lays out its words
 * @property {number} width of the title's field, in hundredths of the cover's width
 * @property {number} height of it, in the same
 * @property {number} subtitle what a subtitle takes of that height; 0: there is no room for one
 * @property {(palette: Palette, dice: Dice) => Shape[]} draw
 */

/** @param {number} x @param {number} y @param {number} width @param {number} height @param {string} fill @returns {Shape} */
const box = (x, y, width, height, fill) => ["rect", { x: round(x), y: round(y), width: round(width), height: round(height), fill }];

/** @param {number} cx @param {number} cy @param {number} r @param {string} fill @returns {Shape} */
const disc = (cx, cy, r, fill) => ["circle", { cx: round(cx), cy: round(cy), r: round(r), fill }];

/** @param {number} cx @param {number} cy @param {number} r @param {string} stroke @param {number} width @returns {Shape} */
const ring = (cx, cy, r, stroke, width) => ["circle", { cx: round(cx), cy: round(cy), r: round(r), fill: "none", stroke, "stroke-width": width }];

/** @param {string} d @param {string} fill @returns {Shape} */
const area = (d, fill) => ["path", { d, fill }];

/** @param {string} d @param {string} stroke @param {number} width @returns {Shape} */
const line = (d, stroke, width) => ["path", { d, fill: "none", stroke, "stroke-width": width, "stroke-linecap": "round" }];

/** @param {number} number */
const round = (number) => Math.round(number * 10) / 10;

/** A quarter of a disc in a square; the corner that it sits in is 0 to 3. @param {number} x @param {number} y @param {number} size @param {number} corner @param {string} fill */
function quarter(x, y, size, corner, fill) {
  const [cx, cy, ax, ay, bx, by] = [
    [x, y, x + size, y, x, y + size],
    [x + size, y, x + size, y + size, x, y],
    [x + size, y + size, x, y + size, x + size, y],
    [x, y + size, x, y, x + size, y + size],
  ][corner];
  return area(`M${cx} ${cy}L${ax} ${ay}A${size} ${size} 0 0 1 ${bx} ${by}Z`, fill);
}

/**
 * Small motifs that repeat, for papers such as bookbinders use: the path of each around a place, and its stroke; 0: it is filled.
 * @type {readonly { path: (x: number, y: number) => string, stroke: number }[]}
 */
const MOTIFS = [
  { path: (x, y) => `M${round(x - 2.6)} ${y}a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0z`, stroke: 0 },
  { path: (x, y) => `M${round(x - 4)} ${y}h8M${x} ${round(y - 4)}v8`, stroke: 1.3 },
  { path: (x, y) => `M${round(x - 6)} ${round(y + 3)}q6 -9 12 0`, stroke: 1.4 },
  { path: (x, y) => `M${x} ${round(y - 5)}l4 5-4 5-4-5z`, stroke: 0 },
  { path: (x, y) => `M${round(x - 4)} ${round(y + 4)}l8 -8`, stroke: 1.6 },
  { path: (x, y) => `M${x} ${round(y - 5)}q5 5 0 10q-5 -5 0 -10z`, stroke: 0 },
];

/** @type {readonly Composition[]} */
export const COMPOSITIONS = [
  {
    // A pasted label on patterned paper.
    name: "label", width: 58, height: 38, subtitle: 8,
    draw: (palette, dice) => {
      const motif = dice.of(MOTIFS);
      const step = dice.of([12.5, 15.4, 18.2]);
      const colours = dice.of([[palette.second], [palette.accent], [palette.accent, palette.second]]);
      // One path for each colour: a page of covers has few elements then.
      const paths = colours.map(() => "");
      for (let row = 0; row * step < 312; row++) {
        for (let column = -1; column * step < 212; column++) {
          paths[(row + column + 1) % colours.length] += motif.path(round(column * step + (row % 2 ? step / 2 : 0)), round(row * step));
        }
      }
      return paths.map((path, turn) => motif.stroke > 0 ? line(path, colours[turn], motif.stroke) : area(path, colours[turn]));
    },
  },
  {
    // A disc, high or low, and its horizon.
    name: "sun", width: 82, height: 37, subtitle: 14,
    draw: (palette, dice) => {
      const [x, y] = [dice.between(60, 145), dice.between(184, 214)];
      const r = Math.min(dice.between(44, 68), y - 126);
      const horizon = y + r * dice.between(0.15, 0.6);
      const shapes = [disc(x, y, r, palette.accent), box(0, horizon, 200, 300 - horizon, palette.second)];
      for (let stripe = 0; stripe < dice.whole(2, 4); stripe++) {
        shapes.push(box(0, horizon + 8 + stripe * 9, 200, round(1 + stripe * 0.9), palette.ground));
      }
      return shapes;
    },
  },
  {
    // The title's first letter, as large as the cover.
    name: "initial", width: 82, height: 25, subtitle: 0,
    draw: (palette) => [box(0, 198, 200, 102, palette.ground), box(17, 198, 28, 2.4, palette.accent)],
  },
  {
    // Stripes of cloth.
    name: "stripes", width: 80, height: 38, subtitle: 12,
    draw: (palette, dice) => {
      const shapes = [];
      const colours = [palette.accent, palette.second, palette.ink, palette.ground];
      for (let x = 0, turn = dice.whole(0, 3); x < 200; turn++) {
        const width = dice.of([5, 9, 14, 22, 34]);
        shapes.push(box(x, 0, width, 158, colours[turn % colours.length]));
        x += width;
      }
      return [...shapes, box(0, 158, 200, 142, palette.ground)];
    },
  },
  {
    // Quarter discs, laid as tiles.
    name: "tiles", width: 82, height: 24, subtitle: 0,
    draw: (palette, dice) => {
      const size = dice.of([40, 50]);
      const colours = [palette.accent, palette.second, palette.ink, palette.second];
      const shapes = [];
      for (let y = 0; y < 200 - size / 2; y += size) {
        for (let x = 0; x < 200; x += size) {
          if (dice.next() < 0.16) shapes.push(box(x, y, size, size, dice.of(colours)));
          shapes.push(quarter(x, y, size, dice.whole(0, 3), dice.of(colours)));
        }
      }
      return shapes;
    },
  },
  {
    // Hills behind hills.
    name: "hills", width: 82, height: 36, subtitle: 14,
    draw: (palette, dice) => {
      const shapes = [disc(dice.between(40, 160), dice.between(146, 164), dice.between(10, 20), palette.accent)];
      const colours = [palette.second, palette.accent, palette.ink, palette.second];
      const first = dice.whole(0, 1);
      for (let hill = 0; hill < 3; hill++) {
        const [y, rise, shift] = [182 + hill * 38, dice.between(14, 30), dice.between(-40, 40)];
        shapes.push(area(
          `M0 ${round(y)}C${round(50 + shift)} ${round(y - rise)} ${round(80 + shift)} ${round(y + rise)} 120 ${round(y)}S${round(170 + shift)} ${round(y - rise)} 200 ${round(y - 6)}V300H0Z`,
          colours[(hill * 2 + first) % colours.length]));
      }
      return shapes;
    },
  },
  {
    // A ruled frame and an ornament, as the classics have it.
    name: "frame", width: 64, height: 60, subtitle: 14,
    draw: (palette, dice) => {
      const petals = dice.of([4, 6, 8]);
      const shapes = /** @type {Shape[]} */ ([
        ["rect", { x: 11, y: 11, width: 178, height: 278, fill: "none", stroke: palette.accent, "stroke-width": 2.6 }],
        ["rect", { x: 16.5, y: 16.5, width: 167, height: 267, fill: "none", stroke: palette.accent, "stroke-width": 0.9 }],
      ]);
      for (let petal = 0; petal < petals; petal++) {
        shapes.push(["path", { d: "M0 -3C5 -8 4 -14 0 -18C-4 -14 -5 -8 0 -3Z", fill: palette.accent, transform: `translate(100 214) rotate(${(360 / petals) * petal})` }]);
      }
      return [...shapes, disc(100, 214, 2.2, palette.ground === palette.accent ? palette.ink : palette.accent)];
    },
  },
  {
    // Large plain forms that touch.
    name: "forms", width: 80, height: 24, subtitle: 0,
    draw: (palette, dice) => {
      const shapes = [];
      const colours = [palette.accent, palette.second, palette.ink];
      for (let row = 0; row < 2; row++) {
        for (let column = 0; column < 2; column++) {
          const [x, y, colour] = [column * 100, row * 100, colours[(row * 2 + column + dice.whole(0, 1)) % 3]];
          const form = dice.whole(0, 4);
          if (form === 0) shapes.push(disc(x + 50, y + 50, 50, colour));
          else if (form === 1) shapes.push(area(`M${x} ${y + 100}L${x + 50} ${y}L${x + 100} ${y + 100}Z`, colour));
          else if (form === 2) shapes.push(quarter(x, y, 100, dice.whole(0, 3), colour));
          else if (form === 3) shapes.push(ring(x + 50, y + 50, 38, colour, 22));
          else shapes.push(area(`M${x} ${y + 50}A50 50 0 0 1 ${x + 100} ${y + 50}Z`, colour), area(`M${x} ${y + 100}A50 50 0 0 1 ${x + 100} ${y + 100}Z`, colour));
        }
      }
      return shapes;
    },
  },
  {
    // Rings that spread from a corner.
    name: "rings", width: 82, height: 48, subtitle: 14,
    draw: (palette, dice) => {
      const [x, y] = [dice.of([200, 200, 150]), dice.between(20, 60)];
      const [gap, width] = dice.of([[13, 1.6], [17, 5], [22, 9]]);
      const shapes = [];
      for (let turn = 1; turn * gap < 144 - y; turn++) shapes.push(ring(x, y, turn * gap, turn % 3 === 0 ? palette.accent : palette.second, width));
      return [...shapes, disc(x, y, gap * 0.6, palette.accent)];
    },
  },
  {
    // Lines that swell, as of a landscape or a voice.
    name: "waves", width: 82, height: 34, subtitle: 12,
    draw: (palette, dice) => {
      const [centre, spread] = [dice.between(70, 130), dice.between(26, 44)];
      const shapes = [];
      for (let row = 0; row < 13; row++) {
        const y = 146 + row * 9;
        let path = `M14 ${y}`;
        for (let x = 22; x <= 186; x += 8) {
          const swell = Math.exp(-((x - centre) ** 2) / (2 * spread ** 2));
          path += `L${x} ${round(y - swell * dice.between(4, 26) - dice.between(0, 1.2))}`;
        }
        // Filled, so that each line stands before the one behind it.
        shapes.push(["path", { d: path, fill: palette.ground, stroke: row % 4 === 1 ? palette.accent : palette.ink, "stroke-width": 1.3, "stroke-linejoin": "round" }]);
      }
      return /** @type {Shape[]} */ (shapes);
    },
  },
  {
    // Three bands; the words stand in the middle one.
    name: "bands", width: 82, height: 42, subtitle: 0,
    draw: (palette, dice) => {
      const [upper, lower] = dice.of([[palette.accent, palette.second], [palette.second, palette.accent], [palette.accent, palette.accent]]);
      const rule = dice.of([0, 2, 4]);
      return [box(0, 0, 200, 84, upper), box(0, 218, 200, 82, lower), box(0, 84 - rule, 200, rule, palette.ink), box(0, 218, 200, rule, palette.ink)];
    },
  },
];
