# Steps: where they stand, who states their time, what they wait for.
step-word = Step
step-by-title = “{ $title }”
yes = yes
no = no

abbreviation-bbic = Barns behov i centrum, how social services work with children
abbreviation-ester = a way of judging risk and protection
abbreviation-ifo = individual and family care, of social services
abbreviation-lvu = the act on the care of young people
abbreviation-osl = the act on public access and secrecy
abbreviation-ses = the central pupil health
abbreviation-sis = the National Board of Institutional Care
abbreviation-sol = the Social Services Act
abbreviation-spsm = the National Agency for Special Needs Education

status-open = open
status-blocked = blocked
status-waiting = waiting
status-undecided = undecided
status-done = done
status-skipped = skipped
status-not-applicable = not applicable

basis-source = routine
basis-law = law
basis-local = local guideline, not the routine's
basis-local-short = local

routine-status-draft = draft
routine-status-active = in use
routine-status-retired = retired

waits-date = date missing: { $title }
waits-step = date missing: the day of { $title }
waits-booking = no day booked: { $title }
no-school-day = not a school day
depends-on-answer = the answer to: { $title }
waits-question = unanswered question: { $title }
waits-trigger = trigger missing
waits-school-calendar = school terms are missing
waits-consent = consent is missing
waits-requirement = requires first: { $condition }
waits-ran-out = the consent was given until { $date }
waits-given-later = the consent was given only on { $date }
not-applicable-because = does not apply: only if { $condition }
not-applicable-no-date-left = does not apply: no date is left

condition-is = { $question } = { $value }
condition-is-not = { $question } is not { $value }
condition-at-least = { $question } is at least { $value }
condition-at-most = { $question } is at most { $value }
condition-trigger = the trigger “{ $title }”
condition-other-trigger = another trigger than “{ $title }”
condition-date = { $title } is known
condition-and = and
condition-or = or
condition-not = not: { $condition }
condition-group = ({ $condition })
