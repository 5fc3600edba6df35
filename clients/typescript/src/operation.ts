/** One operation of the API: how it is sent, and, for the compiler alone, what goes in and what comes out. */
export interface Operation<Path, Query, Body, Result> {
    readonly method: string;
    readonly path: string;
    /** Whether it heeds an Idempotency-Key. */
    readonly keyed: boolean;
    /** Whether its body is a form instead of JSON. */
    readonly form: boolean;
    /** Never there; it holds the types. */
    readonly types?: (path: Path, query: Query, body: Body) => Result;
}

/** What every GET can be asked for. */
interface Shaping {
    readonly fields?: string;
}

/** What is sent with an operation: its place, its query, its body. */
export type Input<Path, Query, Body> =
    & (Path extends undefined ? unknown : { readonly path: Path })
    & { readonly query?: (Query extends undefined ? unknown : Query) & Shaping }
    & (Body extends undefined ? unknown : { readonly body: Body });

/** Any input, as the code that sends it sees it. */
export interface AnyInput {
    readonly path?: object;
    readonly query?: object;
    readonly body?: unknown;
}

/** `/api/v1/books/{id}` with its ids filled in, and the query behind it. Lists repeat their parameter. */
export function addressOf(path: string, input: AnyInput): string {
    const places = new Map(Object.entries(input.path ?? {}));
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(places.get(name))));
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(input.query ?? {}) as [string, unknown][]) {
        for (const one of Array.isArray(value) ? value : [value]) {
            if (one !== undefined && one !== null)
                query.append(name, String(one));
        }
    }
    return query.size > 0 ? `${filled}?${query}` : filled;
}
