// A server under measurement: started on its own copy of a catalogue, asked, watched, stopped.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds, idle, memory } from './process.js';
import { inFolder } from './places.js';

const StartSeconds = 60;

// None outlives the driver, however that ends.
const running = new Set();
process.on('exit', () => running.forEach(child => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => process.exit(1));

// How each of them is started.
export const litebooks = (binary, name = 'LiteBooks') => ({
  name,
  command: binary,
  args: (database, port) => ['serve', '--database', database, '--urls', `http://127.0.0.1:${port}`],
});
export const peer = {
  name: 'peer',
  command: process.execPath,
  args: (database, port) => [inFolder('peer/server.js'), database, `${port}`],
};

export class Server {
  #process;
  #log;

  constructor(program, database) {
    this.name = program.name;
    this.database = database;
    this.program = program;
    this.#log = `${database}.log`;
  }

  // Until it answers. Its log goes to a file, as where it serves.
  async start() {
    this.port = await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    const log = openSync(this.#log, 'a');
    this.startedAt = performance.now();
    // Nothing of the caller's environment but what every program needs: default settings only.
    this.#process = spawn(this.program.command, this.program.args(this.database, this.port), {
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });
    closeSync(log);
    running.add(this.#process);
    await this.#answers('/health/live');
    return this;
  }

  get pid() {
    return this.#process.pid;
  }

  async stop() {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null)
      throw new Error(`${this.name} ended by itself (${this.#process.exitCode ?? this.#process.signalCode}).`);
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await ended;
    running.delete(this.#process);
  }

  cpuSeconds() {
    return cpuSeconds(this.pid);
  }

  memory() {
    return memory(this.pid, this.database);
  }

  idle() {
    return idle(this.pid);
  }

  // Lines of many millions of requests would fill the disk.
  forgetLog() {
    truncateSync(this.#log);
  }

  // Status, headers, and the body as JSON (undefined where there is none).
  async ask(path, { method = 'GET', headers = {}, body } = {}) {
    const answer = await fetch(this.url + path, {
      method,
      headers: body ? { 'content-type': 'application/json', ...headers } : headers,
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : undefined };
  }

  // Milliseconds since the start until the first 200. Asked in quick succession, each time anew.
  async #answers(path) {
    const end = Date.now() + StartSeconds * 1000;
    while (!await isOk(this.port, path)) {
      if (this.#process.exitCode !== null || Date.now() > end)
        throw new Error(`${this.name} does not start; ${this.#log} has its log.`);
      await sleep(1);
    }
    this.aliveAfter = performance.now() - this.startedAt;
  }

  async listsAfter() {
    if (!await isOk(this.port, '/api/v1/books'))
      throw new Error(`${this.name} does not list books.`);
    return performance.now() - this.startedAt;
  }
}

function isOk(port, path) {
  return new Promise(resolve => {
    request({ host: '127.0.0.1', port, path, agent: false }, answer => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode === 200));
      answer.on('error', () => resolve(false));
    }).on('error', () => resolve(false)).end();
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
