-- What lists filter and sort by, beside the id: a text search or a tag gives ids, and to look up the whole row of each for its year or
-- its price reads a page of the file a book. Filters on several columns, which no index serves together, walk through this instead of the
-- rows.
CREATE INDEX books_by_id ON books (id, created_at, published_year, price_cents, genre_key, status, stock_quantity, author_id);

-- A genre in the order of the list; with the columns of the other filters in it, the books that these leave out are never looked up.
DROP INDEX books_by_genre;
CREATE INDEX books_by_genre ON books (genre_key, created_at, id, published_year, price_cents, status, stock_quantity);
