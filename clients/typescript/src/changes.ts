import type { ChangeOptions } from './options.js';
import { LiteBooksProblem } from './problems.js';

/**
 * What is to be changed in what was read. Nothing (undefined) leaves it as it is. It is called again with what is there
 * then if somebody else was quicker, so it should look at its argument and nowhere else.
 */
export type Edit<Resource, Patch> = (current: Readonly<Resource>) => Patch | undefined | Promise<Patch | undefined>;

/** Reads, lets the caller change, and writes with If-Match; begins anew where another change came between. */
export async function change<Resource extends object, Patch>(
    read: () => Promise<Resource>,
    edit: Edit<Resource, Patch>,
    write: (patch: Patch, ifMatch: Resource) => Promise<Resource>,
    { attempts = 5 }: ChangeOptions,
): Promise<Resource> {
    for (let attempt = 1; ; attempt++) {
        const current = await read();
        const patch = await edit(current);
        if (patch === undefined)
            return current;
        try {
            return await write(patch, current);
        } catch (error) {
            const overtaken = error instanceof LiteBooksProblem && error.code === 'version_mismatch';
            if (!overtaken || attempt >= attempts)
                throw error;
        }
    }
}
