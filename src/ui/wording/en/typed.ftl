# What was typed on the line, and what is missing there.
usage-step-missing = It does not say which step is done.
hint-step-missing = sisam done { $case } STEP; sisam next { $case } shows what comes next
usage-one-step = One step at a time.
hint-one-step = sisam done { $case } { $step }; the next step after that
usage-case-and-step = Both a case and a step are needed.
hint-case-and-step = sisam done CASE STEP; sisam list shows the cases

# Options that somebody typed, to be typed again.
typed-on = --on { $value }
typed-unknown = unknown
typed-item = --item { $value }
typed-answer = --answer { $value }
typed-takes = --takes { $value }
typed-despite = --despite { $value }
typed-decided-by = --decided-by { $value }
typed-note = --note { $value }
typed-round = --round { $value }
typed-reason = --reason { $value }
typed-to = --to { $value }
typed-routine = --routine { $value }
typed-ref = --ref { $value }
typed-continues = --continues { $value }
typed-trigger = --trigger { $value }
typed-date = --date { $value }
typed-role = --role { $value }
typed-step-done = --done { $value }
typed-db = --db { $value }
typed-routines = --routines { $value }
typed-lang = --lang { $value }
typed-today = --today { $value }
typed-as = --as { $value }
typed-plain = --plain
typed-new-case = sisam new-case
typed-done = done
typed-skip = skip
typed-extend = extend
