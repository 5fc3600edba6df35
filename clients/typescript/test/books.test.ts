import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LiteBooks } from 'litebooks-client';
import { newBook } from './support/books.js';
import { startServer, type Server } from './support/server.js';

describe('Books', () => {
    let server: Server;
    let client: LiteBooks;

    before(async () => {
        server = await startServer();
        client = new LiteBooks({ baseUrl: server.url });
    });
    after(() => server.stop());

    it('are listed in pages, with their total', async () => {
        const page = await client.books.list({ per_page: 2, page: 2, sort_by: 'title', sort_order: 'asc' });
        assert.deepEqual(page.items.map(book => book.title), ['Design Patterns', 'Dune']);
        assert.equal(page.total, 5);
        assert.equal(page.has_next, true);
    });

    it('are filtered, by lists of values too', async () => {
        const page = await client.books.list({ any_tags: ['space', 'politics'], max_price: 20, in_stock: true, genre: undefined });
        assert.deepEqual(page.items.map(book => book.title).sort(), ['1984', 'Dune']);
    });

    it('are searched with whatever characters', async () => {
        const { id } = await client.books.create(newBook({ title: 'Ümläut & Co? 100 % #1' }));
        const page = await client.books.list({ search: 'umlaut & co? 100 % #1' });
        assert.deepEqual(page.items.map(book => book.id), [id]);
        await client.books.delete(id);
    });

    it('are narrowed to the members one wants', async () => {
        const page = await client.books.list({ fields: ['id', 'title'], search: 'dune' });
        assert.deepEqual(page.items, [{ id: 4, title: 'Dune' }]);
        assert.deepEqual(await client.books.get(4, { fields: ['isbn', 'tags'] }), { isbn: '9780441013593', tags: ['sci-fi', 'classic', 'space'] });
    });

    it('are iterated over by cursor, each once, while others come', async () => {
        const { created } = await client.books.createMany(Array.from({ length: 100 }, () => newBook({ genre: 'walked' })));
        const more = await client.books.createMany(Array.from({ length: 20 }, () => newBook({ genre: 'walked' })));
        const seen: number[] = [];
        for await (const book of client.books.all({ genre: 'walked', sort_by: 'created_at', sort_order: 'desc' })) {
            seen.push(book.id);
            if (seen.length === 50)
                await client.books.create(newBook({ genre: 'walked' }));
        }
        assert.deepEqual(seen, [...created, ...more.created].map(book => book.id).sort((a, b) => b - a));
    });

    it('are read no further than one iterates', async () => {
        let requests = 0;
        const counting = new LiteBooks({ baseUrl: server.url, fetch: (url, init) => { requests++; return fetch(url, init); } });
        for await (const book of counting.books.all({ genre: 'walked' })) {
            assert.equal(book.genre, 'walked');
            break;
        }
        assert.equal(requests, 1);
    });

    it('are walked by cursor in both directions', async () => {
        const first = await client.books.walk({ limit: 2, genre: 'programming', sort_by: 'title', sort_order: 'asc' });
        const second = await client.books.walk({ limit: 2, genre: 'programming', sort_by: 'title', sort_order: 'asc', cursor: first.next_cursor! });
        const back = await client.books.walk({ limit: 2, genre: 'programming', sort_by: 'title', sort_order: 'asc', cursor: second.prev_cursor! });
        assert.deepEqual(second.items.map(book => book.title), ['The Pragmatic Programmer']);
        assert.deepEqual(back.items, first.items);
    });

    it('are created, replaced, updated and deleted', async () => {
        const draft = newBook({ price: 12.34, tags: ['New', 'new'], published_year: null });
        const made = await client.books.create(draft);
        assert.equal(made.isbn, draft.isbn);
        assert.equal(made.price, 12.34);
        assert.deepEqual(made.tags, ['new']);

        const replaced = await client.books.replace(made.id, { ...made, title: 'Another', genre: 'essay' });
        assert.deepEqual([replaced.title, replaced.genre], ['Another', 'essay']);
        const updated = await client.books.update(made.id, { status: 'reserved', genre: null });
        assert.deepEqual([updated.status, updated.genre, updated.title], ['reserved', null, 'Another']);
        assert.deepEqual(await client.books.get(made.id), updated);

        assert.equal(await client.books.delete(made.id), undefined);
        await assert.rejects(client.books.get(made.id), { code: 'not_found', status: 404 });
    });

    it('are created and deleted many at once', async () => {
        const taken = { ...newBook(), isbn: '9780441013593' };
        const { created, errors } = await client.books.createMany([newBook(), taken]);
        assert.equal(created.length, 1);
        assert.deepEqual(errors.map(({ index, existing_id }) => ({ index, existing_id })), [{ index: 1, existing_id: 4 }]);
        assert.deepEqual(await client.books.deleteMany([created[0]!.id, 999_999]), { deleted: 1, not_found: [999_999] });
        await assert.rejects(client.books.createMany([newBook(), taken], { atomic: true }), { code: 'duplicate_isbn', duplicates: [{ index: 1, isbn: '9780441013593', error: 'The book 4 has this ISBN already.', existing_id: 4 }] });
    });

    it('have other views, counts and ISBNs', async () => {
        assert.deepEqual(await client.books.getSummary(5), { id: 5, title: '1984', author_name: 'George Orwell', price: 12.99, genre: 'dystopian' });
        assert.equal((await client.books.getCompact(5)).title, '1984');
        assert.equal((await client.books.getMinimal(5)).status, undefined);
        const facets = await client.books.facets({ tags: ['programming'] });
        assert.deepEqual(facets.genres, [{ value: 'programming', count: 3 }]);
        assert.equal((await client.books.explainIsbn('0-441-01359-7')).book_id, 4);
        assert.equal((await client.books.explainIsbn('0441013597?/#')).valid, false);
    });
});
