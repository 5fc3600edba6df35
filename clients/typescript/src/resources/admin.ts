import { change, type Edit } from '../changes.js';
import { operations, type ActivityEntry, type ActivityPage, type AdminBook, type AuditEntry, type AuditPage, type ListActivityQuery, type ListAuditQuery, type UpdateAdminBook } from '../generated/api.js';
import { byCursor, MOST_PER_PAGE } from '../lists.js';
import type { CallOptions, ChangeOptions, WriteOptions } from '../options.js';
import type { Transport } from '../transport.js';

/** Books with what only admins see: costs, supplier, notes, stock. */
export class AdminBooks {
    readonly #transport: Transport;

    constructor(transport: Transport) {
        this.#transport = transport;
    }

    /** The book, with cost, margin, supplier, notes and stock. */
    get(id: number, options?: CallOptions): Promise<AdminBook> {
        return this.#transport.send(operations.getAdminBook, { path: { id } }, options);
    }

    /** Changes what you name. */
    update(id: number, changes: UpdateAdminBook, options?: WriteOptions): Promise<AdminBook> {
        return this.#transport.send(operations.updateAdminBook, { path: { id }, body: changes }, options);
    }

    /** Changes a book by what it is now, and loses nobody's change: where another came between, it is read and changed anew. */
    change(id: number, edit: Edit<AdminBook, UpdateAdminBook>, options: ChangeOptions = {}): Promise<AdminBook> {
        return change(() => this.get(id, options), edit, (changes, ifMatch) => this.update(id, changes, { ...options, ifMatch }), options);
    }
}

/** Who did what to which resource, with the resource before and after. */
export class Audit {
    readonly #transport: Transport;

    constructor(transport: Transport) {
        this.#transport = transport;
    }

    /** One page, the latest first; the next by its `next_cursor`. */
    list(query: ListAuditQuery = {}, options?: CallOptions): Promise<AuditPage> {
        return this.#transport.send(operations.listAudit, { query }, options);
    }

    /** Every change that matches, the latest first, read by and by as you go. */
    all(query: Omit<ListAuditQuery, 'cursor' | 'limit'> = {}, options?: CallOptions): AsyncGenerator<AuditEntry, void, undefined> {
        return byCursor(cursor => this.list({ ...query, cursor, limit: MOST_PER_PAGE }, options), options?.signal);
    }
}

/** What users did: signing in, ordering. */
export class Activity {
    readonly #transport: Transport;

    constructor(transport: Transport) {
        this.#transport = transport;
    }

    /** One page, the latest first; the next by its `next_cursor`. */
    list(query: ListActivityQuery = {}, options?: CallOptions): Promise<ActivityPage> {
        return this.#transport.send(operations.listActivity, { query }, options);
    }

    /** Everything that matches, the latest first, read by and by as you go. */
    all(query: Omit<ListActivityQuery, 'cursor' | 'limit'> = {}, options?: CallOptions): AsyncGenerator<ActivityEntry, void, undefined> {
        return byCursor(cursor => this.list({ ...query, cursor, limit: MOST_PER_PAGE }, options), options?.signal);
    }
}

/** What is for admins alone. */
export class Admin {
    /** Books with what only admins see. */
    readonly books: AdminBooks;
    /** The trail of all changes. */
    readonly audit: Audit;
    /** What users did. */
    readonly activity: Activity;

    constructor(transport: Transport) {
        this.books = new AdminBooks(transport);
        this.audit = new Audit(transport);
        this.activity = new Activity(transport);
    }
}
