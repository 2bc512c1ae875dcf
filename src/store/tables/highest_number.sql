-- The highest number below ?2 that a year (?1) has given or somebody has chosen, and that has room after it.
SELECT max(number) FROM (
    SELECT * FROM (
        SELECT c.reference_number AS number FROM cases c
        WHERE c.reference_year = ?1 AND c.reference_number < ?2
            AND NOT EXISTS (SELECT 1 FROM cases after WHERE after.reference_year = ?1
                            AND after.reference_number = c.reference_number + 1)
        ORDER BY c.reference_number DESC LIMIT 1)
    UNION ALL
    SELECT number FROM last_reference WHERE year = ?1 AND number < ?2)
