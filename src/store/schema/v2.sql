-- Version 2: a case can be removed, and never without leaving behind that it was.

INSERT INTO schema_step (version) VALUES (2);

-- Cases that were removed: that there was one, neither which nor what it held.
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

CREATE TRIGGER removal_is_of_a_case BEFORE INSERT ON removed_case
WHEN NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'only a case is ever removed'); END;
-- INSERT OR REPLACE would take the old row's place without asking the trigger below.
CREATE TRIGGER removal_is_never_replaced BEFORE INSERT ON removed_case
WHEN EXISTS (SELECT 1 FROM removed_case WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'removals are only ever added'); END;
CREATE TRIGGER removal_is_never_changed BEFORE UPDATE ON removed_case
BEGIN SELECT RAISE(ABORT, 'removals are only ever added'); END;
CREATE TRIGGER removal_is_never_taken_back BEFORE DELETE ON removed_case
BEGIN SELECT RAISE(ABORT, 'removals are only ever added'); END;

DROP TRIGGER event_is_never_removed;
CREATE TRIGGER event_is_only_removed_with_its_case BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM removed_case WHERE id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
DROP TRIGGER text_is_never_removed;
CREATE TRIGGER text_is_only_removed_with_its_case BEFORE DELETE ON text
WHEN NOT EXISTS (SELECT 1 FROM removed_case WHERE id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'a text is only ever taken out'); END;
DROP TRIGGER case_is_never_removed;
CREATE TRIGGER case_is_only_removed_with_a_record BEFORE DELETE ON cases
WHEN NOT EXISTS (SELECT 1 FROM removed_case WHERE id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a case is never removed without a record'); END;
CREATE TRIGGER routine_text_is_kept_while_a_case_uses_it BEFORE DELETE ON routine_text
WHEN EXISTS (SELECT 1 FROM cases WHERE text_hash = OLD.hash)
BEGIN SELECT RAISE(ABORT, 'a routine text is kept as it was'); END;

-- The highest number any case of a year had when one was removed, so that no number is given again.
CREATE TABLE last_reference (
    year   INTEGER PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT;
