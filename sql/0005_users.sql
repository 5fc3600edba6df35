-- Who may do what. The catalogue is open to its own machine as long as this table is empty.
--
-- username_key and email_key are what "equal, ignoring case" compares. password_hash is salted and slow (PBKDF2); it is
-- in no answer and in no snapshot.
--
-- Whatever ends all tokens at once (a new password, a deactivation) draws another
-- token_version: a random number, so that a token is also no good for whoever has the same id in another database.
CREATE TABLE users (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    username      TEXT    NOT NULL,
    username_key  TEXT    NOT NULL UNIQUE,
    email         TEXT    NOT NULL,
    email_key     TEXT    NOT NULL UNIQUE,
    full_name     TEXT    NOT NULL,
    role          TEXT    NOT NULL CHECK (role IN ('viewer', 'editor', 'admin')),
    password_hash TEXT    NOT NULL,
    is_active     INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    token_version INTEGER NOT NULL,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER,
    version       INTEGER NOT NULL DEFAULT 1
) STRICT;
