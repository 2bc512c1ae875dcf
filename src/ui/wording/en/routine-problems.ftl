# Faults in routine files. Keys and values stand as in the file.
label-warning = warning
problems-none = { $file }: no errors
problems-count = { $file }: { $errors ->
    [0] no errors
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
problem-place = { $file } line { $line }, character { $column }
problem-first = the first one is here
problem-starts = starts here
problem-did-you-mean = Did you mean “{ $suggestion }”?
problem-one-of = Choose one of: { $values }

# The text
problem-too-large = The file is too large to be a routine: { $bytes } bytes, at most { $limit }.
problem-duplicate-key = The same key or table is already in the file.
problem-duplicate-key-hint = Remove one of them. Several of a kind are written with double brackets: [[role]].
problem-impossible-date = There is no such day, or it is not written YYYY-MM-DD.
problem-bad-text = The text has no end, or a character that may not stand in it.
problem-bad-text-hint = A text ends with the quotation mark it begins with. Text over several lines goes between """ and """. A \ is written \\.
problem-unquoted = The text has no quotation marks.
problem-unquoted-hint = Write "like this". Only numbers, dates, true and false go without.
problem-unclosed = The list or table has no end.
problem-unclosed-hint = A ] or {"}"} is missing.
problem-missing-comma = A comma is missing.
problem-missing-equals = An equals sign is missing after the key.
problem-missing-value = A value is missing after the equals sign.
problem-too-deep = Lists and tables are nested too deeply.
problem-syntax = This cannot be understood ({ $detail }).
problem-unknown-format = The file has format { $found }, but this version of sisam reads { $newest ->
    [1] only format 1
   *[other] format 1 to { $newest }
}.
problem-unknown-format-hint = Write format = { $newest }, or update sisam if the file is written for a newer version.
problem-more = { $count } more problems are not shown.

# Keys and values
problem-of-later-version = “{ $word }” came with format { $since }, but the file says it has an earlier one.
problem-of-later-version-hint = Write format = { $since } at the top of the file.
problem-unknown-key = There is no key “{ $key }” in { $table }.
problem-table = “{ $table }”
problem-table-routine = the head of the file
problem-missing-key = “{ $key }” is missing in { $table }.
problem-wrong-shape = “{ $key }” should be { $wanted }, but here is { $found }.
problem-shape-text = a text
problem-shape-number = a number
problem-shape-no-number = a number that cannot be reckoned with
problem-shape-yes-no = yes or no
problem-shape-date = a date
problem-shape-time = a time of day
problem-shape-text-list = a list of texts
problem-shape-list = a list
problem-shape-table = a table
problem-shape-tables = one or more tables
problem-shape-text-hint = Write the value in quotation marks: "…".
problem-shape-time-hint = Write the value in quotation marks: "…".
problem-shape-number-hint = Write the number without quotation marks.
problem-shape-no-number-hint = Write the number without quotation marks.
problem-shape-yes-no-hint = Write true for yes or false for no, without quotation marks.
problem-shape-date-hint = Write the day without quotation marks or time of day: 2026-12-01.
problem-shape-text-list-hint = Write a list, also for a single value: ["…"].
problem-shape-list-hint = Write a list: […].
problem-shape-table-hint = Write a table: {"{"} key = value {"}"}.
problem-shape-tables-hint = Write double brackets, once for each: [[{ $key }]].
problem-empty-text = “{ $key }” is empty.
problem-empty-list = “{ $key }” is empty.
problem-empty-list-hint = Remove it, or write what should be there.
problem-duplicate-entry = “{ $entry }” is in “{ $key }” twice.
problem-unknown-word = “{ $found }” cannot be chosen for “{ $key }”.
problem-bad-term = “{ $found }” is not a length of time.
problem-bad-term-hint = Write a whole number and a unit: "2 days", "3 weeks", "1 month", "1 year" or "5 workdays".
problem-term-zero = “{ $found }” is not a length of time: it must be at least 1.
problem-term-too-long = “{ $found }” is more than a hundred years.
problem-bad-year-mark = “{ $found }” is no month, day or week.
problem-bad-year-mark-hint = Write a month as "03", a day as "09-15" or a week as "W11".
problem-bad-round-name = “{ $found }” does not name a step or a round.
problem-bad-round-name-hint = Write the step's id, or id and round: "7" or "7/2".
problem-keys-together = “{ $first }” and “{ $second }” cannot stand together.
problem-key-without = “{ $key }” only means something together with “{ $needs }”.
problem-ignored-key = “{ $key }” has no effect beside { $beside }.
problem-required-but-later = No case opens without the date, so it is asked for when the case opens and not later.
problem-required-but-later-hint = Write ask = "at-start", or remove required.

# Questions
problem-options-missing = A question of the kind { $kind } needs answers to choose from.
problem-options-missing-hint = Add options = ["…", "…"].
problem-options-not-taken = A question of the kind { $kind } has no answers to choose from.
problem-options-not-taken-hint = Remove options, or write kind = "choice".
problem-bad-option = “{ $option }” cannot be an answer to choose.
problem-bad-option-hint = An answer may not contain |, nor begin or end with a space.

# Conditions
problem-empty-condition = The condition says nothing.
problem-mixed-condition = The condition says several things at once: { $keys }.
problem-mixed-condition-hint = Write one condition for each and gather them: {"{"} all = [{"{"} … {"}"}, {"{"} … {"}"}] {"}"}.
problem-condition-without-test = The condition does not say which answer it is about.
problem-condition-too-deep = Conditions are nested too deeply: at most { $limit } levels.
problem-never-the-answer = The question “{ $question }” never has the answer “{ $value }”.
problem-answer-is-of-kind = The answer is of the kind { $kind }.
problem-not-a-number = The question “{ $question }” is not answered with a number but is of the kind { $kind }.
problem-not-a-number-hint = at_least and at_most are for questions with kind = "number".

# Times
problem-rule-without-kind = The rule does not say how the day is found.
problem-mixed-rule = The rule says several things at once: { $keys }.
problem-mixed-rule-hint = A rule has only one of them.
problem-not-in-rule = “{ $key }” does not belong to a rule with “{ $rule }”.
problem-missing-in-rule = A rule with “{ $rule }” also needs “{ $key }”.
problem-bad-anchor = It is not clear what the time counts from.
problem-bad-anchor-hint = Write a key date's id, {"{"} step = "…" {"}"}, {"{"} answer = "…" {"}"} or {"{"} planned = "…" {"}"}.
problem-step-as-date = “{ $id }” is a step, and the id of a key date should stand here.
problem-step-as-date-hint = If the time counts from the day the step was done: {"{"} step = "{ $id }" {"}"}.
problem-too-few-entries = “{ $key }” needs at least two rules to pick from.
problem-no-single-date = Only rules that give a single date can stand in “{ $key }”.
problem-same-anchor = Two rules in “{ $key }” count from the same, so nearly always the same one counts.
problem-before-step = The day before a step is known once the step is done, and then it is too late: { $step }.
problem-before-step-hint = Write requires, count from the same as that step, or from {"{"} planned = "{ $step }" {"}"}.
problem-never-late = Without term the step has no date, and is never late.
problem-never-late-hint = Write term, a hard limit, or optional = true of the step.
problem-mixed-due = The list mixes rules for a single day with rules that come again.
problem-unreachable-rule = The rule is never used: one before it has no condition and always counts.
problem-rolls-past = A time before something may not be moved forwards: roll = "{ $roll }".
problem-rolls-past-hint = Write roll = "previous", or remove roll.
problem-statutory-not-here = The act on the computation of time (1930:173) is for time that runs from something.
problem-statutory-not-here-hint = roll = "statutory" can only stand in rules with after, every or each_year.
problem-earliest-too-late = The step would open after its own day: earliest is { $earliest } and term is { $term }.
problem-earliest-too-late-hint = In a rule with after, earliest is the shorter time; with before, the longer.
problem-never-due = The rule gives no day: from and until are the same.

# Steps
problem-empty-outcome = The outcome leads to nothing.
problem-empty-outcome-hint = Write reopen = ["…"] or close = true.
problem-proposed-not-candidate = “{ $role }” is not one of those in choose_responsible.
problem-no-owner = Step “{ $step }” has nobody responsible.
problem-no-owner-hint = Add responsible = ["…"], if the source says who.
problem-too-many-steps = The routine has { $count } steps; it can have no more than { $limit }.
problem-no-steps = The routine has no steps.
problem-not-a-later-round = from_round is a later round: 2 or more.

# Ids
problem-bad-id = “{ $id }” cannot be an id.
problem-bad-id-hint = An id has only letters, digits, - and full stops.
problem-bad-plain-id = “{ $id }” cannot be an id.
problem-bad-plain-id-hint = The routine's id has only a–z, 0–9 and -.
problem-duplicate-id = There is already { $what } with the id “{ $id }”.
problem-unknown-id = There is { $what } with the id “{ $id }”.
problem-unknown-document-hint = A title without a form of its own is written with a capital or a space: "A paper".
problem-a-step = a step
problem-a-item = a part
problem-a-question = a question
problem-a-role = a role
problem-a-key-date = a key date
problem-a-trigger = a trigger
problem-a-document = a form
problem-a-phase = a phase
problem-a-grounds = a list of grounds
problem-no-step = no step
problem-no-item = no part
problem-no-question = no question
problem-no-role = no role
problem-no-key-date = no key date
problem-no-trigger = no trigger
problem-no-document = no form
problem-no-phase = no phase
problem-no-grounds = no list of grounds
problem-blank-has-no-answer = The line “{ $id }” is filled in by hand and has no answer.
problem-not-of-the-case = The question “{ $id }” belongs to a step or a form.
problem-not-of-the-case-hint = asks takes questions about the case, those under [[question]].
problem-own-step-id = Steps whose id begins with “egen-” are those that are added to a case; this one is called “{ $id }”.
problem-own-step-id-hint = Give the step another id.
problem-consent-carried = The answer to “{ $question }” cannot be carried to another placement: it is asked with a step that counts as consent.
problem-consent-carried-hint = Take out on_continue.
problem-wrong-kind = A question of the kind { $wanted } is needed here, but “{ $question }” is of the kind { $found }.
problem-cycle-step = Steps wait for each other in a circle: { $ids }.
problem-cycle-question = Questions wait for each other's answers in a circle: { $ids }.
problem-cycle-key-date = Key dates should come after each other in a circle: { $ids }.
problem-own-answer = The step asks “{ $question }”, on which its own date or condition rests: the answer counts from the next round, and the step has none.
problem-unused-role = No step names the role “{ $id }”.
problem-unused-question = The question “{ $id }” is never asked: no step, condition or form names it.
problem-unused-document = No step names the form “{ $id }”.
problem-unused-grounds = No requirement uses the grounds “{ $id }”.

# Tests
problem-needs-today = The test depends on which day it is, at “{ $because }”, but does not say.
problem-needs-today-hint = Add today = YYYY-MM-DD.
problem-no-such-round = Step “{ $step }” has only one round: it does not come again and is never reopened.

# Files and folders
routine-file-unreadable = The file { $file } cannot be read: { $cause }
routine-file-not-a-file = { $file } is not an ordinary file.
routine-file-too-large = { $file } is too large.
routine-file-not-utf8 = { $file } is not saved as UTF-8.
routine-file-not-utf8-hint = Open the file in a text editor and save it with the encoding UTF-8.
routine-files-same-id = Several files have the same id: { $files }
routine-broken = The routine “{ $id }” cannot be used: the file { $file } has errors.
routine-broken-hint = See them with: sisam routine check { $typed_file }
routine-folder-unreadable = The folder { $folder } cannot be read: { $cause }
routine-folder-too-many = The folder { $folder } has more than { $most } routine files.
routine-folder-too-many-hint = Name the folder with routines with --routines DIR.
problem-school-no-terms = The calendar has no terms.
problem-school-backwards = { $title } ends { $last }, before its first day { $first }.
problem-school-overlap = { $next } begins { $first }, before { $title } has ended { $last }.
problem-school-order = { $next } should stand before { $title }.
problem-school-half-year = { $title } does not lie within half a year. An autumn term lies between July and December, a spring term between January and June.
problem-school-gap = Between { $title } and { $next } lie { $days }: a term seems to be missing.
problem-school-too-few = { $autumn } and { $spring } have { $days } school days; a school year has at least { $fewest } (skolförordningen 3 kap. 2 §).
problem-identity-number = A Swedish identity number. The text is kept in every case and cannot be taken out of it.
problem-null-sign = The character U+0000, which cannot be stored.
