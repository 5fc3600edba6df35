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
db.pragma('wal_autocheckpoint = 4000');
db.pragma('foreign_keys = ON');
// Pages are read where the kernel has them, not copied into a cache; twice as fast where many are read.
db.pragma('mmap_size = 4294967296');
db.pragma('temp_store = MEMORY');
db.pragma('optimize = 0x10002');

const catalogue = new Catalogue(db);
const app = Fastify({ logger: false });

app.get('/health/live', { schema: answers.health }, () => ({ status: 'alive' }));
app.get('/api/v1/books', { schema: answers.page }, request => catalogue.page(request.query));
app.get('/api/v1/books/cursor', { schema: answers.piece }, request => catalogue.piece(request.query));
app.get('/api/v1/books/facets', { schema: answers.facets }, request => catalogue.facets(request.query));

app.get('/api/v1/books/:id', { schema: answers.book }, (request, reply) => {
  const id = +request.params.id;
  const held = request.headers['if-none-match'];
  if (held && held === tag(id, catalogue.version(id)))
    return reply.code(304).header('etag', held).send();
  const book = catalogue.find(id);
  return book ? reply.header('etag', tag(id, book.version)).send(book) : reply.code(404).send();
});

app.post('/api/v1/books', { schema: answers.create }, (request, reply) => {
  const book = catalogue.create(request.body);
  return book
    ? reply.code(201).header('etag', tag(book.id, book.version)).header('location', `/api/v1/books/${book.id}`).send(book)
    : reply.code(409).send();
});

app.patch('/api/v1/books/:id', { schema: answers.update }, (request, reply) => {
  const book = catalogue.update(+request.params.id, request.body);
  return book ? reply.header('etag', tag(book.id, book.version)).send(book) : reply.code(404).send();
});

const tag = (id, version) => `"${id}.${version}"`;

process.on('SIGTERM', () => app.close().then(() => db.close()));
await app.listen({ host: '127.0.0.1', port: +port });
