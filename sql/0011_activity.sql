-- What users do, beside what they change (which the audit keeps): signing in, ordering.
CREATE TABLE activity (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at INTEGER NOT NULL,
    -- No reference: what a user did stays when the user is gone.
    user_id    INTEGER NOT NULL,
    username   TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    details    TEXT CHECK (details IS NULL OR json_valid(details)),
    request_id TEXT
) STRICT;

CREATE INDEX activity_of_user ON activity (user_id);
CREATE INDEX activity_by_time ON activity (created_at);
