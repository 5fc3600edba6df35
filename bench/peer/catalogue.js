// The SQL of the peer. Statements are compiled once by their text; LiteBooks' tables, indexes and triggers serve both.
import { filter, fold, order } from './filter.js';

const Edges = [0, 10, 20, 50, 100, 500, 1000];
const RecentMilliseconds = 30 * 24 * 60 * 60 * 1000;

const Summary = 'b.id, b.title, b.author_name, b.price_cents / 100.0 AS price, b.genre';
const Whole = `
  b.id, b.title, b.author_name, b.isbn, b.genre, b.published_year, b.price_cents / 100.0 AS price, b.description,
  b.tags, b.status, b.page_count, b.created_at, b.updated_at, b.version`;
const From = 'FROM books b';

export class Catalogue {
  #db;
  #statements = new Map();
  #create;
  #update;

  constructor(db) {
    this.#db = db;
    this.#create = db.transaction(book => this.#insert(book));
    this.#update = db.transaction((id, changes) => this.#change(id, changes));
  }

  find(id) {
    const row = this.#prepared(`SELECT ${Whole} ${From} WHERE b.id = ?`).get(id);
    return row && shown(row);
  }

  // All that a client needs to know whose copy is still good.
  version(id) {
    return this.#prepared('SELECT version FROM books WHERE id = ?').get(id)?.version;
  }

  page(query) {
    const { where, values } = filter(query);
    const page = +(query.page ?? 1);
    const perPage = +(query.per_page ?? 20);
    const total = this.#prepared(`SELECT count(*) AS total FROM books b ${where}`).get(...values).total;
    // Rows are fetched only for the ids of the page: what OFFSET passes over is read in the index alone. CROSS JOIN keeps the planner
    // from beginning at the other end.
    const items = this.#prepared(`
      SELECT ${Summary}
      FROM (SELECT b.id FROM books b ${where} ${order(query)} LIMIT ? OFFSET ?) p
      CROSS JOIN books b ON b.id = p.id
      ${order(query)}`).all(...values, perPage, (page - 1) * perPage);
    const totalPages = Math.ceil(total / perPage);
    return { items, total, page, per_page: perPage, total_pages: totalPages, has_next: page < totalPages, has_prev: page > 1 };
  }

  // By the default order only: created_at, the newest first.
  piece(query) {
    const limit = +(query.limit ?? 20);
    const place = query.cursor ? Place.read(query.cursor) : Place.Start;
    const rows = this.#prepared(`
      SELECT ${Summary}, b.created_at
      ${From}
      WHERE (b.created_at, b.id) ${place.back ? '>' : '<'} (?, ?)
      ORDER BY b.created_at ${place.back ? 'ASC' : 'DESC'}, b.id ${place.back ? 'ASC' : 'DESC'}
      LIMIT ?`).all(place.time, place.id, limit + 1);
    const more = rows.length > limit;
    if (more)
      rows.pop();
    if (place.back)
      rows.reverse();
    const [before, behind] = place.back ? [more, true] : [query.cursor !== undefined, more];
    return {
      items: rows,
      next_cursor: behind && rows.length ? Place.write('n', rows.at(-1)) : null,
      prev_cursor: before && rows.length ? Place.write('p', rows[0]) : null,
      has_more: behind,
    };
  }

  facets(query) {
    const { where, values } = filter(query);
    const count = (value, from = 'books b', by = value) => this.#prepared(`
      SELECT ${value} AS value, count(*) AS count FROM ${from} ${where} GROUP BY ${by} ORDER BY 2 DESC, 1`).all(...values);
    const bands = `CASE ${Edges.slice(1).map((edge, i) => `WHEN b.price_cents < ${edge}00 THEN ${i}`).join(' ')} ELSE ${Edges.length - 1} END`;
    return {
      total: this.#prepared(`SELECT count(*) AS total FROM books b ${where}`).get(...values).total,
      genres: count('max(b.genre)', 'books b', 'b.genre_key'),
      statuses: count('b.status'),
      // Without a filter the tags' own table knows it all.
      tags: (where ? count('t.tag', 'books b JOIN book_tags t ON t.book_id = b.id') : count('t.tag', 'book_tags t')).slice(0, 50),
      decades: count('b.published_year / 10 * 10').map(row => ({ decade: row.value, count: row.count }))
        .sort((a, b) => (a.decade ?? Infinity) - (b.decade ?? Infinity)),
      price_bands: count(bands).sort((a, b) => a.value - b.value)
        .map(row => ({ min: Edges[row.value], max: Edges[row.value + 1] ?? null, count: row.count })),
    };
  }

  // Undefined where the ISBN is held.
  create(book) {
    return this.#create.immediate(book);
  }

  // Undefined where there is no such book.
  update(id, changes) {
    return this.#update.immediate(id, changes);
  }

  #insert(book) {
    const isbn = +book.isbn;
    if (this.#prepared('SELECT id FROM books WHERE isbn_key = ?').get(isbn))
      return undefined;
    const author = this.#author(book.author_name);
    const { lastInsertRowid } = this.#prepared(`
      INSERT INTO books (
        title, title_folded, author_id, author_name, author_folded, isbn, isbn_key, genre, genre_key, published_year,
        price_cents, page_count, tags, description, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
      book.title, fold(book.title), author, book.author_name, fold(book.author_name), book.isbn, isbn, book.genre ?? null,
      book.genre?.toLowerCase() ?? null, book.published_year ?? null, Math.round(book.price * 100), book.page_count ?? null,
      JSON.stringify(book.tags ?? []), book.description ?? null, Date.now());
    return this.find(lastInsertRowid);
  }

  // Only what changes: SQLite writes anew every index of a column that is set.
  #change(id, changes) {
    const columns = Object.entries(changes).flatMap(([field, value]) => this.#columns(field, value));
    const { changes: found } = this.#prepared(`
      UPDATE books
      SET ${columns.map(([column]) => `${column} = ?, `).join('')}updated_at = ?, version = version + 1
      WHERE id = ?`).run(...columns.map(([, value]) => value), Date.now(), id);
    return found ? this.find(id) : undefined;
  }

  #columns(field, value) {
    switch (field) {
      case 'title': return [['title', value], ['title_folded', fold(value)]];
      case 'author_name': return [['author_id', this.#author(value)], ['author_name', value], ['author_folded', fold(value)]];
      case 'isbn': return [['isbn', value], ['isbn_key', +value]];
      case 'genre': return [['genre', value], ['genre_key', value?.toLowerCase() ?? null]];
      case 'price': return [['price_cents', Math.round(value * 100)]];
      case 'tags': return [['tags', JSON.stringify(value)]];
      default: return [[field, value]];
    }
  }

  #author(name) {
    const key = name.toLowerCase();
    return this.#prepared('SELECT id FROM authors WHERE name_key = ?').get(key)?.id
      ?? this.#prepared('INSERT INTO authors (name, name_key, name_folded, created_at) VALUES (?, ?, ?, ?)')
        .run(name, key, fold(name), Date.now()).lastInsertRowid;
  }

  #prepared(sql) {
    let statement = this.#statements.get(sql);
    if (!statement)
      this.#statements.set(sql, statement = this.#db.prepare(sql));
    return statement;
  }
}

// A cursor: whether it leads on or back, and the row at the edge.
const Place = {
  Start: { back: false, time: Number.MAX_SAFE_INTEGER, id: 0 },

  read(cursor) {
    const [way, time, id] = Buffer.from(cursor, 'base64url').toString().split('.');
    return { back: way === 'p', time: +time, id: +id };
  },

  write: (way, row) => Buffer.from(`${way}.${row.created_at}.${row.id}`).toString('base64url'),
};

function shown(row) {
  row.tags = JSON.parse(row.tags);
  row.is_recent = Date.now() - row.created_at < RecentMilliseconds;
  row.created_at = new Date(row.created_at).toISOString();
  row.updated_at = row.updated_at === null ? null : new Date(row.updated_at).toISOString();
  return row;
}
