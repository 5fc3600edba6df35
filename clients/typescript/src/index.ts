/**
 * A client of LiteBooks, the book-catalogue server.
 * @module
 */
export { answerOf, etagOf, type Answer } from './answers.js';
export type { Edit } from './changes.js';
export { LiteBooks, type LiteBooksOptions } from './client.js';
export type * from './generated/api.js';
export type { CallOptions, ChangeOptions, CreateOptions, Fields, Only, PageOf, WriteOptions } from './options.js';
export { LiteBooksConnectionError, LiteBooksProblem, problemCodes, type ProblemCode } from './problems.js';
export type { Activity, Admin, AdminBooks, Audit } from './resources/admin.js';
export type { Authors } from './resources/authors.js';
export type { BooksV2 } from './resources/books-v2.js';
export type { BookFilters, Books } from './resources/books.js';
export type { HealthChecks } from './resources/health.js';
export type { Orders } from './resources/orders.js';
export type { Reports } from './resources/reports.js';
export type { Reviews } from './resources/reviews.js';
export type { Users } from './resources/users.js';
export type { TokenSource } from './tokens.js';
