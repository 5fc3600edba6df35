// Whether the server can be reached. Asks now and then, and often while it is away.

/** How long after one look the next comes, in milliseconds. */
const CALM = 20_000;
const WAITING = 2_000;
/** How long an answer may take. */
export const PATIENCE = 8_000;

/** Tells of "lost" and "found", and of "changed" when the server has come back as another version of itself. */
export class Connection extends EventTarget {
  isAway = false;
  /** @type {string | null} */
  #version = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  start() {
    this.#look();
    addEventListener("online", () => this.#look());
  }

  /** Somebody got no answer. */
  lose() {
    if (this.isAway) return;
    this.isAway = true;
    this.dispatchEvent(new Event("lost"));
    this.#wait();
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), this.isAway ? WAITING : CALM);
  }

  async #look() {
    clearTimeout(this.#timer);
    try {
      const answer = await fetch("/kiosk", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
      if (isGateway(answer.status)) throw new TypeError("The server is not there.");
      const version = answer.headers.get("ETag");
      if (this.isAway) {
        this.isAway = false;
        this.dispatchEvent(new Event("found"));
      }
      if (this.#version !== null && version !== this.#version) this.dispatchEvent(new Event("changed"));
      this.#version = version;
    } catch {
      this.lose();
    }
    this.#wait();
  }
}

/** Whether a proxy says that it did not reach the server, or the server that it cannot answer now. @param {number} status */
export const isGateway = (status) => status === 502 || status === 503 || status === 504;
