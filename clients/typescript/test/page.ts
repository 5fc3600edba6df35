// What a page of another origin does with the package. It runs in a browser, and sends what came of it to the test.
import { answerOf, LiteBooks, LiteBooksConnectionError, LiteBooksProblem } from 'litebooks-client';

const { servers, isbn } = globalThis as unknown as { servers: { open: string; closed: string }; isbn: string };

const outcome: Record<string, unknown> = {};
try {
    const client = new LiteBooks({ baseUrl: servers.open });
    outcome['titles'] = [];
    for await (const { title } of client.books.all({ sort_by: 'title', sort_order: 'asc' }))
        (outcome['titles'] as string[]).push(title);

    const book = await client.books.create({ title: 'From a page', author_name: 'A', isbn, price: 5 });
    outcome['location'] = answerOf(book)?.location === `/api/v1/books/${book.id}`;
    await client.books.update(book.id, { price: 6 });
    outcome['overtaken'] = await client.books.update(book.id, { price: 7 }, { ifMatch: book }).catch((error: unknown) => error instanceof LiteBooksProblem && error.code);
    outcome['changed'] = (await client.books.change(book.id, ({ price }) => ({ price: price + 1 }))).price;
    const read = await client.books.get(book.id);
    outcome['refreshed'] = await client.refresh(read) === read;
    outcome['fields'] = await client.books.create({ title: '', author_name: 'A', isbn, price: 0 }).catch((error: LiteBooksProblem) => Object.keys(error.fieldErrors));
    outcome['aborted'] = await client.books.get(1, { signal: AbortSignal.abort() }).catch((error: Error) => error.name);
    outcome['refused'] = await new LiteBooks({ baseUrl: servers.closed, retries: 0 }).books.get(1).catch((error: unknown) => error instanceof LiteBooksConnectionError);
} catch (error) {
    outcome['error'] = String(error);
}
await fetch('/outcome', { method: 'POST', body: JSON.stringify(outcome) });
