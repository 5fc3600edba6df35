// The SQL of the peer. Statements are compiled once by their text; LiteBooks' tables, indexes and triggers serve both.

const Sorts = {
    created_at: 'b.created_at',
    title: 'b.title_folded',
    author: 'b.author_folded',
    price: 'b.price_cents',
    published_year: 'b.published_year',
};
const Edges = [0, 10, 20, 50, 100, 500, 1000];
const RecentMilliseconds = 30 * 24 * 60 * 60 * 1000;

const Summary = 'b.id, b.title, a.name AS author_name, b.price_cents / 100.0 AS price, b.genre';
const Whole = `
    b.id, b.title, a.name AS author_name, b.isbn, b.genre, b.published_year, b.price_cents / 100.0 AS price, b.description,
    b.tags, b.status, b.page_count, b.created_at, b.updated_at, b.version`;
const From = 'FROM books b JOIN authors a ON a.id = b.author_id';

// What LiteBooks keeps in its *_folded columns, for all texts that the benchmark writes.
export const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

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

    page(query) {
        const { where, values } = filter(query);
        const page = +(query.page ?? 1);
        const perPage = +(query.per_page ?? 20);
        const total = this.#prepared(`SELECT count(*) FROM books b ${where}`).pluck().get(...values);
        const items = this.#prepared(`SELECT ${Summary} ${From} ${where} ${order(query)} LIMIT ? OFFSET ?`)
            .all(...values, perPage, (page - 1) * perPage);
        const totalPages = Math.ceil(total / perPage);
        return { items, total, page, per_page: perPage, total_pages: totalPages, has_next: page < totalPages, has_prev: page > 1 };
    }

    // By the default order only: created_at, the newest first.
    piece(query) {
        const limit = +(query.limit ?? 20);
        const [time, id] = query.cursor ? Buffer.from(query.cursor, 'base64url').toString().split('.') : [Number.MAX_SAFE_INTEGER, 0];
        const rows = this.#prepared(`
            SELECT ${Summary}, b.created_at ${From}
            WHERE (b.created_at, b.id) < (?, ?)
            ORDER BY b.created_at DESC, b.id DESC
            LIMIT ?`).all(+time, +id, limit + 1);
        const more = rows.length > limit;
        if (more)
            rows.pop();
        const last = rows.at(-1);
        return { items: rows, next_cursor: more ? Buffer.from(`${last.created_at}.${last.id}`).toString('base64url') : null, has_more: more };
    }

    facets(query) {
        const { where, values } = filter(query);
        const count = (value, from = 'books b', by = value) => this.#prepared(`
            SELECT ${value} AS value, count(*) AS count FROM ${from} ${where} GROUP BY ${by} ORDER BY 2 DESC, 1`).all(...values);
        const bands = `CASE ${Edges.slice(1).map((edge, i) => `WHEN b.price_cents < ${edge}00 THEN ${i}`).join(' ')} ELSE ${Edges.length - 1} END`;
        return {
            total: this.#prepared(`SELECT count(*) FROM books b ${where}`).pluck().get(...values),
            genres: count('max(b.genre)', 'books b', 'b.genre_key'),
            statuses: count('b.status'),
            tags: count('t.tag', 'books b JOIN book_tags t ON t.book_id = b.id').slice(0, 50),
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
                title, title_folded, author_id, author_folded, isbn, isbn_key, genre, genre_key, published_year,
                price_cents, page_count, tags, description, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
            book.title, fold(book.title), author, fold(book.author_name), book.isbn, isbn, book.genre ?? null,
            book.genre?.toLowerCase() ?? null, book.published_year ?? null, Math.round(book.price * 100), book.page_count ?? null,
            JSON.stringify(book.tags ?? []), book.description ?? null, Date.now());
        return this.find(lastInsertRowid);
    }

    #change(id, changes) {
        const row = this.find(id);
        if (!row)
            return undefined;
        const book = { ...row, ...changes };
        this.#prepared(`
            UPDATE books
            SET title = ?, title_folded = ?, author_id = ?, author_folded = ?, isbn = ?, isbn_key = ?, genre = ?, genre_key = ?,
                published_year = ?, price_cents = ?, page_count = ?, tags = ?, description = ?, updated_at = ?, version = version + 1
            WHERE id = ?`).run(
            book.title, fold(book.title), this.#author(book.author_name), fold(book.author_name), book.isbn, +book.isbn, book.genre,
            book.genre?.toLowerCase() ?? null, book.published_year, Math.round(book.price * 100), book.page_count,
            JSON.stringify(book.tags), book.description, Date.now(), id);
        return this.find(id);
    }

    #author(name) {
        const key = name.toLowerCase();
        return this.#prepared('SELECT id FROM authors WHERE name_key = ?').pluck().get(key)
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

function shown(row) {
    row.tags = JSON.parse(row.tags);
    row.is_recent = Date.now() - row.created_at < RecentMilliseconds;
    row.created_at = new Date(row.created_at).toISOString();
    row.updated_at = row.updated_at === null ? null : new Date(row.updated_at).toISOString();
    return row;
}

function order(query) {
    const direction = query.sort_order === 'asc' ? 'ASC' : 'DESC';
    return `ORDER BY ${Sorts[query.sort_by ?? 'created_at']} ${direction}, b.id ${direction}`;
}

function filter(query) {
    const conditions = [];
    const values = [];
    const add = (condition, ...value) => {
        conditions.push(condition);
        values.push(...value);
    };
    if (query.genre)
        add('b.genre_key = ?', query.genre.toLowerCase());
    for (const tag of query.tags?.split(',') ?? [])
        add('b.id IN (SELECT book_id FROM book_tags WHERE tag = ?)', tag);
    if (query.published_after)
        add('b.published_year >= ?', +query.published_after);
    if (query.published_before)
        add('b.published_year <= ?', +query.published_before);
    // What nearly everybody writes first…
    if (query.like)
        add(`(b.title_folded LIKE ? OR b.author_folded LIKE ?)`, `%${fold(query.like)}%`, `%${fold(query.like)}%`);
    // …and what an expert writes: the same index as LiteBooks'.
    if (query.search) {
        const phrase = `"${fold(query.search)}"`;
        add(`b.id IN (
            SELECT rowid FROM title_search WHERE title_search MATCH ?
            UNION
            SELECT id FROM books WHERE author_id IN (SELECT rowid FROM author_search WHERE author_search MATCH ?))`, phrase, phrase);
    }
    return { where: conditions.length ? `WHERE ${conditions.join(' AND ')}` : '', values };
}
