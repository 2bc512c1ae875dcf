"""Days: Swedish working days, school days, terms, rolling. Standard library only."""

import calendar
import re
import tomllib
from datetime import date, timedelta
from functools import cache

DAY = timedelta(days=1)


def easter(year):
    """Easter Sunday, Gregorian (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


@cache
def days_off(year):
    """Public holidays and the three eves of a year, weekends apart."""
    sunday = easter(year)
    midsummer = next(d for d in (date(year, 6, 20 + n) for n in range(7)) if d.weekday() == 5)
    saints = next(d for d in (date(year, 10, 31) + n * DAY for n in range(7)) if d.weekday() == 5)
    fixed = {date(year, m, d) for m, d in [(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)]}
    return fixed | {sunday + n * DAY for n in (-2, 0, 1, 39, 49)} | {midsummer - DAY, midsummer, saints}


def is_workday(day):
    return day.weekday() < 5 and day not in days_off(day.year)


class SchoolCalendar:
    """The school calendar of a case."""

    def __init__(self, text):
        data = tomllib.loads(text)
        self.terms = sorted((t["first"], t["last"]) for t in data["term"])
        self.off = [(o["first"], o.get("last", o["first"])) for o in data.get("off", [])]

    def knows(self, day):
        return self.terms[0][0] <= day <= self.terms[-1][1]

    def is_schoolday(self, day):
        inside = any(first <= day <= last for first, last in self.terms)
        return inside and is_workday(day) and not any(first <= day <= last for first, last in self.off)


def parse_term(text):
    """(number, unit) of a term as a routine or an answer writes it."""
    number, unit = re.fullmatch(r"(\d+)\s*(\S+)", text.strip()).groups()
    swedish = {"dag": "day", "veck": "week", "månad": "month", "år": "year", "arbetsdag": "workday", "skoldag": "schoolday"}
    for start, english in sorted(swedish.items(), key=lambda pair: -len(pair[0])):
        if unit.startswith(start):
            return int(number), english
    return int(number), unit.removesuffix("s")


def months_from(day, months):
    """The same number in another month, or its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift(day, term, sign, school):
    """A term after (sign 1) or before (-1) a day; None where it needs school days that nobody knows."""
    number, unit = term
    if unit in ("day", "week"):
        return day + sign * number * (7 if unit == "week" else 1) * DAY
    if unit in ("month", "year"):
        return months_from(day, sign * number * (12 if unit == "year" else 1))
    if unit == "schoolday" and school is None:
        return None
    while number:
        day += sign * DAY
        if unit == "schoolday":
            if sign > 0 and day > school.terms[-1][1] or sign < 0 and day < school.terms[0][0]:
                return None
            number -= school.is_schoolday(day)
        else:
            number -= is_workday(day)
    return day


def rolled(day, how, school):
    """The nearest day that way that the rule takes."""

    def fits(candidate):
        if how.startswith("school") and school and school.knows(candidate):
            return school.is_schoolday(candidate)
        return is_workday(candidate)

    if how == "none":
        return day
    step = -DAY if "previous" in how else DAY
    while not fits(day):
        day += step
    return day


def last_of_month(year, month):
    return date(year, month, calendar.monthrange(year, month)[1])


def yearly(texts, year):
    """The (earliest, due) pairs that `each_year` gives in a year; a week is in the year of its number."""
    for text in texts:
        if text.startswith("W"):
            week = int(text[1:])
            if week <= date(year, 12, 28).isocalendar().week:
                yield date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 5)
        elif "-" in text:
            month, day = map(int, text.split("-"))
            yield None, date(year, month, min(day, calendar.monthrange(year, month)[1]))
        else:
            yield date(year, int(text), 1), last_of_month(year, int(text))
