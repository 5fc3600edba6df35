import { change, type Edit } from '../changes.js';
import { operations, type Author, type AuthorPage, type AuthorWithContact, type BookPage, type BookSummary, type CreateAuthor, type ListAuthorsQuery, type ListBooksOfAuthorQuery, type ReplaceAuthor, type UpdateAuthor } from '../generated/api.js';
import { byNumber, type Unpaged } from '../lists.js';
import type { CallOptions, ChangeOptions, CreateOptions, WriteOptions } from '../options.js';
import type { Transport } from '../transport.js';

/** Who wrote the books. */
export class Authors {
    readonly #transport: Transport;

    constructor(transport: Transport) {
        this.#transport = transport;
    }

    /** One page of the authors that match. */
    list(query: ListAuthorsQuery = {}, options?: CallOptions): Promise<AuthorPage> {
        return this.#transport.send(operations.listAuthors, { query }, options);
    }

    /** Every author that matches, page after page as you go. */
    all(query: Unpaged<ListAuthorsQuery> = {}, options?: CallOptions): AsyncGenerator<Author, void, undefined> {
        return byNumber(paging => this.list({ ...query, ...paging }, options), options?.signal);
    }

    /** An author; with its contact for editors and admins. */
    get(id: number, options?: CallOptions): Promise<AuthorWithContact> {
        return this.#transport.send(operations.getAuthor, { path: { id } }, options);
    }

    /** Adds an author. */
    create(author: CreateAuthor, options?: CreateOptions): Promise<AuthorWithContact> {
        return this.#transport.send(operations.createAuthor, { body: author }, options);
    }

    /** Puts an author in the place of another. What is left out is empty from then on. */
    replace(id: number, author: ReplaceAuthor, options?: WriteOptions): Promise<AuthorWithContact> {
        return this.#transport.send(operations.replaceAuthor, { path: { id }, body: author }, options);
    }

    /** Changes what you name; a new name shows in all its books at once. `null` clears a member that may be empty. */
    update(id: number, changes: UpdateAuthor, options?: WriteOptions): Promise<AuthorWithContact> {
        return this.#transport.send(operations.updateAuthor, { path: { id }, body: changes }, options);
    }

    /** Changes an author by what it is now, and loses nobody's change: where another came between, it is read and changed anew. */
    change(id: number, edit: Edit<AuthorWithContact, UpdateAuthor>, options: ChangeOptions = {}): Promise<AuthorWithContact> {
        return change(() => this.get(id, options), edit, (changes, ifMatch) => this.update(id, changes, { ...options, ifMatch }), options);
    }

    /** Deletes an author, if no book is left. */
    delete(id: number, options?: WriteOptions): Promise<void> {
        return this.#transport.send(operations.deleteAuthor, { path: { id } }, options);
    }

    /** One page of the books of an author, with all filters of a list of books. */
    listBooks(id: number, query: ListBooksOfAuthorQuery = {}, options?: CallOptions): Promise<BookPage> {
        return this.#transport.send(operations.listBooksOfAuthor, { path: { id }, query }, options);
    }

    /** Every book of an author that matches, page after page as you go. */
    allBooks(id: number, query: Unpaged<ListBooksOfAuthorQuery> = {}, options?: CallOptions): AsyncGenerator<BookSummary, void, undefined> {
        return byNumber(paging => this.listBooks(id, { ...query, ...paging }, options), options?.signal);
    }
}
