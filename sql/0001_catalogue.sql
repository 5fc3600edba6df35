-- The catalogue: authors, books, their tags, and the indexes that every filter and sort of the list needs.
--
-- *_folded columns hold text without case and accents, made by the program: they are what is searched and sorted.
-- *_key columns hold text without case only: they are what "equal, ignoring case" compares.
-- Times are milliseconds since 1970 in UTC. Prices are whole cents.

CREATE TABLE authors (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT    NOT NULL,
    name_key    TEXT    NOT NULL UNIQUE,
    name_folded TEXT    NOT NULL,
    created_at  INTEGER NOT NULL
) STRICT;

-- AUTOINCREMENT: an id that was given once is never given again, so an old link cannot lead to another book.
CREATE TABLE books (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    title          TEXT    NOT NULL CHECK (title <> ''),
    title_folded   TEXT    NOT NULL,
    author_id      INTEGER NOT NULL REFERENCES authors (id),
    author_folded  TEXT    NOT NULL,
    isbn           TEXT    NOT NULL,
    isbn_key       INTEGER NOT NULL UNIQUE,
    genre          TEXT,
    genre_key      TEXT,
    published_year INTEGER,
    price_cents    INTEGER NOT NULL CHECK (price_cents > 0),
    status         TEXT    NOT NULL DEFAULT 'available'
                   CHECK (status IN ('available', 'checked_out', 'reserved', 'archived')),
    page_count     INTEGER CHECK (page_count > 0),
    stock_quantity INTEGER NOT NULL DEFAULT 0 CHECK (stock_quantity >= 0),
    tags           TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
    description    TEXT,
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER,
    version        INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Each ends in the row's id by itself: SQLite keeps it in every index.
CREATE INDEX books_by_created_at ON books (created_at);
CREATE INDEX books_by_title ON books (title_folded);
CREATE INDEX books_by_author ON books (author_folded);
CREATE INDEX books_by_price ON books (price_cents);
CREATE INDEX books_by_published_year ON books (published_year);
CREATE INDEX books_by_genre ON books (genre_key, created_at);
CREATE INDEX books_by_status ON books (status, created_at);
CREATE INDEX books_by_stock ON books (stock_quantity);
CREATE INDEX books_of_author ON books (author_id);

-- books.tags keeps the order and is what is shown; this table is what is filtered by. Triggers keep the two equal.
CREATE TABLE book_tags (
    tag     TEXT    NOT NULL,
    book_id INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
    PRIMARY KEY (tag, book_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX book_tags_of_book ON book_tags (book_id);

CREATE TRIGGER books_tagged AFTER INSERT ON books WHEN NEW.tags <> '[]'
BEGIN
    INSERT INTO book_tags (tag, book_id)
    SELECT DISTINCT value, NEW.id FROM json_each(NEW.tags);
END;

CREATE TRIGGER books_retagged AFTER UPDATE OF tags ON books WHEN NEW.tags <> OLD.tags
BEGIN
    DELETE FROM book_tags WHERE book_id = NEW.id;
    INSERT INTO book_tags (tag, book_id)
    SELECT DISTINCT value, NEW.id FROM json_each(NEW.tags);
END;

-- Substring search. Each text is indexed by its runs of three characters; two U+0001, which no text can hold, are put
-- behind it, so that every run of one or two characters also begins a run of three and can be found through *_terms.
CREATE VIRTUAL TABLE title_search USING fts5 (
    title, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE title_terms USING fts5vocab (title_search, row);

CREATE VIRTUAL TABLE author_search USING fts5 (
    name, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE author_terms USING fts5vocab (author_search, row);

CREATE TRIGGER books_title_indexed AFTER INSERT ON books
BEGIN
    INSERT INTO title_search (rowid, title) VALUES (NEW.id, NEW.title_folded || char(1, 1));
END;

CREATE TRIGGER books_title_reindexed AFTER UPDATE OF title_folded ON books WHEN NEW.title_folded <> OLD.title_folded
BEGIN
    UPDATE title_search SET title = NEW.title_folded || char(1, 1) WHERE rowid = NEW.id;
END;

CREATE TRIGGER books_title_unindexed AFTER DELETE ON books
BEGIN
    DELETE FROM title_search WHERE rowid = OLD.id;
END;

CREATE TRIGGER authors_name_indexed AFTER INSERT ON authors
BEGIN
    INSERT INTO author_search (rowid, name) VALUES (NEW.id, NEW.name_folded || char(1, 1));
END;

-- A renamed author is renamed in every book's sort order in the same statement.
CREATE TRIGGER authors_renamed AFTER UPDATE OF name_folded ON authors WHEN NEW.name_folded <> OLD.name_folded
BEGIN
    UPDATE author_search SET name = NEW.name_folded || char(1, 1) WHERE rowid = NEW.id;
    UPDATE books SET author_folded = NEW.name_folded WHERE author_id = NEW.id;
END;

CREATE TRIGGER authors_name_unindexed AFTER DELETE ON authors
BEGIN
    DELETE FROM author_search WHERE rowid = OLD.id;
END;
