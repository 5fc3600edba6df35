/** What came along with a result. */
export interface Answer {
    /** The status, such as 200 or 201. */
    readonly status: number;
    /** The version of what was read or written, for `ifMatch`. */
    readonly etag: string | undefined;
    /** What the server's log has the request under. */
    readonly requestId: string | undefined;
    /** Whether it was already done, and this is the first answer once more (`Idempotency-Replayed`). */
    readonly replayed: boolean;
    /** Where what was created is. */
    readonly location: string | undefined;
    /** All headers; in a browser those that the server lets a page see. */
    readonly headers: Headers;
}

// Beside the results, so that they stay plain data that can be compared, shown and sent back.
const answers = new WeakMap<object, Answer>();

/**
 * What came along with a result of this package: its status, its entity tag, its request id. Undefined for anything else,
 * also for a copy of a result.
 */
export function answerOf(result: object): Answer | undefined {
    return answers.get(result);
}

/** The entity tag of a result of this package, which names the version that you have. */
export function etagOf(result: object): string | undefined {
    return answers.get(result)?.etag;
}

export function remember(result: object, response: Response): void {
    const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
    answers.set(result, {
        status: response.status,
        etag: header('ETag'),
        requestId: header('X-Request-ID'),
        replayed: header('Idempotency-Replayed') === 'true',
        location: header('Location'),
        headers: response.headers,
    });
}

// Of one resource: its id and its version, then a digest. A list has a digest alone.
const ofResource = /^(W\/)?"\d+\.\d+-/;

/** What goes into If-Match. */
export function versionOf(expected: object | string): string {
    const tag = typeof expected === 'string' ? expected : etagOf(expected);
    if (typeof expected === 'object' && tag !== undefined && !ofResource.test(tag))
        throw new TypeError('ifMatch is a list, which has no version. Give what get, create or update gave.');
    if (tag === undefined)
        throw new TypeError('ifMatch is neither an entity tag nor a result that came with one. A copy of a result has none: give the result itself, or etagOf(result).');
    return tag;
}
