import { operations, type CreateOrder, type ListOrdersQuery, type Order, type OrderPage, type UpdateOrder } from '../generated/api.js';
import { byNumber, type Unpaged } from '../lists.js';
import type { CallOptions, CreateOptions, WriteOptions } from '../options.js';
import type { Transport } from '../transport.js';

/** What users order. Users see and cancel their own; admins see and move all. */
export class Orders {
    readonly #transport: Transport;

    constructor(transport: Transport) {
        this.#transport = transport;
    }

    /** One page of the orders of a user. */
    list(userId: number, query: ListOrdersQuery = {}, options?: CallOptions): Promise<OrderPage> {
        return this.#transport.send(operations.listOrders, { path: { id: userId }, query }, options);
    }

    /** Every order of a user that matches, page after page as you go. */
    all(userId: number, query: Unpaged<ListOrdersQuery> = {}, options?: CallOptions): AsyncGenerator<Order, void, undefined> {
        return byNumber(paging => this.list(userId, { ...query, ...paging }, options), options?.signal);
    }

    /** An order. */
    get(userId: number, orderId: number, options?: CallOptions): Promise<Order> {
        return this.#transport.send(operations.getOrder, { path: { id: userId, order_id: orderId } }, options);
    }

    /** Orders books at the prices of today. The stock falls with it; where there is too little, nothing is ordered (`insufficient_stock`). */
    create(userId: number, order: CreateOrder, options?: CreateOptions): Promise<Order> {
        return this.#transport.send(operations.createOrder, { path: { id: userId }, body: order }, options);
    }

    /** Moves an order on: from `pending` to `paid` to `shipped`, or to `cancelled` before it is shipped. */
    update(userId: number, orderId: number, changes: UpdateOrder, options?: WriteOptions): Promise<Order> {
        return this.#transport.send(operations.updateOrder, { path: { id: userId, order_id: orderId }, body: changes }, options);
    }
}
