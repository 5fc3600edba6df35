-- Authors as a resource of their own, not only as a name on books.
ALTER TABLE authors ADD COLUMN bio TEXT;
ALTER TABLE authors ADD COLUMN nationality TEXT;
ALTER TABLE authors ADD COLUMN phone TEXT;
-- An address is there as a whole or not at all.
ALTER TABLE authors ADD COLUMN street TEXT;
ALTER TABLE authors ADD COLUMN city TEXT;
ALTER TABLE authors ADD COLUMN state TEXT;
ALTER TABLE authors ADD COLUMN zip_code TEXT;
ALTER TABLE authors ADD COLUMN country TEXT;
ALTER TABLE authors ADD COLUMN updated_at INTEGER;
ALTER TABLE authors ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- Counted as books come and go, so that a list sorted by it need not count them all. Triggers keep it right.
ALTER TABLE authors ADD COLUMN book_count INTEGER NOT NULL DEFAULT 0;
UPDATE authors SET book_count = (SELECT COUNT(*) FROM books WHERE author_id = authors.id);

CREATE INDEX authors_by_name ON authors (name_folded);
CREATE INDEX authors_by_book_count ON authors (book_count);

CREATE TRIGGER books_author_counted AFTER INSERT ON books
BEGIN
    UPDATE authors SET book_count = book_count + 1 WHERE id = NEW.author_id;
END;

CREATE TRIGGER books_author_recounted AFTER UPDATE OF author_id ON books WHEN NEW.author_id <> OLD.author_id
BEGIN
    UPDATE authors SET book_count = book_count - 1 WHERE id = OLD.author_id;
    UPDATE authors SET book_count = book_count + 1 WHERE id = NEW.author_id;
END;

CREATE TRIGGER books_author_uncounted AFTER DELETE ON books
BEGIN
    UPDATE authors SET book_count = book_count - 1 WHERE id = OLD.author_id;
END;

-- A renamed author is another text in every book, so each of them is a new version: nobody who saw the old name may
-- write it back unknowingly.
DROP TRIGGER authors_renamed;
CREATE TRIGGER authors_renamed AFTER UPDATE OF name ON authors WHEN NEW.name <> OLD.name
BEGIN
    UPDATE author_search SET name = NEW.name_folded || char(1, 1) WHERE rowid = NEW.id;
    UPDATE books SET author_folded = NEW.name_folded, version = version + 1 WHERE author_id = NEW.id;
END;
