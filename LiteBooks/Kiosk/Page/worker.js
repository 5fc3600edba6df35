// Keeps the page and its files, so that the kiosk starts while the server is away. The catalogue itself is not kept here.

const CACHE = "litebooks-kiosk";
const PAGE = "/kiosk";
const PATIENCE = 3_000;

self.addEventListener("install", (event) => {
  event.waitUntil(refresh().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && (pathname === "/" || pathname === PAGE || pathname.startsWith(PAGE + "/"))) event.respondWith(page(event));
  else if (/^\/kiosk\/(files|v-)/.test(pathname)) event.respondWith(file(request));
});

/** The server's page, or the kept one if it does not come soon. */
async function page(event) {
  try {
    const answer = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new TypeError("The server is not there.");
    event.waitUntil(refresh().catch(() => {}));
    return answer;
  } catch {
    return (await caches.match(PAGE, { cacheName: CACHE })) ?? Response.error();
  }
}

/** A file never changes under its address. */
async function file(request) {
  const kept = await caches.match(request, { cacheName: CACHE });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}

/** Keeps the page as it is now with all the files that it names, and none of an older one. */
async function refresh() {
  const answer = await fetch(PAGE, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new TypeError("The server is not there.");
  const cache = await caches.open(CACHE);
  const files = [...(await answer.clone().text()).matchAll(/(?:href|src)="((\/kiosk\/[^/"]+\/)[^"]+)"/g)];
  const folder = files[0][2];
  const held = (await cache.keys()).map((request) => new URL(request.url).pathname);
  await cache.addAll([...new Set(files.map((match) => match[1]))].filter((path) => !held.includes(path)));
  await cache.put(PAGE, answer);
  await Promise.all(held.filter((path) => path !== PAGE && !path.startsWith(folder)).map((path) => cache.delete(path)));
}
