// What is measured. A workload has a name, a title, wrk's script for it, and
//   prepare(subject)   compares the answers with the right ones; gives what `args` needs. Throws where they differ.
//   args(subject, run) the arguments of the script; each run gets others
//   variants           further names under which the peer is asked, and how its targets read then
import { checkTargets, checkTags, walkToMiddle, checkIds, checkCreate, checkChange } from './checks.js';

const Genres = ['fiction', 'mystery', 'romance', 'fantasy', 'thriller', 'science-fiction', 'history', 'travel'];
const Tagged = [
  ['paperback', 1980, 1999], ['bestseller', 2000, 2019], ['classic', 1900, 1969], ['award-winner', 1990, 2009],
  ['paperback&tags=literary', 1950, 2020], ['sci-fi', 1970, 1989], ['cookbook', 2010, 2025], ['magic', 1960, 1999],
];
// From one book in two hundred to one in five thousand; words, a part of one, a phrase, a name.
const Terms = ['garden', 'shadow', 'winter', 'miller', 'cartographer', 'penguin', 'graph', 'laura', 'the silver', 'last winter'];
// In every second book.
const CommonTerm = 'the';
const PerPage = 20;

const list = '/api/v1/books';
const byPrice = genre => `${list}?genre=${genre}&sort_by=price&sort_order=asc`;
const search = term => `${list}?search=${encodeURIComponent(term)}`;
const asLike = target => target.replace('search=', 'like=');

// Targets that are asked for one after the other.
const reading = (name, title, targets, more = {}) => ({
  name,
  title,
  script: 'targets.lua',
  prepare: subject => checkTargets(subject, targets(subject.shelf), more.variants ? [target => target, asLike] : undefined),
  args: (subject, run, prepared, variant = target => target) => [subject.file(name, prepared.map(variant))],
  ...more,
});

export const workloads = [
  reading('health', 'health', () => ['/health/live']),
  {
    name: 'get',
    title: 'get by id',
    script: 'ids.lua',
    prepare: checkIds,
    args: (subject, run) => [subject.shelf.highestId, run],
  },
  reading('list', 'default list', () => [list]),
  reading('genre', 'genre + price sort + total', () => Genres.map(byPrice)),
  reading('tags', 'tags + years', () => Tagged.map(([tag, first, last]) => `${list}?tags=${tag}&published_after=${first}&published_before=${last}`)),
  reading('search', 'text search', () => Terms.map(search), { variants: { LIKE: asLike } }),
  reading('search-common', 'text search, every second book', () => [search(CommonTerm)], { variants: { LIKE: asLike } }),
  reading('deep', 'deep page (90 %)', shelf => {
    const page = Math.floor(shelf.books.length * 0.9 / PerPage);
    return Array.from({ length: 32 }, (_, i) => `${list}?page=${page + i}`);
  }),
  {
    name: 'cursor',
    title: 'cursor page (from the middle)',
    script: 'targets.lua',
    prepare: walkToMiddle,
    args: (subject, run, prepared) => [subject.file('cursor', prepared)],
  },
  reading('facets', 'facets', () => [`${list}/facets`]),
  reading('facets-genre', 'facets of a genre', () => Genres.map(genre => `${list}/facets?genre=${genre}`)),
  {
    name: 'conditional',
    title: 'conditional get (304)',
    script: 'targets.lua',
    prepare: checkTags,
    args: (subject, run, prepared) => [subject.file('conditional', prepared)],
  },
  {
    name: 'create',
    title: 'create',
    script: 'create.lua',
    prepare: checkCreate,
    args: (subject, run) => [subject.newBooks, subject.isbns()],
    creates: done => done.requests - done.refused,
    batch: true,
  },
  {
    name: 'patch',
    title: 'patch',
    script: 'patch.lua',
    prepare: checkChange,
    args: (subject, run) => [subject.shelf.highestId, run],
    batch: true,
  },
  {
    name: 'mix',
    title: 'mix 90/10',
    script: 'mix.lua',
    prepare: () => undefined,
    args: (subject, run) => [
      subject.shelf.highestId, run, subject.newBooks, subject.isbns(),
      subject.file('mix', Genres.flatMap((genre, i) => [list, byPrice(genre), list, search(Terms[i])])),
    ],
    // Every twentieth request.
    creates: done => Math.floor(done.requests / 20),
  },
];
