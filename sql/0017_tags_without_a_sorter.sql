-- The tags of a book are distinct already, by the rules of the program and by the key of the table. To tell so once more by DISTINCT,
-- SQLite made an index in memory for every book.
DROP TRIGGER books_tagged;
CREATE TRIGGER books_tagged AFTER INSERT ON books WHEN NEW.tags <> '[]'
BEGIN
    INSERT OR IGNORE INTO book_tags (tag, book_id)
    SELECT value, NEW.id FROM json_each(NEW.tags);
END;

DROP TRIGGER books_retagged;
CREATE TRIGGER books_retagged AFTER UPDATE OF tags ON books WHEN NEW.tags <> OLD.tags
BEGIN
    DELETE FROM book_tags WHERE book_id = NEW.id;
    INSERT OR IGNORE INTO book_tags (tag, book_id)
    SELECT value, NEW.id FROM json_each(NEW.tags);
END;
