-- The name stands in each book, as its folded form does already: a page of a list shows as many authors as books, and to look each of
-- them up read half of the pages of the file that such a list takes.
ALTER TABLE books ADD COLUMN author_name TEXT NOT NULL DEFAULT '';

UPDATE books SET author_name = (SELECT name FROM authors WHERE id = author_id);

DROP TRIGGER authors_renamed;
CREATE TRIGGER authors_renamed AFTER UPDATE OF name ON authors WHEN NEW.name <> OLD.name
BEGIN
    UPDATE author_search SET name = NEW.name_folded || char(1, 1) WHERE rowid = NEW.id;
    UPDATE books SET author_name = NEW.name, author_folded = NEW.name_folded, version = version + 1 WHERE author_id = NEW.id;
END;
