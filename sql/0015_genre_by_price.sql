-- The books of a genre in the order of their prices, as a shop shows them: without it all books of the genre are looked up and
-- sorted for each page.
CREATE INDEX books_by_genre_and_price ON books (genre_key, price_cents);
