// Chance that is the same for the same text, everywhere and always.

/** A number of 32 bits from a text (FNV-1a over UTF-16, then stirred). @param {string} text */
export function digest(text) {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Throws dice that begin with a number (mulberry32). @param {number} seed */
export function dice(seed) {
  let state = seed;
  /** From 0 to less than 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    /** @param {number} least @param {number} most */
    between: (least, most) => least + next() * (most - least),
    /** @param {number} least @param {number} most both can come */
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    /** @template Value @param {readonly Value[]} values */
    of: (values) => values[Math.floor(next() * values.length)],
  };
}

/** @typedef {ReturnType<typeof dice>} Dice */
