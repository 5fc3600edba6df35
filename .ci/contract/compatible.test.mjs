// That a breaking change is refused, and one that breaks nobody is not.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { breakingChanges } from './compatible.mjs';

const document = () => JSON.parse(readFileSync(new URL('../../LiteBooks/OpenApi/openapi.json', import.meta.url), 'utf8'));
const list = changed => changed.paths['/api/v1/books'].get;
const schemas = changed => changed.components.schemas;

const breaking = {
  'a path goes': changed => delete changed.paths['/api/v1/reports'],
  'an operation goes': changed => delete changed.paths['/api/v1/books'].post,
  'an operation has another id': changed => list(changed).operationId = 'FindBooks',
  'a parameter goes': changed => list(changed).parameters.shift(),
  'a parameter is required': changed => list(changed).parameters[0].required = true,
  'a new parameter is required': changed => list(changed).parameters.push({ name: 'shop', in: 'query', required: true, schema: { type: 'string' } }),
  'an answer goes': changed => delete list(changed).responses['200'],
  'a form of an answer goes': changed => delete changed.paths['/api/v1/reports/{id}'].get.responses['200'].content['text/csv'],
  'a header goes': changed => delete list(changed).responses['200'].headers.Link,
  'a token is needed': changed => list(changed).security = [{ token: ['admin'] }],
  'a member of an answer goes': changed => delete schemas(changed).BookResponse.properties.title,
  'a member of an answer may be absent': changed => schemas(changed).BookResponse.required.shift(),
  'a member of an answer may be null': changed => schemas(changed).BookResponse.properties.title.nullable = true,
  'a member of an answer has another type': changed => schemas(changed).BookResponse.properties.title.type = 'integer',
  'an answer lists another value': changed => schemas(changed).BookResponse.properties.status.enum.push('lost'),
  'a member of a body goes': changed => delete schemas(changed).CreateBook.properties.genre,
  'a member of a body is required': changed => schemas(changed).CreateBook.required.push('genre'),
  'a bound of a body is narrower': changed => schemas(changed).CreateBook.properties.title.maxLength = 100,
  'a body lists a value less': changed => schemas(changed).UpdateBook.properties.status.enum.pop(),
  'a choice of a body is narrower': changed => schemas(changed).MetadataV2Body.required.push('genre'),
};

const harmless = {
  'nothing changes': () => {},
  'a header is promised': changed => list(changed).responses['200'].headers.Link.required = true,
  'a path comes': changed => changed.paths['/api/v1/shelves'] = structuredClone(changed.paths['/health']),
  'a parameter comes that may be left out': changed => list(changed).parameters.push({ name: 'shop', in: 'query', schema: { type: 'string' } }),
  'a member of an answer comes': changed => schemas(changed).BookResponse.properties.shelf = { type: 'string' },
  'a member of a body comes that may be left out': changed => schemas(changed).CreateBook.properties.shelf = { type: 'string' },
  'a bound of a body is wider': changed => schemas(changed).CreateBook.properties.title.maxLength = 1000,
  'a sentence is better': changed => list(changed).description = 'All of them.',
};

for (const [name, change] of Object.entries(breaking)) {
  test(`${name}: refused`, () => {
    const changed = document();
    change(changed);
    assert.notDeepEqual(breakingChanges(document(), changed), []);
  });
}

for (const [name, change] of Object.entries(harmless)) {
  test(`${name}: taken`, () => {
    const changed = document();
    change(changed);
    assert.deepEqual(breakingChanges(document(), changed), []);
  });
}
