import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answerOf, etagOf, LiteBooks } from 'litebooks-client';
import { newBook } from './support/books.js';
import { problemOf } from './support/problems.js';
import { hangUp, startScripted } from './support/scripted-server.js';
import { startServer, type Server } from './support/server.js';

describe('Safe writes', () => {
    let server: Server;
    let client: LiteBooks;

    before(async () => {
        server = await startServer();
        client = new LiteBooks({ baseUrl: server.url });
    });
    after(() => server.stop());

    it('are refused where the version is not that any more', async () => {
        const book = await client.books.create(newBook());
        await client.books.update(book.id, { price: 11 }, { ifMatch: book });
        const problem = await problemOf(client.books.update(book.id, { price: 12 }, { ifMatch: book }), 'version_mismatch');
        assert.equal(problem.status, 412);
        await problemOf(client.books.replace(book.id, { ...book }, { ifMatch: etagOf(book)! }), 'version_mismatch');
        await problemOf(client.books.delete(book.id, { ifMatch: book }), 'version_mismatch');
        assert.equal((await client.books.get(book.id)).price, 11);
    });

    it('want a version that is one', async () => {
        const book = await client.books.create(newBook());
        await assert.rejects(async () => client.books.update(book.id, { price: 1 }, { ifMatch: { ...book } }), TypeError);
    });

    it('begin anew where another change came between', async () => {
        const { id } = await client.books.create(newBook({ price: 10 }));
        const other = new LiteBooks({ baseUrl: server.url });
        const seen: number[] = [];
        const changed = await client.books.change(id, async book => {
            seen.push(book.price);
            if (seen.length === 1)
                await other.books.update(id, { price: 20 });
            return { price: book.price + 1 };
        });
        assert.deepEqual(seen, [10, 20]);
        assert.equal(changed.price, 21);
    });

    it('lose no change of five at the same time', async () => {
        const { id } = await client.books.create(newBook({ price: 10 }));
        await Promise.all(Array.from({ length: 5 }, () => client.books.change(id, book => ({ price: book.price + 1 }))));
        assert.equal((await client.books.get(id)).price, 15);
    });

    it('are given up after as many attempts as one says', async () => {
        const { id } = await client.books.create(newBook({ price: 10 }));
        let attempts = 0;
        await problemOf(client.books.change(id, async book => {
            await client.books.update(id, { price: 20 + ++attempts });
            return { price: book.price + 1 };
        }, { attempts: 3 }), 'version_mismatch');
        assert.equal(attempts, 3);
    });

    it('are not tried again where they are refused for another reason', async () => {
        const { id } = await client.books.create(newBook());
        let attempts = 0;
        await problemOf(client.books.change(id, () => ({ price: -++attempts })), 'validation_failed');
        assert.equal(attempts, 1);
    });

    it('change nothing where there is nothing to change', async () => {
        const book = await client.books.create(newBook());
        const same = await client.books.change(book.id, () => undefined);
        assert.deepEqual(same, book);
        assert.equal(same.updated_at, null);
    });

    it('are done once under a key, and the first answer comes again', async () => {
        const draft = newBook();
        const first = await client.books.create(draft, { idempotencyKey: 'shelf-1' });
        const again = await client.books.create(draft, { idempotencyKey: 'shelf-1' });
        assert.deepEqual(again, first);
        assert.equal(answerOf(first)?.replayed, false);
        assert.equal(answerOf(again)?.replayed, true);
        assert.equal(answerOf(again)?.status, 201);
        await problemOf(client.books.create(newBook(), { idempotencyKey: 'shelf-1' }), 'idempotency_key_reused');
        await problemOf(client.books.create(draft), 'duplicate_isbn');
    });

    it('are sent again under the same key when the answer is lost', async () => {
        // The server does it, and the answer does not come through, once.
        let lost = 0;
        const flaky = new LiteBooks({
            baseUrl: server.url,
            fetch: async (url, init) => {
                const response = await fetch(url, init);
                if (init?.method === 'POST' && lost++ === 0)
                    throw new TypeError('fetch failed');
                return response;
            },
        });
        const book = await flaky.books.create(newBook());
        assert.equal(lost, 2);
        assert.equal(answerOf(book)?.replayed, true);
    });

    it('without a key are not sent again when the answer is lost', async () => {
        const { url, seen, stop } = await startScripted([hangUp]);
        try {
            await assert.rejects(new LiteBooks({ baseUrl: url }).books.update(1, { price: 1 }), { name: 'LiteBooksConnectionError' });
            assert.equal(seen.length, 1);
        } finally {
            stop();
        }
    });

    it('tell where it is, and by which version', async () => {
        const book = await client.books.create(newBook());
        const answer = answerOf(book);
        assert.equal(answer?.location, `/api/v1/books/${book.id}`);
        assert.match(answer?.etag ?? '', /^".+"$/);
        assert.match(answer?.requestId ?? '', /^[A-Za-z0-9._-]+$/);
        assert.equal(answerOf({ ...book }), undefined);
    });
});

describe('Refreshing', () => {
    let server: Server;
    let client: LiteBooks;

    before(async () => {
        server = await startServer();
        client = new LiteBooks({ baseUrl: server.url });
    });
    after(() => server.stop());

    it('gives the same object while nothing has changed, and a new one then', async () => {
        const book = await client.books.get(1);
        const page = await client.books.list({ per_page: 1, sort_by: 'title', sort_order: 'asc' });
        assert.equal(await client.refresh(book), book);
        assert.equal(await client.refresh(page), page);
        await client.books.update(1, { price: 5 });
        const fresh = await client.refresh(book);
        assert.notEqual(fresh, book);
        assert.equal(fresh.price, 5);
        assert.equal(await client.refresh(fresh), fresh);
    });

    it('is for what was read alone', async () => {
        await assert.rejects(client.refresh({ id: 1 }), TypeError);
    });
});
