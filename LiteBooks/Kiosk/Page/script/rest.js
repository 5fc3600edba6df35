// When there is time for what nobody waits for.

/** How long a screen is left alone first, in milliseconds, and how long is waited at most after that. */
const STANDING = 2_500;
const LONGEST = 5_000;

/** The screen stands, and nothing moves. @returns {Promise<void>} */
export const atRest = () => new Promise((resolve) => {
  // Not every browser says when it has time.
  const wait = window.requestIdleCallback ?? ((/** @type {() => void} */ call) => setTimeout(call));
  setTimeout(() => wait(() => resolve(), { timeout: LONGEST }), STANDING);
});

/** A pause in long work, in which the browser can draw and listen. @returns {Promise<void>} */
export const breath = () => new Promise((resolve) => setTimeout(resolve));
