// A bar-code scanner types its number faster than anybody can, and ends with Enter.

/** The longest time between two digits of a scanner, in milliseconds. People need 150, and who types a number faster means the same. */
const SLOWEST = 100;
/** The longest between other characters: words are typed fast, and no book has them as its number. */
const SLOWEST_OTHER = 35;
/** As many characters as the shortest number of a book has, and of other goods (EAN-8): nobody types those as fast as words. */
const SHORTEST = 10;
const SHORTEST_GOODS = 8;

/** Tells scans from typing. */
export class ScanDetector {
  /** What may yet become a scan. */
  text = "";
  #last = -Infinity;
  #slowest = 0;

  /**
   * Takes a key as the browser names it, with its time in milliseconds. Returns the text of a scan with its last key.
   * @param {string} name @param {number} time
   */
  key(name, time) {
    const gap = time - this.#last;
    if (name === "Enter" || name === "Tab") {
      const pause = Math.max(gap, this.#slowest);
      const limit = /^[\dXx\p{Pd} ]+$/u.test(this.text) ? SLOWEST : SLOWEST_OTHER;
      const isScan = (this.text.length >= SHORTEST && pause <= limit) || (/^\d+$/.test(this.text) && this.text.length >= SHORTEST_GOODS && pause <= SLOWEST_OTHER);
      const scanned = isScan ? this.text : null;
      this.text = "";
      return scanned;
    }
    // Shift and its like come between the characters of some scanners.
    if ([...name].length !== 1) return null;
    this.#last = time;
    if (gap <= SLOWEST) {
      this.#slowest = this.text === "" ? 0 : Math.max(this.#slowest, gap);
      this.text += name;
    } else {
      this.#slowest = 0;
      this.text = name;
    }
    return null;
  }
}

/**
 * Listens everywhere. What a scan has typed into a field is taken out again; what is typed where there is no field is held back until
 * it can be told from a scan.
 * @param {(text: string) => void} scanned
 * @param {(text: string) => void} typed
 */
export function listenForKeys(scanned, typed) {
  const detector = new ScanDetector();
  let before = "";
  let held = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {Event} event */
  function take(event) {
    event.preventDefault();
    event.stopPropagation();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const field = event.target instanceof HTMLInputElement ? event.target : null;
    const text = detector.key(event.key, event.timeStamp);
    if (detector.text.length === 1) before = field?.value ?? "";
    if (text !== null) {
      take(event);
      clearTimeout(timer);
      held = "";
      if (field && field.value !== before) {
        field.value = before;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      scanned(text);
    } else if (!field && [...event.key].length === 1 && !isForItself(event)) {
      take(event);
      held += event.key;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const letters = held;
        held = "";
        typed(letters);
      }, SLOWEST);
    }
  }, { capture: true });
}

/** Space presses a button, and a list finds its own by their first letters. @param {KeyboardEvent} event */
const isForItself = ({ key, target }) => target instanceof Element && ((key === " " && target.closest("button, a, select") !== null) || target.closest("select") !== null);
