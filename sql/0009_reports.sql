-- Reports: accepted, then made by a worker. What was accepted is found again after a restart.
CREATE TABLE reports (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    report_type TEXT    NOT NULL,
    filters     TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(filters)),
    -- Whose it is; null where nobody was signed in, or the user is gone.
    user_id     INTEGER REFERENCES users (id) ON DELETE SET NULL,
    -- Whether its maker was an administrator then: what only those may see is in it, and it is for them alone.
    as_admin    INTEGER NOT NULL DEFAULT 0 CHECK (as_admin IN (0, 1)),
    status      TEXT    NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
    attempts    INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL,
    finished_at INTEGER,
    data        TEXT CHECK (data IS NULL OR json_valid(data)),
    error       TEXT,
    version     INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX reports_unfinished ON reports (id) WHERE status IN ('pending', 'processing');
CREATE INDEX reports_finished ON reports (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX reports_of_user ON reports (user_id);

CREATE VIEW reports_snapshot AS
SELECT id, json_object(
    'report_type', report_type,
    'filters', json(filters),
    'user_id', user_id,
    'status', status,
    'created_at', strftime('%Y-%m-%dT%H:%M:%fZ', created_at / 1000.0, 'unixepoch')) AS snapshot
FROM reports;
