-- Optional rounds that move on by themselves and whose rule's date lies before ?1.
FROM step_row r INDEXED BY row_renewing CROSS JOIN cases c ON c.id = r.case_id
WHERE r.case_open = 1 AND r.status IN ('open', 'blocked') AND r.renews = 1
  AND r.original_due < ?1
