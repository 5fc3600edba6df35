import type { DuplicateItem, Fault, Problem } from './generated/api.js';

/** The codes that this version of the package knows. They never change; a later server may have more. */
export const problemCodes = [
    'bad_request', 'malformed_json', 'malformed_form', 'empty_patch', 'premium_isbn_required', 'first_user_must_be_admin', 'nothing_to_revert',
    'unsupported_grant_type', 'malformed_header', 'malformed_cursor', 'too_many_items', 'unsupported_version', 'foreign_host',
    'unauthenticated', 'invalid_token', 'invalid_credentials', 'forbidden', 'read_only', 'not_found', 'method_not_allowed', 'not_acceptable',
    'request_timeout', 'duplicate_isbn', 'duplicate_author', 'duplicate_user', 'author_has_books', 'last_admin', 'insufficient_stock',
    'order_state', 'user_has_orders', 'report_unfinished', 'idempotency_key_in_use', 'version_mismatch', 'body_too_large',
    'unsupported_media_type', 'validation_failed', 'idempotency_key_reused', 'precondition_required', 'too_many_attempts', 'rate_limited',
    'internal_error', 'not_ready', 'timeout', 'database_busy', 'database_read_only', 'database_full', 'database_damaged', 'database_unavailable',
] as const;

/** A stable name of what went wrong. `unexplained` is a refusal without a problem document, as from a proxy. */
export type ProblemCode = typeof problemCodes[number] | 'unexplained' | (string & {});

/** The server refused: every answer from 400 on is thrown as one of these. */
export class LiteBooksProblem extends Error {
    override readonly name = 'LiteBooksProblem';
    /** The status of the answer. */
    readonly status: number;
    /** The kind as a stable name: `not_found`, `validation_failed`, `version_mismatch`. */
    readonly code: ProblemCode;
    /** The kind in a few words. */
    readonly title: string;
    /** What is wrong with this request. */
    readonly detail: string;
    /** The address of a page that explains the kind. */
    readonly type: string;
    /** The path of the request. */
    readonly instance: string;
    /** What the server's log has the request under. */
    readonly requestId: string | undefined;
    /** When it happened, in UTC. */
    readonly timestamp: string | undefined;
    /** Every value that is not valid; empty for other kinds. */
    readonly errors: readonly Fault[];
    /** The items that exist already, where many were to be created together or not at all. */
    readonly duplicates: readonly DuplicateItem[];
    /** The id of what stands in the way, of the kinds `duplicate_…`. */
    readonly existingId: number | undefined;
    /** The member that breaks a rule, such as `isbn` of `premium_isbn_required`. */
    readonly field: string | undefined;
    /** The rule that is broken. */
    readonly constraint: string | undefined;
    /** After how many seconds it may be tried again, if the server says so. */
    readonly retryAfter: number | undefined;

    constructor(document: Partial<Problem>, response: { readonly status: number; readonly statusText: string; readonly headers: Headers }) {
        const title = document.title ?? (response.statusText || `Status ${response.status}`);
        const detail = document.detail ?? 'The answer does not say why.';
        const errors: readonly (Fault | DuplicateItem)[] = document.errors ?? [];
        const faults = errors.filter(error => 'field' in error);
        super(`${title}: ${detail}${faults.map(fault => ` ${fault.field}: ${fault.message}`).join('')}`);
        this.status = response.status;
        this.code = document.code ?? 'unexplained';
        this.title = title;
        this.detail = detail;
        this.type = document.type ?? 'about:blank';
        this.instance = document.instance ?? '';
        this.requestId = document.request_id ?? response.headers.get('X-Request-ID') ?? undefined;
        this.timestamp = document.timestamp;
        this.errors = faults;
        this.duplicates = errors.filter(error => 'index' in error);
        this.existingId = document.existing_id;
        this.field = document.field;
        this.constraint = document.constraint;
        this.retryAfter = secondsUntil(response.headers.get('Retry-After'));
    }

    /** What is wrong with each field, to be shown beside it: `problem.fieldErrors.isbn?.[0]`. */
    get fieldErrors(): Readonly<Record<string, readonly string[]>> {
        const fields = new Map<string, string[]>();
        for (const { field, message } of this.errors)
            fields.set(field, [...fields.get(field) ?? [], message]);
        return Object.fromEntries(fields);
    }
}

/** There was no answer, or none of a LiteBooks server: no network, a wrong address, a page that may not ask. `cause` has the reason. */
export class LiteBooksConnectionError extends Error {
    override readonly name = 'LiteBooksConnectionError';
    /** The method of the request. */
    readonly method: string;
    /** The address that it was sent to. */
    readonly url: string;

    constructor(message: string, method: string, url: string, cause?: unknown) {
        super(`${method} ${url}: ${message}`, { cause });
        this.method = method;
        this.url = url;
    }
}

/** A refusal as an error, whatever stands in its body. */
export function problemFrom(response: Response, text: string): LiteBooksProblem {
    const explained = response.headers.get('Content-Type')?.startsWith('application/problem+json') ?? false;
    return new LiteBooksProblem((explained && parsed(text) || {}) as Partial<Problem>, response);
}

/** What a text says if it is a JSON object or list, as all answers are. */
export function parsed(text: string): object | undefined {
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : undefined;
    } catch {
        return undefined;
    }
}

// Seconds, or a date (RFC 9110, section 10.2.3).
function secondsUntil(text: string | null): number | undefined {
    if (text === null)
        return undefined;
    const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
    return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
