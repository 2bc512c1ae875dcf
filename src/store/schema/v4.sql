-- Version 4: every case has a code word, which people call it by among themselves.

INSERT INTO schema_step (version) VALUES (4);

-- From the list that the program ships; no open case has another's. NULL in one that was closed before there were any.
ALTER TABLE cases ADD COLUMN code_word TEXT;
CREATE INDEX case_code_word ON cases (code_word) WHERE code_word IS NOT NULL;

-- The first change makes all rows anew, and gives each open case its word.
DELETE FROM settings WHERE key = 'planner_version';
