-- In open cases: what is open or blocked and cannot be overdue.
FROM step_row r INDEXED BY row_other CROSS JOIN cases c ON c.id = r.case_id
WHERE r.case_open = 1 AND r.status IN ('open', 'blocked') AND (r.optional = 1 OR r.due IS NULL)
