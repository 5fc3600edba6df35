import { change, type Edit } from '../changes.js';
import { operations, type BookV2, type BookV2Answer, type BookV2List, type CreateBookV2, type ListBooksV2Query, type ReplaceBookV2, type UpdateBookV2 } from '../generated/api.js';
import { byNumber, type Unpaged } from '../lists.js';
import type { CallOptions, ChangeOptions, CreateOptions, WriteOptions } from '../options.js';
import type { Transport } from '../transport.js';

/** The catalogue in the shape of version 2: what belongs together stands together, each answer under `data`. */
export class BooksV2 {
    readonly #transport: Transport;

    constructor(transport: Transport) {
        this.#transport = transport;
    }

    /** One page of the books that match. */
    list(query: ListBooksV2Query = {}, options?: CallOptions): Promise<BookV2List> {
        return this.#transport.send(operations.listBooksV2, { query }, options);
    }

    /** Every book that matches, page after page as you go. */
    all(query: Unpaged<ListBooksV2Query> = {}, options?: CallOptions): AsyncGenerator<BookV2, void, undefined> {
        return byNumber(async paging => {
            const page = await this.list({ ...query, ...paging }, options);
            return { items: page.data, has_next: page.pagination.has_next };
        }, options?.signal);
    }

    /** The whole book. */
    get(id: number, options?: CallOptions): Promise<BookV2Answer> {
        return this.#transport.send(operations.getBookV2, { path: { id } }, options);
    }

    /** Adds a book. */
    create(book: CreateBookV2, options?: CreateOptions): Promise<BookV2Answer> {
        return this.#transport.send(operations.createBookV2, { body: book }, options);
    }

    /** Puts a book in the place of another. What `get` gave under `data` can be given back. */
    replace(id: number, book: ReplaceBookV2, options?: WriteOptions): Promise<BookV2Answer> {
        return this.#transport.send(operations.replaceBookV2, { path: { id }, body: book }, options);
    }

    /** Changes what you name. `null` clears a member that may be empty. */
    update(id: number, changes: UpdateBookV2, options?: WriteOptions): Promise<BookV2Answer> {
        return this.#transport.send(operations.updateBookV2, { path: { id }, body: changes }, options);
    }

    /** Changes a book by what it is now, and loses nobody's change: where another came between, it is read and changed anew. */
    change(id: number, edit: Edit<BookV2Answer, UpdateBookV2>, options: ChangeOptions = {}): Promise<BookV2Answer> {
        return change(() => this.get(id, options), edit, (changes, ifMatch) => this.update(id, changes, { ...options, ifMatch }), options);
    }

    /** Deletes a book, and its reviews with it. */
    delete(id: number, options?: WriteOptions): Promise<void> {
        return this.#transport.send(operations.deleteBookV2, { path: { id } }, options);
    }
}
