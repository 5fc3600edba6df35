// Compares an answer with the right one, and says where they part.
import { isDeepStrictEqual } from 'node:util';

export function agree(what, given, right) {
  if (isDeepStrictEqual(given, right))
    return;
  const place = difference(given, right, '$');
  throw new Error(`${what}: ${place.path} is ${JSON.stringify(place.given)}, and should be ${JSON.stringify(place.right)}.`);
}

function difference(given, right, path) {
  if (given && right && typeof given === 'object' && typeof right === 'object') {
    for (const key of new Set([...Object.keys(right), ...Object.keys(given)])) {
      if (!isDeepStrictEqual(given[key], right[key]))
        return difference(given[key], right[key], `${path}.${key}`);
    }
  }
  return { path, given, right };
}
