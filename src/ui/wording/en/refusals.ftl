# Why something cannot be done, and what to type instead.
refused-broken-history = The case's history does not hold together.
refused-closed = The case has been closed since { $on }.
refused-not-closed = The case is open.
refused-unknown-trigger = The routine has no trigger called { $given }.
refused-unknown-step = The routine has no step called { $given }.
refused-unknown-item = { $step } has no part called { $item }.
refused-unknown-date = The routine has no key date called { $given }.
refused-unknown-question = The routine has no question called { $given }.
refused-unknown-phase = The routine has no phase “{ $given }”.
refused-unknown-role = The routine has no role called { $given }.
refused-several-fit = “{ $given }” fits several.
refused-required-date = This date is needed to open the case: { $date }.
refused-date-order = { $date } ({ $on }) cannot be before { $not_before } ({ $other_on }).
refused-bad-answer = “{ $value }” is no answer to the question { $question }
refused-in-the-future = { $on } has not come yet; today is { $today }.
refused-not-applicable = { $step } does not apply to this case.
refused-undecided = It is not decided whether { $step } applies.
refused-done = { $step } is already done ({ $on }), recorded by { $by } { $recorded }.
refused-done-unknown = { $step } is already done (day unknown), recorded by { $by } { $recorded }.
refused-skipped = { $step } is already skipped ({ $on }), recorded by { $by } { $recorded }.
refused-no-such-round = { $step } is in round { $current }, not { $round }.
refused-which-round = It is not certain which round of { $step } is meant.
which-round-opens = The next round opens on { $date }.
which-round-ask = Is it round { $round } that is meant?
refused-order-of-rounds = { $step } cannot have been done on { $on }: each round counts from the one before, and the round beside it was done on { $other_on }.
refused-item-settled = Part { $item } of { $step } is already recorded.
refused-item-not-applicable = Part { $item } of { $step } does not apply to this case.
refused-needs-despite = { $step } is blocked.
refused-barred = { $step } is blocked and cannot be done all the same.
refused-not-a-ground = “{ $given }” is none of the grounds the routine takes.
refused-unanswered = { $step } cannot be done before its questions are answered.
refused-nothing-to-choose = The routine itself says who is responsible for { $step }.
refused-not-a-candidate = { $role } is none of those who may take { $step }.
refused-not-extendable = { $step } cannot get a new date now: it is neither open nor blocked.
refused-has-passed = { $to } has passed: choose today, { $today }, or a later day.
refused-not-later = { $to } is not later than the routine's own date, { $due }.
refused-reason-missing = A reason is needed.
refused-decided-by-missing = It must be said who decided.
refused-title-missing = The step has no name.
refused-note-missing = The note is empty.
refused-steps-left = The case has steps left. It can be closed all the same, with a reason.
refused-steps-late = The case has steps that are late. It can be closed all the same, with a reason.
refused-nothing-to-undo = There is nothing to take back.
refused-opening-stands = The opening of a case cannot be taken back.
refused-stands-on = It cannot be taken back: { $step } (event { $seq }) stands on it.
refused-case-stands-on = It cannot be taken back: a later change of the case (event { $seq }) stands on it.

hint-close-wrong-case = a case opened by mistake is closed: sisam close { $case } --reason "opened by mistake"
hint-reopen = sisam reopen { $case }
hint-log = sisam log { $case } shows what has happened
hint-show = sisam show { $case } shows every step
hint-why = sisam why { $case } { $step } shows how it comes about
hint-answer = sisam set { $case } --answer { $id }=…
hint-date = --date { $date }=YYYY-MM-DD
hint-planned = a day that is booked: sisam set { $case } --planned STEP=YYYY-MM-DD
hint-done-day = if the day is known now: sisam done { $case } { $step } --on YYYY-MM-DD
hint-which-round = if it is round { $round }: { $command ->
    [none] the same line with --round { $round }
   *[other] sisam { $command } { $case } { $step }{ $typed } --round { $round }
}
hint-done-answers = sisam done { $case } { $step }{ $typed } { $answers }
hint-despite-ground = name one of the grounds: sisam done { $case } { $step }{ $typed } --despite "…"
hint-despite-reason = say why it is done all the same: sisam done { $case } { $step }{ $typed } --despite "…"
hint-continues-reason = say why: --reason -
hint-close-reason = sisam close { $case } --reason -
hint-expected = type { $expected }
expected-choice = one of: { $options }
hint-doctor = see what is wrong and what can be done: sisam doctor
expected-yes-no = yes or no
expected-text = a text
expected-number = a number, such as 3
expected-date = a date, such as 2026-12-01
expected-roles = one or several of the routine's functions
expected-term = how long between, such as 3 weeks or every other week

warning-unusual-order = Note: { $date } is before { $expected_after }. Is that right?
warning-role-not-held = Note: nobody holds the role { $role }. Somebody should.
warning-required-date-withdrawn = Note: { $date } is withdrawn. Steps that count from it now wait.
warning-decider-missing = It does not say who decided to go on with { $step } on another ground. Give the function with --decided-by (undo what was recorded first).
warning-open-until-answered = All parts of { $step } are done. The step is done once this is answered: { $questions }
refused-identity-number = The text holds a Swedish identity number: { $place }
refused-null-sign = The text holds the character U+0000, which cannot be stored: { $place }
refused-identity-number-why = sisam has no place for the child's name or number. Nothing is stored; write it without the number.
place-reference = the reference
place-own-step = the step
place-note = the note
place-reason = the reason
place-decider = who decided
place-recorder = who records
place-calendar = a text in the school calendar
hint-answer-option = --answer { $id }=…
warning-old-answer = Note: the answer to “{ $question }” is from { $answered }: { $value }. Is it still right?
warning-closed-late = Note: { $step } was { $late } when the case was closed.
warning-not-asked = Note: { $step } does not ask “{ $question }”. The answer is stored all the same.
refused-unlikely-day = { $on } lies too far off to be stored. Days are stored from { $from } to { $to }.
hint-day-meant = did you mean { $meant }?
