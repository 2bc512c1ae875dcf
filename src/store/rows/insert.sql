INSERT INTO step_row (case_id, ordinal, case_key, case_open, step, round, status, optional, extended, missing,
    earliest, due, raw_due, original_due, since, planned, done_on, recorded_at,
    late, days_late, days_late_original, moved_from, owners, holders, parties, detail)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24,
    ?25, ?26)
