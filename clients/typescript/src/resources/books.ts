import { change, type Edit } from '../changes.js';
import { operations, type Book, type BookCursorPage, type BookFacets, type BookPage, type BookSummary, type BulkCreated, type BulkDelete, type CountBooksQuery,
    type CreateBook, type CreateBooksQuery, type IsbnExplanation, type ListBooksQuery, type ReplaceBook, type RevertBook, type SparseBook, type UpdateBook,
    type WalkBooksQuery } from '../generated/api.js';
import { byCursor, MOST_PER_PAGE, type Unpaged } from '../lists.js';
import type { CallOptions, ChangeOptions, CreateOptions, Fields, Only, PageOf, WriteOptions } from '../options.js';
import type { Transport } from '../transport.js';
import { narrowed } from './requests.js';

/** The filters and the sort of a list of books. */
export type BookFilters = Unpaged<ListBooksQuery>;

/** The catalogue. */
export class Books {
    readonly #transport: Transport;

    constructor(transport: Transport) {
        this.#transport = transport;
    }

    /** One page of the books that match, with how many there are in all. */
    list<Name extends keyof BookSummary = keyof BookSummary>(query: ListBooksQuery & Fields<Name> = {}, options?: CallOptions): Promise<PageOf<BookPage, BookSummary, Name>> {
        return this.#transport.send(operations.listBooks, { query: narrowed(query) }, options) as Promise<PageOf<BookPage, BookSummary, Name>>;
    }

    /**
     * Every book that matches, read by and by as you go; end the loop when you have enough. None comes twice and none is
     * missed, however many books come and go meanwhile.
     */
    all<Name extends keyof BookSummary = keyof BookSummary>(query: BookFilters & Fields<Name> = {}, options?: CallOptions): AsyncGenerator<Only<BookSummary, Name>, void, undefined> {
        return byCursor<Only<BookSummary, Name>>(cursor => this.walk({ ...query, cursor, limit: MOST_PER_PAGE }, options) as Promise<{ items: Only<BookSummary, Name>[]; next_cursor: string | null }>, options?.signal);
    }

    /** One page by cursor: the first without one, then with the `next_cursor` or `prev_cursor` of a page, under the same filters and sort. */
    walk<Name extends keyof BookSummary = keyof BookSummary>(query: WalkBooksQuery & Fields<Name> = {}, options?: CallOptions): Promise<PageOf<BookCursorPage, BookSummary, Name>> {
        return this.#transport.send(operations.walkBooks, { query: narrowed(query) }, options) as Promise<PageOf<BookCursorPage, BookSummary, Name>>;
    }

    /** How many of the books that match have each genre, status, tag, decade and price band. */
    facets(query: CountBooksQuery = {}, options?: CallOptions): Promise<BookFacets> {
        return this.#transport.send(operations.countBooks, { query }, options);
    }

    /** The whole book. */
    get<Name extends keyof Book = keyof Book>(id: number, options: CallOptions & Fields<Name> = {}): Promise<Only<Book, Name>> {
        const { fields, ...rest } = options;
        return this.#transport.send(operations.getBook, { path: { id }, query: narrowed({ fields }) }, rest) as Promise<Only<Book, Name>>;
    }

    /** The five members that a list has. */
    getSummary(id: number, options?: CallOptions): Promise<BookSummary> {
        return this.#transport.send(operations.getBookSummary, { path: { id } }, options);
    }

    /** The book without what is null. */
    getCompact(id: number, options?: CallOptions): Promise<SparseBook> {
        return this.#transport.send(operations.getCompactBook, { path: { id } }, options);
    }

    /** The book without what holds its default. */
    getMinimal(id: number, options?: CallOptions): Promise<SparseBook> {
        return this.#transport.send(operations.getMinimalBook, { path: { id } }, options);
    }

    /** Adds a book. Its author is added if not yet known; hyphens in the ISBN are dropped. */
    create(book: CreateBook, options?: CreateOptions): Promise<Book> {
        return this.#transport.send(operations.createBook, { body: book }, options);
    }

    /** Adds up to 100 books in one transaction. What exists already is in `errors`; with `atomic`, nothing is stored then, and it is a problem. */
    createMany(books: readonly CreateBook[], options: CreateOptions & CreateBooksQuery = {}): Promise<BulkCreated> {
        const { atomic, ...rest } = options;
        return this.#transport.send(operations.createBooks, { query: { atomic }, body: [...books] }, rest);
    }

    /** Puts a book in the place of another. What is left out is empty from then on; the status stays. What `get` gave can be given back. */
    replace(id: number, book: ReplaceBook, options?: WriteOptions): Promise<Book> {
        return this.#transport.send(operations.replaceBook, { path: { id }, body: book }, options);
    }

    /** Changes what you name. `null` clears a member that may be empty. */
    update(id: number, changes: UpdateBook, options?: WriteOptions): Promise<Book> {
        return this.#transport.send(operations.updateBook, { path: { id }, body: changes }, options);
    }

    /** Changes a book by what it is now, and loses nobody's change: where another came between, it is read and changed anew. */
    change(id: number, edit: Edit<Book, UpdateBook>, options: ChangeOptions = {}): Promise<Book> {
        return change(() => this.get(id, options), edit, (changes, ifMatch) => this.update(id, changes, { ...options, ifMatch }), options);
    }

    /** Deletes a book, and its reviews with it. */
    delete(id: number, options?: WriteOptions): Promise<void> {
        return this.#transport.send(operations.deleteBook, { path: { id } }, options);
    }

    /** Deletes up to 100 books in one transaction. */
    deleteMany(ids: readonly number[], options?: CallOptions): Promise<BulkDelete> {
        return this.#transport.send(operations.deleteBooks, { body: { ids: [...ids] } }, options);
    }

    /** Puts an earlier state of a book back, also of a deleted one, by an entry of the audit. */
    revert(id: number, to: RevertBook, options?: WriteOptions): Promise<Book> {
        return this.#transport.send(operations.revertBook, { path: { id }, body: to }, options);
    }

    /** Explains and converts an ISBN as it was typed or scanned, and names the book that has it. */
    explainIsbn(typed: string, options?: CallOptions): Promise<IsbnExplanation> {
        return this.#transport.send(operations.explainIsbn, { path: { any: typed } }, options);
    }
}
