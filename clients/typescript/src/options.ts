/** What every call takes. */
export interface CallOptions {
    /** Ends the call: `AbortSignal.timeout(5000)`, or the signal of an `AbortController`. The promise is rejected with the signal's reason. */
    signal?: AbortSignal | undefined;
    /** How often the call is sent again where that is safe; instead of the client's own number. */
    retries?: number | undefined;
    /** Further headers, such as `X-Request-ID`. */
    headers?: Readonly<Record<string, string>> | undefined;
}

/** What a call that creates something takes. */
export interface CreateOptions extends CallOptions {
    /**
     * Your own key (1–64 visible ASCII characters), for a creation that must happen once even if the page is loaded again
     * meanwhile. Without it each call has a key of its own, so that its retries do not create anything twice.
     */
    idempotencyKey?: string | undefined;
}

/** What a call that changes something takes. */
export interface WriteOptions extends CallOptions {
    /**
     * The version that you change: what an earlier call gave you, or an entity tag. If somebody else was quicker, nothing is
     * written, and the problem has `code: 'version_mismatch'`.
     */
    ifMatch?: object | string | undefined;
}

/** What a call that reads, changes and writes takes. */
export interface ChangeOptions extends CallOptions {
    /** How often it is tried before the `version_mismatch` is yours; 5 unless you say otherwise. */
    attempts?: number | undefined;
}

/** Which members of the answer you want. The result has these and no others, for the compiler too. */
export interface Fields<Name> {
    /** The members that you want, such as `['id', 'title']`. */
    fields?: readonly Name[] | undefined;
}

/** `T` with these members: `T` itself if they are all. */
export type Only<T, Name extends keyof T> = [keyof T] extends [Name] ? T : Pick<T, Name>;

/** A page whose items have these members. */
export type PageOf<Page extends { items: Item[] }, Item, Name extends keyof Item> =
    [keyof Item] extends [Name] ? Page : Omit<Page, 'items'> & { items: Pick<Item, Name>[] };
