# Errors on the command line.
usage-unknown-option = There is no option { $given }.
usage-unknown-argument = { $given } is one argument too many.
usage-unknown-command = There is no command { $given }.
usage-no-command = { $command } needs one more command.
usage-no-value = { $option } needs a value.
usage-too-many = There is one value too many after { $option }.
usage-not-a-choice = { $given } does not fit { $option }.
usage-missing = Missing: { $what }
usage-conflict = { $first } does not go with { $second }.
usage-twice = { $option } can be given only once.
usage-not-text = The command line holds characters that cannot be read as text.
usage-other = The command line cannot be read.

usage-not-a-day = “{ $given }” is not a day.
usage-not-a-day-hint = write for instance 2026-12-01, 1/12, 1 dec, yesterday, last friday, week 50 or “in two weeks”
usage-no-such-day = { $given } is not in the calendar.
usage-not-a-number = { $given } is not a whole number of days.
usage-not-a-number-hint = write a whole number, for instance 14
usage-not-a-pair = { $given } is not written as ID=VALUE.
usage-not-a-pair-hint = for instance { $example }
option-text = TEXT
option-note = --note
option-reason = --reason
option-decision = --decision
option-decided-by = --decided-by
option-despite = --despite
option-answer = --answer
hint-text-from-input = type { $option } - and the text is read from standard input; at a terminal it is asked for
error-typed-not-text = What was typed or pasted is not text in UTF-8. None of it is stored.
usage-text-from-input = The text for { $option } could not be read from standard input. It must be UTF-8, not empty, at most 64 kB, and only one option can read from there.
usage-empty = An empty value does not do here.
usage-dash = “-” alone is no value here. It stands for standard input, which only longer texts are read from.
usage-for-option = This is about { $option }.
usage-for-today = This is about the day in SISAM_TODAY.
usage-for-user = This is about the name in SISAM_USER.
usage-for-language = This is about the language in SISAM_LANG.
usage-unknown-language = There is no language { $given }.

hint-choices = choose among: { $choices }
hint-did-you-mean = did you mean { $suggestion }?
hint-help = { $command } --help shows what can be done
odd-sign = Character { $place } is { $sign }, which cannot be seen or is on no keyboard.
usage-excel-number = “{ $given }” is the number that Excel has for a day, { $day }. Write { $day }.
usage-either-order = “{ $given }” may be { $one } or { $other }. Write { $typed } or { $or }.
usage-day-in-table = “{ $given }” is probably { $day }. Write { $day }.
usage-long-dash = “{ $given }” looks like an option that a word processor or a mail has given a long dash.
hint-long-dash = Write { $option } with plain hyphens. If it is a text, put -- before it.
