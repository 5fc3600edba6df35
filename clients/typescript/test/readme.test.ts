// Every piece of code in the package's README, and in the repository's, does what it says: it is compiled as strictly as the package, and run.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { root } from './support/places.js';
import { admin, claimed, startServer, type Server } from './support/server.js';

const folder = join(root, 'build/readme');
const blocks = ['README.md', '../../README.md'].flatMap(file => [...readFileSync(join(root, file), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)]).map(match => match[1]!);
const signedIn = `import { LiteBooks as Client } from 'litebooks-client';
const client = new Client({ baseUrl: 'http://localhost:8000' });
await client.login(${JSON.stringify(admin)});
`;

/** What each piece prints, in order; those that come to nothing print nothing. */
const printed = [
    /^1984 by George Orwell: 12\.99\nDune by Frank Herbert: 17\.99\n.* Its id is 4\.\n$/,
    /^1 found; the first, Dune, is available\n$/,
    /^1984, [^,]+, [^,]+\n[^,]+, [^,]+(, [^,]+)?\n/,
    /^3 The Pragmatic Programmer\n2 Design Patterns\n1 Clean Code\n$/,
    /^.*ada.* \(admin\), for 8 hours\n$/i,
    /^$/,
    /^title: .+\nisbn: .+\nprice: .+\n$/,
    /^15\.29\n$/,
    /^$/,
    /^nothing new\n$/,
    /^true\n$/,
    /^pending, pending\n$/,
    /^\[ 'The Pragmatic Programmer' \] \[ 'AbortError' \]\n$/,
    /^\{[^]*books: 6[^]*\}\n$/,
    /^The Pragmatic Programmer 49.99\nClean Code 39.99\n$/,
];

describe("The README's code", () => {
    let open: Server;
    let withUsers: Server;

    before(async () => {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder, { recursive: true });
        blocks.forEach((block, index) => writeFileSync(join(folder, `${index}.ts`), index === 0 || block.includes('new LiteBooks(') ? block : signedIn + block));
        writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', compilerOptions: { lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: [], noUnusedLocals: false }, include: ['.'] }));
        // The README's server is the one at hand.
        writeFileSync(join(folder, 'here.mjs'), `const real = fetch; globalThis.fetch = (url, init) => real(String(url).replace('http://localhost:8000', process.env.SERVER), init);\n`);
        open = await startServer();
        withUsers = await startServer(claimed);
    });
    after(() => Promise.all([open, withUsers].map(server => server.stop())));

    it('compiles', () => {
        assert.equal(blocks.length, printed.length);
        execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', folder], { stdio: ['ignore', 'inherit', 'inherit'] });
    });

    it('begins with ten lines', () => {
        assert.equal(blocks[0]!.trim().split('\n').filter(line => line !== '').length, 10);
    });

    for (const [index, block] of blocks.entries()) {
        it(`runs: ${block.split('\n').find(line => line !== '' && !line.startsWith('import'))}`, async () => {
            const server = index === 0 ? open : withUsers;
            const { stdout } = await promisify(execFile)(process.execPath, ['--import', join(folder, 'here.mjs'), join(folder, `${index}.js`)], { env: { ...process.env, SERVER: server.url } });
            assert.match(stdout, printed[index]!);
        });
    }
});
