ON CONFLICT (case_id, ordinal) DO UPDATE SET
    case_key = excluded.case_key, case_open = excluded.case_open, step = excluded.step, round = excluded.round,
    status = excluded.status, optional = excluded.optional, renews = excluded.renews,
    extended = excluded.extended, missing = excluded.missing, earliest = excluded.earliest, due = excluded.due,
    raw_due = excluded.raw_due, original_due = excluded.original_due, since = excluded.since,
    planned = excluded.planned, done_on = excluded.done_on, recorded_at = excluded.recorded_at,
    days_late = excluded.days_late, days_late_original = excluded.days_late_original,
    owners = excluded.owners, holders = excluded.holders, parties = excluded.parties, detail = excluded.detail
