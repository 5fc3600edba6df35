// What a screen in public does not do: open menus, drag things about, select text, open other windows.

/** @param {(address: string) => void} go */
export function keepManners(go) {
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

/** @param {EventTarget | null} target */
const isField = (target) =>
  (target instanceof Element ? target : target instanceof Node ? target.parentElement : null)?.closest("input") !== null;
