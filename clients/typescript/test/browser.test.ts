import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import { newBook } from './support/books.js';
import { root } from './support/places.js';
import { startServer } from './support/server.js';

const chromium = process.env['LITEBOOKS_CHROMIUM'] || '/usr/bin/chromium';

// On the test, not on its suite: a suite that is skipped is not counted as skipped.
const skip = !existsSync(chromium) && `There is no ${chromium}; LITEBOOKS_CHROMIUM names another.`;

describe('In a browser', () => {
    it('a page of another origin does the same', { skip, timeout: 120_000 }, async () => {
        let tell: (outcome: unknown) => void;
        const told = new Promise<unknown>(done => { tell = done; });
        let page = '';
        const site = createServer((request, response) => {
            if (request.method === 'POST') {
                let body = '';
                request.on('data', piece => { body += piece; }).on('end', () => { response.end(); tell(JSON.parse(body)); });
            } else if (request.url === '/') {
                response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
            } else {
                const file = join(root, normalize(request.url!));
                response.writeHead(existsSync(file) ? 200 : 404, { 'Content-Type': 'text/javascript' }).end(existsSync(file) ? readFileSync(file) : '');
            }
        });
        await new Promise<void>(done => site.listen(0, '127.0.0.1', done));
        const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
        const [open, closed] = [await startServer({ 'Http:CorsOrigins': origin }), await startServer()];
        page = `<script type="importmap">{"imports": {"litebooks-client": "/dist/index.js"}}</script>
            <script>servers = ${JSON.stringify({ open: open.url, closed: closed.url })}; isbn = "${newBook().isbn}";</script>
            <script type="module" src="/build/test/page.js"></script>`;
        const profile = mkdtempSync(join(tmpdir(), 'litebooks-browser-'));
        const browser = spawn(chromium, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync', '--remote-debugging-port=0', `--user-data-dir=${profile}`, origin], { stdio: 'ignore' });
        const ended = new Promise<void>(done => browser.once('close', () => done()));
        try {
            assert.deepEqual(await Promise.race([told, ended.then(() => 'the browser ended')]), {
                titles: ['1984', 'Clean Code', 'Design Patterns', 'Dune', 'The Pragmatic Programmer'],
                location: true, overtaken: 'version_mismatch', changed: 7, refreshed: true,
                fields: ['title', 'price'], aborted: 'AbortError', refused: true,
            });
        } finally {
            browser.kill('SIGKILL');
            await ended;
            site.closeAllConnections();
            site.close();
            await Promise.all([open.stop(), closed.stop()]);
            rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
        }
    });
});
