// What a document takes away from those who were written against an earlier one.
//   node compatible.mjs EARLIER.json LATER.json
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { apiDiff } from 'api-smart-diff';

const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** Every breaking change, as a sentence. */
export function breakingChanges(earlier, later) {
  const found = apiDiff(inOrder(earlier), inOrder(later))
    .filter(change => change.path[0] === 'paths' && ((change.type === 'breaking' && !isSurerHeader(change)) || isAnotherAnswer(change)))
    .map(change => `${change.action}: ${change.path.join(' > ')}`);
  return [...found, ...lostOperationIds(earlier, later), ...lostMembers(earlier, later)];
}

// The library turns round for answers what it says of bodies; of what stays the same thing in both directions, that is wrong.
function isAnotherAnswer({ action, path }) {
  const last = path.at(-1);
  return path.includes('responses') && path.includes('schema') && (['type', 'format'].includes(last) || (last === 'nullable' && action !== 'remove'));
}

// A header of an answer that is always there now is a promise; the library takes it for something that is asked of the client.
function isSurerHeader({ action, path }) {
  return path.includes('responses') && path.includes('headers') && path.at(-1) === 'required' && action === 'add';
}

// The library takes choices for any permutation of themselves; here each is the same as before, in its place.
function inOrder(document) {
  return JSON.parse(JSON.stringify(document), (_, value) => {
    const choices = value?.oneOf ?? value?.anyOf;
    return Array.isArray(choices) ? { type: 'object', properties: Object.fromEntries(choices.map((choice, place) => [`choice ${place}`, choice])) } : value;
  });
}

// Generated clients name their methods after them.
function lostOperationIds(earlier, later) {
  return operations(earlier)
    .filter(({ path, method, operationId }) => later.paths[path]?.[method] && later.paths[path][method].operationId !== operationId)
    .map(({ path, method, operationId }) => `the operationId ${operationId} of ${method} ${path} is another`);
}

function operations(document) {
  return Object.entries(document.paths).flatMap(([path, item]) => methods.filter(method => item[method]).map(method => ({ path, method, ...item[method] })));
}

// A body that is closed refuses what it no longer knows.
function lostMembers(earlier, later) {
  return Object.entries(earlier.components.schemas)
    .filter(([name, schema]) => schema.additionalProperties === false && later.components.schemas[name])
    .flatMap(([name, schema]) => Object.keys(schema.properties)
      .filter(member => !(member in later.components.schemas[name].properties))
      .map(member => `${name} no longer takes ${member}`));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [earlier, later] = process.argv.slice(2).map(file => JSON.parse(readFileSync(file, 'utf8')));
  const changes = breakingChanges(earlier, later);
  for (const change of changes)
    console.error(change);
  console.log(changes.length === 0 ? 'Nothing is broken for who uses the last release.' : `${changes.length} changes break who uses the last release.`);
  process.exitCode = changes.length === 0 ? 0 : 1;
}
