INSERT INTO step_row (case_id, ordinal, case_key, case_open, step, round, status, optional, renews, extended, missing,
    earliest, due, raw_due, original_due, since, planned, done_on, recorded_at,
    days_late, days_late_original, owners, holders, parties, detail)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25)
ON CONFLICT (case_id, ordinal) DO UPDATE SET
    case_key = excluded.case_key, case_open = excluded.case_open, step = excluded.step, round = excluded.round,
    status = excluded.status, optional = excluded.optional, renews = excluded.renews,
    extended = excluded.extended, missing = excluded.missing, earliest = excluded.earliest, due = excluded.due,
    raw_due = excluded.raw_due, original_due = excluded.original_due, since = excluded.since,
    planned = excluded.planned, done_on = excluded.done_on, recorded_at = excluded.recorded_at,
    days_late = excluded.days_late, days_late_original = excluded.days_late_original,
    owners = excluded.owners, holders = excluded.holders, parties = excluded.parties, detail = excluded.detail
