// Keeps the remembered books over a restart of the browser. IndexedDB, because it is there on plain http too.

/** @typedef {import("./types.js").Book} Book */

const NAME = "litebooks-kiosk";
const BOOKS = "books";

/** @returns {Promise<IDBDatabase>} */
const open = () => new Promise((resolve, reject) => {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(BOOKS, { autoIncrement: true });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** All that is kept, in the order in which it was; nothing where the browser keeps nothing. @returns {Promise<Book[]>} */
export async function load() {
  try {
    const database = await open();
    return await new Promise((resolve, reject) => {
      const request = database.transaction(BOOKS).objectStore(BOOKS).getAll();
      request.onsuccess = () => resolve(request.result.flat());
      request.onerror = () => reject(request.error);
    });
  } catch {
    return [];
  }
}

/** Keeps these instead of what there was. @param {Book[]} books */
export async function save(books) {
  try {
    const transaction = (await open()).transaction(BOOKS, "readwrite");
    const store = transaction.objectStore(BOOKS);
    store.clear();
    // As one: each that is kept by itself costs as much.
    store.add(books);
  } catch {
    // A browser that keeps nothing (a private window) has the memory of the page alone.
  }
}
