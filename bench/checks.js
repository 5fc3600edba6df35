// Correctness before speed: what a subject answers to each workload is held against the right answer.
import { agree } from './agree.js';

const SomeIds = 200;
const HeldBooks = 2000;
const Step = 100;
const Limit = 20;
const Cursors = 32;

// Every target; with variants, each under every one.
export async function checkTargets(subject, targets, variants = [target => target]) {
  for (const target of targets) {
    const right = subject.shelf.answer(target);
    for (const variant of subject.isPeer ? variants : [target => target]) {
      const answer = await subject.server.ask(variant(target));
      agree(`${subject.name}, GET ${variant(target)}`, { status: answer.status, body: answer.body }, { status: 200, body: right });
    }
  }
  return targets;
}

export const checkIds = subject => checkTargets(subject, spread(subject.shelf, SomeIds));

// Gives books with the tags that a client holds.
export async function checkTags(subject) {
  const lines = [];
  for (const target of spread(subject.shelf, HeldBooks)) {
    const tag = (await subject.server.ask(target)).headers.get('etag');
    const again = await subject.server.ask(target, { headers: { 'if-none-match': tag } });
    agree(`${subject.name}, GET ${target} with its tag`, { status: again.status, body: again.body }, { status: 304, body: undefined });
    lines.push(`${target}\tIf-None-Match: ${tag}`);
  }
  return lines;
}

// Walks half of the default list, and gives the cursors of the pages from there.
export async function walkToMiddle(subject) {
  const { server, shelf } = subject;
  const middle = Math.floor(shelf.books.length / 2 / Step) * Step;
  const targets = [];
  let path = `?limit=${Step}`;
  for (let at = 0; targets.length < Cursors; ) {
    const count = at < middle ? Step : Limit;
    const { status, body } = await server.ask(`/api/v1/books/cursor${path}`);
    const { next_cursor: next, prev_cursor: previous, ...rest } = body;
    const right = { items: shelf.piece(at, count), has_more: at + count < shelf.books.length };
    agree(`${subject.name}, GET books/cursor from ${at}`, { status, rest, next: next !== null, previous: previous !== null },
      { status: 200, rest: right, next: right.has_more, previous: at > 0 });
    at += count;
    path = `?limit=${at < middle ? Step : Limit}&cursor=${encodeURIComponent(next)}`;
    if (at >= middle)
      targets.push(`/api/v1/books/cursor${path}`);
    if (at === middle + Limit)
      await checkWayBack(subject, previous, middle - Limit);
  }
  return targets;
}

async function checkWayBack(subject, cursor, from) {
  const { status, body } = await subject.server.ask(`/api/v1/books/cursor?limit=${Limit}&cursor=${encodeURIComponent(cursor)}`);
  agree(`${subject.name}, GET books/cursor back to ${from}`, { status, items: body.items, has_more: body.has_more },
    { status: 200, items: subject.shelf.piece(from, Limit), has_more: true });
}

export async function checkCreate(subject) {
  for (const template of subject.someNewBooks()) {
    const asked = Date.now();
    const { status, headers, body } = await subject.server.ask('/api/v1/books', { method: 'POST', body: template });
    subject.hasCreated(1, 1);
    const { id, created_at: createdAt, ...rest } = body;
    agree(`${subject.name}, POST`, { status, rest }, { status: 201, rest: { ...template, status: 'available', updated_at: null, is_recent: true } });
    agree(`${subject.name}, POST`, { location: headers.get('location'), isNew: id > subject.shelf.highestId, isNow: Math.abs(Date.parse(createdAt) - asked) < 5000 },
      { location: `/api/v1/books/${id}`, isNew: true, isNow: true });
    agree(`${subject.name}, GET after POST`, (await subject.server.ask(`/api/v1/books/${id}`)).body, body);
  }
}

export async function checkChange(subject) {
  for (const target of spread(subject.shelf, 10)) {
    const before = (await subject.server.ask(target)).body;
    const change = { price: 12.34, page_count: 77 };
    const asked = Date.now();
    const { status, body } = await subject.server.ask(target, { method: 'PATCH', body: change });
    const { updated_at: updatedAt, ...rest } = body;
    const { updated_at: _, ...old } = before;
    agree(`${subject.name}, PATCH ${target}`, { status, rest, isNow: Math.abs(Date.parse(updatedAt) - asked) < 5000 },
      { status: 200, rest: { ...old, ...change }, isNow: true });
    agree(`${subject.name}, GET after PATCH ${target}`, (await subject.server.ask(target)).body, body);
  }
}

// Ids over the whole catalogue.
function spread(shelf, count) {
  const step = Math.max(1, Math.floor(shelf.books.length / count));
  return shelf.books.filter((_, i) => i % step === 0).slice(0, count).map(book => `/api/v1/books/${book.id}`);
}
