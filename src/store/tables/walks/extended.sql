-- Given a later date by decision, in open cases.
FROM step_row r INDEXED BY row_extended CROSS JOIN cases c ON c.id = r.case_id
WHERE r.case_open = 1 AND r.extended = 1
