import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LiteBooks, LiteBooksConnectionError, LiteBooksProblem, problemCodes } from 'litebooks-client';
import { newBook } from './support/books.js';
import { problemOf } from './support/problems.js';
import { hangUp, json, refuse, startScripted, type Reply } from './support/scripted-server.js';
import { startServer, type Server } from './support/server.js';

describe('Problems', () => {
    let server: Server;
    let client: LiteBooks;

    before(async () => {
        server = await startServer();
        client = new LiteBooks({ baseUrl: server.url });
    });
    after(() => server.stop());

    it('have all that the document says', async () => {
        const problem = await problemOf(client.books.get(999_999, { headers: { 'X-Request-ID': 'asked-by-a-test' } }), 'not_found');
        assert.ok(problem instanceof Error);
        assert.equal(problem.name, 'LiteBooksProblem');
        assert.equal(problem.status, 404);
        assert.equal(problem.title, 'Not found');
        assert.match(problem.detail, /999999/);
        assert.equal(problem.message, `Not found: ${problem.detail}`);
        assert.equal(problem.type, '/problems/not-found');
        assert.equal(problem.instance, '/api/v1/books/999999');
        assert.equal(problem.requestId, 'asked-by-a-test');
        assert.match(problem.timestamp ?? '', /Z$/);
        assert.deepEqual(problem.errors, []);
    });

    it('have every fault, to be shown beside its field', async () => {
        const problem = await problemOf(client.books.create({ title: '', author_name: 'A', isbn: '9780441478124', price: 0, tags: ['fine', 'x'.repeat(51)] }), 'validation_failed');
        assert.deepEqual(Object.keys(problem.fieldErrors).sort(), ['isbn', 'price', 'tags[1]', 'title']);
        assert.match(problem.fieldErrors['isbn']?.[0] ?? '', /5/);
        assert.equal(problem.errors.find(fault => fault.field === 'price')?.message, problem.fieldErrors['price']?.[0]);
        assert.match(problem.message, /isbn: /);
    });

    it('of the caller are told by the promise, and nothing is sent', async () => {
        const [list, book] = [await client.books.list(), await client.books.get(1)];
        for (const ifMatch of [{}, list, { ...book }])
            await assert.rejects(client.books.update(1, { price: 5 }, { ifMatch }), TypeError);
        for (const idempotencyKey of ['', 'ü', 'a b', 'x'.repeat(65)])
            await assert.rejects(client.books.create(newBook(), { idempotencyKey }), TypeError);
        assert.ok((await client.books.create(newBook(), { idempotencyKey: 'x'.repeat(64) })).id);
        assert.deepEqual(await client.books.get(1), book);
    });

    it('of an address are told at once', () => {
        for (const baseUrl of ['', '/', 'localhost'])
            assert.throws(() => new LiteBooks({ baseUrl }), TypeError);
        assert.ok(new LiteBooks({ baseUrl: new URL('http://localhost:8000/books/') }));
    });

    it('of a query name the parameter', async () => {
        const problem = await problemOf(client.books.list({ per_page: 1000 }), 'validation_failed');
        assert.deepEqual(Object.keys(problem.fieldErrors), ['per_page']);
    });

    it('name what stands in the way, and the rule that is broken', async () => {
        assert.equal((await problemOf(client.books.create(newBook({ isbn: '0441013597' })), 'duplicate_isbn')).existingId, 4);
        const premium = await problemOf(client.books.create(newBook({ isbn: '0306406152', price: 2000 })), 'premium_isbn_required');
        assert.equal(premium.field, 'isbn');
        assert.ok(premium.constraint);
    });

    it('have the codes that the server has', async () => {
        const listed = await (await fetch(`${server.url}/problems`, { headers: { Accept: 'application/json' } })).json() as { problems: { code: string }[] };
        assert.deepEqual([...problemCodes].sort(), listed.problems.map(({ code }) => code).sort());
    });

    it('without a document are problems all the same', async () => {
        const { url, stop } = await startScripted([response => response.writeHead(418, 'Teapot', { 'X-Request-ID': 'tea' }).end('<html>')]);
        const problem = await problemOf(new LiteBooks({ baseUrl: url }).books.get(1), 'unexplained');
        assert.deepEqual([problem.status, problem.title, problem.requestId], [418, 'Teapot', 'tea']);
        stop();
    });
});

describe('A call that comes to nothing', () => {
    it('says that there is no server', async () => {
        const { url, stop } = await startScripted([]);
        stop();
        const error = await new LiteBooks({ baseUrl: url, retries: 0 }).books.get(1).catch((e: unknown) => e);
        assert.ok(error instanceof LiteBooksConnectionError);
        assert.ok(!(error instanceof LiteBooksProblem));
        assert.deepEqual([error.name, error.method, error.url], ['LiteBooksConnectionError', 'GET', `${url}/api/v1/books/1`]);
        assert.ok(error.cause);
    });

    it('says that it is another server', async () => {
        for (const [type, text] of [['text/html', '<html>'], ['application/json', '{"id":'], ['application/json', '"hello"']] as const) {
            const { url, stop } = await startScripted([response => response.writeHead(200, { 'Content-Type': type }).end(text)]);
            await assert.rejects(new LiteBooks({ baseUrl: url, retries: 0 }).books.get(1), { name: 'LiteBooksConnectionError', message: /Is baseUrl right\?/ });
            stop();
        }
    });

    it('is ended by its time', async () => {
        const { url, stop } = await startScripted([() => undefined]);
        await assert.rejects(new LiteBooks({ baseUrl: url }).books.get(1, { signal: AbortSignal.timeout(100) }), { name: 'TimeoutError' });
        stop();
    });

    it('is ended by its signal, before, during and while it waits', async () => {
        const [during, waiting] = [new AbortController(), new AbortController()];
        const reason = new Error('the user went on');
        const { url, seen, stop } = await startScripted([
            () => during.abort(),
            (response, request) => {
                refuse(503, 'database_busy', { 'Retry-After': '9' })(response, request);
                setTimeout(() => waiting.abort(reason), 200);
            },
        ]);
        const client = new LiteBooks({ baseUrl: url });
        const began = Date.now();
        try {
            await assert.rejects(client.books.get(1, { signal: AbortSignal.abort() }), { name: 'AbortError' });
            assert.equal(seen.length, 0);
            await assert.rejects(client.books.get(1, { signal: during.signal }), { name: 'AbortError' });
            await assert.rejects(client.books.get(1, { signal: waiting.signal }), reason);
            assert.equal(seen.length, 2);
            assert.ok(Date.now() - began < 8000);
        } finally {
            stop();
        }
    });

    it('of a list is ended between two items that are there already', async () => {
        const page = { items: [{ id: 1 }, { id: 2 }], next_cursor: null, prev_cursor: null, has_more: false };
        const { url, stop } = await startScripted([json(page)]);
        const leaving = new AbortController();
        const seen: number[] = [];
        try {
            await assert.rejects(async () => {
                for await (const { id } of new LiteBooks({ baseUrl: url }).books.all({}, { signal: leaving.signal })) {
                    seen.push(id);
                    leaving.abort();
                }
            }, { name: 'AbortError' });
            assert.deepEqual(seen, [1]);
        } finally {
            stop();
        }
    });
});

describe('Retries', () => {
    const book = { id: 1 };

    /** What the server saw and what came of a call, when it answers like this. */
    async function play(replies: Reply[], call: (client: LiteBooks) => Promise<unknown>): Promise<{ seen: number; keys: (string | undefined)[]; outcome: unknown; milliseconds: number }> {
        const { url, seen, stop } = await startScripted(replies);
        const began = Date.now();
        const outcome = await call(new LiteBooks({ baseUrl: url })).catch((error: unknown) => error);
        stop();
        return { seen: seen.length, keys: seen.map(({ key }) => key), outcome, milliseconds: Date.now() - began };
    }

    it('wait as long as the server asks', async () => {
        const { seen, outcome, milliseconds } = await play([refuse(429, 'rate_limited', { 'Retry-After': '1' }), json(book)], client => client.books.update(1, { price: 1 }));
        assert.equal(seen, 2);
        assert.deepEqual(outcome, book);
        assert.ok(milliseconds >= 990, `${milliseconds}`);
    });

    it('do not wait longer than one would', async () => {
        const { seen, outcome } = await play([refuse(429, 'rate_limited', { 'Retry-After': '42' })], client => client.books.get(1));
        assert.equal(seen, 1);
        assert.equal((outcome as LiteBooksProblem).retryAfter, 42);
    });

    it('end', async () => {
        const busy = refuse(503, 'database_busy', { 'Retry-After': '0' });
        const { seen, outcome } = await play([busy, busy, busy], client => client.books.get(1));
        assert.equal(seen, 3);
        assert.equal((outcome as LiteBooksProblem).code, 'database_busy');
    });

    it('of a creation have one key', async () => {
        const { keys, outcome } = await play([hangUp, refuse(409, 'idempotency_key_in_use'), json(book, 201)], client => client.books.create(newBook()));
        assert.deepEqual(outcome, book);
        assert.match(keys[0] ?? '', /^[0-9a-f]{32}$/);
        assert.deepEqual(keys, [keys[0], keys[0], keys[0]]);
    });

    it('are not made where it may have been done, and would be done twice', async () => {
        for (const reply of [refuse(503, 'timeout', { 'Retry-After': '0' }), hangUp])
            assert.equal((await play([reply], client => client.books.replace(1, newBook()))).seen, 1);
    });

    it('are not made of what will not pass', async () => {
        for (const reply of [refuse(503, 'database_full', { 'Retry-After': '0' }), refuse(429, 'too_many_attempts', { 'Retry-After': '0' }), refuse(500, 'internal_error')])
            assert.equal((await play([reply], client => client.books.get(1))).seen, 1);
    });

    it('are left out where one says so', async () => {
        assert.equal((await play([hangUp], client => client.books.get(1, { retries: 0 }))).seen, 1);
    });
});
