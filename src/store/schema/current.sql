-- index case_code_word
CREATE INDEX case_code_word ON cases (code_word) WHERE code_word IS NOT NULL;

-- index case_numbered
CREATE INDEX case_numbered ON cases (reference_year, reference_number) WHERE reference_number IS NOT NULL;

-- index case_rows_from
CREATE INDEX case_rows_from ON cases (rows_from) WHERE rows_from IS NOT NULL;

-- index case_rows_until
CREATE INDEX case_rows_until ON cases (rows_until) WHERE rows_until IS NOT NULL;

-- index row_dated
CREATE INDEX row_dated ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND status IN ('open', 'blocked') AND optional = 0 AND due IS NOT NULL;

-- index row_extended
CREATE INDEX row_extended ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND extended = 1;

-- index row_late
CREATE INDEX row_late ON step_row (urgency, case_key, ordinal)
    WHERE late = 1;

-- index row_missing
CREATE INDEX row_missing ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND missing > 0;

-- index row_other
CREATE INDEX row_other ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND status IN ('open', 'blocked') AND (optional = 1 OR due IS NULL);

-- index sqlite_autoindex_cases_1
;

-- index sqlite_autoindex_routine_text_1
;

-- index sqlite_autoindex_settings_1
;

-- table cases
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
, rows_from TEXT, rows_until TEXT, code_word TEXT, not_in_akt INTEGER NOT NULL DEFAULT 0) STRICT;

-- table event
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

-- table file_log
CREATE TABLE file_log (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL, -- RFC 3339, UTC
    who    TEXT NOT NULL,
    kind   TEXT NOT NULL,
    detail TEXT NOT NULL  -- JSON
) STRICT;

-- table last_reference
CREATE TABLE last_reference (
    year   INTEGER PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT;

-- table removed_case
CREATE TABLE removed_case (
    id      INTEGER PRIMARY KEY, -- its number in the file
    routine TEXT    NOT NULL,
    opened  TEXT    NOT NULL,
    removed TEXT    NOT NULL,    -- the day
    at      TEXT    NOT NULL,    -- RFC 3339, UTC
    who     TEXT    NOT NULL,
    mistake INTEGER NOT NULL CHECK (mistake IN (0, 1)), -- the case had been opened by mistake
    reason  TEXT    NOT NULL
) STRICT;

-- table routine_text
CREATE TABLE routine_text (
    hash    TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the text, hexadecimal
    id      TEXT NOT NULL,
    version TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;

-- table schema_step
CREATE TABLE schema_step (version INTEGER PRIMARY KEY) STRICT;

-- table settings
CREATE TABLE settings (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- table sqlite_sequence
CREATE TABLE sqlite_sequence(name,seq);

-- table step_row
CREATE TABLE step_row (
    case_id           INTEGER NOT NULL REFERENCES cases (id),
    ordinal           INTEGER NOT NULL,
    case_key          TEXT    NOT NULL, -- the case's reference_key
    case_open         INTEGER NOT NULL,
    step              TEXT    NOT NULL,
    round             INTEGER NOT NULL,
    status            TEXT    NOT NULL,
    optional          INTEGER NOT NULL CHECK (optional IN (0, 1)),
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
    late              INTEGER NOT NULL, -- ended late, was told late, or was late by a date it has no longer
    days_late         INTEGER,          -- of a round that has ended
    days_late_original INTEGER,
    moved_from        TEXT,             -- the date it had when that passed, where it has it no longer
    owners            TEXT    NOT NULL, -- JSON, role ids
    holders           TEXT    NOT NULL, -- JSON, those who hold them
    parties           TEXT    NOT NULL, -- JSON, their organisations
    detail            TEXT    NOT NULL, -- JSON, all that no query asks for
    urgency           TEXT    NOT NULL GENERATED ALWAYS AS (coalesce(due, moved_from, since, '9999-12-31')) VIRTUAL,
    PRIMARY KEY (case_id, ordinal)
) STRICT, WITHOUT ROWID;

-- table text
CREATE TABLE text (
    case_id INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    part    TEXT    NOT NULL, -- the body's key
    salt    BLOB,             -- hashed before the content, so that no hash tells what was taken out
    content TEXT,             -- NULL: taken out
    PRIMARY KEY (case_id, seq, part),
    FOREIGN KEY (case_id, seq) REFERENCES event (case_id, seq)
) STRICT, WITHOUT ROWID;

-- table totals
CREATE TABLE totals (
    id                   INTEGER PRIMARY KEY CHECK (id = 1),
    open_cases           INTEGER NOT NULL DEFAULT 0,
    closed_cases         INTEGER NOT NULL DEFAULT 0,
    cases_without_date   INTEGER NOT NULL DEFAULT 0,
    steps_without_owner  INTEGER NOT NULL DEFAULT 0,
    unanswered_questions INTEGER NOT NULL DEFAULT 0
, cases_not_in_akt INTEGER NOT NULL DEFAULT 0) STRICT;

-- trigger case_is_only_removed_with_a_record
CREATE TRIGGER case_is_only_removed_with_a_record BEFORE DELETE ON cases
WHEN NOT EXISTS (SELECT 1 FROM removed_case WHERE id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a case is never removed without a record'); END;

-- trigger event_is_never_changed
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;

-- trigger event_is_never_replaced
CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE case_id = NEW.case_id AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;

-- trigger event_is_only_removed_with_its_case
CREATE TRIGGER event_is_only_removed_with_its_case BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM removed_case WHERE id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;

-- trigger removal_is_never_changed
CREATE TRIGGER removal_is_never_changed BEFORE UPDATE ON removed_case
BEGIN SELECT RAISE(ABORT, 'removals are only ever added'); END;

-- trigger removal_is_never_replaced
CREATE TRIGGER removal_is_never_replaced BEFORE INSERT ON removed_case
WHEN EXISTS (SELECT 1 FROM removed_case WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'removals are only ever added'); END;

-- trigger removal_is_never_taken_back
CREATE TRIGGER removal_is_never_taken_back BEFORE DELETE ON removed_case
BEGIN SELECT RAISE(ABORT, 'removals are only ever added'); END;

-- trigger removal_is_of_a_case
CREATE TRIGGER removal_is_of_a_case BEFORE INSERT ON removed_case
WHEN NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'only a case is ever removed'); END;

-- trigger routine_text_is_kept_while_a_case_uses_it
CREATE TRIGGER routine_text_is_kept_while_a_case_uses_it BEFORE DELETE ON routine_text
WHEN EXISTS (SELECT 1 FROM cases WHERE text_hash = OLD.hash)
BEGIN SELECT RAISE(ABORT, 'a routine text is kept as it was'); END;

-- trigger routine_text_is_never_changed
CREATE TRIGGER routine_text_is_never_changed BEFORE UPDATE ON routine_text
BEGIN SELECT RAISE(ABORT, 'a routine text is kept as it was'); END;

-- trigger text_is_never_replaced
CREATE TRIGGER text_is_never_replaced BEFORE INSERT ON text
WHEN EXISTS (SELECT 1 FROM text WHERE case_id = NEW.case_id AND seq = NEW.seq AND part = NEW.part)
BEGIN SELECT RAISE(ABORT, 'a text is only ever taken out'); END;

-- trigger text_is_only_removed_with_its_case
CREATE TRIGGER text_is_only_removed_with_its_case BEFORE DELETE ON text
WHEN NOT EXISTS (SELECT 1 FROM removed_case WHERE id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'a text is only ever taken out'); END;

-- trigger text_is_only_taken_out
CREATE TRIGGER text_is_only_taken_out BEFORE UPDATE ON text
WHEN NEW.content IS NOT NULL OR NEW.salt IS NOT NULL
    OR NEW.case_id <> OLD.case_id OR NEW.seq <> OLD.seq OR NEW.part <> OLD.part
BEGIN SELECT RAISE(ABORT, 'a text is only ever taken out'); END;

