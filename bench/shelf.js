// What the right answers are: every book of a file in an array; filtered, sorted and counted by hand, in plain JavaScript. It shares
// nothing with what is measured but the file.
import { Database } from './catalogues.js';

// All that lists ask for. Descriptions, the most of a large file, are read when they are.
const Columns = `id, title, title_folded, author_id, author_folded, isbn, genre, genre_key, published_year, price_cents, tags, status, page_count,
  created_at, updated_at`;
const PerPage = 20;
const MostTags = 50;
const RecentDays = 30;
const Bands = [[0, 10], [10, 20], [20, 50], [50, 100], [100, 500], [500, 1000], [1000, null]];

export class Shelf {
  #sorted = new Map();
  #descriptions;

  constructor(path) {
    const file = new Database(path, { readonly: true });
    this.authors = new Map(file.prepare('SELECT id, name FROM authors').all().map(author => [author.id, author.name]));
    this.books = file.prepare(`SELECT ${Columns} FROM books`).all();
    this.#descriptions = file.prepare('SELECT description FROM books WHERE id = ?');
    this.byId = new Map(this.books.map(book => [book.id, book]));
    this.highestId = this.books.reduce((highest, book) => Math.max(highest, book.id), 0);
  }

  // The answer to a GET, as JSON.
  answer(target) {
    const { pathname, searchParams } = new URL(target, 'http://localhost');
    if (pathname === '/health/live')
      return { status: 'alive' };
    if (pathname === '/api/v1/books')
      return this.#page(searchParams);
    if (pathname === '/api/v1/books/facets')
      return this.#facets(searchParams);
    return this.#whole(this.byId.get(+pathname.split('/').at(-1)));
  }

  // Of the default order.
  piece(from, count) {
    return this.#inOrder(new URLSearchParams()).slice(from, from + count).map(book => this.#summary(book));
  }

  #whole(book) {
    return {
      id: book.id,
      title: book.title,
      author_name: this.authors.get(book.author_id),
      isbn: book.isbn,
      genre: book.genre,
      published_year: book.published_year,
      price: book.price_cents / 100,
      description: this.description(book),
      tags: JSON.parse(book.tags),
      status: book.status,
      page_count: book.page_count,
      created_at: new Date(book.created_at).toISOString(),
      updated_at: book.updated_at === null ? null : new Date(book.updated_at).toISOString(),
      is_recent: Date.now() - book.created_at < RecentDays * 24 * 60 * 60 * 1000,
    };
  }

  description(book) {
    return this.#descriptions.get(book.id).description;
  }

  #summary(book) {
    return { id: book.id, title: book.title, author_name: this.authors.get(book.author_id), price: book.price_cents / 100, genre: book.genre };
  }

  #page(query) {
    const found = this.#inOrder(query);
    const page = +(query.get('page') ?? 1);
    const pages = Math.ceil(found.length / PerPage);
    return {
      items: found.slice((page - 1) * PerPage, page * PerPage).map(book => this.#summary(book)),
      total: found.length,
      page,
      per_page: PerPage,
      total_pages: pages,
      has_next: page < pages,
      has_prev: page > 1,
    };
  }

  #inOrder(query) {
    const shape = new URLSearchParams(query);
    shape.delete('page');
    const key = shape.toString();
    if (!this.#sorted.has(key)) {
      const column = { created_at: 'created_at', price: 'price_cents' }[query.get('sort_by') ?? 'created_at'];
      const turn = query.get('sort_order') === 'asc' ? 1 : -1;
      this.#sorted.set(key, this.#matching(query).sort((a, b) => turn * (a[column] - b[column] || a.id - b.id)));
    }
    return this.#sorted.get(key);
  }

  #matching(query) {
    const genre = query.get('genre');
    const tags = query.getAll('tags');
    const first = +(query.get('published_after') ?? -Infinity);
    const last = +(query.get('published_before') ?? Infinity);
    const hasYears = query.has('published_after') || query.has('published_before');
    const term = query.get('search');
    return this.books.filter(book =>
      (genre === null || book.genre_key === genre)
      && tags.every(tag => JSON.parse(book.tags).includes(tag))
      && (!hasYears || book.published_year !== null && book.published_year >= first && book.published_year <= last)
      && (term === null || book.title_folded.includes(term) || book.author_folded.includes(term)));
  }

  #facets(query) {
    const found = this.#matching(query);
    return {
      total: found.length,
      genres: frequent(counted(found.map(book => book.genre))),
      statuses: frequent(counted(found.map(book => book.status))),
      tags: frequent(counted(found.flatMap(book => JSON.parse(book.tags)))).slice(0, MostTags),
      decades: [...counted(found.map(book => book.published_year === null ? null : Math.floor(book.published_year / 10) * 10))]
        .map(([decade, count]) => ({ decade, count })).sort((a, b) => (a.decade ?? Infinity) - (b.decade ?? Infinity)),
      price_bands: Bands.map(([min, max]) => ({ min, max, count: found.filter(book => book.price_cents >= min * 100 && book.price_cents < (max ?? Infinity) * 100).length }))
        .filter(band => band.count > 0),
    };
  }
}

function counted(values) {
  const counts = new Map();
  for (const value of values)
    counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

// The most frequent first; among equals none, then by the alphabet.
function frequent(counts) {
  return [...counts].map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value === null ? -1 : b.value === null ? 1 : a.value < b.value ? -1 : 1));
}
