// How fast a catalogue is imported: the largest one, as its own export wrote it, into a new database.
import { rmSync } from 'node:fs';
import { Database, remove } from './catalogues.js';
import { inWork } from './places.js';
import { run } from './wrk.js';

export async function importRate(binary, catalogue, size) {
  const csv = inWork('import.csv');
  const target = inWork('import.db');
  remove(target);
  await run(binary, ['export', csv, '--database', catalogue]);
  const began = performance.now();
  await run(binary, ['import', csv, '--database', target]);
  const seconds = (performance.now() - began) / 1000;
  const file = new Database(target, { readonly: true });
  const count = file.prepare('SELECT count(*) AS count FROM books').get().count;
  const soundness = file.pragma('integrity_check', { simple: true });
  file.close();
  if (count !== size || soundness !== 'ok')
    throw new Error(`The import of ${size} books left ${count}, and the file is ${soundness}.`);
  remove(target);
  rmSync(csv);
  return { size, seconds, perSecond: size / seconds };
}
