# The case's steps and heading.
heading-step = Step
heading-title = What
heading-responsible = Responsible
heading-due = Due by
standing-if-needed = if needed
standing-since = open for { $days }
standing-done = done { $date }
standing-done-unknown = done, day unknown
owner-nobody = nobody
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
checklist-booked = booked { $date }
