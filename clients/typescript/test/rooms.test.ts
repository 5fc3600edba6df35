import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { LiteBooks } from 'litebooks-client';
import { newBook } from './support/books.js';
import { root } from './support/places.js';
import { problemOf } from './support/problems.js';
import { admin, claimed, startServer, type Server } from './support/server.js';

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
    const collected: Item[] = [];
    for await (const item of items)
        collected.push(item);
    return collected;
}

describe('Beside the books,', () => {
    let server: Server;
    let client: LiteBooks;

    before(async () => {
        server = await startServer(claimed);
        client = new LiteBooks({ baseUrl: server.url });
        await client.login(admin);
    });
    after(() => server.stop());

    it('authors', async () => {
        const author = await client.authors.create({ name: 'Ursula K. Le Guin', contact: { phone: '+15035550123' } });
        assert.equal(author.contact?.phone, '+15035550123');
        assert.equal((await client.authors.list({ search: 'le guin' })).items[0]?.id, author.id);
        assert.equal((await client.authors.change(author.id, ({ name }) => ({ bio: `${name} wrote.` }))).bio, 'Ursula K. Le Guin wrote.');
        assert.equal((await client.authors.update(author.id, { nationality: 'American' })).nationality, 'American');
        assert.equal((await client.authors.replace(author.id, { name: 'U. K. Le Guin' })).bio, null);
        const book = await client.books.create(newBook({ author_name: 'U. K. Le Guin' }));
        assert.equal((await client.authors.listBooks(author.id, { max_price: 10 })).total, 1);
        assert.deepEqual((await collect(client.authors.allBooks(author.id))).map(({ id }) => id), [book.id]);
        await problemOf(client.authors.delete(author.id), 'author_has_books');
        await client.books.delete(book.id);
        await client.authors.delete(author.id);
        await problemOf(client.authors.get(author.id), 'not_found');
        assert.equal((await collect(client.authors.all({ sort_by: 'name' }))).length, (await client.authors.list()).total);
    });

    it('more authors than a page has', async () => {
        const { created } = await client.books.createMany(Array.from({ length: 100 }, (_, index) => newBook({ author_name: `Author ${index}` })));
        const all = await collect(client.authors.all());
        assert.equal(new Set(all.map(({ id }) => id)).size, (await client.authors.list()).total);
        assert.ok(all.length > 100);
        await client.books.deleteMany(created.map(({ id }) => id));
    });

    it('reviews', async () => {
        const review = await client.reviews.create(4, { rating: 4, title: 'Spice', reviewer_name: 'Chani' });
        assert.deepEqual((await client.reviews.list()).items.map(({ id }) => id), [review.id]);
        assert.deepEqual((await collect(client.reviews.all({ book_id: 4 }))).map(({ id }) => id), [review.id]);
        assert.equal((await client.reviews.change(review.id, ({ rating }) => ({ rating: rating + 1 }))).rating, 5);
        assert.equal((await client.reviews.update(review.id, { status: 'approved' })).status, 'approved');
        assert.equal((await client.reviews.ofBook(4)).average_rating, 5);
        assert.deepEqual((await collect(client.reviews.allOfBook(4))).map(({ title }) => title), ['Spice']);
        assert.equal((await client.reviews.get(review.id)).reviewer_name, 'Chani');
        await client.reviews.delete(review.id);
        assert.equal((await client.reviews.ofBook(4)).average_rating, null);
    });

    it('users and their orders', async () => {
        const user = await client.users.create({ username: 'grace', email: 'grace@example.org', full_name: 'Grace Hopper', password: 'nanoseconds' });
        assert.equal((await client.users.update(user.id, { role: 'editor' })).role, 'editor');
        assert.equal((await client.users.change(user.id, ({ full_name }) => ({ full_name: `Dr ${full_name}` }))).full_name, 'Dr Grace Hopper');
        assert.equal((await client.users.get(user.id)).is_active, true);
        assert.equal((await client.users.list({ role: 'editor' })).total, 1);
        assert.equal((await collect(client.users.all())).length, 2);

        const order = await client.orders.create(user.id, { items: [{ book_id: 4, quantity: 2 }, { book_id: 5, quantity: 1 }] });
        assert.equal(order.total, 48.97);
        assert.equal((await client.orders.update(user.id, order.id, { status: 'paid' })).status, 'paid');
        assert.equal((await client.orders.get(user.id, order.id)).items[0]?.unit_price, 17.99);
        assert.equal((await client.orders.list(user.id, { status: 'paid' })).total, 1);
        assert.equal((await collect(client.orders.all(user.id))).length, 1);
        await problemOf(client.orders.create(user.id, { items: [{ book_id: 4, quantity: 99 }] }), 'insufficient_stock');
        await problemOf(client.orders.update(user.id, order.id, { status: 'pending' }), 'order_state');
        await problemOf(client.users.delete(user.id), 'user_has_orders');

        const another = await client.users.create({ username: 'alan', email: 'alan@example.org', full_name: 'Alan Turing', password: 'enigmatic' });
        await client.users.delete(another.id);
    });

    it('reports', async () => {
        const accepted = await client.reports.create({ report_type: 'inventory', filters: { genre: 'programming' } });
        const report = await client.reports.finished(accepted.report_id, { signal: AbortSignal.timeout(20_000) });
        assert.equal(report.status, 'completed');
        assert.equal(report.data?.totals['books'], 3);
        assert.match(await client.reports.getCsv(report.id), /^series,unit,label,value/);
        assert.equal((await client.reports.get(report.id)).report_type, 'inventory');
        assert.equal((await client.reports.list({ status: 'completed' })).total, 1);
        assert.equal((await collect(client.reports.all())).length, 1);
        await client.reports.delete(report.id);
        await problemOf(client.reports.getCsv(report.id), 'not_found');
    });

    it("the admins' own", async () => {
        const book = await client.admin.books.update(3, { cost_price: 8.2, stock_quantity: 12, price: 20 });
        assert.equal(book.cost_price, 8.2);
        assert.equal((await client.admin.books.change(3, ({ stock_quantity }) => ({ stock_quantity: (stock_quantity ?? 0) + 1 }))).stock_quantity, 13);
        assert.equal((await client.admin.books.get(3)).price, 20);

        const entries = await collect(client.admin.audit.all({ resource: 'books', resource_id: 3 }));
        assert.deepEqual(entries.map(({ action }) => action), ['update', 'update', 'create']);
        assert.equal(entries[1]?.before?.['title'], 'The Pragmatic Programmer');
        const entry = (await client.admin.audit.list({ resource: 'books', limit: 2 })).items[1]!;
        assert.equal((await client.books.revert(3, { audit_id: entry.id })).price, 49.99);
        assert.ok((await collect(client.admin.activity.all({ kind: 'signed_in' }))).length > 0);
        assert.equal((await client.admin.activity.list({ limit: 1 })).items.length, 1);
    });

    it('version 2', async () => {
        const page = await client.v2.books.list({ search: 'dune' });
        assert.equal(page.data[0]?.pricing.amount, 17.99);
        const { isbn, title, author_name } = newBook();
        const { data } = await client.v2.books.create({ title, author: { name: author_name }, pricing: { amount: 3.5 }, metadata: { isbn } });
        assert.equal((await client.v2.books.update(data.id, { metadata: { genre: 'essay' } })).data.metadata.genre, 'essay');
        const read = await client.v2.books.get(data.id);
        assert.equal((await client.v2.books.replace(data.id, { ...read.data, title: 'Other' }, { ifMatch: read })).data.title, 'Other');
        assert.equal((await client.v2.books.change(data.id, book => ({ pricing: { amount: book.data.pricing.amount * 2 } }))).data.pricing.amount, 7);
        assert.deepEqual((await collect(client.v2.books.all({ genre: 'essay' }))).map(({ id }) => id), [data.id]);
        await client.v2.books.delete(data.id);
        await problemOf(client.v2.books.get(data.id), 'not_found');
    });

    it('its health', async () => {
        assert.equal((await client.health.get()).status, 'healthy');
        assert.equal((await client.health.live()).status, 'alive');
        assert.equal((await client.health.ready()).database, 'ok');
    });

    it('no operation of the API is left out', () => {
        const sources = ['client.js', ...readdirSync(join(root, 'dist/resources')).filter(name => name.endsWith('.js')).map(name => `resources/${name}`)];
        const code = sources.map(name => readFileSync(join(root, 'dist', name), 'utf8')).join('\n');
        const document = JSON.parse(readFileSync(join(root, '../../LiteBooks/OpenApi/openapi.json'), 'utf8')) as { paths: Record<string, Record<string, { operationId: string; deprecated?: boolean }>> };
        const ids = Object.values(document.paths).flatMap(path => Object.values(path)).filter(({ deprecated }) => !deprecated).map(({ operationId }) => operationId);
        assert.ok(ids.length > 50);
        assert.deepEqual(ids.filter(id => !new RegExp(`operations\\.${id[0]!.toLowerCase()}${id.slice(1)}\\b`).test(code)), []);
    });
});
