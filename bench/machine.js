// On what, and of what, the figures are.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { Database } from './catalogues.js';
import { inFolder, inRepository } from './places.js';

export function describe(binary) {
  const git = (...args) => execFileSync('git', ['-C', inRepository('.'), ...args], { encoding: 'utf8' }).trim();
  const version = name => JSON.parse(readFileSync(inFolder(`peer/node_modules/${name}/package.json`))).version;
  const memory = new Database(':memory:');
  const sqlite = memory.prepare('SELECT sqlite_version() AS version').get().version;
  memory.close();
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: git('rev-parse', '--short=10', 'HEAD') + (git('status', '--porcelain', '--untracked-files=no') ? ' with changes' : ''),
    cpu: `${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    kernel: `Linux ${release()}`,
    litebooks: execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim(),
    peer: `Node ${process.version}, fastify ${version('fastify')}, better-sqlite3 ${version('better-sqlite3')} (SQLite ${sqlite})`,
    wrk: wrkVersion(),
    size: statSync(binary).size,
    peerSize: statSync(process.execPath).size + parseInt(execFileSync('du', ['-sb', inFolder('peer')], { encoding: 'utf8' }), 10),
  };
}

// It tells its version only together with its usage, as if that were a mistake.
function wrkVersion() {
  try {
    return execFileSync('wrk', ['--version'], { encoding: 'utf8' });
  } catch (e) {
    return e.stdout.match(/^wrk \S+/)[0];
  }
}
