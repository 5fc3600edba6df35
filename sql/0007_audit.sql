-- Who did what to which resource when, with the resource before and after. A row is written in the transaction of its
-- change, and never changed after it. Every index ends in the row's id, which is the order of the list.
CREATE TABLE audit (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at  INTEGER NOT NULL,
    -- No reference: what a user did stays when the user is gone.
    user_id     INTEGER,
    username    TEXT    NOT NULL,
    action      TEXT    NOT NULL,
    resource    TEXT    NOT NULL,
    resource_id INTEGER NOT NULL,
    before      TEXT CHECK (before IS NULL OR json_valid(before)),
    after       TEXT CHECK (after IS NULL OR json_valid(after)),
    request_id  TEXT
) STRICT;

CREATE INDEX audit_of_kind ON audit (resource);
CREATE INDEX audit_of_resource ON audit (resource, resource_id);
CREATE INDEX audit_of_user ON audit (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX audit_by_time ON audit (created_at);

-- A resource as the audit keeps it: one view for each, named after it, with the members that its answers have. What is
-- not listed here is never kept; the password of a user is not. A price divided by 100.0 is text with two decimals again,
-- exact far beyond the highest price.
CREATE VIEW books_snapshot AS
SELECT b.id, json_object(
    'title', b.title,
    'author_id', b.author_id,
    'author_name', a.name,
    'isbn', b.isbn,
    'genre', b.genre,
    'published_year', b.published_year,
    'price', b.price_cents / 100.0,
    'description', b.description,
    'tags', json(b.tags),
    'status', b.status,
    'page_count', b.page_count,
    'cost_price', b.cost_cents / 100.0,
    'supplier', b.supplier,
    'internal_notes', b.internal_notes,
    'stock_quantity', b.stock_quantity,
    'created_at', strftime('%Y-%m-%dT%H:%M:%fZ', b.created_at / 1000.0, 'unixepoch'),
    'updated_at', strftime('%Y-%m-%dT%H:%M:%fZ', b.updated_at / 1000.0, 'unixepoch'),
    'version', b.version) AS snapshot
FROM books b
JOIN authors a ON a.id = b.author_id;

CREATE VIEW authors_snapshot AS
SELECT id, json_object(
    'name', name,
    'bio', bio,
    'nationality', nationality,
    'contact', iif(coalesce(phone, street) IS NULL, NULL, json_object(
        'phone', phone,
        'address', iif(street IS NULL, NULL, json_object(
            'street', street,
            'city', city,
            'state', state,
            'zip_code', zip_code,
            'country', country)))),
    'created_at', strftime('%Y-%m-%dT%H:%M:%fZ', created_at / 1000.0, 'unixepoch'),
    'updated_at', strftime('%Y-%m-%dT%H:%M:%fZ', updated_at / 1000.0, 'unixepoch'),
    'version', version) AS snapshot
FROM authors;

CREATE VIEW reviews_snapshot AS
SELECT id, json_object(
    'book_id', book_id,
    'user_id', user_id,
    'reviewer_name', reviewer_name,
    'rating', rating,
    'title', title,
    'body', body,
    'status', status,
    'created_at', strftime('%Y-%m-%dT%H:%M:%fZ', created_at / 1000.0, 'unixepoch'),
    'updated_at', strftime('%Y-%m-%dT%H:%M:%fZ', updated_at / 1000.0, 'unixepoch'),
    'version', version) AS snapshot
FROM reviews;

CREATE VIEW users_snapshot AS
SELECT id, json_object(
    'username', username,
    'email', email,
    'full_name', full_name,
    'role', role,
    'is_active', json(iif(is_active, 'true', 'false')),
    'created_at', strftime('%Y-%m-%dT%H:%M:%fZ', created_at / 1000.0, 'unixepoch'),
    'updated_at', strftime('%Y-%m-%dT%H:%M:%fZ', updated_at / 1000.0, 'unixepoch'),
    'version', version) AS snapshot
FROM users;
