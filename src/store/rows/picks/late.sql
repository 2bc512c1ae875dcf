-- Done after their date, in closed cases too.
FROM step_row r INDEXED BY row_late CROSS JOIN cases c ON c.id = r.case_id
WHERE r.days_late_original > 0
