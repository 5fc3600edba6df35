// Runs wrk: one thread, 32 connections, closed loop.
import { spawn } from 'node:child_process';
import { inFolder } from './places.js';

export const Connections = 32;

// What slow servers need longer for is told by the latencies; it is not an error.
const TimeoutSeconds = 60;

// Requests and seconds, latencies (ms), and errors: refused (status 400 and above), broken (sockets), late (time-outs).
export async function wrk(server, script, args, seconds) {
  const output = await run('wrk', [
    '--threads', '1', '--connections', `${Connections}`, '--duration', `${seconds}s`, '--timeout', `${TimeoutSeconds}s`,
    '--script', inFolder(`wrk/${script}`), server.url, '--', ...args.map(String),
  ]);
  const line = output.trimEnd().split('\n').at(-1);
  if (!line.startsWith('{'))
    throw new Error(`wrk with ${script} says:\n${output}`);
  const told = JSON.parse(line);
  return { ...told, perSecond: told.requests / told.seconds, errors: told.refused + told.broken + told.late };
}

export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    child.stdout.on('data', data => output += data);
    child.stderr.on('data', data => output += data);
    child.on('error', reject);
    child.on('close', code => code === 0 ? resolve(output) : reject(new Error(`${command} ${args.join(' ')} failed (${code}):\n${output}`)));
  });
}
