-- Orders. Title, genre and price are those of the day of the order, so what was sold stays so when the book changes or goes;
-- therefore book_id is no reference.
CREATE TABLE orders (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    -- A user with orders cannot be deleted, only deactivated.
    user_id     INTEGER NOT NULL REFERENCES users (id),
    status      TEXT    NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'paid', 'shipped', 'cancelled')),
    total_cents INTEGER NOT NULL CHECK (total_cents > 0),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER,
    version     INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX orders_of_user ON orders (user_id, created_at);
CREATE INDEX orders_by_time ON orders (created_at);

CREATE TABLE order_items (
    order_id   INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    book_id    INTEGER NOT NULL,
    title      TEXT    NOT NULL,
    genre      TEXT,
    quantity   INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 100),
    unit_cents INTEGER NOT NULL CHECK (unit_cents > 0),
    PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX order_items_of_book ON order_items (book_id);

CREATE VIEW orders_snapshot AS
SELECT o.id, json_object(
    'user_id', o.user_id,
    'status', o.status,
    'total', o.total_cents / 100.0,
    'items', (
        SELECT json_group_array(json_object(
            'book_id', i.book_id,
            'title', i.title,
            'quantity', i.quantity,
            'unit_price', i.unit_cents / 100.0) ORDER BY i.position)
        FROM order_items i
        WHERE i.order_id = o.id),
    'created_at', strftime('%Y-%m-%dT%H:%M:%fZ', o.created_at / 1000.0, 'unixepoch'),
    'updated_at', strftime('%Y-%m-%dT%H:%M:%fZ', o.updated_at / 1000.0, 'unixepoch'),
    'version', o.version) AS snapshot
FROM orders o;
