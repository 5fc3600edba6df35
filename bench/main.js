// The whole measurement, from catalogues to the report.
import { writeFileSync } from 'node:fs';
import { Batch } from './batch.js';
import { catalogue } from './catalogues.js';
import { contest } from './contest.js';
import { importRate } from './imports.js';
import { describe } from './machine.js';
import { writeNewBooks } from './new-books.js';
import { Help, readOptions } from './options.js';
import { inFolder, inWork } from './places.js';
import { report } from './report.js';
import { litebooks, peer } from './server.js';
import { Shelf } from './shelf.js';
import { coldStarts } from './starts.js';
import { Subject } from './subject.js';
import { number } from './table.js';
import { workloads } from './workloads.js';

const options = read();
if (options.help) {
  console.log(Help);
  process.exit();
}
const found = { machine: describe(options.binary), sizes: options.sizes, rows: [], memory: [], starts: [] };
const wanted = workloads.filter(workload => options.wants(workload.name));
const paths = new Map();
for (const size of options.sizes) {
  say(`a catalogue of ${size} books`);
  paths.set(size, await catalogue(size, options.binary));
}

if (options.wants('start')) {
  say('cold starts');
  found.starts = await coldStarts([litebooks(options.binary), peer], paths.get(options.peerSize), options.starts);
}
if (wanted.length > 0) {
  await measure([options.peerSize], true);
  // The sizes by turns, so that what is said of growth is not the machine's mood.
  const others = options.sizes.filter(size => size !== options.peerSize);
  if (others.length > 0)
    await measure(others, false);
}
if (options.wants('import')) {
  say('import');
  const largest = Math.max(...options.sizes);
  found.imported = await importRate(options.binary, paths.get(largest), largest);
}

const text = report(found, options);
// A part of the figures, or short runs, are for the eye only.
const path = options.isWhole ? inFolder('RESULTS.md') : inWork('RESULTS.md');
writeFileSync(path, text);
console.log(`\n${text}\nWritten to ${path}.`);
const errors = found.rows.reduce((sum, row) => sum + row.errors, 0);
if (errors > 0) {
  console.error(`${errors} requests failed.`);
  process.exit(1);
}

// What cannot be meant is said in a line, without a stack.
function read() {
  try {
    return readOptions(process.argv.slice(2));
  } catch (e) {
    console.error(e.message);
    process.exit(2);
  }
}

async function measure(sizes, withPeer) {
  const subjects = [];
  let batch;
  for (const size of sizes) {
    say(`reading ${size} books`);
    const shelf = new Shelf(paths.get(size));
    const newBooks = inWork(`new-books-${size}.jsonl`);
    writeNewBooks(shelf, newBooks);
    for (const program of programs(withPeer))
      subjects.push(new Subject(program, size, shelf, paths.get(size), newBooks));
    if (withPeer && wanted.some(workload => workload.batch))
      batch = new Batch(shelf, paths.get(size), newBooks);
  }
  for (const subject of subjects)
    await subject.server.start();
  found.rows.push(...await contest(wanted, subjects, batch, options, sayRow));
  for (const { name, size, server } of subjects)
    found.memory.push({ name, size, ...server.memory() });
  for (const subject of subjects) {
    const { added, least, most } = await subject.end();
    say(`${subject.name}, ${subject.size}: sound; ${added} books added, ${least} to ${most} acknowledged`);
  }
  batch?.end();
}

function programs(withPeer) {
  const beside = options.beside ? [litebooks(options.beside, 'beside')] : [];
  return [litebooks(options.binary), ...beside, ...(withPeer ? [peer] : [])];
}

function say(line) {
  console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`);
}

function sayRow(row) {
  const times = row.p50 === null ? '' : `, p50 ${number(row.p50)} ms, p99 ${number(row.p99)} ms, ${row.errors} errors`;
  say(`${row.size} ${row.title}, ${row.name}: ${number(row.perSecond)}/s${times}`);
}
