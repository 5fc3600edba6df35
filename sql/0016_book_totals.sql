-- How many books there are of each genre and status ('' stands for none), kept with every change: the total of a list costs a few
-- rows instead of a walk through an index, which each reader would have to load again after every commit.
CREATE TABLE book_totals (
    genre_key TEXT    NOT NULL,
    status    TEXT    NOT NULL,
    books     INTEGER NOT NULL CHECK (books >= 0),
    PRIMARY KEY (genre_key, status)
) STRICT, WITHOUT ROWID;

INSERT INTO book_totals (genre_key, status, books)
SELECT coalesce(genre_key, ''), status, COUNT(*) FROM books GROUP BY 1, 2;

CREATE TRIGGER books_totalled AFTER INSERT ON books
BEGIN
    INSERT INTO book_totals (genre_key, status, books) VALUES (coalesce(NEW.genre_key, ''), NEW.status, 1)
    ON CONFLICT DO UPDATE SET books = books + 1;
END;

CREATE TRIGGER books_retotalled AFTER UPDATE OF genre_key, status ON books WHEN (NEW.genre_key, NEW.status) IS NOT (OLD.genre_key, OLD.status)
BEGIN
    UPDATE book_totals SET books = books - 1 WHERE genre_key = coalesce(OLD.genre_key, '') AND status = OLD.status;
    INSERT INTO book_totals (genre_key, status, books) VALUES (coalesce(NEW.genre_key, ''), NEW.status, 1)
    ON CONFLICT DO UPDATE SET books = books + 1;
END;

CREATE TRIGGER books_untotalled AFTER DELETE ON books
BEGIN
    UPDATE book_totals SET books = books - 1 WHERE genre_key = coalesce(OLD.genre_key, '') AND status = OLD.status;
END;
