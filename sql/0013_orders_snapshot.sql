-- The items in their order without ORDER BY inside the aggregate, which SQLite knows since 3.44: an older one refuses the
-- whole file where one view says what it does not know, and people look into the file with what they have.
DROP VIEW orders_snapshot;
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
            'unit_price', i.unit_cents / 100.0))
        FROM (
            SELECT book_id, title, quantity, unit_cents
            FROM order_items
            WHERE order_id = o.id
            ORDER BY position) i),
    'created_at', strftime('%Y-%m-%dT%H:%M:%fZ', o.created_at / 1000.0, 'unixepoch'),
    'updated_at', strftime('%Y-%m-%dT%H:%M:%fZ', o.updated_at / 1000.0, 'unixepoch'),
    'version', o.version) AS snapshot
FROM orders o;
