# Lists over several cases, and the overview.
report-who = Who
report-done = Done
report-no-school = School
report-original = First set to
report-booked = Booked
report-basis = Basis
report-missing = Missing
tally-steps = { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} in { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
}
tally-law = { $count } by law
tally-source = { $count } by the routine
tally-local = { $count } by a local default
tally-turns = Whose turn: { $turns }
tally-stopped = Cannot go on: { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
tally-opened-late = (date) = the case was opened after that date
heading-cases = Cases
report-waits = Waits for
report-turn = Whose turn
report-reminded = Reminded
report-overdue = late
report-opened-late = opened { $date }
cannot-go-on = cannot go on
turn-ours = us
turn-social-services = social services
turn-school = the school
turn-administration = administration
turn-several = several
turn-open = not agreed
report-standing = Standing

report-in-time = in time
report-owner-missing = nobody is responsible
missing-owner = Who is responsible for a step
report-nobody = nobody named
report-group = { $name }: { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}

report-nothing = There are no such steps.
report-nothing-to-do = There is nothing to do right now.
report-nothing-overdue = Nothing is late.
report-nothing-late = Nothing was done too late.
report-nothing-within = No step is due that soon.
report-nothing-missing = Nothing is missing: every step has its date, its owner and its answers.
report-nothing-extended = No step has been given a later date.
report-nothing-narrowed = This is about your selection only.
report-more = { $more } of { $all } steps are not shown. --format json gives all of them; --routine, --role or --party fewer.
report-not-shown = Not shown above, see sisam report --missing: { $parts }
report-not-shown-everywhere = Not shown above, see sisam report --missing; counted over all open cases: { $parts }
report-unknown-role = No routine has the role { $given }.
report-unknown-party = No routine has an organisation called { $given }.

totals-without-date = { $count } { $count ->
    [one] case
   *[other] cases
} with a date missing
totals-without-owner = { $count ->
    [one] { $count } step
   *[other] { $count } steps
} without an owner
totals-unanswered = { $count ->
    [one] { $count } unanswered question
   *[other] { $count } unanswered questions
}

list-routine = Routine
list-opened = Opened
list-overdue = Late
list-none-open = No cases are open. sisam list --closed shows the closed ones.
list-none-closed = No cases are closed.
list-more = { $more } of { $all } cases are not shown. --format json gives all of them.
case-open = open
case-closed = closed
steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}

case-file-missing = There is no file { $file }.
case-file-missing-why = Either the name is wrong, or no case has been opened in it yet.
case-file-missing-hint = open the first case in it with sisam --db { $typed_file } new-case
no-cases = There are no cases yet.
no-cases-hint = Open the first one: sisam new-case

overview-welcome = Welcome to sisam.
overview-what-it-does = Here the schooling of every child in care gets a checklist with dates: who does what, and by when.
overview-heading = { $date } · { $cases ->
    [one] { $cases } open case
   *[other] { $cases } open cases
}
overview-late = { $count ->
    [one] { $count } late step in one case
   *[other] { $count } late steps in { $cases } of them
}
overview-school = Are the children in school? { $children }
overview-school-no = { $count } no
overview-school-in-part = { $count } in part
overview-school-yes = { $count } yes
overview-school-unknown = { $count } not known
overview-first = To do first
overview-more = More
overview-stopped = cannot go on: { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}
overview-more-cases = … { $count } more cases: sisam report
overview-local = * = local guideline, not the routine's
overview-cannot-go-on = Cannot go on: { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} in { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
}
overview-finished = Finished: { $case } has nothing left. sisam close { $case }
overview-finished-more = … and { $count } more finished cases: sisam list
overview-missing = Missing, see sisam report --missing: { $parts }
overview-type-next = Go on with: sisam next
overview-type-list = See the cases: sisam list
overview-type-new-case = Open a case: sisam new-case
late-skipped = skipped
late-closed = the case was closed
late-continued = the case went on in a new one
late-fell-away = does not apply any more (event { $seq }); the date was { $date }, { $late }
late-moved = the date was changed afterwards (event { $seq }), it was { $date }
late-told = recorded { $days } after the date
