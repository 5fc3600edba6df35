/** All items of a list that is read by cursor, page after page, each read when it is needed. */
export async function* byCursor<Item>(
    read: (cursor: string | undefined) => Promise<{ items: Item[]; next_cursor: string | null }>, signal: AbortSignal | undefined,
): AsyncGenerator<Item, void, undefined> {
    let cursor: string | undefined;
    do {
        const page = await read(cursor);
        yield* untilAborted(page.items, signal);
        cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
}

/** All items of a list that has numbered pages. What comes or goes meanwhile may shift the rest. */
export async function* byNumber<Item>(
    read: (paging: { page: number; per_page: number }) => Promise<{ items: Item[]; has_next: boolean }>, signal: AbortSignal | undefined,
): AsyncGenerator<Item, void, undefined> {
    for (let page = 1; ; page++) {
        const { items, has_next } = await read({ page, per_page: MOST_PER_PAGE });
        yield* untilAborted(items, signal);
        if (!has_next)
            return;
    }
}

/** A query of a list without its paging, for reading all of it. */
export type Unpaged<Query> = Omit<Query, 'page' | 'per_page'> & { page?: never; per_page?: never };

// Also between two items of a page that is there already.
function* untilAborted<Item>(items: Item[], signal: AbortSignal | undefined): Generator<Item, void, undefined> {
    for (const item of items) {
        signal?.throwIfAborted();
        yield item;
    }
}

/** How many items are read at once: as many as the server gives. */
export const MOST_PER_PAGE = 100;
