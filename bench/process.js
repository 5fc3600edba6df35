// What the kernel knows of a process.
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const TicksPerSecond = +execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' });
const Mebibyte = 1024;
const StillMilliseconds = 300;
const PatienceSeconds = 600;

// User and system time, of all its threads.
export function cpuSeconds(pid) {
  // The name, in brackets, may hold blanks; what counts stands behind it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (+fields[11] + +fields[12]) / TicksPerSecond;
}

// In MiB. Pages of the database that are mapped are the kernel's cache: whoever reads the file without mapping it uses them too.
export function memory(pid, database) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = name => +new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)[1] / Mebibyte;
  return { resident: of('VmRSS'), peak: of('VmHWM'), mapped: mappedPages(pid, database) };
}

// Waits until its CPU time stands still: requests of a load that has ended go on for a while.
export async function idle(pid) {
  const end = Date.now() + PatienceSeconds * 1000;
  for (let before = cpuSeconds(pid), still = 0; still < 2;) {
    await sleep(StillMilliseconds / 2);
    const now = cpuSeconds(pid);
    still = now - before < 1.5 / TicksPerSecond ? still + 1 : 0;
    before = now;
    if (Date.now() > end)
      throw new Error(`The server is still busy ${PatienceSeconds} seconds after the load ended.`);
  }
}

function mappedPages(pid, database) {
  let kilobytes = 0;
  let isDatabase = false;
  for (const line of readFileSync(`/proc/${pid}/smaps`, 'utf8').split('\n')) {
    if (/^[0-9a-f]+-[0-9a-f]+ /.test(line))
      isDatabase = line.endsWith(` ${database}`);
    else if (isDatabase && line.startsWith('Rss:'))
      kilobytes += parseInt(line.slice(4), 10);
  }
  return kilobytes / Mebibyte;
}
