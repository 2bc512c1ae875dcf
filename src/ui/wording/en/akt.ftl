# Text to paste into the case system: neutral sentences, without reference, code word or who recorded it.
akt-opened = Work by the routine “{ $title }” began.
akt-continues = It continues an earlier case.
akt-trigger-set = Reason for starting: { $title }.
akt-trigger-withdrawn = The reason for starting is withdrawn.
akt-date = { $title }: { $date }.
akt-date-planned = { $title }: planned for { $date }.
akt-date-confirmed = { $title }: confirmed.
akt-date-withdrawn = { $title }: the date is withdrawn.
akt-answer = { $title } Answer: { $value }.
akt-answer-of = { $title }: { $value }.
akt-answer-withdrawn = { $title } The answer is withdrawn.
akt-consent-by = , from { $value }
akt-consent-until = , until and including { $value }
akt-role = { $title }: { $who }.
akt-role-nobody = { $title }: nobody appointed.
akt-step = { $title } (step { $number } of the routine)
akt-item-done = { $step }, the part “{ $item }”: done.
akt-item-done-unknown = { $step }, the part “{ $item }”: done, day unknown.
akt-item-skipped = { $step }, the part “{ $item }”: not relevant.{ $reason }
akt-taken = { $step }: done by { $role }.
akt-taken-open = { $step }: it is not settled who does it.
akt-added = Own step added: { $title }.
akt-added-to = Own step added: { $title }, due { $date }.
akt-planned = { $step }: booked for { $date }.
akt-planned-cancelled = { $step }: the booking is cancelled.
akt-done = { $step }: done.
akt-done-unknown = { $step }: done, day unknown.
akt-day-known = { $step }: done.
akt-skipped = { $step }: not relevant.{ $reason }
akt-extended = New date for { $step }: { $date }.{ $reason }{ $who }
akt-reminded = Reminder: { $step }.
akt-tried = Tried without an answer: { $step }.
akt-noted = Note: { $text }
akt-noted-step = Note on { $step }: { $text }
akt-protected = The whereabouts are hidden.
akt-unprotected = The whereabouts are no longer hidden.
akt-closed = Work by the routine ended.
akt-closed-why = Work by the routine ended.{ $reason }
akt-continued = It continues in a new case.
akt-reopened = Work by the routine was taken up again.{ $reason }
akt-reason = Reason: { $text }.
akt-ground = Ground: { $text }.
akt-despite = { $reason }
akt-decider = Decided by: { $text }.
akt-decided-by = { $who }
akt-taken-back = Correction, this does not hold: { $what }

akt-ask = Has it been entered in the akt?
told-brought-over = Noted: brought over to the akt.
akt-nothing = There is nothing new to bring over to the akt.
akt-nothing-since = There is nothing new to bring over: brought over to the akt { $date }.
event-brought-over = brought over to the akt, up to event { $seq }
told-for-akt = Enter it in the akt: sisam akt { $case }
overview-akt = Akt: { $count } { $count ->
    [one] case has
   *[other] cases have
} something new to enter – sisam akt
