-- Open or blocked, in open cases.
FROM step_row r INDEXED BY row_to_do CROSS JOIN cases c ON c.id = r.case_id
WHERE r.case_open = 1 AND r.status IN ('open', 'blocked')
