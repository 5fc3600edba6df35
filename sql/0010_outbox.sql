-- E-mails that have to go out, written in the transaction of their cause, so that there is never one without the other. A
-- worker sends them: at least once, and again after a failure.
CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT    NOT NULL,
    to_name    TEXT    NOT NULL,
    to_address TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    attempts   INTEGER NOT NULL DEFAULT 0,
    -- When to try next; null once it was sent, or given up.
    next_at    INTEGER,
    sent_at    INTEGER,
    last_error TEXT
) STRICT;

CREATE INDEX outbox_due ON outbox (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
