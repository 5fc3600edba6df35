// One that is measured: a server on its own copy of a catalogue.
import { writeFileSync } from 'node:fs';
import { copy, Database, remove } from './catalogues.js';
import { someNewBooks } from './new-books.js';
import { inWork } from './places.js';
import { Server } from './server.js';
import { Connections, wrk } from './wrk.js';

const IsbnsForARun = 2_000_000;

export class Subject {
  #isbn = 0;
  #created = { least: 0, most: 0 };

  constructor(program, size, shelf, catalogue, newBooks) {
    Object.assign(this, { name: program.name, size, shelf, newBooks });
    this.isPeer = program.name === 'peer';
    this.folder = `${program.name.toLowerCase()}-${size}`;
    this.database = copy(catalogue, this.folder);
    this.server = new Server(program, this.database);
  }

  // A file of lines for a script of wrk.
  file(name, lines) {
    const path = inWork(`${this.folder}-${name}.txt`);
    writeFileSync(path, lines.map(line => `${line}\n`).join(''));
    return path;
  }

  // The first of a run's own numbers for ISBNs.
  isbns() {
    return this.#isbn += IsbnsForARun;
  }

  someNewBooks() {
    return someNewBooks(this.newBooks, this.isbns(), 8);
  }

  hasCreated(least, most) {
    this.#created.least += least;
    this.#created.most += most;
  }

  // One run of a workload, until all of it is done: requests of a load that has ended go on for a while, and belong to no other run.
  async measure(workload, args, seconds) {
    const before = this.server.cpuSeconds();
    const done = await wrk(this.server, workload.script, args, seconds);
    await this.server.idle();
    // Each connection's last request is served as well, but its answer comes after the end.
    const cpu = (this.server.cpuSeconds() - before) / (done.requests + Connections) * 1000;
    // So a book may be stored that is not counted; and of a mix, some requests may be ahead of others.
    if (workload.creates)
      this.hasCreated(Math.max(0, workload.creates(done) - Connections), workload.creates(done) + 2 * Connections);
    this.server.forgetLog();
    const answered = done.requests > 0;
    return { perSecond: done.perSecond, p50: answered ? done.p50 : null, p99: answered ? done.p99 : null, errors: done.errors, cpu };
  }

  // Stops the server, and looks whether its file is sound and holds just what was acknowledged.
  async end() {
    await this.server.stop();
    const file = new Database(this.database, { readonly: true });
    const soundness = file.pragma('integrity_check', { simple: true });
    const added = file.prepare('SELECT count(*) AS count FROM books').get().count - this.shelf.books.length;
    file.close();
    if (soundness !== 'ok')
      throw new Error(`${this.name}: the file is damaged: ${soundness}`);
    if (added < this.#created.least || added > this.#created.most)
      throw new Error(`${this.name}: ${added} books were added, and ${this.#created.least} to ${this.#created.most} acknowledged.`);
    remove(this.database);
    return { added, ...this.#created };
  }
}
