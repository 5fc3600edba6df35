// Catalogues of any size, made by the seeder and kept, and copies of them.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRepository, inWork } from './places.js';
import { litebooks, Server } from './server.js';
import { run } from './wrk.js';

// The peer's, for whoever looks into a file.
export const Database = createRequire(import.meta.resolve('./peer/package.json'))('better-sqlite3');

// A catalogue of other sources is another catalogue.
const Digest = digest('seed', 'sql');

// The path of a catalogue, as the program itself leaves it: migrated, and its log settled.
export async function catalogue(size, binary) {
  const path = inWork(`books-${size}-${Digest}.db`);
  if (!existsSync(path)) {
    const partial = `${path}.partial`;
    remove(partial);
    await run(inWork('seed/LiteBooks.Seed'), ['--books', size, '--database', partial]);
    const server = await new Server(litebooks(binary), partial).start();
    await server.idle();
    await server.stop();
    renameSync(partial, path);
    remove(partial);
  }
  return path;
}

export function copy(path, name) {
  const own = inWork(`${name}.db`);
  remove(own);
  copyFileSync(path, own);
  return own;
}

// A database with all that a server lays beside it.
export function remove(path) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const file of readdirSync(inWork('')).filter(file => file.startsWith(name)))
    rmSync(inWork(file), { recursive: true });
}

function digest(...folders) {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(inRepository(folder), { recursive: true }).sort();
    for (const file of files.filter(file => /\.(sql|cs|txt)$/.test(file) && !/(^|\/)(obj|bin)\//.test(file)))
      hash.update(file).update(readFileSync(inRepository(`${folder}/${file}`)));
  }
  return hash.digest('hex').slice(0, 8);
}
