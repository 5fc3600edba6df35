// The command line.
import { parseArgs } from 'node:util';
import { workloads } from './workloads.js';

export const Help = `bench/run [OPTION…]: measures LiteBooks beside a peer.
  --quick           100 k books only, 2 seconds, one run each, three cold starts, no import
  --sizes N,N…      how many books (default 10000,100000,1000000); the peer is measured at 100000, or else the first
  --only NAME…      only these: ${workloads.map(workload => workload.name).join(' ')} start import
  --seconds N       how long a run takes (default 5)
  --runs N          how many runs a median is taken of (default 3)
  --binary FILE     another program than dist/linux-x64/litebooks
  --beside FILE     a further build of LiteBooks, by turns with the first: what a change brings`;

const Everything = [...workloads.map(workload => workload.name), 'start', 'import'];

// Enough for every page that is asked for.
const LeastBooks = 2000;

export function readOptions(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      sizes: { type: 'string' },
      only: { type: 'string', multiple: true },
      seconds: { type: 'string' },
      runs: { type: 'string' },
      binary: { type: 'string' },
      beside: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { quick } = values;
  const sizes = values.sizes?.split(',').map(size => whole(size, '--sizes')) ?? (quick ? [100_000] : [10_000, 100_000, 1_000_000]);
  const only = values.only && [...values.only.flatMap(names => names.split(',')), ...positionals];
  const least = sizes.find(size => size < LeastBooks);
  if (least)
    throw new Error(`--sizes takes numbers from ${LeastBooks}, not ${least}.`);
  const stranger = (only ?? positionals).find(name => !only || !Everything.includes(name));
  if (stranger)
    throw new Error(`There is no workload '${stranger}'.\n${Help}`);
  return {
    help: values.help,
    binary: values.binary,
    beside: values.beside,
    sizes,
    // The size at which the peer is measured, and the targets hold.
    peerSize: sizes.includes(100_000) ? 100_000 : sizes[0],
    seconds: whole(values.seconds ?? (quick ? '2' : '5'), '--seconds'),
    runs: whole(values.runs ?? (quick ? '1' : '3'), '--runs'),
    starts: quick ? 3 : 10,
    isWhole: !quick && !only && !values.sizes && !values.beside,
    wants: name => only ? only.includes(name) : name !== 'import' || !quick,
  };
}

function whole(text, option) {
  if (!/^[1-9][0-9]*$/.test(text))
    throw new Error(`${option} takes whole numbers from 1, not '${text}'.`);
  return +text;
}
