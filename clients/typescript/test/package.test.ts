// The package as its users get it: packed, and installed into an empty folder.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from './support/places.js';
import { startServer, type Server } from './support/server.js';

describe('The package', () => {
    const folder = mkdtempSync(join(tmpdir(), 'litebooks-client-'));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    let server: Server;
    let files: string[];

    const run = (program: string, ...words: string[]): string => execFileSync(program, words, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });

    before(async () => {
        // It was just built.
        const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: root, encoding: 'utf8' })) as [{ filename: string; files: { path: string }[] }];
        files = packed.files.map(({ path }) => path);
        writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', private: true, type: 'module' }));
        run('npm', 'install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename));
        server = await startServer();
    });
    after(async () => {
        await server.stop();
        rmSync(folder, { recursive: true });
    });

    it('holds what is needed, and depends on nothing', () => {
        assert.deepEqual(files.filter(path => !path.startsWith('dist/')).sort(), ['LICENSE', 'README.md', 'package.json']);
        assert.ok(['dist/index.js', 'dist/index.d.ts', 'dist/index.js.map', 'dist/generated/api.d.ts'].every(path => files.includes(path)));
        const manifest = JSON.parse(readFileSync(join(folder, 'node_modules/litebooks-client/package.json'), 'utf8')) as Record<string, unknown>;
        assert.equal(manifest['dependencies'], undefined);
        assert.equal(manifest['license'], 'MIT');
    });

    it('has the version and the licence of the server', () => {
        const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
        assert.match(readFileSync(join(root, '../../Directory.Build.props'), 'utf8'), new RegExp(`<Version>${version.replaceAll('.', '\\.')}</Version>`));
        assert.equal(readFileSync(join(root, 'LICENSE'), 'utf8'), readFileSync(join(root, '../../LICENSE'), 'utf8'));
    });

    it('runs from plain JavaScript', () => {
        writeFileSync(join(folder, 'plain.js'), `
            import { LiteBooks } from 'litebooks-client';
            const client = new LiteBooks({ baseUrl: '${server.url}/' });
            console.log((await client.books.get(4)).title);
        `);
        assert.equal(run(process.execPath, 'plain.js'), 'Dune\n');
    });

    const surroundings = {
        'a browser, with a bundler': { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], types: [] },
        'Node': { module: 'nodenext', lib: ['es2022'], types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
    };
    for (const [name, options] of Object.entries(surroundings)) {
        it(`compiles strictly for ${name}`, () => {
            writeFileSync(join(folder, 'strict.ts'), `
                import { LiteBooks, type Book, type BookSummary } from 'litebooks-client';
                const client = new LiteBooks({ baseUrl: '${server.url}' });
                const book: Book = await client.books.get(5);
                const all: Pick<BookSummary, 'title'>[] = [];
                for await (const { title } of client.books.all({ fields: ['title'] })) all.push({ title });
                // @ts-expect-error
                const wrong: number = book.title;
                console.log(book.title, all.length, typeof wrong);
            `);
            writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
                compilerOptions: { target: 'es2022', strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, ...options }, files: ['strict.ts'],
            }));
            run(process.execPath, tsc);
            assert.equal(run(process.execPath, 'strict.js'), '1984 5 string\n');
        });
    }
});
