// A real server on a port of its own, with a database of its own: the program that LITEBOOKS_BIN names, or the repository's.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './places.js';

const LONGEST_START = 180_000;

export interface Server {
    readonly url: string;
    stop(): Promise<void>;
}

export const admin = { username: 'ada', password: 'correct horse battery' };

/** Settings that claim it. */
export const claimed = { 'Auth:AdminUsername': admin.username, 'Auth:AdminPassword': admin.password };

export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<Server> {
    const folder = await mkdtemp(join(tmpdir(), 'litebooks-client-'));
    const binary = process.env['LITEBOOKS_BIN'];
    const [program, before] = binary ? [resolve(binary), []] : ['dotnet', ['run', '--project', join(root, '../../LiteBooks'), '--']];
    const words = [...before, '--urls', 'http://127.0.0.1:0', '--database', join(folder, 'books.db'), ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`)];
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(LITEBOOKS_|ASPNETCORE_)/.test(name)));
    // In a group of its own, for `dotnet run` starts another process.
    const child = spawn(program, words, { cwd: binary ? folder : root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const kill = (): void => {
        if (child.exitCode === null && child.signalCode === null && child.pid)
            process.kill(-child.pid, 'SIGTERM');
    };
    process.once('exit', kill);
    const ended = new Promise<void>(done => child.once('close', () => done()));
    let output = '';
    const stop = async (): Promise<void> => {
        kill();
        await ended;
        process.off('exit', kill);
        await rm(folder, { recursive: true, force: true });
    };
    const url = await new Promise<string>((found, failed) => {
        const give = (reason: string): void => failed(new Error(`The server did not start: ${reason}\n${output}`));
        const timer = setTimeout(() => give('it took too long'), LONGEST_START);
        const read = (text: unknown): void => {
            output += String(text);
            const address = /Now listening on: (http:\/\/127\.0\.0\.1:\d+)/.exec(output);
            if (address) {
                clearTimeout(timer);
                found(address[1]!);
            }
        };
        child.stdout.on('data', read);
        child.stderr.on('data', read);
        child.once('error', error => give(String(error)));
        child.once('close', code => give(`it ended with ${code}`));
    }).catch(async (error: unknown) => {
        await stop();
        throw error;
    });
    return { url, stop };
}
