-- Version 3: rows know the days on which they are right, and lateness that is over.

INSERT INTO schema_step (version) VALUES (3);

-- From rows_from to the day before rows_until the rows of a case are right though nothing is recorded. NULL: always.
ALTER TABLE cases ADD COLUMN rows_from TEXT;
ALTER TABLE cases ADD COLUMN rows_until TEXT;
CREATE INDEX case_rows_from ON cases (rows_from) WHERE rows_from IS NOT NULL;
CREATE INDEX case_rows_until ON cases (rows_until) WHERE rows_until IS NOT NULL;

-- The rows are a cache: they are made anew by the first change, and until then readers plan from the events.
DROP TABLE step_row;
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

-- What is open or blocked lies in one of two: what can be overdue, and the rest.
CREATE INDEX row_dated ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND status IN ('open', 'blocked') AND optional = 0 AND due IS NOT NULL;
CREATE INDEX row_other ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND status IN ('open', 'blocked') AND (optional = 1 OR due IS NULL);
CREATE INDEX row_missing ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND missing > 0;
CREATE INDEX row_late ON step_row (urgency, case_key, ordinal)
    WHERE late = 1;
CREATE INDEX row_extended ON step_row (urgency, case_key, ordinal)
    WHERE case_open = 1 AND extended = 1;
