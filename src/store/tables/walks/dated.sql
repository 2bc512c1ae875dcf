-- In open cases: what can be overdue.
FROM step_row r INDEXED BY row_dated CROSS JOIN cases c ON c.id = r.case_id
WHERE r.case_open = 1 AND r.status IN ('open', 'blocked') AND r.optional = 0 AND r.due IS NOT NULL
