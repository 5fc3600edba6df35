// Lets the linters that API developers use look through a document. A rule that does not fit this API is waived in
// waived.json, with the reason; one that is waived and finds nothing is an error too, so that the file stays true.
//   node lint.mjs DOCUMENT.json
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';

const file = resolve(process.argv[2]);
const here = fileURLToPath(new URL('.', import.meta.url));
const waived = JSON.parse(readFileSync(join(here, 'waived.json'), 'utf8'));
const scratch = mkdtempSync(join(tmpdir(), 'lint-'));
let faults = 0;

try {
  const validity = await new Validator().validate(JSON.parse(readFileSync(file, 'utf8')));
  tell('openapi-schema-validator', validity.valid ? [] : validity.errors.map(error => ({ rule: 'schema', text: `${error.instancePath}: ${error.message}` })));
  tell('spectral:oas', spectral('spectral:oas'));
  tell('redocly recommended-strict', redocly());
  tell('spectral owasp', spectral('@stoplight/spectral-owasp-ruleset'), waived.owasp);
  tell('spectral ibm', spectral('@ibm-cloud/openapi-ruleset'), waived.ibm);
} finally {
  rmSync(scratch, { recursive: true });
}
process.exitCode = faults === 0 ? 0 : 1;

function tell(linter, found, excuses = {}) {
  const unexcused = found.filter(({ rule }) => !(rule in excuses));
  const idle = Object.keys(excuses).filter(rule => !found.some(fault => fault.rule === rule));
  for (const { rule, text } of unexcused.slice(0, 50))
    console.error(`${linter}: ${rule}: ${text}`);
  for (const rule of idle)
    console.error(`${linter}: ${rule} is waived and finds nothing: take it out of waived.json`);
  faults += unexcused.length + idle.length;
  console.log(`${linter}: ${unexcused.length + idle.length} faults, ${Object.keys(excuses).length} rules waived`);
}

function spectral(ruleset) {
  const [rules, out] = [join(here, '.ruleset.json'), join(scratch, 'spectral.json')];
  writeFileSync(rules, JSON.stringify({ extends: [ruleset] }));
  try {
    run('spectral', ['lint', file, '--ruleset', rules, '--format', 'json', '--output', out, '--quiet', '--fail-severity', 'hint']);
    return JSON.parse(readFileSync(out, 'utf8')).map(({ code, message, path }) => ({ rule: code, text: `${path.join('.')}: ${message}` }));
  } finally {
    rmSync(rules);
  }
}

function redocly() {
  const printed = run('redocly', ['lint', file, '--extends', 'recommended-strict', '--format', 'json', '--max-problems', '10000']);
  return JSON.parse(printed.slice(printed.indexOf('{'))).problems.map(({ ruleId, message, location }) => ({ rule: ruleId, text: `${location[0]?.pointer}: ${message}` }));
}

// A linter that finds something ends with 1; more than that is a failure of its own.
function run(name, words) {
  const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const { status, stdout, stderr } = spawnSync(join(here, 'node_modules/.bin', name), words, { encoding: 'utf8', env: environment, maxBuffer: 1 << 28, cwd: here });
  if (status !== 0 && status !== 1)
    throw new Error(`${name} ended with ${status}:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  return stdout;
}
