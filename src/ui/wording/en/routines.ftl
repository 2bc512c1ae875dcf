# The routines: list, content, plan and tests.
help-routine-plan-why = Shows how every date has come about

routines-id = Id
routines-title = Routine
routines-publisher = Publisher
routines-steps = Steps
routines-status = Status
routines-broken = cannot be used
routines-review = should have been reviewed by { $date }

io-not-found = it is not there
io-not-permitted = you have no right to it
io-wrong-kind = it is not of the right kind
io-other = the system refuses

sheet-source = Source
sheet-revised = revised { $date }
sheet-version = Version { $version }, { $status }
sheet-owner = Owner
sheet-review = Review
sheet-review-by = by { $date }
sheet-notice = Note
sheet-roles = Roles
sheet-must-be-held = somebody needs to hold it
sheet-dates = Key dates
sheet-required = needed to open a case
sheet-when-known = when known
sheet-not-before = not before { $title }
sheet-triggers = What may start a case
sheet-questions = Questions about the case
sheet-stands-until = stands until the day answered to “{ $question }”
sheet-stands-with = stands when this is answered too: { $questions }
sheet-books = books { $step }
sheet-carried = carried along in a re-placement
sheet-again = asked anew in a re-placement
sheet-when-needed = when needed
sheet-several = one or more of { $options }
sheet-optional = if needed
sheet-who = Responsible
sheet-jointly = { $roles } (jointly)
sheet-chosen = { $roles } (you agree)
sheet-chosen-proposed = { $roles } (proposed: { $proposed })
sheet-asked = those named in the answer to “{ $question }”
sheet-invited = With
sheet-purpose = Why
sheet-activity = How
sheet-law = Law
sheet-when = When
sheet-at-once = at once if the day has passed
sheet-from-round = from round { $round } on
sheet-never = cannot be passed
sheet-grounds = otherwise one of the grounds { $grounds } is needed
sheet-parts = Parts:
sheet-documents = Documents
sheet-asks = Asked when done:
sheet-outcome = Leads to: { $outcome }
sheet-outcome-if = If { $condition }: { $outcome }
sheet-reopens = a new round of { $steps }
sheet-may-close = the case may end here
sheet-forms = Forms
sheet-by-hand = filled in by hand

plan-heading = A plan tried out on { $date }. No case is opened.
plan-assumed = assumed
plan-assumed-note = Assumed: counted as if steps without a day are done on their dates.
plan-too-many = That comes to more than { $most } rounds to show.
plan-too-many-hint = show up to an earlier day with --until, or what a new case gets with --given-only
plan-could-change = The dates of { $steps } may be changed by: { $reason }

test-passed = { $name }: { $count ->
    [one] the test holds
   *[other] all { $count } tests hold
}
test-failed = { $name }: { $failed } of { $count } tests do not hold
test-none = { $name } has no tests
test-mismatch = { $round }: expected { $expected }, found { $found }
test-no-such-round = no such round
test-no-date = { $status }, no date
test-impossible = the case cannot come to be: { $reason }
