import { change, type Edit } from '../changes.js';
import { operations, type CreateUser, type ListUsersQuery, type UpdateUser, type User, type UserList } from '../generated/api.js';
import { byNumber, type Unpaged } from '../lists.js';
import type { CallOptions, ChangeOptions, CreateOptions, WriteOptions } from '../options.js';
import type { Transport } from '../transport.js';

/** Who may do what; for admins. */
export class Users {
    readonly #transport: Transport;

    constructor(transport: Transport) {
        this.#transport = transport;
    }

    /** One page of the users that match. */
    list(query: ListUsersQuery = {}, options?: CallOptions): Promise<UserList> {
        return this.#transport.send(operations.listUsers, { query }, options);
    }

    /** Every user that matches, page after page as you go. */
    all(query: Unpaged<ListUsersQuery> = {}, options?: CallOptions): AsyncGenerator<User, void, undefined> {
        return byNumber(async paging => {
            const page = await this.list({ ...query, ...paging }, options);
            return { items: page.users, has_next: page.page * page.per_page < page.total };
        }, options?.signal);
    }

    /** A user. */
    get(id: number, options?: CallOptions): Promise<User> {
        return this.#transport.send(operations.getUser, { path: { id } }, options);
    }

    /** Adds a user. The first one claims the server, and has to be an admin. */
    create(user: CreateUser, options?: CreateOptions): Promise<User> {
        return this.#transport.send(operations.createUser, { body: user }, options);
    }

    /** Changes what you name. A new password ends all tokens of the user; a new role holds at once. */
    update(id: number, changes: UpdateUser, options?: WriteOptions): Promise<User> {
        return this.#transport.send(operations.updateUser, { path: { id }, body: changes }, options);
    }

    /** Changes a user by what it is now, and loses nobody's change: where another came between, it is read and changed anew. */
    change(id: number, edit: Edit<User, UpdateUser>, options: ChangeOptions = {}): Promise<User> {
        return change(() => this.get(id, options), edit, (changes, ifMatch) => this.update(id, changes, { ...options, ifMatch }), options);
    }

    /** Deletes a user, if there are no orders of it. */
    delete(id: number, options?: WriteOptions): Promise<void> {
        return this.#transport.send(operations.deleteUser, { path: { id } }, options);
    }
}
