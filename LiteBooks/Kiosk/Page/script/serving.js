// Lets the page itself be opened while the server is away. Browsers do this on https and on this machine's own address alone;
// elsewhere the page that is open goes on, and only cannot be loaded anew.

export function keepServing() {
  if (!("serviceWorker" in navigator)) return;
  // The page allows itself no script address but this one.
  const trusted = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("kiosk", { createScriptURL: () => "/kiosk-worker.js" });
  navigator.serviceWorker.register(trusted?.createScriptURL("") ?? "/kiosk-worker.js", { scope: "/" })
    .catch((error) => console.info("This page cannot be kept:", error));
}
