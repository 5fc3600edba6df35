// The report: every figure, and how it stands to its target.
import { amounts, growth, importsPerSecond, largestMemory, rates } from './targets.js';
import { number, table } from './table.js';
import { Connections } from './wrk.js';

export function report(found, options) {
  const sections = [
    introduction(found, options),
    ...(found.rows.length ? [`## Against the peer and own limits (${books(options.peerSize)})`, targetTable(found, options)] : []),
    ...growthSection(found, options),
    ...importSection(found.imported),
    ...found.sizes.filter(size => found.rows.some(row => row.size === size)).flatMap(size => [`## All figures at ${books(size)}`, figureTable(found.rows.filter(row => row.size === size))]),
    ...memorySection(found),
    ...startSection(found.starts),
  ];
  return sections.join('\n\n') + '\n';
}

const books = size => `${size.toLocaleString('en-US')} books`;

function introduction({ machine }, options) {
  return `# Measured on ${machine.date}

| | |
|---|---|
| machine | ${machine.cpu}; ${machine.kernel} |
| commit | ${machine.commit} |
| LiteBooks | ${machine.litebooks}, one file of ${machine.size.toLocaleString('en-US')} bytes |
| peer | ${machine.peer}; ${number(machine.peerSize / 1e6)} MB with Node |
| load | ${machine.wrk}, one thread, ${Connections} connections, runs of ${options.seconds} s by turns; medians of ${options.runs} |`;
}

function targetTable({ rows, memory, starts, machine }, { peerSize }) {
  const find = (workload, name) => rows.find(row => row.size === peerSize && row.workload === workload && row.name === name);
  const lines = [];
  for (const { title, workload, against, least } of rates) {
    const own = find(workload, 'LiteBooks');
    const other = find(against.workload ?? workload, against.name ?? 'LiteBooks');
    if (own && other)
      lines.push([title, `${against.name ?? `own ${against.workload}`}`, `${number(own.perSecond / other.perSecond)} ×`, `≥ ${least} ×`, atLeast(own.perSecond / other.perSecond, least)]);
  }
  const measured = { memory: memory.filter(entry => entry.size === peerSize), starts, size: [{ name: 'LiteBooks', value: machine.size }] };
  for (const { title, unit, of, from, ratio, most } of amounts) {
    const value = name => measured[from].filter(entry => entry.name === name).map(entry => of(entry.value ?? entry))[0];
    const [own, other] = [value('LiteBooks'), value('peer')];
    if (ratio && own && other)
      lines.push([title, 'peer', `${number(own / other)} ×`, `≤ ${ratio} ×`, atMost(own / other, ratio)]);
    if (most && own)
      lines.push([title, '', `${number(own)} ${unit}`, `≤ ${number(most)} ${unit}`, atMost(own, most)]);
  }
  return table(['', 'against', 'is', 'target', ''], lines);
}

function growthSection({ rows, sizes, memory }) {
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
  const of = (size, workload) => rows.find(row => row.size === size && row.name === 'LiteBooks' && row.workload === workload);
  const lines = rows.filter(row => row.size === small && row.name === 'LiteBooks' && of(large, row.workload)).map(row => {
    const kept = of(large, row.workload).perSecond / row.perSecond;
    const least = growth[row.workload];
    return [row.title, number(row.perSecond), number(of(large, row.workload).perSecond), `${number(kept)} ×`, ...(least ? [`≥ ${least} ×`, atLeast(kept, least)] : ['', ''])];
  });
  if (small === large || lines.length === 0)
    return [];
  const { resident } = memory.find(entry => entry.size === large && entry.name === 'LiteBooks');
  lines.push(['resident memory (MiB)', '', number(resident), '', `≤ ${largestMemory}`, atMost(resident, largestMemory)]);
  return [`## Growth from ${books(small)} to ${books(large)}`, table(['requests/s', small.toLocaleString('en-US'), large.toLocaleString('en-US'), 'keeps', 'target', ''], lines)];
}

function importSection(imported) {
  if (!imported)
    return [];
  const { size, seconds, perSecond } = imported;
  return ['## Import', `${books(size)} from CSV in ${number(seconds)} s: ${number(perSecond)} a second (target ${importsPerSecond.toLocaleString('en-US')}: ${atLeast(perSecond, importsPerSecond)}).`];
}

const figureTable = rows => table(
  ['', 'of', 'requests/s', 'p50 ms', 'p99 ms', 'errors', 'CPU s / 1000'],
  rows.map(row => [row.title, row.name, number(row.perSecond), number(row.p50), number(row.p99), row.errors, number(row.cpu)]));

function memorySection({ memory }) {
  if (memory.length === 0)
    return [];
  return ['## Memory after load (MiB)', table(['', 'books', 'resident', 'of it the database, mapped', 'peak'],
    memory.map(entry => [entry.name, entry.size.toLocaleString('en-US'), number(entry.resident), number(entry.mapped), number(entry.peak)]))];
}

function startSection(starts) {
  if (starts.length === 0)
    return [];
  return ['## Cold start (ms, medians)', table(['', '/health/live', 'first list'], starts.map(start => [start.name, number(start.alive), number(start.lists)]))];
}

const atLeast = (value, least) => value >= least ? 'meets' : `misses by ${number((1 - value / least) * 100)} %`;
const atMost = (value, most) => value <= most ? 'meets' : `misses by ${number((value / most - 1) * 100)} %`;
