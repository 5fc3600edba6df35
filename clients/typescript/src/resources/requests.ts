import { versionOf } from '../answers.js';
import type { WriteOptions } from '../options.js';
import type { SendOptions } from '../transport.js';

/** The version that a write expects, as the header that says it. */
export function conditionOf({ ifMatch, ...options }: WriteOptions = {}): SendOptions {
    return ifMatch === undefined ? options : { ...options, condition: { 'If-Match': versionOf(ifMatch) } };
}

/** The wanted members as the API takes them: one text, with commas. */
export function narrowed<Query extends { fields?: readonly PropertyKey[] | undefined }>({ fields, ...query }: Query): Omit<Query, 'fields'> & { fields?: string } {
    return fields === undefined ? query : { ...query, fields: fields.join() };
}
