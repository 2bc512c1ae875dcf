"""An independent planner: what docs/routines/format.md says, and nothing that was read in the program.

A `Case` takes what happens to it, one event after the other, and `rows` says what is to be done."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from math import inf

from days import DAY, parse_term, rolled, shift, yearly

REPEATING = ("every", "each_year", "each", "terms")


def read(path):
    with open(path, "rb") as file:
        return tomllib.load(file)


def repeats(rule):
    return any(key in rule for key in REPEATING)


@dataclass
class Due:
    """What a rule gives: its date, or what it waits for."""

    due: date | None = None
    raw: date | None = None
    earliest: date | None = None
    basis: str | None = None
    waits: list = field(default_factory=list)
    # Of a repeating rule: no date of it fits any more.
    over: bool = False


@dataclass
class Round:
    """A round that has ended, with the date that it had when that was recorded."""

    number: int
    status: str
    day: date
    had: Due
    planned: date | None
    generation: int
    at: int


@dataclass
class Opened:
    """A generation of a step: its first, or what an outcome opened anew."""

    day: date | None = None
    # The place among the events of the case, and every step that was named together with it.
    at: int = 0
    named: frozenset = frozenset()


class Case:
    def __init__(self, routine, school=None):
        self.routine, self.school = routine, school
        self.steps, self.phase_of = {}, {}
        for phase in routine.get("phase", []):
            for step in phase.get("step", []):
                self.steps[step["id"]], self.phase_of[step["id"]] = step, phase
        self.roles = {role["id"]: role for role in routine.get("role", [])}
        asked = routine.get("question", []) + [q for step in self.steps.values() for q in step.get("question", [])]
        self.questions = {q["id"]: q for q in asked}
        self.kinds = {q["id"]: q["kind"] for q in asked}
        if routine["format"] == 1 and "samtycke" in self.questions:
            stands = {"stands_until": "samtycke-till", "stands_with": ["samtycke-av"]}
            self.questions["samtycke"] = self.questions["samtycke"] | stands
        for document in routine.get("document", []):
            self.kinds |= {f["id"]: f["kind"] for f in document.get("field", []) if f.get("kind", "blank") != "blank"}
        self.at = 0
        # The day that it is, which only optional rounds that come again look at.
        self.today, self.asked_of = date.min, None
        self.trigger = None
        # Key dates: (value, day entered). Answers: (value, day entered, event).
        self.dates, self.answers = {}, {}
        self.ended = {step: [] for step in self.steps}
        self.generations = {step: [Opened()] for step in self.steps}
        self.planned, self.extended = {}, {}
        # The rounds whose date passed while they stood: their rows stay.
        self.late = set()

    # What happens.

    def on(self, today):
        """It is this day now, and what has happened so far is all there was until then."""
        self.today = today
        for row in self.rows():
            if row["status"] in ("open", "blocked") and row["due"] and row["due"] < today and not row["optional"]:
                self.late.add((row["step"], row["round"]))

    def set_date(self, key, value, today):
        self.at += 1
        if value is None:
            self.dates.pop(key, None)
        elif self.dates.get(key, (None,))[0] != value:
            self.dates[key] = (value, today)

    def set_answer(self, question, value, today, always=False):
        """An answer, which counts `always` or for no round that is opened anew after it."""
        self.at += 1
        if value is None:
            self.answers.pop(question, None)
        else:
            self.answers[question] = (self.typed(question, value), today, inf if always else self.at)
        step = self.questions.get(question, {}).get("books")
        if step and not always:
            self.book(step, value and date.fromisoformat(value), today)

    def set_trigger(self, trigger):
        self.at += 1
        self.trigger = trigger

    def plan_day(self, step, value, today):
        self.at += 1
        self.planned[step, self.next_round(step)] = (value, today)

    def book(self, step, day, today):
        """An answer books the round that has not ended, if there is one."""
        if self.rows_of(step)[-1]["round"] == self.next_round(step):
            self.plan_day(step, day, today)

    def extend(self, step, to):
        self.at += 1
        self.extended[step, self.next_round(step)] = to

    def end(self, step, status, day, today, answers=()):
        """A round is done or skipped."""
        number = self.next_round(step)
        # Whether an answer stands is asked of the day that it was done.
        self.asked_of = day
        had = self.due(step) if self.applies(step)[0] else Due()
        self.asked_of = None
        self.lengthen(had, step, number)
        planned = self.planned.get((step, number), (None,))[0]
        self.at += 1
        self.ended[step].append(Round(number, status, day, had, planned, len(self.generations[step]) - 1, self.at))
        for question, value in answers:
            self.set_answer(question, value, today)
        if status == "done":
            outcomes = [o for o in self.steps[step].get("outcome", []) if "when" not in o or self.truth(o["when"])[0]]
            named = frozenset(other for outcome in outcomes for other in outcome.get("reopen", []))
            for other in [s for s in self.steps if s in named]:
                if self.ended[other] and not self.is_open(other):
                    self.generations[other].append(Opened(day, self.at, named))

    # What is known.

    def typed(self, question, value):
        kind = self.kinds[question]
        if kind == "yes-no":
            return {"yes": True, "ja": True, "no": False, "nej": False}[value]
        if kind in ("choices", "roles"):
            return value.split("|")
        if kind == "number":
            return int(value)
        return date.fromisoformat(value) if kind == "date" else value

    def next_round(self, step):
        return len(self.ended[step]) + 1

    def generation(self, step):
        """The ended rounds of the step since it was last opened anew."""
        now = len(self.generations[step]) - 1
        return [r for r in self.ended[step] if r.generation == now]

    def rules(self, step):
        due = self.steps[step].get("due", [])
        return due if isinstance(due, list) else [due]

    def is_repeating(self, step):
        return any(repeats(rule) for rule in self.rules(step))

    def applies(self, step):
        """Truth of the conditions of a step and its phase, and the questions that they wait for."""
        conditions = [part["when"] for part in (self.phase_of[step], self.steps[step]) if "when" in part]
        return self.truth({"all": conditions}) if conditions else (True, [])

    def is_open(self, step):
        """Whether a round of it stands that has not ended."""
        if self.is_repeating(step):
            return not self.due(step).over
        return not self.generation(step)

    def truth(self, condition):
        """True, false or None, and the questions that it rests on then."""
        if "all" in condition or "any" in condition:
            strong = "any" in condition
            parts = [self.truth(part) for part in condition.get("all", condition.get("any"))]
            if any(value is strong for value, _ in parts):
                return strong, []
            waits = [q for value, ids in parts if value is None for q in ids]
            return (None, waits) if waits else (not strong, [])
        if "not" in condition:
            value, waits = self.truth(condition["not"])
            return (None if value is None else not value), waits
        if "trigger" in condition:
            return (None, ["trigger"]) if self.trigger is None else (self.trigger == condition["trigger"], [])
        if "date" in condition:
            return condition["date"] in self.dates, []
        if "step" in condition:
            ended = self.generation(condition["step"])
            return bool(ended) and ended[-1].status == "done", []
        question = condition["question"]
        if question not in self.answers:
            return None, [question]
        until = self.questions.get(question, {}).get("stands_until")
        last = self.answers[until][0] if until in self.answers else date.max
        if until and not self.answers[question][1] <= (self.asked_of or self.today) <= last:
            return False, []
        missing = self.stood_with(question)
        return (None, missing) if missing else (self.compare(question, condition), [])

    def stood_with(self, question):
        """The answers that are lacking for one that stands for a time."""
        return [other for other in self.questions.get(question, {}).get("stands_with", []) if other not in self.answers]

    def compare(self, question, condition):
        answer = self.answers[question][0]
        many = self.kinds[question] in ("choices", "roles")

        def same(value):
            if self.kinds[question] == "yes-no" and isinstance(value, str):
                value = value in ("yes", "ja")
            if self.kinds[question] == "term":
                return parse_term(value) == parse_term(answer)
            return value in answer if many else value == answer

        if "is" in condition:
            return same(condition["is"])
        if "is_not" in condition:
            return not same(condition["is_not"])
        if "in" in condition:
            return any(same(value) for value in condition["in"])
        if "at_least" in condition:
            return answer >= condition["at_least"]
        return answer <= condition["at_most"]

    # When it is due.

    def anchor(self, anchor, step):
        """(day, day entered, what is waited for if there is none) of what a rule of this step counts from."""
        opened = self.generations[step][-1]
        if isinstance(anchor, str):
            day, entered = self.dates.get(anchor, (None, None))
            waits = anchor
        elif "answer" in anchor:
            waits = anchor["answer"]
            day, entered, at = self.answers.get(waits, (None, None, 0))
            if at < opened.at:
                day = None
        elif "planned" in anchor:
            waits = anchor["planned"]
            day, entered = self.booked(waits, opened)
            if day is None and self.applies(waits)[0] is False:
                return None, None, []
        else:
            waits = anchor["step"]
            ended = self.ended_for(waits, opened)
            day = entered = ended[-1].day if ended else None
            if day is None and self.rows_of(waits)[-1]["status"] == "not-applicable":
                return None, None, []
        if day is None:
            return None, None, [waits]
        if opened.day:
            day, entered = max(day, opened.day), max(entered, opened.day)
        return day, entered, []

    def ended_for(self, step, opened):
        """The ended rounds of a step that another one, opened so, looks at."""
        return [r for r in self.ended[step] if step not in opened.named or r.at > opened.at]

    def booked(self, step, opened):
        """The day booked for a step, for a rule of a step that was opened so."""
        if self.planned.get((step, self.next_round(step)), (None,))[0]:
            return self.planned[step, self.next_round(step)]
        ended = self.ended_for(step, opened)
        if not ended:
            return None, None
        return self.planned.get((step, ended[-1].number), (None, None))

    def due(self, step):
        """Of the round that has not ended."""
        for rule in self.rules(step):
            if "when" not in rule or self.truth(rule["when"])[0]:
                return self.reckon(rule, step)
        return Due(over=bool(self.generation(step)))

    def reckon(self, rule, step):
        if "first_of" in rule or "last_of" in rule:
            return self.among(rule, step)
        if repeats(rule):
            return self.series(rule, step)
        found = self.single(rule, step)
        found.over = bool(self.generation(step))
        return found

    def among(self, rule, step):
        members = [m for m in rule.get("first_of", rule.get("last_of")) if "when" not in m or self.truth(m["when"])[0]]
        found = [self.single(member, step) for member in members]
        known = [due for due in found if due.due]
        over = bool(self.generation(step))
        if not known:
            return Due(waits=[w for due in found for w in due.waits], over=over)
        chosen = (min if "first_of" in rule else max)(known, key=lambda due: due.due)
        chosen.over = over
        return chosen

    def single(self, rule, step):
        opened = self.generations[step][-1]
        basis = rule.get("basis", "local")
        how = next(key for key in ("on", "before", "after", "answer") if key in rule)
        anchor = {"answer": rule["answer"]} if how == "answer" else rule[how]
        day, entered, waits = self.anchor(anchor, step)
        if day is None:
            return Due(waits=waits)
        sign = -1 if how == "before" else 1
        raw, earliest = day, None
        if how in ("before", "after"):
            if "term" not in rule and how == "after":
                return Due(basis=basis)
            raw = shift(day, parse_term(rule.get("term", "1 day")), sign, self.school)
            if "earliest" in rule:
                earliest = shift(day, parse_term(rule["earliest"]), sign, self.school)
                if earliest is None:
                    return Due(waits=["calendar"])
        if raw is None:
            return Due(waits=["calendar"])
        due = rolled(raw, rule.get("roll", "none"), self.school)
        if rule.get("or_at_once") and due < entered:
            due = entered
        if opened.day and self.routine["format"] > 1:
            due = max(due, opened.day)
        return Due(due, raw, earliest, basis)

    def series(self, rule, step):
        """The next date of a repeating rule."""
        opened = self.generations[step][-1]
        basis = rule.get("basis", "local")
        start = rule["after"] if "terms" in rule else rule["from"]
        base, _, waits = self.anchor(start, step)
        term = rule.get("every")
        if base is None:
            return Due(waits=waits)
        if isinstance(term, dict):
            if term["answer"] not in self.answers:
                return Due(waits=[term["answer"]])
            term = self.answers[term["answer"]][0]
        if "each" in rule and self.school is None:
            return Due(waits=["calendar"])
        ended = self.generation(step)
        last = ended[-1] if ended else None
        fits = self.within(rule, step)
        if "terms" in rule:
            candidates = [(None, shift(base, parse_term(t), 1, self.school)) for t in rule["terms"]][len(ended):]
            candidates = [(None, day) for _, day in candidates]
            after = None
        elif rule.get("counted") == "last-done" and last:
            candidates, after = self.dates_of(rule, last.day, term), None
        else:
            candidates = self.dates_of(rule, base, term)
            after = base
            if last and last.had.raw:
                after = max(after, last.had.raw)
            if last and rule.get("missed") != "keep":
                after = max(after, last.day)
        limit = self.until(rule, step)
        for earliest, raw in candidates:
            if raw is None:
                return Due(waits=["calendar"])
            if limit and raw > limit:
                break
            if (after is None or raw > after) and fits(raw):
                due = rolled(raw, rule.get("roll", "none"), self.school)
                if due < self.today and self.steps[step].get("optional") and "terms" not in rule:
                    continue
                return Due(due, raw, earliest, basis)
        else:
            if "each" in rule:
                return Due(waits=["calendar"])
        if rule.get("at_least_once") and not ended and limit and limit >= base:
            return Due(rolled(limit, rule.get("roll", "none"), self.school), limit, None, basis)
        if opened.day and not ended:
            day = max(limit or opened.day, opened.day)
            return Due(rolled(day, rule.get("roll", "none"), self.school), day, None, basis)
        return Due(over=True)

    def dates_of(self, rule, base, term):
        """(earliest, due) of a repeating rule, in order."""
        if "each" in rule:
            for first, last in self.school.terms:
                days = [first + n * DAY for n in range((last - first).days + 1)]
                days = [day for day in days if self.school.is_schoolday(day)]
                if days:
                    yield days[0], days[-1]
        elif "each_year" in rule:
            for year in range(base.year - 1, base.year + 40):
                yield from sorted(yearly(rule["each_year"], year), key=lambda pair: pair[1])
        else:
            number, unit = parse_term(term)
            for n in range(1, 400):
                yield None, shift(base, (number * n, unit), 1, self.school)

    def until(self, rule, step):
        """The day after which nothing falls due."""
        end = rule.get("until")
        if end is None:
            return None
        if isinstance(end, dict) and "step" in end:
            if self.routine["format"] == 1:
                ended = self.ended[end["step"]]
                return ended[-1].day if ended else None
            now = self.generation(end["step"])
            return now[-1].day if now and not self.is_open(end["step"]) else None
        return self.anchor(end, step)[0]

    def within(self, rule, step):
        """Whether a day is in none of the gaps between the day that a step ended a rule and the day it was opened anew."""
        end = rule.get("until")
        if not (isinstance(end, dict) and "step" in end) or "terms" in rule or self.routine["format"] == 1:
            return lambda day: True
        gaps = []
        for number, opened in enumerate(self.generations[end["step"]][1:]):
            rounds = [r for r in self.ended[end["step"]] if r.generation == number]
            if rounds:
                gaps.append((rounds[-1].day, opened.day))
        return lambda day: not any(first < day <= last for first, last in gaps)

    # What is to be done.

    def rows(self):
        return [row for step in self.steps for row in self.rows_of(step)]

    def rows_of(self, step):
        rows = [self.row(step, r.number, r.status, r.had, r.planned, done=r.day if r.status == "done" else None) for r in self.ended[step]]
        due = self.due(step)
        applies, questions = self.applies(step)
        number = self.next_round(step)
        planned = self.planned.get((step, number), (None,))[0]
        if applies is False or due.over:
            if not rows:
                return [self.row(step, number, "not-applicable", Due(), planned)]
            if (step, number) in self.late:
                rows.append(self.row(step, number, "not-applicable", Due(), gone=True))
            return rows
        if applies is None:
            rows.append(self.row(step, number, "undecided", Due(), planned, waits=questions))
            return rows
        self.lengthen(due, step, number)
        unmet = self.unmet(step, number)
        if due.waits:
            rows.append(self.row(step, number, "waiting", Due(), planned, waits=due.waits))
        elif unmet:
            rows.append(self.row(step, number, "blocked", due, planned, waits=unmet))
        else:
            rows.append(self.row(step, number, "open", due, planned))
        return rows

    def lengthen(self, due, step, number):
        """An extension counts while it is later than what the rule gives."""
        to = self.extended.get((step, number))
        if to and not due.waits and (due.due is None or to > due.due):
            due.due = to

    def can_be_done(self, step, day):
        """Whether a round stands that waits for nothing but its date, asked of the day that it is done."""
        self.asked_of = day
        row = self.rows_of(step)[-1]
        self.asked_of = None
        return row["status"] in ("open", "waiting")

    def unmet(self, step, number):
        """What the requirements that do not hold name."""
        names = []
        for need in self.steps[step].get("requires", []):
            if number < need.get("from_round", 1):
                continue
            if "step" in need:
                holds = self.is_out_of_the_way(need["step"])
            else:
                holds = self.truth(need)[0]
            if not holds:
                names += self.named(need)
        return names

    def named(self, condition):
        """Everything that a condition names, as a step that is blocked tells it."""
        for key in ("all", "any"):
            if key in condition:
                return [name for part in condition[key] for name in self.named(part)]
        if "not" in condition:
            return self.named(condition["not"])
        if "trigger" in condition:
            return ["trigger"]
        if "question" in condition:
            return [condition["question"]] + self.truth(condition)[1]
        return [condition.get("step") or condition["date"]]

    def is_out_of_the_way(self, step):
        """Done, or nothing that another step waits for."""
        if self.steps[step].get("optional") or self.generation(step):
            return True
        return self.rows_of(step)[-1]["status"] == "not-applicable"

    def taking_part(self, entries):
        """The roles of a list that have part now, each once."""
        roles = []
        for entry in entries:
            entry = {"role": entry} if isinstance(entry, str) else entry
            if "when" in entry and not self.truth(entry["when"])[0]:
                continue
            roles += [entry["role"]] if "role" in entry else self.answers.get(entry["asked"], ([],))[0]
        return list(dict.fromkeys(roles))

    def row(self, step, number, status, due, planned=None, done=None, waits=(), gone=False):
        return {
            "step": step,
            "round": number,
            "status": status,
            "due": due.due,
            "raw_due": due.raw,
            "earliest": due.earliest,
            "basis": due.basis,
            "waits_for_ids": sorted(set(waits)),
            "done_on": done,
        } | ({"planned": planned} | self.people(step, due.due) if not gone and status not in ("done", "skipped") else {})

    def people(self, step, due):
        """Who has part in a step, its parts that apply, and whether schools are closed when it is due."""
        written = self.steps[step]
        invited = self.taking_part(written.get("participants", []))
        responsible = self.taking_part(written.get("responsible", [])) or written.get("choose_responsible", [])
        if "proposed" in written:
            responsible = [written["proposed"]]
        items = [i for i in written.get("item", []) if "when" not in i or self.truth(i["when"])[0] is not False]
        part = written.get("choose_responsible", responsible) + invited
        at_school = any(self.roles[role].get("school") for role in part)
        closed = due is not None and self.school and self.school.knows(due) and not self.school.is_schoolday(due)
        return {
            "responsible": responsible,
            "participants": sorted(invited),
            "items": [item["id"] for item in items],
            "optional": written.get("optional", False),
            "no_school_day": bool(at_school and closed),
        }
