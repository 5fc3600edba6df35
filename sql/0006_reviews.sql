-- What readers think of books. Only approved reviews are public and count in a book's rating.
CREATE TABLE reviews (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    book_id       INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
    -- Whose review it is; null where nobody was signed in, or the user is gone.
    user_id       INTEGER REFERENCES users (id) ON DELETE SET NULL,
    reviewer_name TEXT    NOT NULL,
    rating        INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
    title         TEXT,
    body          TEXT,
    status        TEXT    NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'approved', 'rejected')),
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER,
    version       INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX reviews_of_book ON reviews (book_id, status, created_at);
CREATE INDEX reviews_by_status ON reviews (status, created_at);
CREATE INDEX reviews_of_user ON reviews (user_id);

-- A book's rating is the sum and the number of its approved ratings; the average is one divided by the other.
ALTER TABLE books ADD COLUMN rating_sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE books ADD COLUMN rating_count INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER reviews_rated AFTER INSERT ON reviews WHEN NEW.status = 'approved'
BEGIN
    UPDATE books SET rating_sum = rating_sum + NEW.rating, rating_count = rating_count + 1 WHERE id = NEW.book_id;
END;

CREATE TRIGGER reviews_rerated AFTER UPDATE OF status, rating ON reviews
WHEN NEW.status IS NOT OLD.status OR NEW.rating IS NOT OLD.rating
BEGIN
    UPDATE books
    SET rating_sum = rating_sum
            - iif(OLD.status = 'approved', OLD.rating, 0)
            + iif(NEW.status = 'approved', NEW.rating, 0),
        rating_count = rating_count - (OLD.status = 'approved') + (NEW.status = 'approved')
    WHERE id = NEW.book_id;
END;

CREATE TRIGGER reviews_unrated AFTER DELETE ON reviews WHEN OLD.status = 'approved'
BEGIN
    UPDATE books SET rating_sum = rating_sum - OLD.rating, rating_count = rating_count - 1 WHERE id = OLD.book_id;
END;
