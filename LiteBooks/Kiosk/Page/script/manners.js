// What a screen in public does not do: open menus, drag things about, select text, open other windows.

/** What one writes with, and what makes a page larger for those who need it so. */
const FOR_VISITORS = new Set(["a", "c", "v", "x", "y", "z", "arrowleft", "arrowright", "home", "end", "backspace", "delete", "+", "=", "-", "0"]);

/** @param {(address: string) => void} go @param {boolean} isKiosk on a screen of the house, and not on somebody's own */
export function keepManners(go, isKiosk) {
  if (isKiosk) {
    document.addEventListener("keydown", (event) => {
      if (isBrowsers(event)) event.preventDefault();
    }, { capture: true });
  }
  for (const name of ["contextmenu", "dragstart"]) {
    document.addEventListener(name, (event) => event.preventDefault());
  }
  document.addEventListener("selectstart", (event) => {
    if (!isField(event.target)) event.preventDefault();
  });
  // A middle click would open a tab of its own.
  document.addEventListener("auxclick", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link) return;
    event.preventDefault();
    const address = new URL(link.href);
    if (address.hash && address.pathname === location.pathname) document.querySelector(/** @type {any} */ (address.hash))?.focus();
    else go(address.pathname + address.search);
  });
  document.addEventListener("drop", (event) => event.preventDefault());
  document.addEventListener("dragover", (event) => event.preventDefault());
}

/** Keys at which a browser prints, saves, looks for a text or shows the source. With Alt too, Ctrl writes letters. @param {KeyboardEvent} event */
const isBrowsers = ({ key, ctrlKey, metaKey, altKey }) => /^F([1-46-9]|1\d)$/.test(key) || ((ctrlKey || metaKey) && !altKey && !FOR_VISITORS.has(key.toLowerCase()));

/** @param {EventTarget | null} target */
const isField = (target) =>
  (target instanceof Element ? target : target instanceof Node ? target.parentElement : null)?.closest("input") !== null;
