-- Without date, owner or answer, in open cases.
FROM step_row r INDEXED BY row_missing CROSS JOIN cases c ON c.id = r.case_id
WHERE r.case_open = 1 AND r.missing > 0
