// The limit of writing: the same rows in transactions of 32, by a plain program without a server (batch/).
import { copy, Database, remove } from './catalogues.js';
import { rowsOf } from './new-books.js';
import { inWork } from './places.js';
import { run } from './wrk.js';

const RowsForARun = 2_000_000;

export class Batch {
  #first = 0;

  constructor(shelf, catalogue, newBooks) {
    Object.assign(this, { name: 'batch', shelf, newBooks });
    this.database = copy(catalogue, 'batch');
  }

  async measure(workload, _, seconds) {
    this.#first += RowsForARun;
    const output = await run(inWork('batch/LiteBooks.Batch'), [workload.name, this.database, rowsOf(this.newBooks), this.#first, this.shelf.highestId, seconds].map(String));
    return { perSecond: parseFloat(output), p50: null, p99: null, errors: 0, cpu: null };
  }

  end() {
    const file = new Database(this.database, { readonly: true });
    const soundness = file.pragma('integrity_check', { simple: true });
    file.close();
    if (soundness !== 'ok')
      throw new Error(`batch: the file is damaged: ${soundness}`);
    remove(this.database);
  }
}
