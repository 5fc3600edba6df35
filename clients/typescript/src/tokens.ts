/**
 * Where tokens come from: a token, or a function that gives the one of the moment. When the server refuses a token, the
 * function is called again with it, to give another if it can; it gives undefined where nobody is signed in.
 */
export type TokenSource = string | ((refused?: string) => string | undefined | Promise<string | undefined>);

/** Holds what requests are signed with. */
export class TokenHolder {
    source: TokenSource | undefined;
    // Calls at the same time wait for the same token, so that nobody signs in several times at once.
    readonly #awaited = new Map<string | undefined, Promise<string | undefined>>();

    constructor(source: TokenSource | undefined) {
        this.source = source;
    }

    async current(): Promise<string | undefined> {
        return typeof this.source === 'function' ? await this.#ask(this.source) : this.source;
    }

    async insteadOf(refused: string): Promise<string | undefined> {
        return typeof this.source === 'function' ? await this.#ask(this.source, refused) : undefined;
    }

    #ask(source: Exclude<TokenSource, string>, refused?: string): Promise<string | undefined> {
        const awaited = this.#awaited.get(refused) ?? Promise.resolve().then(() => source(refused)).finally(() => this.#awaited.delete(refused));
        this.#awaited.set(refused, awaited);
        return awaited;
    }
}
