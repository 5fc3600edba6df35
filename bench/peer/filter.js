// The WHERE and ORDER BY of a list.

const Sorts = {
  created_at: 'b.created_at',
  title: 'b.title_folded',
  author: 'b.author_folded',
  price: 'b.price_cents',
  published_year: 'b.published_year',
};

// What LiteBooks keeps in its *_folded columns, for all texts that the benchmark writes.
export const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export function order(query) {
  const direction = query.sort_order === 'asc' ? 'ASC' : 'DESC';
  return `ORDER BY ${Sorts[query.sort_by ?? 'created_at']} ${direction}, b.id ${direction}`;
}

export function filter(query) {
  const conditions = [];
  const values = [];
  const add = (condition, ...value) => {
    conditions.push(condition);
    values.push(...value);
  };
  if (query.genre)
    add('b.genre_key = ?', query.genre.toLowerCase());
  for (const tag of [query.tags ?? []].flat())
    add('b.id IN (SELECT book_id FROM book_tags WHERE tag = ?)', tag);
  if (query.published_after)
    add('b.published_year >= ?', +query.published_after);
  if (query.published_before)
    add('b.published_year <= ?', +query.published_before);
  // What nearly everybody writes first…
  if (query.like) {
    const pattern = `%${fold(query.like).replace(/[\\%_]/g, '\\$&')}%`;
    add(`(b.title_folded LIKE ? ESCAPE '\\' OR b.author_folded LIKE ? ESCAPE '\\')`, pattern, pattern);
  }
  // …and what an expert writes: the same index as LiteBooks'.
  if (query.search) {
    const phrase = `"${fold(query.search).replaceAll('"', '""')}"`;
    add(`b.id IN (
      SELECT rowid FROM title_search WHERE title_search MATCH ?
      UNION
      SELECT id FROM books WHERE author_id IN (SELECT rowid FROM author_search WHERE author_search MATCH ?))`, phrase, phrase);
  }
  return { where: conditions.length ? `WHERE ${conditions.join(' AND ')}` : '', values };
}
