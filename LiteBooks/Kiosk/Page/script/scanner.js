// A bar-code scanner types its number faster than anybody can, and ends with Enter.

/** The longest time between two characters of a scanner, in milliseconds. People who type fast need about 100. */
const SLOWEST = 60;
/** As many characters as the shortest number has. */
const SHORTEST = 10;

/**
 * Tells a scan from typing.
 * @returns {{ key(name: string, time: number): string | null, length: number }}
 */
export function scanDetector() {
  let text = "";
  let last = -Infinity;
  return {
    /**
     * Takes a key as the browser names it, with its time in milliseconds. Returns the text of a scan with its last key.
     */
    key(name, time) {
      const isFast = time - last <= SLOWEST;
      last = time;
      if (name === "Enter" || name === "Tab") {
        const scanned = isFast && text.length >= SHORTEST ? text : null;
        text = "";
        return scanned;
      }
      // Shift and its like come between the characters of some scanners.
      if ([...name].length !== 1) return null;
      text = isFast ? text + name : name;
      return null;
    },
    get length() {
      return text.length;
    },
  };
}

/**
 * Listens everywhere for scans. What a scan has typed into a field is taken out again.
 * @param {(text: string) => void} scanned
 */
export function listenForScans(scanned) {
  const detector = scanDetector();
  let before = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const field = event.target instanceof HTMLInputElement ? event.target : null;
    const text = detector.key(event.key, event.timeStamp);
    if (detector.length === 1) before = field?.value ?? "";
    if (text === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (field && field.value !== before) {
      field.value = before;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    scanned(text);
  }, { capture: true });
}
