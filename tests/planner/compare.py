"""Compares the independent planner with the program, over random routines.

    python3 tests/planner/compare.py --sisam target/debug/sisam --routines 200 --seed 1
"""

import argparse
import copy
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import generate
from days import SchoolCalendar
from planner import Case

FORMAT = Path(__file__).parents[2] / "docs/routines/format.md"


class Program:
    """The program, with a folder of its own."""

    def __init__(self, sisam, folder):
        self.sisam, self.folder = sisam, folder
        self.routine = folder / "routines/provrutin.toml"
        self.calendar = folder / "calendar.toml"
        self.runs = 0
        self.routine.parent.mkdir(exist_ok=True)

    def write(self, routine, calendar):
        self.routine.write_text(generate.write(routine))
        if calendar:
            self.calendar.write_text(calendar)

    def run(self, today, *arguments):
        """(exit code, standard output, standard error)."""
        self.runs += 1
        environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(self.folder), "SISAM_LANG": "en", "SISAM_USER": "prov"}
        fixed = ["--db", self.folder / "cases.db", "--routines", self.routine.parent, "--today", str(today), "--yes"]
        done = subprocess.run([self.sisam, *fixed, *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr


def options(name, pairs):
    return [part for key, value in pairs for part in (name, f"{key}={value}")]


def known_options(known):
    trigger = ["--trigger", known["trigger"]] if known["trigger"] else []
    return options("--date", known["dates"].items()) + options("--answer", known["answers"].items()) + trigger


def command(event):
    """The command that tells the program what happened."""
    kind = event["event"]
    if kind in ("date", "answer"):
        return ["set", "X-1", f"--{kind}", f"{event['key']}={event['value'] or ''}"]
    last = ["--round", str(event["round"])]
    if kind == "planned":
        return ["set", "X-1", "--planned", f"{event['step']}={event['day']}"] + last
    if kind == "extend":
        return ["extend", "X-1", event["step"], "--to", str(event["day"]), "--reason", "x", "--decided-by", "Enhetschefen"] + last
    if kind == "skip":
        return ["skip", "X-1", event["step"], "--reason", "x"] + last
    if "despite" in event:
        last += ["--despite", event["despite"], "--decided-by", "Enhetschefen"]
    return ["done", "X-1", event["step"], "--on", str(event["day"])] + options("--answer", event["answers"].items()) + last


def as_text(row):
    return {key: str(value) if isinstance(value, date) else value for key, value in row.items()}


def differences(ours, theirs):
    """What the two say differently, row by row."""
    theirs = {(row["step"], row["round"]): row for row in theirs}
    ours = {(row["step"], row["round"]): as_text(row) for row in ours}
    found = []
    for key in sorted(ours.keys() | theirs.keys()):
        if key not in ours or key not in theirs:
            row = theirs.get(key) or ours[key]
            found.append(f"{key[0]}/{key[1]}: only {'the program' if key in theirs else 'the planner'} has it: {row['status']} {row['due']}")
            continue
        row = dict(theirs[key])
        row["waits_for_ids"] = sorted(set(row["waits_for_ids"]))
        row["participants"] = sorted(row["participants"])
        row["items"] = [item["id"] for item in row["items"]]
        for field, value in ours[key].items():
            if row[field] != value:
                found.append(f"{key[0]}/{key[1]} {field}: planner {value}, program {row[field]}")
    return found


class Run:
    """One routine against the program."""

    def __init__(self, sisam, made):
        self.sisam, self.made = sisam, made
        # (differences, the commands that led to them), of the first that differs.
        self.found, self.commands, self.refused, self.told = [], [], Counter(), Counter()

    def go(self):
        with tempfile.TemporaryDirectory(prefix="planner-") as folder:
            self.program = Program(self.sisam, Path(folder))
            self.program.write(self.made["routine"], self.made["calendar"])
            self.school = SchoolCalendar(self.made["calendar"]) if self.made["calendar"] else None
            try:
                self.plan()
                if not self.found and "test" in self.made["routine"]:
                    self.tests()
                if not self.found and self.made["history"]:
                    self.history()
            except Exception as problem:
                problem.add_note(f"seed {self.made['seed']}")
                raise
        return self

    def compare(self, case, output):
        rows = json.loads(output)
        rows = rows["steps"] if isinstance(rows, dict) else rows
        self.told["rows"] += len(rows)
        for row in rows:
            self.told[row["status"]] += 1
        self.found = differences(case.rows(), rows)

    def plan(self):
        made, today = self.made, self.made["today"]
        arguments = ["routine", "plan", self.program.routine, "--given-only", "--format", "json", *known_options(made["known"])]
        plan = made["plan"]
        arguments += options("--planned", plan["planned"]) + options("--done", plan["done"])
        if made["calendar"]:
            arguments += ["--calendar", self.program.calendar]
        code, output, errors = self.program.run(today, *arguments)
        self.commands = [(today, arguments)]
        if code or errors:
            if "has errors" in errors:
                errors = self.program.run(today, "routine", "check", self.program.routine)[1]
            self.refused["plan: " + re.sub(r"“[^”]*”|[A-Z]?\w*\d[\w.-]*", "…", errors.split("\n")[0])] += 1
            self.errors = errors
            if code:
                if "cannot have been done" not in errors:
                    self.found = [f"plan refused: {errors}"]
                return
        case = Case(made["routine"], self.school)
        generate.play_plan(case, made)
        self.told["plans"] += 1
        self.compare(case, output)

    def tests(self):
        """The test that the routine brings, which says what the planner expects."""
        arguments = ["routine", "test", self.program.routine]
        code, output, errors = self.program.run(self.made["today"], *arguments)
        self.commands = [(self.made["today"], arguments)]
        self.told["tests"] += 1
        if code:
            self.found = ["test fails: " + output + errors]

    def history(self):
        made, today = self.made, self.made["today"]
        case = Case(made["routine"], self.school)
        generate.open_case(case, made["known"], today)
        arguments = ["new-case", "--routine", "provrutin", "--ref", "X-1", *known_options(made["known"])]
        code, _, errors = self.program.run(today, *arguments)
        self.commands = [(today, arguments)]
        if code:
            self.refused["new-case: " + errors.split("\n")[0]] += 1
            return
        if made["calendar"]:
            arguments = ["set", "X-1", "--calendar", self.program.calendar]
            self.program.run(today, *arguments)
            self.commands.append((today, arguments))
        else:
            case.school = None
        self.told["histories"] += 1
        events = made.get("events")
        if events is None:
            made["events"] = events = []
            for event in self.happenings(case, today):
                events.append(event)
        else:
            for event in events:
                self.tell(case, event)
        if not self.found:
            last = events[-1]["today"] if events else today
            self.look(case, last + timedelta(days=3))

    def happenings(self, case, today):
        """Plays new events as they come."""
        maker = self.made["history"]
        for number in range(maker.rng.randint(4, 12)):
            today += timedelta(days=maker.rng.choice([0, 1, 3, 7, 14, 40]))
            event = generate.happen(maker, case, today)
            if event and self.tell(case, event):
                yield event
            if self.found:
                return

    def tell(self, case, event):
        """Whether the program took it. What it refuses did not happen."""
        arguments = command(event)
        code, _, errors = self.program.run(event["today"], *arguments)
        if code:
            self.refused[f"{event['event']}: " + re.sub(r"“[^”]*”|[A-Z]?\w*\d[\w.-]*", "…", errors.split("\n")[0])] += 1
            return False
        self.commands.append((event["today"], arguments))
        generate.play(case, event)
        self.told[event["event"]] += 1
        if len(self.commands) % 4 == 0:
            self.look(case, event["today"])
        return True

    def look(self, case, today):
        case.on(today)
        arguments = ["show", "X-1", "--format", "json"]
        code, output, errors = self.program.run(today, *arguments)
        self.commands.append((today, arguments))
        self.compare(case, output)


def without(made, step):
    """The same without a step; None where another one names it."""
    less = copy.deepcopy({key: value for key, value in made.items() if key != "history"}) | {"history": made["history"]}
    for phase in less["routine"]["phase"]:
        phase["step"] = [s for s in phase["step"] if s["id"] != step]
    less["routine"]["phase"] = [p for p in less["routine"]["phase"] if p["step"]]
    if not less["routine"]["phase"]:
        return None
    for other in [s for p in less["routine"]["phase"] for s in p["step"]]:
        for outcome in other.get("outcome", []):
            if "reopen" in outcome:
                outcome["reopen"] = [s for s in outcome["reopen"] if s != step]
        other["outcome"] = [o for o in other.get("outcome", []) if o.get("reopen") or o.get("close")]
        if not other["outcome"]:
            del other["outcome"]
    if re.search(rf'(step|planned)"?\': \'{re.escape(step)}\'', str(less["routine"])):
        return None
    gone = f"fråga-{step}"
    if gone in str(less["routine"]):
        return None
    less["known"]["answers"].pop(gone, None)
    for kind in ("planned", "done"):
        less["plan"][kind] = [(s, day) for s, day in less["plan"][kind] if s != step]
    less["routine"].pop("test", None)
    if "events" in less:
        less["events"] = [e for e in less["events"] if e.get("step") != step and e.get("key") != gone]
    return less


def smaller(made):
    """Cases with less in them, the largest cuts first."""
    if made["history"] and "events" not in made:
        yield made | {"history": None}
    for step in [s["id"] for p in made["routine"]["phase"] for s in p["step"]][::-1]:
        less = without(made, step)
        if less:
            yield less
    for number in range(len(made.get("events", []))):
        yield made | {"events": made["events"][:number] + made["events"][number + 1:]}
    for kind in ("planned", "done"):
        for entry in made["plan"][kind]:
            yield made | {"plan": made["plan"] | {kind: [e for e in made["plan"][kind] if e != entry]}}
    for kind in ("dates", "answers"):
        for key in made["known"][kind]:
            yield made | {"known": made["known"] | {kind: {k: v for k, v in made["known"][kind].items() if k != key}}}
    if made["known"]["trigger"]:
        yield made | {"known": made["known"] | {"trigger": None}}
    if made["calendar"]:
        yield made | {"calendar": None}
    names = ["purpose", "activity", "law", "notice", "item", "participants", "documents", "asks", "counts_as", "requires", "when", "outcome", "question", "optional"]
    for path in range(len(made["routine"]["phase"])):
        for key in ["when"]:
            if key in made["routine"]["phase"][path]:
                less = copy.deepcopy(made["routine"])
                del less["phase"][path][key]
                yield made | {"routine": less}
        for place, step in enumerate(made["routine"]["phase"][path]["step"]):
            for key in names:
                if key in step:
                    less = copy.deepcopy(made["routine"])
                    del less["phase"][path]["step"][place][key]
                    yield made | {"routine": less}
    for key in ("short_title", "summary", "owner", "review_by", "step_word", "notice", "placed_child", "status", "document", "trigger", "grounds", "test"):
        if key in made["routine"]:
            yield made | {"routine": {k: v for k, v in made["routine"].items() if k != key}}


def shrink(sisam, run, most=70):
    """The smallest case found that still differs in the same field."""
    def field(found):
        return re.sub(r"^\S+ ?|: .*", "", found[0]) if found else None

    best, tries = run, 0
    cutting = True
    while cutting and tries < most:
        cutting = False
        for less in smaller(best.made):
            tries += 1
            try:
                again = Run(sisam, less).go()
            except Exception:
                continue
            if again.found and "refused" not in again.found[0] and field(again.found) == field(best.found) and len(str(less)) < len(str(best.made)):
                best, cutting = again, True
                break
            if tries >= most:
                break
    return best


# How often each key of the document occurs.

def document_keys():
    """(table, key) of every key in the tables of the document, without those of a calendar."""
    keys, table = [], None
    for line in FORMAT.read_text().split("# School calendars")[0].splitlines():
        heading = re.match(r"## `?\[*([a-z_.]+|The head)\]*`?$", line)
        if heading:
            table = heading[1].removeprefix("phase.") if heading[1] != "phase" else "phase"
        entry = re.match(r"\| `(\w+)`", line)
        if entry and table:
            keys.append((table, entry[1]))
    return keys


NESTED = {
    ("The head", "source"): "source", ("The head", "role"): "role", ("The head", "key_date"): "key_date",
    ("The head", "question"): "question", ("The head", "trigger"): "trigger", ("The head", "phase"): "phase",
    ("The head", "document"): "document", ("The head", "test"): "test", ("phase", "step"): "step",
    ("step", "participants"): "participants", ("step", "responsible"): "responsible", ("step", "requires"): "requires",
    ("step", "due"): "due", ("step", "item"): "step.item", ("step", "question"): "question", ("step", "outcome"): "step.outcome",
    ("document", "field"): "document.field", ("due", "on"): "anchor", ("due", "before"): "anchor", ("due", "after"): "anchor",
    ("due", "from"): "anchor", ("due", "until"): "anchor", ("due", "every"): "every", ("due", "first_of"): "due",
    ("due", "last_of"): "due", ("when", "all"): "when", ("when", "any"): "when", ("when", "not"): "when",
    ("step.item", "responsible"): "responsible",
}


def keys_of(value, table="The head"):
    """(table, key) of every key that a routine uses."""
    for entry in value if isinstance(value, list) else [value]:
        if not isinstance(entry, dict):
            continue
        for key, inner in entry.items():
            yield table, key
            if table == "requires":
                yield "when", key
            if table == "document.field":
                yield "question", key
            below = "when" if key == "when" else NESTED.get((table, key)) or (table == "requires" and NESTED.get(("when", key)))
            if below:
                yield from keys_of(inner, below)


def count_keys(routines):
    used = Counter()
    for routine in routines:
        used.update(set(keys_of(routine)))
    return used


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sisam", default="target/debug/sisam")
    options.add_argument("--routines", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--keep-going", action="store_true", help="shrink one difference of each sort, not only the first")
    options.add_argument("--brief", action="store_true", help="of what differs show only what matters to it")
    options.add_argument("--keys", action="store_true", help="print how often every key occurs")
    given = options.parse_args()
    sisam = Path(given.sisam).resolve()
    seeds = range(given.seed * 100000, given.seed * 100000 + given.routines)
    made = [generate.scenario(seed) for seed in seeds]
    with ThreadPoolExecutor(given.jobs) as pool:
        runs = list(pool.map(lambda one: Run(sisam, one).go(), made))
    told, refused = sum((run.told for run in runs), Counter()), sum((run.refused for run in runs), Counter())
    differing = [run for run in runs if run.found]
    print(f"{len(runs)} routines, {sum(run.program.runs for run in runs)} commands: {dict(told)}")
    for text, number in refused.most_common():
        print(f"  refused {number}: {text}")
    failed = report_keys(made, given.keys)
    sorts = Counter(sort(run) for run in differing)
    for name, number in sorts.most_common():
        print(f"differing {number}: {name}")
    seen = set()
    for run in differing:
        if sort(run) in seen or (seen and not given.keep_going):
            continue
        seen.add(sort(run))
        show(shrink(sisam, run), given.brief)
    print(f"agree: {len(runs) - len(differing)} of {len(runs)}")
    sys.exit(1 if differing or failed else 0)


def sort(run):
    """What sort of difference it is."""
    if run.found[0].startswith(("plan refused", "test fails")):
        return run.found[0][:12]
    return re.sub(r"\d{4}-\d\d-\d\d", "DATE", re.sub(r"^\S+ ", "", run.found[0]))[:100]


def show(run, brief):
    print(f"\n==== seed {run.made['seed']}")
    for line in generate.write(run.made["routine"]).splitlines():
        if not brief or line.startswith(("[[phase.step", "id", "proposed", "participants", "when", "requires", "due", "outcome", "optional", "choose", "question = [{ kind = \"yes-no\", id = \"fr")):
            print(line)
    if run.made["calendar"]:
        print(" ".join(line for line in run.made["calendar"].splitlines() if line.startswith(("first", "last"))))
    for today, arguments in run.commands:
        print(f"$ --today {today}", *[str(a) if " " not in str(a) else f"'{a}'" for a in arguments])
    for line in run.found:
        print("  ", line)


def report_keys(made, all_of_them):
    """Whether a key of the document occurs in fewer than one routine in twenty; what came with version 2 of those of version 2."""
    used = count_keys(one["routine"] for one in made)
    rare = [(pair, used[pair]) for pair in document_keys() if used[pair] * 20 < len(made)]
    if all_of_them:
        for pair in document_keys():
            print(f"{used[pair]:6} {pair[0]}.{pair[1]}")
    for (table, key), number in rare:
        print(f"rare: {table}.{key} in {number} of {len(made)}")
    return bool(rare)


if __name__ == "__main__":
    main()
