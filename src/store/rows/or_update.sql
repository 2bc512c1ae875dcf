ON CONFLICT (case_id, ordinal) DO UPDATE SET
    case_key = excluded.case_key, case_open = excluded.case_open, step = excluded.step, round = excluded.round,
    status = excluded.status, optional = excluded.optional,
    extended = excluded.extended, missing = excluded.missing, earliest = excluded.earliest, due = excluded.due,
    raw_due = excluded.raw_due, original_due = excluded.original_due, since = excluded.since,
    planned = excluded.planned, done_on = excluded.done_on, recorded_at = excluded.recorded_at,
    late = excluded.late, days_late = excluded.days_late, days_late_original = excluded.days_late_original,
    moved_from = excluded.moved_from,
    owners = excluded.owners, holders = excluded.holders, parties = excluded.parties, detail = excluded.detail
