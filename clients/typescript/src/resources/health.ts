import { operations, type Health, type Liveness, type Readiness } from '../generated/api.js';
import type { CallOptions } from '../options.js';
import type { Transport } from '../transport.js';

/** How the server is. */
export class HealthChecks {
    readonly #transport: Transport;

    constructor(transport: Transport) {
        this.#transport = transport;
    }

    /** That it answers, and its version. */
    get(options?: CallOptions): Promise<Health> {
        return this.#transport.send(operations.getHealth, {}, { ...options, anonymous: true });
    }

    /** That the process lives. */
    live(options?: CallOptions): Promise<Liveness> {
        return this.#transport.send(operations.getLiveness, {}, { ...options, anonymous: true });
    }

    /** Whether it can do its work; the problem `not_ready` says why not. */
    ready(options?: CallOptions): Promise<Readiness> {
        return this.#transport.send(operations.getReadiness, {}, { retries: 0, ...options, anonymous: true });
    }
}
