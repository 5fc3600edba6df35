// What the compiler must take, and what it must not. It is compiled and never run.
import { answerOf, LiteBooks, LiteBooksProblem, type Book, type BookStatus, type BookSummary } from 'litebooks-client';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
function holds<T extends true>(_?: T): void {}

export async function surface(client: LiteBooks, maybe: string | undefined): Promise<void> {
    const book = await client.books.get(1);
    holds<Equal<typeof book, Book>>();
    holds<Equal<typeof book.price, number>>();
    holds<Equal<typeof book.created_at, string>>();
    holds<Equal<typeof book.updated_at, string | null>>();
    holds<Equal<typeof book.status, BookStatus>>();
    holds<Equal<typeof book.genre, string | null>>();
    // @ts-expect-error There is no such member.
    book.pric;
    // @ts-expect-error An id is not to be changed.
    book.id = 2;
    // @ts-expect-error An id is a number.
    await client.books.get('1');

    const page = await client.books.list({ search: maybe, statuses: ['available'], sort_by: 'price', per_page: 10 }, { signal: AbortSignal.timeout(1) });
    holds<Equal<typeof page.items, BookSummary[]>>();
    // @ts-expect-error A misspelt filter.
    await client.books.list({ max_pric: 1 });
    // @ts-expect-error Not a status.
    await client.books.list({ status: 'lost' });
    // @ts-expect-error Not a sort.
    await client.books.list({ sort_by: 'isbn' });
    // @ts-expect-error The envelope would change the answer.
    await client.books.list({ envelope: true });
    // @ts-expect-error A cursor is for walk.
    client.books.all({ cursor: 'x' });

    const narrow = await client.books.list({ fields: ['id', 'title'] });
    holds<Equal<typeof narrow.items, Pick<BookSummary, 'id' | 'title'>[]>>();
    holds<Equal<typeof narrow.total, number>>();
    // @ts-expect-error It was not asked for.
    narrow.items[0]?.price;
    // @ts-expect-error A list has no descriptions.
    await client.books.list({ fields: ['description'] });
    const { isbn } = await client.books.get(1, { fields: ['isbn'] });
    holds<Equal<typeof isbn, string>>();

    for await (const item of client.books.all({ genre: 'x', fields: ['id'] })) {
        holds<Equal<typeof item, Pick<BookSummary, 'id'>>>();
    }
    for await (const item of client.books.all())
        holds<Equal<typeof item, BookSummary>>();

    await client.books.create({ title: 'T', author_name: 'A', isbn: '1', price: 1, genre: null, tags: undefined });
    // @ts-expect-error Without a price.
    await client.books.create({ title: 'T', author_name: 'A', isbn: '1' });
    // @ts-expect-error A new book has no status.
    await client.books.create({ title: 'T', author_name: 'A', isbn: '1', price: 1, status: 'available' });
    // @ts-expect-error A title cannot be cleared.
    await client.books.update(1, { title: null });
    await client.books.update(1, { genre: null }, { ifMatch: book });
    await client.books.replace(1, book);
    // @ts-expect-error Reading has no version to match.
    await client.books.get(1, { ifMatch: book });
    await client.books.change(1, current => current.price > 10 ? { price: 10 } : undefined);
    // @ts-expect-error Not a change of a book.
    await client.books.change(1, () => ({ name: 'x' }));
    // @ts-expect-error What is read is not changed in place.
    await client.books.change(1, current => { current.price = 1; return undefined; });

    const entry = (await client.admin.audit.list()).items[0]!;
    // @ts-expect-error Anything can be in there, and nothing is known of it.
    entry.before?.['title'].length;
    // @ts-expect-error Where the server is has to be said.
    new LiteBooks({});
    new LiteBooks({ baseUrl: new URL('http://localhost:8000'), token: async refused => refused });

    holds<Equal<NonNullable<ReturnType<typeof answerOf>>['etag'], string | undefined>>();
    await client.books.get(1).catch((error: unknown) => {
        if (error instanceof LiteBooksProblem && error.code === 'not_found')
            holds<Equal<typeof error.retryAfter, number | undefined>>();
    });
}
