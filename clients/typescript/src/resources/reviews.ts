import { change, type Edit } from '../changes.js';
import { operations, type CreateReview, type ListReviewsOfBookQuery, type ListReviewsQuery, type ModeratedReview, type ModeratedReviewPage, type Review, type ReviewPage, type UpdateReview } from '../generated/api.js';
import { byNumber, type Unpaged } from '../lists.js';
import type { CallOptions, ChangeOptions, CreateOptions, WriteOptions } from '../options.js';
import type { Transport } from '../transport.js';

/** What readers say of books. */
export class Reviews {
    readonly #transport: Transport;

    constructor(transport: Transport) {
        this.#transport = transport;
    }

    /** One page of the approved reviews of a book, with its average rating. */
    ofBook(bookId: number, query: ListReviewsOfBookQuery = {}, options?: CallOptions): Promise<ReviewPage> {
        return this.#transport.send(operations.listReviewsOfBook, { path: { id: bookId }, query }, options);
    }

    /** Every approved review of a book, page after page as you go. */
    allOfBook(bookId: number, query: Unpaged<ListReviewsOfBookQuery> = {}, options?: CallOptions): AsyncGenerator<Review, void, undefined> {
        return byNumber(paging => this.ofBook(bookId, { ...query, ...paging }, options), options?.signal);
    }

    /** One page of the reviews of all books, for editors; those that wait, unless you ask for others. */
    list(query: ListReviewsQuery = {}, options?: CallOptions): Promise<ModeratedReviewPage> {
        return this.#transport.send(operations.listReviews, { query }, options);
    }

    /** Every review that matches, page after page as you go, for editors. */
    all(query: Unpaged<ListReviewsQuery> = {}, options?: CallOptions): AsyncGenerator<ModeratedReview, void, undefined> {
        return byNumber(paging => this.list({ ...query, ...paging }, options), options?.signal);
    }

    /** A review. */
    get(id: number, options?: CallOptions): Promise<Review> {
        return this.#transport.send(operations.getReview, { path: { id } }, options);
    }

    /** Reviews a book. It is seen once an editor has approved it. */
    create(bookId: number, review: CreateReview, options?: CreateOptions): Promise<Review> {
        return this.#transport.send(operations.createReview, { path: { id: bookId }, body: review }, options);
    }

    /** Changes what you name; an editor approves or rejects it with `status`. */
    update(id: number, changes: UpdateReview, options?: WriteOptions): Promise<Review> {
        return this.#transport.send(operations.updateReview, { path: { id }, body: changes }, options);
    }

    /** Changes a review by what it is now, and loses nobody's change: where another came between, it is read and changed anew. */
    change(id: number, edit: Edit<Review, UpdateReview>, options: ChangeOptions = {}): Promise<Review> {
        return change(() => this.get(id, options), edit, (changes, ifMatch) => this.update(id, changes, { ...options, ifMatch }), options);
    }

    /** Deletes a review. */
    delete(id: number, options?: WriteOptions): Promise<void> {
        return this.#transport.send(operations.deleteReview, { path: { id } }, options);
    }
}
