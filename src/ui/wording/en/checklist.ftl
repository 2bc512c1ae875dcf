# The case's steps and heading.
heading-step = Step
heading-title = What
heading-responsible = Responsible
heading-due = Due by
standing-if-needed = if needed
standing-since = open for { $days }
standing-opened-late = opened { $date }, after the step's date
standing-done = done { $date }
standing-done-unknown = done, day unknown
owner-hangs-on = who answers for it depends on: { $facts }
owner-only-if = { $role } (only if { $condition })
own-step = own step { $id }
own-step-word = own step
owner-nobody = not decided
owner-proposed = { $roles } (proposed)
owner-to-choose = { $roles } (not agreed)
checklist-left-out = { $count ->
    [one] { $count } step is
   *[other] { $count } steps are
} not shown ({ $steps }): { $reason }
in-school = in school: { $answer }
in-school-unknown = not known
heading-opened = opened { $date }
heading-closed = closed { $date }
heading-continues = continues { $case }, the first case opened { $date } ({ $days })
fact-hidden = Hidden whereabouts
fact-hidden-review = to be considered anew no later than { $date }, { $relative }
fact-trigger = Trigger
without-school = { $days ->
    [one] { $days } school day without school
   *[other] { $days } school days without school
}
without-school-so-far = { $days ->
    [one] { $days } school day without school so far
   *[other] { $days } school days without school so far
}
without-school-weekdays = { $days ->
    [one] { $days } weekday without school
   *[other] { $days } weekdays without school
}
without-school-weekdays-so-far = { $days ->
    [one] { $days } weekday without school so far
   *[other] { $days } weekdays without school so far
}
date-preliminary = preliminary
date-unconfirmed = not confirmed
done-late = { $days ->
    [one] { $days } day too late
   *[other] { $days } days too late
}
tell-missing = Fill in what is missing:
tell-trigger = { $title } → sisam set { $case } --trigger …
tell-date = { $title } → sisam set { $case } --date { $id }=…
tell-answer = { $title } → sisam set { $case } --answer { $id }=…
tell-calendar = { $title } → sisam set { $case } --calendar FILE
tell-booking = { $title } → sisam set { $case } --planned { $id }=…
checklist-reminded = reminded { $date }
checklist-no-consent = no consent
protects-child = Do you suspect that a child is being harmed? Report it to the social services at once (SoL 2025:400, 19 kap. 1 §).
checklist-question = question { $letters }
checklist-fact = waits for { $letters }
checklist-booked = booked { $date }
checklist-decided-by = on another ground, decided by { $who }
checklist-local = ({ $short }) = { $basis }
