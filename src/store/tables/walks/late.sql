-- Ended or told after their date, or moved after it; in closed cases too.
FROM step_row r INDEXED BY row_late CROSS JOIN cases c ON c.id = r.case_id
WHERE r.late = 1
