  AND (?3 IS NULL OR instr(r.owners, ?3) > 0)
  AND (?4 IS NULL OR instr(r.holders, ?4) > 0)
  AND (?5 IS NULL OR instr(r.parties, ?5) > 0)
  AND (?6 IS NULL OR c.routine = ?6)
  AND (?7 IS NULL OR r.earliest IS NULL OR r.earliest <= ?7)
ORDER BY r.urgency, r.case_key, r.ordinal
