// A server that answers as it is told: what a real one cannot be made to do at a given moment.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
    readonly method: string;
    readonly url: string;
    readonly key: string | undefined;
    readonly body: string;
}

export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export async function startScripted(replies: Reply[]): Promise<{ url: string; seen: Seen[]; stop(): void }> {
    const seen: Seen[] = [];
    const server = createServer(async (request, response) => {
        let body = '';
        for await (const piece of request)
            body += String(piece);
        seen.push({ method: request.method!, url: request.url!, key: request.headers['idempotency-key'] as string | undefined, body });
        const reply = replies[seen.length - 1];
        if (!reply)
            throw new Error(`nobody said what to answer to request ${seen.length}`);
        reply(response, request);
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, stop: () => { server.closeAllConnections(); server.close(); } };
}

export const json = (value: unknown, status = 200): Reply => response => {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
};

export const refuse = (status: number, code: string, headers: Record<string, string> = {}): Reply => response => {
    response.writeHead(status, { 'Content-Type': 'application/problem+json', ...headers }).end(JSON.stringify({ status, code, title: code, detail: 'Not now.' }));
};

export const hangUp: Reply = response => {
    response.socket?.destroy();
};
