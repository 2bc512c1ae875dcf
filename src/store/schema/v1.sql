-- Version 1 of the case file. Never edit a version that has been released: add the next one.
-- Days are ISO 8601 texts, so that the file can be read with any SQLite tool.

PRAGMA application_id = 1936290657; -- "sisa"

-- Every version begins by saying so here. The key stops the second of two programs that migrate at once.
CREATE TABLE schema_step (version INTEGER PRIMARY KEY) STRICT;
INSERT INTO schema_step (version) VALUES (1);

-- The exact text a case was opened with.
CREATE TABLE routine_text (
    hash    TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the text, hexadecimal
    id      TEXT NOT NULL,
    version TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;

-- One row a case: its name, the end of its history's chain, and what lists of cases show.
-- Ids are given without gaps and never again, so that a case that was cut out is missed.
CREATE TABLE cases (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    reference        TEXT    NOT NULL,
    reference_key    TEXT    NOT NULL UNIQUE, -- in lower case
    reference_year   INTEGER,                 -- of a reference such as 2026-014: 2026
    reference_number INTEGER,                 -- and 14
    routine          TEXT    NOT NULL,
    text_hash        TEXT    NOT NULL REFERENCES routine_text (hash),
    opened           TEXT    NOT NULL,
    open             INTEGER NOT NULL CHECK (open IN (0, 1)),
    head_seq         INTEGER NOT NULL,
    head_hash        BLOB    NOT NULL,
    steps            INTEGER NOT NULL,
    to_do            INTEGER NOT NULL,
    ended            INTEGER NOT NULL,
    without_date     INTEGER NOT NULL,
    without_owner    INTEGER NOT NULL,
    unanswered       INTEGER NOT NULL,
    next_due         TEXT
) STRICT;
CREATE INDEX case_numbered ON cases (reference_year, reference_number) WHERE reference_number IS NOT NULL;

-- The history. `hash` is over the hash of the event before and this event's content.
CREATE TABLE event (
    case_id     INTEGER NOT NULL REFERENCES cases (id),
    seq         INTEGER NOT NULL,
    change      INTEGER NOT NULL,
    at          TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    today_given INTEGER NOT NULL CHECK (today_given IN (0, 1)),
    who         TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    body        TEXT    NOT NULL, -- JSON; a free text is {"text": its hash}
    hash        BLOB    NOT NULL,
    PRIMARY KEY (case_id, seq)
) STRICT, WITHOUT ROWID;

-- The free texts of events. Taking one out leaves the row and the event's hash of it.
CREATE TABLE text (
    case_id INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    part    TEXT    NOT NULL, -- the body's key
    salt    BLOB,             -- hashed before the content, so that no hash tells what was taken out
    content TEXT,             -- NULL: taken out
    PRIMARY KEY (case_id, seq, part),
    FOREIGN KEY (case_id, seq) REFERENCES event (case_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
-- INSERT OR REPLACE would remove the old row without asking the trigger above.
CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE case_id = NEW.case_id AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;

CREATE TRIGGER text_is_only_taken_out BEFORE UPDATE ON text
WHEN NEW.content IS NOT NULL OR NEW.salt IS NOT NULL
    OR NEW.case_id <> OLD.case_id OR NEW.seq <> OLD.seq OR NEW.part <> OLD.part
BEGIN SELECT RAISE(ABORT, 'a text is only ever taken out'); END;
CREATE TRIGGER text_is_never_removed BEFORE DELETE ON text
BEGIN SELECT RAISE(ABORT, 'a text is only ever taken out'); END;
CREATE TRIGGER text_is_never_replaced BEFORE INSERT ON text
WHEN EXISTS (SELECT 1 FROM text WHERE case_id = NEW.case_id AND seq = NEW.seq AND part = NEW.part)
BEGIN SELECT RAISE(ABORT, 'a text is only ever taken out'); END;

CREATE TRIGGER routine_text_is_never_changed BEFORE UPDATE ON routine_text
BEGIN SELECT RAISE(ABORT, 'a routine text is kept as it was'); END;
CREATE TRIGGER case_is_never_removed BEFORE DELETE ON cases
BEGIN SELECT RAISE(ABORT, 'a case is never removed'); END;

-- The rows that reports read: a cache of the fold over the events, and nothing else.
CREATE TABLE step_row (
    case_id           INTEGER NOT NULL REFERENCES cases (id),
    ordinal           INTEGER NOT NULL,
    case_key          TEXT    NOT NULL, -- the case's reference_key
    case_open         INTEGER NOT NULL,
    step              TEXT    NOT NULL,
    round             INTEGER NOT NULL,
    status            TEXT    NOT NULL,
    optional          INTEGER NOT NULL CHECK (optional IN (0, 1)),
    renews            INTEGER NOT NULL, -- an undone round whose date has passed moves on by itself
    extended          INTEGER NOT NULL,
    missing           INTEGER NOT NULL, -- 1 a date, 2 an owner, 4 an answer
    earliest          TEXT,
    due               TEXT,
    raw_due           TEXT,
    original_due      TEXT,
    since             TEXT,
    planned           TEXT,
    done_on           TEXT,
    recorded_at       TEXT,
    days_late         INTEGER,          -- of a round that is done
    days_late_original INTEGER,
    owners            TEXT    NOT NULL, -- JSON, role ids
    holders           TEXT    NOT NULL, -- JSON, those who hold them
    parties           TEXT    NOT NULL, -- JSON, their organisations
    detail            TEXT    NOT NULL, -- JSON, all that no query asks for
    urgency           TEXT    NOT NULL GENERATED ALWAYS AS (coalesce(due, since, '9999-12-31')) VIRTUAL,
    PRIMARY KEY (case_id, ordinal)
) STRICT, WITHOUT ROWID;

-- What is open or blocked lies in one of two: what can be overdue, and the rest.
CREATE INDEX row_dated ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND status IN ('open', 'blocked') AND optional = 0 AND due IS NOT NULL;
CREATE INDEX row_other ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND status IN ('open', 'blocked') AND (optional = 1 OR due IS NULL);
CREATE INDEX row_renewing ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND status IN ('open', 'blocked') AND renews = 1;
CREATE INDEX row_missing ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND missing > 0;
CREATE INDEX row_late ON step_row (urgency, case_key, ordinal)
    WHERE days_late_original > 0;
CREATE INDEX row_extended ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND extended = 1;

-- Sums over `cases`, changed in the same transaction.
CREATE TABLE totals (
    id                   INTEGER PRIMARY KEY CHECK (id = 1),
    open_cases           INTEGER NOT NULL DEFAULT 0,
    closed_cases         INTEGER NOT NULL DEFAULT 0,
    cases_without_date   INTEGER NOT NULL DEFAULT 0,
    steps_without_owner  INTEGER NOT NULL DEFAULT 0,
    unanswered_questions INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO totals (id) VALUES (1);

CREATE TABLE settings (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- What concerns the file and no case: exports of reports, backups.
CREATE TABLE file_log (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL, -- RFC 3339, UTC
    who    TEXT NOT NULL,
    kind   TEXT NOT NULL,
    detail TEXT NOT NULL  -- JSON
) STRICT;
