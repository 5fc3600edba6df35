import { LiteBooksConnectionError, LiteBooksProblem } from './problems.js';

// Nothing was done, whatever was asked for.
const nothingDone = ['rate_limited', 'database_busy'];
// It may have been done, so only what can be done twice is sent again.
const perhapsDone = ['timeout', 'not_ready', 'unexplained', 'idempotency_key_in_use'];

/**
 * After how many milliseconds a failed call is sent again; undefined if it is not.
 * @param repeatable Whether it makes no difference how often it is done: a reading one, or one with an Idempotency-Key.
 */
export function pauseAfter(error: unknown, attempt: number, repeatable: boolean, longestSeconds: number): number | undefined {
    const usual = 250 * 2 ** attempt;
    if (error instanceof LiteBooksConnectionError)
        return repeatable ? usual : undefined;
    if (!(error instanceof LiteBooksProblem) || !passes(error, repeatable))
        return undefined;
    const pause = error.retryAfter === undefined ? usual : error.retryAfter * 1000;
    return pause <= longestSeconds * 1000 ? pause : undefined;
}

function passes({ code, status }: LiteBooksProblem, repeatable: boolean): boolean {
    return nothingDone.includes(code) || (repeatable && perhapsDone.includes(code) && [409, 429, 502, 503, 504].includes(status));
}

/** Waits; rejects with the signal's reason as soon as it is aborted. */
export function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const timer = setTimeout(done, milliseconds);
        signal?.addEventListener('abort', stop);
        function done(): void {
            signal?.removeEventListener('abort', stop);
            resolve();
        }
        function stop(): void {
            clearTimeout(timer);
            signal?.removeEventListener('abort', stop);
            reject(signal?.reason);
        }
    });
}
