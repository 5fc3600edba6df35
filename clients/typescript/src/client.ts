import { operations, type ChangePassword, type TokenAnswer, type User } from './generated/api.js';
import type { CallOptions } from './options.js';
import { Admin } from './resources/admin.js';
import { Authors } from './resources/authors.js';
import { BooksV2 } from './resources/books-v2.js';
import { Books } from './resources/books.js';
import { HealthChecks } from './resources/health.js';
import { Orders } from './resources/orders.js';
import { Reports } from './resources/reports.js';
import { Reviews } from './resources/reviews.js';
import { Users } from './resources/users.js';
import { TokenHolder, type TokenSource } from './tokens.js';
import { Transport } from './transport.js';

/** Where the server is, and how to speak to it. */
export interface LiteBooksOptions {
    /** Where the server is: `http://localhost:8000`, or `location.origin` on a page that it serves. */
    baseUrl: string | URL;
    /** A token, or a function that gives one; or sign in with `login`. */
    token?: TokenSource | undefined;
    /** How often a call is sent again where that is safe; 2 unless you say otherwise, 0 for never. */
    retries?: number | undefined;
    /** How many seconds it waits at most before it is sent again; where the server asks for more, the problem is yours at once. 10 unless you say otherwise. */
    longestPause?: number | undefined;
    /** Headers of every call. */
    headers?: Readonly<Record<string, string>> | undefined;
    /** Another `fetch`, such as one of a framework, or one of a test. */
    fetch?: typeof globalThis.fetch | undefined;
}

/** A client of a LiteBooks server. */
export class LiteBooks {
    /** The catalogue. */
    readonly books: Books;
    /** Who wrote the books. */
    readonly authors: Authors;
    /** What readers say of books. */
    readonly reviews: Reviews;
    /** Who may do what; for admins. */
    readonly users: Users;
    /** What users order. */
    readonly orders: Orders;
    /** Figures that take a while; for editors. */
    readonly reports: Reports;
    /** What is for admins alone: costs and stock, the audit, the activity. */
    readonly admin: Admin;
    /** How the server is. */
    readonly health: HealthChecks;
    /** The same books in the shape of version 2. */
    readonly v2: { readonly books: BooksV2 };

    readonly #transport: Transport;
    readonly #tokens: TokenHolder;

    constructor({ baseUrl, token, retries = 2, longestPause = 10, headers = {}, fetch }: LiteBooksOptions) {
        this.#tokens = new TokenHolder(token);
        this.#transport = new Transport({
            baseUrl: addressOf(baseUrl),
            retries,
            longestPause,
            headers,
            // Looked up at each call, for tools that put their own in its place; and a browser's must be called by itself.
            fetch: fetch ?? ((url, init) => globalThis.fetch(url, init)),
        }, this.#tokens);
        this.books = new Books(this.#transport);
        this.authors = new Authors(this.#transport);
        this.reviews = new Reviews(this.#transport);
        this.users = new Users(this.#transport);
        this.orders = new Orders(this.#transport);
        this.reports = new Reports(this.#transport);
        this.admin = new Admin(this.#transport);
        this.health = new HealthChecks(this.#transport);
        this.v2 = { books: new BooksV2(this.#transport) };
    }

    /**
     * Signs in: from then on, every call of this client has the token that the server gave. It is good for `expires_in`
     * seconds and kept in memory alone.
     */
    async login({ username, password }: { username: string; password: string }, options?: CallOptions): Promise<TokenAnswer> {
        const answer = await this.#transport.send(operations.createToken, { body: { grant_type: 'password', username, password } }, { ...options, anonymous: true });
        this.#tokens.source = answer.access_token;
        return answer;
    }

    /** Forgets the token. The server has nothing to forget. */
    logout(): void {
        this.#tokens.source = undefined;
    }

    /** Who one is. */
    me(options?: CallOptions): Promise<User> {
        return this.#transport.send(operations.getOwnUser, {}, options);
    }

    /** Changes one's own password. It ends all of one's tokens, this client's too: sign in anew. */
    changePassword(passwords: ChangePassword, options?: CallOptions): Promise<void> {
        return this.#transport.send(operations.changeOwnPassword, { body: passwords }, options);
    }

    /**
     * Reads again what a `get` or `list` of this client gave. If nothing has changed since, the server sends nothing, and
     * the result is the very same object; else it is a new one.
     */
    refresh<Result extends object>(result: Result, options: CallOptions = {}): Promise<Result> {
        return this.#transport.refresh(result, options);
    }
}

// On a page `/` is the page's own server. Elsewhere it is nothing, which shall be told here, and not as a network that fails.
function addressOf(baseUrl: string | URL): string {
    const page = (globalThis as { location?: { href: string } }).location;
    return new URL(baseUrl, page?.href).href.replace(/\/+$/, '');
}
