// Books to be added: like those of the catalogue, every fourth by a new author. Blank stands where the ISBN belongs. They are kept
// one a line, as bodies for the servers, and with their folded texts as rows for the batch.
import { readFileSync, writeFileSync } from 'node:fs';
import { fold } from './peer/filter.js';

export const Blank = '0000000000000';

const Count = 500;
const HighestPriceCents = 50_000;
const NewAuthors = 4;

export function writeNewBooks(shelf, path) {
  const step = Math.floor(shelf.books.length / Count);
  const books = shelf.books.filter((book, i) => i % step === 0 && isPlain(book, shelf)).map((book, i) => {
    const author = shelf.authors.get(book.author_id);
    return {
      title: book.title,
      author_name: i % NewAuthors === 0 ? `${author} ${Blank}` : author,
      isbn: Blank,
      genre: book.genre,
      published_year: book.published_year,
      price: book.price_cents / 100,
      description: shelf.description(book),
      tags: JSON.parse(book.tags),
      page_count: book.page_count,
    };
  });
  writeFileSync(path, lines(books));
  writeFileSync(rowsOf(path), lines(books.map(book => ({ ...book, title_folded: fold(book.title), author_folded: fold(book.author_name) }))));
}

// What the peer folds otherwise than LiteBooks would be other rows.
const isPlain = (book, shelf) => book.price_cents < HighestPriceCents
  && fold(book.title) === book.title_folded && fold(shelf.authors.get(book.author_id)) === book.author_folded;

export const rowsOf = path => path.replace('.jsonl', '-rows.jsonl');

export function someNewBooks(path, firstNumber, count) {
  return readFileSync(path, 'utf8').split('\n').slice(0, count).map((line, i) => JSON.parse(line.replaceAll(Blank, isbn(firstNumber + i))));
}

const lines = values => values.map(value => `${JSON.stringify(value)}\n`).join('');

// As in wrk/new-books.lua: 979, nine digits, the check digit.
function isbn(number) {
  const digits = `979${String(number).padStart(9, '0')}`;
  const sum = [...digits].reduce((sum, digit, i) => sum + digit * (i % 2 ? 3 : 1), 0);
  return `${digits}${(10 - sum % 10) % 10}`;
}
