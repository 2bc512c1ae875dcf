r.case_id, r.ordinal, r.step, r.round, r.status, r.optional, r.extended, r.missing,
r.earliest, r.due, r.raw_due, r.original_due, r.since, r.planned, r.done_on, r.recorded_at,
r.days_late, r.days_late_original, r.owners, r.holders, r.parties, r.detail
