import { etagOf, remember, versionOf } from './answers.js';
import { addressOf, type AnyInput, type Input, type Operation } from './operation.js';
import type { CallOptions } from './options.js';
import { LiteBooksConnectionError, LiteBooksProblem, parsed, problemFrom } from './problems.js';
import { pauseAfter, wait } from './retries.js';
import type { TokenHolder } from './tokens.js';

/** Where the server is, and how patient its client. */
export interface TransportSettings {
    readonly baseUrl: string;
    readonly retries: number;
    readonly longestPause: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly fetch: typeof globalThis.fetch;
}

/** What only some calls have; the layer above says which. */
export interface SendOptions extends CallOptions {
    idempotencyKey?: string | undefined;
    /** The version that a write expects. */
    ifMatch?: object | string | undefined;
    /** Without a token, which the server would look at. */
    anonymous?: boolean | undefined;
}

type AnyOperation = Pick<Operation<unknown, unknown, unknown, unknown>, 'method' | 'path' | 'keyed' | 'form'>;

interface Call {
    readonly operation: AnyOperation;
    readonly url: string;
    readonly body: string | undefined;
    readonly headers: Readonly<Record<string, string>>;
    readonly options: SendOptions;
}

/** Sends operations: address, headers, token, retries; turns refusals into problems. */
export class Transport {
    readonly #settings: TransportSettings;
    readonly #tokens: TokenHolder;
    // What a result was read by, so that it can be read again.
    readonly #calls = new WeakMap<object, Call>();

    constructor(settings: TransportSettings, tokens: TokenHolder) {
        this.#settings = settings;
        this.#tokens = tokens;
    }

    async send<Path, Query, Body, Result>(operation: Operation<Path, Query, Body, Result>, input: Input<Path, Query, Body>, options: SendOptions = {}): Promise<Result> {
        const call = this.#call(operation, input as AnyInput, 'application/json', options);
        return this.#result(call, await this.#insist(call)) as Result;
    }

    /** The same answer in another form. */
    async sendForText<Path, Query, Body>(operation: Operation<Path, Query, Body, unknown>, input: Input<Path, Query, Body>, accept: string, options: SendOptions = {}): Promise<string> {
        return (await this.#insist(this.#call(operation, input as AnyInput, accept, options))).text;
    }

    /** Reads again what a result was read by: the same result if nothing has changed, else a new one. */
    async refresh<Result extends object>(result: Result, options: CallOptions): Promise<Result> {
        const known = this.#calls.get(result);
        const etag = etagOf(result);
        if (!known || etag === undefined)
            throw new TypeError('Only what this client has read can be refreshed, not a copy of it, nor what it wrote.');
        const call = { ...known, headers: { ...known.headers, ...options.headers, 'If-None-Match': etag }, options: { ...known.options, ...options } };
        const received = await this.#insist(call);
        return received.response.status === 304 ? result : this.#result(known, received) as Result;
    }

    #call(operation: AnyOperation, input: AnyInput, accept: string, options: SendOptions): Call {
        return {
            operation,
            url: this.#settings.baseUrl + addressOf(operation.path, input),
            body: input.body === undefined ? undefined : operation.form ? formOf(input.body) : JSON.stringify(input.body),
            headers: this.#headersOf(operation, input.body !== undefined, accept, options),
            options,
        };
    }

    #headersOf(operation: AnyOperation, hasBody: boolean, accept: string, options: SendOptions): Record<string, string> {
        return {
            Accept: accept,
            ...hasBody && { 'Content-Type': operation.form ? 'application/x-www-form-urlencoded' : 'application/json' },
            // One key for all attempts: that is what makes them harmless.
            ...operation.keyed && { 'Idempotency-Key': keyOf(options) },
            ...this.#settings.headers,
            ...options.headers,
            ...options.ifMatch !== undefined && { 'If-Match': versionOf(options.ifMatch) },
        };
    }

    async #insist(call: Call): Promise<Received> {
        const repeatable = call.operation.method === 'GET' || call.operation.keyed;
        for (let attempt = 0; ; attempt++) {
            try {
                return await this.#sendSigned(call);
            } catch (error) {
                const pause = attempt < (call.options.retries ?? this.#settings.retries) ? pauseAfter(error, attempt, repeatable, this.#settings.longestPause) : undefined;
                if (pause === undefined)
                    throw error;
                await wait(pause, call.options.signal);
            }
        }
    }

    // A token that is refused may have expired: whoever gave it is asked for another, once.
    async #sendSigned(call: Call): Promise<Received> {
        if (call.options.anonymous)
            return await this.#sendOnce(call, undefined);
        const token = await this.#tokens.current();
        try {
            return await this.#sendOnce(call, token);
        } catch (error) {
            if (!(error instanceof LiteBooksProblem) || error.code !== 'invalid_token' || token === undefined)
                throw error;
            const another = await this.#tokens.insteadOf(token);
            if (another === undefined || another === token)
                throw error;
            return await this.#sendOnce(call, another);
        }
    }

    async #sendOnce({ operation, url, body, headers, options: { signal } }: Call, token: string | undefined): Promise<Received> {
        const { method } = operation;
        let response: Response;
        let text: string;
        try {
            response = await this.#settings.fetch(url, {
                method,
                headers: { ...headers, ...token !== undefined && { Authorization: `Bearer ${token}` } },
                body: body ?? null,
                signal: signal ?? null,
            });
            text = await response.text();
        } catch (error) {
            signal?.throwIfAborted();
            throw new LiteBooksConnectionError('no answer. Is the server there, and may this page ask it (Http:CorsOrigins)?', method, url, error);
        }
        if (response.status >= 400)
            throw problemFrom(response, text);
        return { response, text };
    }

    #result(call: Call, { response, text }: Received): unknown {
        if (response.status === 204)
            return undefined;
        const result = resultIn(text, call, response);
        remember(result, response);
        if (call.operation.method === 'GET')
            this.#calls.set(result, call);
        return result;
    }
}

interface Received {
    readonly response: Response;
    readonly text: string;
}

function resultIn(text: string, call: Call, response: Response): object {
    const result = response.headers.get('Content-Type')?.startsWith('application/json') ? parsed(text) : undefined;
    if (result !== undefined)
        return result;
    throw new LiteBooksConnectionError('the answer is not from a LiteBooks server. Is baseUrl right?', call.operation.method, call.url);
}

function formOf(body: unknown): string {
    return String(new URLSearchParams(body as Record<string, string>));
}

function keyOf({ idempotencyKey }: SendOptions): string {
    if (idempotencyKey !== undefined && !/^[!-~]{1,64}$/.test(idempotencyKey))
        throw new TypeError('An idempotency key has 1 to 64 visible ASCII characters.');
    return idempotencyKey ?? newKey();
}

// crypto.randomUUID is not there for pages that came over plain HTTP from another machine.
function newKey(): string {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
