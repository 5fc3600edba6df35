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
    read: (page: number) => Promise<{ items: Item[]; hasNext: boolean }>, signal: AbortSignal | undefined,
): AsyncGenerator<Item, void, undefined> {
    for (let page = 1; ; page++) {
        const { items, hasNext } = await read(page);
        yield* untilAborted(items, signal);
        if (!hasNext)
            return;
    }
}

// Also between two items of a page that is there already.
function* untilAborted<Item>(items: Item[], signal: AbortSignal | undefined): Generator<Item, void, undefined> {
    for (const item of items) {
        signal?.throwIfAborted();
        yield item;
    }
}

/** How many items are read at once: as many as the server gives. */
export const MOST_PER_PAGE = 100;
