// The peer: what one would write instead of LiteBooks, on the same file. fastify answers, better-sqlite3 asks, every statement is
// written by hand and compiled once, every answer has a compiled serializer, nothing is logged, nothing else stands around it.
//   node server.js DATABASE PORT
import Fastify from 'fastify';
import Database from 'better-sqlite3';
import { answers } from './answers.js';
import { Catalogue } from './catalogue.js';

const [path, port] = process.argv.slice(2);
const db = new Database(path);
// As LiteBooks: what is acknowledged is on disk.
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.pragma('foreign_keys = ON');

const catalogue = new Catalogue(db);
const app = Fastify({ logger: false });

app.get('/health', { schema: answers.health }, () => ({ status: 'healthy' }));
app.get('/books', { schema: answers.page }, request => catalogue.page(request.query));
app.get('/books/cursor', { schema: answers.piece }, request => catalogue.piece(request.query));
app.get('/books/facets', { schema: answers.facets }, request => catalogue.facets(request.query));

app.get('/books/:id', { schema: answers.book }, (request, reply) => {
    const book = catalogue.find(+request.params.id);
    if (!book)
        return reply.code(404).send();
    const tag = `"${book.id}.${book.version}"`;
    reply.header('etag', tag);
    if (request.headers['if-none-match'] === tag)
        return reply.code(304).send();
    return book;
});

app.post('/books', { schema: answers.create }, (request, reply) => {
    const book = catalogue.create(request.body);
    if (!book)
        return reply.code(409).send();
    return reply.code(201).header('etag', `"${book.id}.${book.version}"`).header('location', `/books/${book.id}`).send(book);
});

app.patch('/books/:id', { schema: answers.update }, (request, reply) => {
    const book = catalogue.update(+request.params.id, request.body);
    return book ? reply.header('etag', `"${book.id}.${book.version}"`).send(book) : reply.code(404).send();
});

await app.listen({ host: '127.0.0.1', port: +port });
process.on('SIGTERM', () => app.close().then(() => db.close()));
