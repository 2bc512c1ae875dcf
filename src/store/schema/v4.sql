-- Version 4: every case has a code word, which people call it by among themselves.

INSERT INTO schema_step (version) VALUES (4);

-- From the list that the program ships; no open case has another's. NULL in one that was closed before there were any.
ALTER TABLE cases ADD COLUMN code_word TEXT;
CREATE INDEX case_code_word ON cases (code_word) WHERE code_word IS NOT NULL;

-- Whether it has facts that were not brought over to the case system's own record: 0 or 1.
ALTER TABLE cases ADD COLUMN not_in_akt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE totals ADD COLUMN cases_not_in_akt INTEGER NOT NULL DEFAULT 0;

-- The first change makes all rows anew, and gives each open case its word.
DELETE FROM settings WHERE key = 'planner_version';
