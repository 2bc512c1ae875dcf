"""Random routines that use every key of docs/routines/format.md, and what happens in a case of them. A seed is a routine."""

import random
from datetime import date, timedelta

from days import SchoolCalendar
from planner import Case

# What the planner and the program do not yet agree about: left out until it is mended. See each one's words.
KNOWN_DIFFERENCES = [
    # `no_school_day` also where the participant that works in a school is not invited, for its `when` does not hold.
    "school-not-invited",
    # An answer whose `stands_with` is lacking, compared by `is_not` with what it is: false, where `is` and `in` are unknown.
    "stands-with-is-not",
]

UNITS = ["day", "days", "week", "weeks", "month", "months", "year", "workday", "workdays", "schooldays"]
SWEDISH = ["3 veckor", "2 månader", "10 arbetsdagar", "5 dagar", "4 skoldagar"]
FIGURES = ["first-contact", "consent", "handover", "agreement", "feedback", "discharge-meeting", "three-month-follow-up"]
ASKED_BY_STEPS = ["akut", "antal", "skolform"]
TEXTS = ["Ring först", "Läs på", "Se bilagan", "Fyll i det som går"]


def toml(value):
    """A value as it is written on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, (int, date)):
        return str(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return "{ " + ", ".join(f"{toml(k) if not k.isalpha() and '_' not in k else k} = {toml(v)}" for k, v in value.items()) + " }"


def write(routine):
    """The text of a routine file: a table for every phase, step, part and test."""
    lines = [f"{key} = {toml(value)}" for key, value in routine.items() if key not in ("phase", "test")]
    for phase in routine["phase"]:
        lines += ["", "[[phase]]"] + [f"{key} = {toml(value)}" for key, value in phase.items() if key != "step"]
        for step in phase["step"]:
            lines += ["", "[[phase.step]]"] + [f"{key} = {toml(value)}" for key, value in step.items()]
    for test in routine.get("test", []):
        lines += ["", "[[test]]"] + [f"{key} = {toml(value)}" for key, value in test.items()]
    return "\n".join(lines) + "\n"


class Routine:
    """Makes one random routine."""

    def __init__(self, rng):
        self.rng = rng
        self.two = rng.random() < 0.85
        self.roles, self.dates, self.triggers, self.questions = [], [], [], []
        # The steps made so far: what a later one may name.
        self.before = []

    def maybe(self, chance):
        return self.rng.random() < chance

    def pick(self, items):
        return self.rng.choice(items)

    def some(self, items, most=2):
        return self.rng.sample(items, self.rng.randint(1, min(most, len(items))))

    def make(self):
        rng = self.rng
        routine = {
            "format": 2 if self.two else 1,
            "id": "provrutin",
            "version": "1",
            "title": "Slumpad rutin",
            "source": {"publisher": "Exempel kommun", "document": "Påhittad"},
        }
        extras = {
            "short_title": "Slump", "summary": "En rutin som ingen har skrivit.", "owner": "Enheten för prov", "review_by": date(2030, 1, 1),
            "step_word": "Punkt", "notice": "Bara ett prov.", "placed_child": True, "status": "active",
        }
        for key, value in extras.items():
            if self.maybe(0.3):
                routine[key] = value
        for key, value in {"revised": date(2026, 1, 1), "url": "https://example.org/rutin"}.items():
            if self.maybe(0.3):
                routine["source"][key] = value
        if self.maybe(0.4):
            routine["grounds"] = {"skal": ["Barnets bästa", "Brådska"]}
        self.grounds = routine.get("grounds", {})
        self.routine = routine
        routine["role"] = self.make_roles()
        routine["key_date"] = self.make_dates()
        routine["question"] = self.make_questions()
        if self.maybe(0.5):
            self.triggers = ["oro", "ansokan"]
            routine["trigger"] = [{"id": t, "title": t} for t in self.triggers]
        documents = self.make_documents()
        routine["phase"] = []
        count = rng.randint(3, 8)
        for number in range(rng.randint(1, 2)):
            phase = {"id": f"fas{number}", "title": f"Fas {number}"}
            if self.maybe(0.15):
                phase["when"] = self.condition()
            phase["step"] = [self.make_step(f"{number}.{n}", documents) for n in range(count // (number + 1))]
            routine["phase"].append(phase)
        self.add_outcomes(routine)
        if documents:
            routine["document"] = documents
        return routine

    def make_roles(self):
        roles = []
        for role in ("soc", "rektor", "vard"):
            entry = {"id": role, "title": role.title()}
            if self.maybe(0.2):
                entry["party"] = "Skolan"
            if self.maybe(0.2):
                entry["must_be_held"] = True
            if self.two and role == "rektor" and self.maybe(0.7):
                entry["school"] = True
            roles.append(entry)
            self.roles.append(role)
        return roles

    def make_dates(self):
        entries = []
        for key in ("ansokan", "placering", "avslut"):
            entry = {"id": key, "title": key.title()}
            if self.maybe(0.3):
                entry["ask"] = self.pick(["at-start", "when-known"])
            if key == "ansokan" and self.maybe(0.2):
                entry |= {"ask": "at-start", "required": True}
            if key == "avslut" and self.maybe(0.2):
                entry["not_before"] = "ansokan"
            if key == "placering" and self.maybe(0.2):
                entry["expected_after"] = ["ansokan"]
            entries.append(entry)
            self.dates.append(key)
        return entries

    def make_questions(self):
        kinds = {"akut": "yes-no", "skolform": "choice", "stod": "choices", "ort": "text", "antal": "number", "dag": "date", "ofta": "term"}
        if self.two:
            kinds |= {"deltagare": "roles", "lov": "choice", "lov-till": "date", "lov-av": "text"}
        elif self.maybe(0.5):
            kinds |= {"samtycke": "choice", "samtycke-till": "date", "samtycke-av": "text"}
        asked = []
        for key, kind in kinds.items():
            entry = {"kind": kind, "id": key, "text": f"{key.title()}?"}
            if kind in ("choice", "choices"):
                entry["options"] = ["grund", "gymnasium", "annat"]
            if self.maybe(0.3):
                entry["ask"] = self.pick(["at-start", "when-needed"])
            if asked and self.maybe(0.1):
                entry["when"] = {"question": "akut", "is": "yes"}
            if self.maybe(0.1):
                entry["help"] = "Fråga om det är oklart."
            if kind == "text" and self.maybe(0.2):
                entry["place"] = True
            if self.two:
                self.add_what_answers_do(entry)
            asked.append(entry)
            self.questions.append((key, kind))
        return asked

    def add_what_answers_do(self, entry):
        if self.maybe(0.1):
            # What a step that counts as consent asks is never carried.
            entry["on_continue"] = "again" if entry["id"] in ASKED_BY_STEPS else self.pick(["carry", "again"])
        if entry["id"] == "lov" and self.maybe(0.6):
            entry["stands_until"] = "lov-till"
            if self.maybe(0.6):
                entry["stands_with"] = ["lov-av"]
        if entry["id"] == "dag" and self.maybe(0.3):
            entry["books"] = "0.0"

    def make_documents(self):
        if self.maybe(0.6):
            return []
        fields = [{"kind": "yes-no", "id": "pa-blankett", "text": "Är det så?"}]
        if self.maybe(0.6):
            fields.append({"asks": "akut"})
        if self.maybe(0.6):
            fields.append({"kind": "blank", "id": "tom", "text": "Underskrift"})
        if self.maybe(0.5):
            fields[0]["section"] = "Bakgrund"
        return [{"id": "blankett", "title": "Blankett", "field": fields}]

    def answer(self, kind, today):
        """Any answer, as the command line takes it."""
        return {
            "yes-no": lambda: self.pick(["yes", "no", "ja", "nej"]),
            "choice": lambda: self.pick(["grund", "gymnasium", "annat"]),
            "choices": lambda: "|".join(self.some(["grund", "gymnasium", "annat"])),
            "roles": lambda: "|".join(self.some(self.roles, 3)),
            "text": lambda: "Ett svar",
            "number": lambda: str(self.rng.randint(0, 6)),
            "date": lambda: str(today + timedelta(days=self.rng.randint(-30, 60))),
            "term": lambda: self.pick(["2 weeks", "1 month", "10 days", "3 veckor"]),
        }[kind]()

    # Conditions.

    def condition(self, depth=0):
        roll = self.rng.random()
        if depth < 2 and roll < 0.30:
            kind = self.pick(["all", "any", "not"])
            if kind == "not":
                return {"not": self.condition(depth + 1)}
            return {kind: [self.condition(depth + 1) for _ in range(2)]}
        if roll < 0.40 and self.triggers:
            return {"trigger": self.pick(self.triggers)}
        if roll < 0.55 and self.before:
            return {"step": self.pick(self.before)["id"]}
        if roll < 0.65:
            return {"date": self.pick(self.dates)}
        key, kind = self.pick([q for q in self.questions if q[1] not in ("text", "date")])
        if kind == "number":
            return {"question": key, self.pick(["at_least", "at_most"]): self.rng.randint(1, 4)}
        if kind == "yes-no":
            return {"question": key, self.pick(["is", "is_not"]): self.pick(["yes", "no", "ja", "nej"])}
        if kind == "term":
            return {"question": key, "is": self.pick(["2 weeks", "1 month", "2 veckor"])}
        test = self.pick(["is", "is_not", "in"])
        if key in ("lov", "samtycke") and "stands-with-is-not" in KNOWN_DIFFERENCES:
            test = self.pick(["is", "in"])
        options = self.roles if kind == "roles" else ["grund", "gymnasium", "annat"]
        return {"question": key, test: self.some(options) if test == "in" else self.pick(options)}

    # Due rules.

    def term(self, longest=8):
        if self.maybe(0.1):
            return self.pick(SWEDISH)
        unit = self.pick(UNITS)
        number = self.rng.randint(1, longest if "day" in unit else 3)
        return f"{number} {unit}"

    def anchor(self, steps=True):
        roll = self.rng.random()
        if steps and roll < 0.25 and self.before:
            return {"step": self.pick(self.before)["id"]}
        if roll < 0.35:
            return {"answer": "dag"}
        if self.two and steps and roll < 0.50 and self.before:
            return {"planned": self.pick(self.before)["id"]}
        return self.pick(self.dates)

    def basis(self, rule):
        if self.maybe(0.4):
            rule["basis"] = self.pick(["source", "law", "local"])
        if self.maybe(0.1):
            rule["cite"] = "1 kap. 2 §"
        return rule

    def roll(self, rule, ways):
        if self.maybe(0.5):
            ways = ways + [way for way in ("school-next", "school-previous") if self.two and (way == "school-previous" or "next" in ways)]
            rule["roll"] = self.pick(ways)
        return rule

    def single(self):
        kind = self.pick(["on", "before", "before", "after", "after", "after", "answer", "promptly"])
        both = ["none", "next", "previous"]
        if kind == "on":
            rule = self.roll({"on": self.anchor()}, both)
        elif kind == "answer":
            rule = self.roll({"answer": "dag"}, both)
        elif kind == "before":
            rule = {"before": self.anchor(steps=False)}
            if self.two and self.before and self.maybe(0.3):
                rule["before"] = {"planned": self.pick(self.before)["id"]}
            if self.maybe(0.7):
                rule["term"] = self.term()
            if self.maybe(0.4):
                rule["or_at_once"] = True
            if "term" in rule and self.maybe(0.3):
                rule["earliest"] = self.longer(rule["term"], True)
            self.roll(rule, ["none", "previous"])
        else:
            rule = {"after": self.anchor(), "term": self.term()}
            if kind == "promptly":
                rule["promptly"] = True
            elif self.maybe(0.35):
                rule["earliest"] = self.longer(rule["term"], False)
            self.roll(rule, both + ["statutory"])
        return self.basis(rule)

    def longer(self, term, before):
        """A term that is longer, or shorter, than this one."""
        number, unit = term.split(" ")
        if before:
            return f"{int(number) + self.rng.randint(1, 5)} {unit}"
        return "1 day" if int(number) == 1 else f"{self.rng.randint(1, int(number) - 1)} {unit}"

    def repeating(self, optional):
        kind = self.pick(["every", "every", "every", "each_year", "each"] + (["terms", "terms"] if self.two else []))
        if kind == "terms":
            rule = {"after": self.anchor(), "terms": [self.term() for _ in range(self.rng.randint(2, 4))]}
        else:
            rule = {kind: None, "from": self.anchor()}
            if kind == "every":
                rule["every"] = {"answer": "ofta"} if self.maybe(0.25) else self.pick(["1 week", "2 weeks", "1 month", "2 months", "10 days", "15 workdays", "1 year"])
                if self.maybe(0.3):
                    rule["counted"] = "last-done"
            elif kind == "each_year":
                rule["each_year"] = self.some(["03", "09-15", "W11", "12-24", "W40", "06", "02-29"], 3)
            else:
                rule["each"] = "school-term"
        if kind != "terms" and "counted" not in rule and self.maybe(0.3):
            rule["missed"] = "keep"
        if self.maybe(0.5):
            rule["until"] = self.pick(["avslut", {"answer": "dag"}, "avslut"])
            if rule["until"] == rule.get("from", rule.get("after")):
                rule["until"] = "ansokan" if rule["until"] == "avslut" else "avslut"
            if self.before and self.maybe(0.5):
                step = {"step": self.pick(self.before)["id"]}
                if step != rule.get("from", rule.get("after")):
                    rule["until"] = step
        if self.two and "until" in rule and not optional and kind != "terms" and self.maybe(0.5):
            rule["at_least_once"] = True
        self.roll(rule, ["none", "next", "previous", "statutory"])
        return self.basis(rule)

    def due(self, optional):
        roll = self.rng.random()
        if roll < 0.45:
            return self.single()
        if roll < 0.75:
            return self.repeating(optional)
        if roll < 0.87 and self.two:
            return self.several()
        make = self.pick([self.single, lambda: self.repeating(optional)])
        rules = [make() for _ in range(self.rng.randint(2, 3))]
        if make == self.single and self.two and self.maybe(0.3):
            rules[0] = self.several()
        for rule in rules[:-1] if self.maybe(0.7) else rules:
            rule["when"] = self.condition()
        return rules

    def several(self):
        members = [self.single() for _ in range(self.rng.randint(2, 3))]
        for member in members:
            if self.maybe(0.3):
                member["when"] = self.condition()
        return {self.pick(["first_of", "last_of"]): members}

    # Steps.

    def make_step(self, step_id, documents):
        step = {"id": step_id, "title": f"Gör {step_id}"}
        for key in ("purpose", "activity", "law", "notice"):
            if self.maybe(0.1):
                step[key] = self.pick(TEXTS)
        if self.maybe(0.2):
            step["choose_responsible"] = self.some(self.roles, 3) if self.maybe(0.3) else self.roles[:2]
            if len(step["choose_responsible"]) < 2:
                step["choose_responsible"] = self.roles[:2]
            if self.maybe(0.5):
                step["proposed"] = step["choose_responsible"][0]
        else:
            step["responsible"] = self.some(self.roles)
            if self.two and self.maybe(0.2):
                step["responsible"] = [{"role": role, "when": self.condition()} if self.maybe(0.7) else role for role in step["responsible"]]
        taken = [entry["role"] if isinstance(entry, dict) else entry for entry in step.get("responsible", step.get("choose_responsible"))]
        others = [role for role in self.roles if role not in taken]
        if others and self.maybe(0.4):
            entry = {"role": others[0]}
            at_school = any(role["id"] == others[0] and "school" in role for role in self.routine["role"])
            if self.maybe(0.6) and not (at_school and "school-not-invited" in KNOWN_DIFFERENCES):
                entry["when"] = self.condition()
            step["participants"] = [self.pick([others[0], entry])]
            if self.two and self.maybe(0.3):
                step["participants"] = [{"asked": "deltagare"}]
        optional = self.maybe(0.15)
        if optional:
            step["optional"] = True
        if documents and self.maybe(0.5):
            step["documents"] = ["blankett"]
        elif self.maybe(0.1):
            step["documents"] = ["Annat papper"]
        if self.maybe(0.25):
            step["when"] = self.condition()
        if self.maybe(0.35):
            step["requires"] = [self.requirement() for _ in range(self.rng.randint(1, 2))]
        if self.maybe(0.8):
            step["due"] = self.due(optional)
        if self.maybe(0.1):
            step["asks"] = [self.pick(ASKED_BY_STEPS)]
        if self.maybe(0.1):
            step["counts_as"] = self.pick(FIGURES)
        if self.maybe(0.2):
            step["item"] = self.items()
        if self.maybe(0.25):
            kind = self.pick(["yes-no", "number", "choice"])
            question = {"kind": kind, "id": f"fråga-{step_id}", "text": "Hur gick det?"}
            if kind == "choice":
                question["options"] = ["grund", "gymnasium", "annat"]
            if self.maybe(0.5):
                question["required"] = self.maybe(0.5)
            step["question"] = [question]
        self.before.append(step)
        for question in step.get("question", []):
            self.questions.append((question["id"], question["kind"]))
        return step

    def items(self):
        items = [{"id": "a", "title": "Första delen"}, {"id": "b", "title": "Andra delen"}]
        if self.maybe(0.5):
            items[0]["responsible"] = [self.pick(self.roles)]
            if self.two and self.maybe(0.4):
                items[0]["responsible"] = [{"role": self.pick(self.roles), "when": self.condition()}]
        if self.maybe(0.5):
            items[1]["when"] = self.condition()
        return items

    def requirement(self):
        need = {"step": self.pick(self.before)["id"]} if self.before and self.maybe(0.5) else self.condition()
        if self.grounds and self.maybe(0.4):
            need["despite"] = "skal"
        elif self.maybe(0.2):
            need["gate"] = "never"
        if self.two and self.maybe(0.3):
            need["from_round"] = self.rng.randint(2, 3)
        return need

    def add_outcomes(self, routine):
        steps = [step for phase in routine["phase"] for step in phase["step"]]
        for step in steps:
            if not self.maybe(0.2):
                continue
            outcome = {}
            if step.get("question") and step["question"][0]["kind"] == "yes-no":
                outcome["when"] = {"question": step["question"][0]["id"], "is": self.pick(["yes", "no"])}
            elif self.maybe(0.3):
                outcome["when"] = self.condition()
            if self.maybe(0.2):
                outcome["close"] = True
            else:
                outcome["reopen"] = [s["id"] for s in self.rng.sample(steps, min(len(steps), self.rng.randint(1, 3)))]
            step["outcome"] = [outcome]


def weekday(day, step):
    """The nearest day that way that is none of a weekend."""
    while day.weekday() > 4:
        day += timedelta(days=step)
    return day


def make_calendar(rng):
    """A school calendar from the autumn of 2026 to the summer of 2028."""
    lines = ["format = 1", 'title = "Läsår"']
    for year in (2026, 2027):
        for title, first, last in [("HT", date(year, 8, 17), date(year, 12, 18)), ("VT", date(year + 1, 1, 10), date(year + 1, 6, 10))]:
            first, last = weekday(first + timedelta(days=rng.randint(0, 4)), 1), weekday(last, -1)
            lines += ["", "[[term]]", f'title = "{title} {first.year}"', f"first = {first}", f"last = {last}"]
        lines += ["", "[[off]]", 'title = "Lov"', f"first = {date(year, 10, 26)}", f"last = {date(year, 10, 30)}"]
        lines += ["", "[[off]]", 'title = "Studiedag"', f"first = {date(year, 11, rng.randint(2, 27))}"]
    return "\n".join(lines) + "\n"


def facts(maker, routine, today):
    """What is known when a case opens: dates, answers and trigger."""
    rng = maker.rng
    dates, day = {}, today - timedelta(days=rng.randint(0, 50))
    for entry in routine["key_date"]:
        if entry.get("required") or rng.random() < 0.75:
            dates[entry["id"]] = str(day)
        day += timedelta(days=rng.randint(1, 90))
    answers = {key: maker.answer(kind, today) for key, kind in maker.questions if rng.random() < 0.55}
    trigger = rng.choice(maker.triggers) if maker.triggers and rng.random() < 0.6 else None
    return {"dates": dates, "answers": answers, "trigger": trigger}


def open_case(case, known, today, plan=False):
    """Tells a case what is known when it opens; of a `plan` nobody knows when an answer was given."""
    case.today = today
    for key, value in known["dates"].items():
        case.set_date(key, date.fromisoformat(value), today)
    for key, value in known["answers"].items():
        case.set_answer(key, value, today, plan)
    if known["trigger"]:
        case.set_trigger(known["trigger"])


def play(case, event):
    """Tells a case what happened."""
    today, kind = event["today"], event["event"]
    case.on(today)
    if kind == "date":
        case.set_date(event["key"], event["value"] and date.fromisoformat(event["value"]), today)
    elif kind == "answer":
        case.set_answer(event["key"], event["value"], today)
    elif kind == "planned":
        case.plan_day(event["step"], event["day"], today)
    elif kind == "extend":
        case.extend(event["step"], event["day"])
    elif kind == "done":
        case.end(event["step"], "done", event["day"], today, event["answers"].items())
    else:
        case.end(event["step"], "skipped", today, today)


def happen(maker, case, today):
    """Something that may happen in a case now."""
    rng = maker.rng
    rows = case.rows()
    standing = [row for row in rows if row["status"] in ("open", "waiting", "blocked")]
    kind = rng.choices(["done", "skip", "date", "answer", "planned", "extend"], [10, 2, 2, 2, 2, 1])[0]
    if kind == "date":
        key = rng.choice(maker.dates)
        value = None if rng.random() < 0.1 else str(today + timedelta(days=rng.randint(-20, 90)))
        return {"event": kind, "today": today, "key": key, "value": value}
    if kind == "answer":
        key, answer_kind = rng.choice(maker.questions)
        value = None if rng.random() < 0.1 else maker.answer(answer_kind, today)
        return {"event": kind, "today": today, "key": key, "value": value}
    if not standing:
        return None
    row = rng.choice([r for r in standing if r["status"] == "open" or rng.random() < 0.15] or standing)
    event = {"event": kind, "today": today, "step": row["step"], "round": row["round"]}
    if kind == "planned":
        return event | {"day": today + timedelta(days=rng.randint(1, 40))}
    if kind == "extend":
        return event | {"day": (row["due"] or today) + timedelta(days=rng.randint(1, 30))}
    if kind == "skip":
        return event
    step = case.steps[row["step"]]
    answers = {}
    for question in step.get("question", []):
        if question.get("required", True) or rng.random() < 0.5:
            answers[question["id"]] = maker.answer(question["kind"], today)
    if row["status"] == "blocked":
        event["despite"] = "Brådska" if any("despite" in need for need in step["requires"]) else "Ett skäl"
    return event | {"day": today - timedelta(days=rng.choice([0, 0, 0, 1, 2, 5])), "answers": answers}


def play_plan(case, made):
    """Tells a case what a plan is given."""
    open_case(case, made["known"], made["today"], plan=True)
    for step, day in made["plan"]["planned"]:
        case.plan_day(step, day, made["today"])
    for step, day in made["plan"]["done"]:
        case.end(step, "done", day, made["today"])
    book_by_answers(case, made)


def book_by_answers(case, made):
    """What answers book in a plan, once all else is told."""
    for key, value in made["known"]["answers"].items():
        step = case.questions.get(key, {}).get("books")
        if step:
            case.book(step, date.fromisoformat(value), made["today"])


def test_of(made, maker):
    """The plan as a test that the routine brings, with what the planner expects."""
    routine, known, plan = made["routine"], made["known"], made["plan"]
    case = Case(routine)
    play_plan(case, made)
    test = {"name": "det som planeraren säger", "today": made["today"]}
    if known["dates"]:
        test["dates"] = {key: date.fromisoformat(day) for key, day in known["dates"].items()}
    if known["answers"]:
        kinds = {"number": int, "date": date.fromisoformat}
        test["answers"] = {key: kinds.get(case.kinds[key], str)(value) for key, value in known["answers"].items()}
    if known["trigger"]:
        test["trigger"] = known["trigger"]
    if plan["planned"]:
        test["planned"] = dict(plan["planned"])
    if plan["done"]:
        test["done"] = {step if maker.maybe(0.5) else f"{step}/1": day for step, day in plan["done"]}
    rows = case.rows()
    test["expect"] = {f"{row['step']}/{row['round']}": row["due"] or row["status"] for row in rows}
    return test


def scenario(seed):
    """The random routine of a seed, with a plan of it and sometimes a history."""
    rng = random.Random(seed)
    maker = Routine(rng)
    routine = maker.make()
    today = date(2026, 9, 1) + timedelta(days=rng.randint(0, 200))
    made = {"seed": seed, "routine": routine, "calendar": make_calendar(rng) if rng.random() < 0.6 else None, "today": today}
    made["known"] = facts(maker, routine, today)
    steps = [step["id"] for phase in routine["phase"] for step in phase["step"]]
    made["plan"] = {"planned": [], "done": []}
    case = Case(routine, made["calendar"] and SchoolCalendar(made["calendar"]))
    open_case(case, made["known"], today, plan=True)
    for step in steps:
        if case.rows_of(step)[-1]["status"] in ("open", "waiting", "blocked") and rng.random() < 0.15:
            made["plan"]["planned"].append((step, today + timedelta(days=rng.randint(1, 40))))
    day = today - timedelta(days=40)
    for step in rng.sample(steps, rng.randint(0, min(3, len(steps)))):
        day += timedelta(days=rng.randint(1, 12))
        if case.can_be_done(step, day):
            case.end(step, "done", day, today)
            made["plan"]["done"].append((step, day))
    if rng.random() < 0.4 and (routine["format"] == 2 or not made["plan"]["planned"]):
        routine["test"] = [test_of(made, maker)]
    made["history"] = None
    if rng.random() < 0.4:
        made["history"] = maker
    return made
