# Text to paste into the case system: neutral sentences, without reference, code word or who recorded it.
akt-opened = Work by the routine “{ $title }” began.
akt-continues = It continues an earlier case.
akt-trigger = Reason for starting: { $title }.
akt-trigger-withdrawn = The reason for starting is withdrawn.
akt-date = { $title }: { $date }.
akt-date-planned = { $title }: planned for { $date }.
akt-date-withdrawn = { $title }: the date is withdrawn.
akt-answer = { $title } Answer: { $value }.
akt-answer-of = { $title }: { $value }.
akt-answer-withdrawn = { $title } The answer is withdrawn.
akt-consent-by = , from { $value }
akt-consent-until = , until and including { $value }
akt-role = { $title }: { $who }.
akt-role-nobody = { $title }: nobody appointed.
akt-step = { $title } (step { $number } of the routine)
akt-item = { $step }, the part “{ $item }”
akt-taken = { $step }: done by { $role }.
akt-taken-open = { $step }: it is not settled who does it.
akt-planned = { $step }: booked for { $date }.
akt-planned-cancelled = { $step }: the booking is cancelled.
akt-done = { $step }: done.
akt-done-unknown = { $step }: done, day unknown.
akt-skipped = { $step }: not relevant.
akt-extended = New date for { $step }: { $date }.
akt-reminded = Reminder: { $step }.
akt-noted = Note: { $text }
akt-noted-step = Note on { $step }: { $text }
akt-protected = The whereabouts are hidden.
akt-unprotected = The whereabouts are no longer hidden.
akt-closed = Work by the routine ended.
akt-continued = It continues in a new case.
akt-reopened = Work by the routine was taken up again.
akt-reason = Reason: { $text }.
akt-ground = Ground: { $text }.
akt-decided-by = Decided by: { $text }.
akt-taken-back = Correction, this does not hold: { $what }

akt-ask = Has it been entered in the akt?
told-brought-over = Noted: brought over to the akt.
akt-nothing = There is nothing new to bring over to the akt.
akt-nothing-since = There is nothing new to bring over: brought over to the akt { $date }.
akt-of-case = The text for one of them: sisam akt CASE
event-brought-over = brought over to the akt, up to event { $seq }
told-for-akt = Enter it in the akt: sisam akt { $case }
overview-akt = Akt: { $count } { $count ->
    [one] case has
   *[other] cases have
} something new to enter – sisam akt
