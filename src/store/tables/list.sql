-- Headings of the cases: ?1 whether they are open (NULL: all), ?2 today.
SELECT c.id, c.reference, c.routine, t.version, c.text_hash, c.open, c.opened, c.code_word,
       c.steps, c.to_do, c.ended, c.without_date, c.without_owner, c.unanswered, c.not_in_akt, c.next_due,
       -- Only where something is overdue are the case's rows looked at.
       CASE WHEN c.open = 1 AND c.next_due < ?2
            THEN (SELECT count(*) FROM step_row r
                  WHERE r.case_id = c.id AND r.status IN ('open', 'blocked') AND r.optional = 0 AND r.due < ?2)
            ELSE 0 END
FROM cases c
JOIN routine_text t ON t.hash = c.text_hash
