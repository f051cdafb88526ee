"""Time expressions, resolved against the date of the message that holds them.

"on Friday", "in two weeks", "last summer", "the 14th", "at Christmas" become a first and a last day.
An expression without a direction of its own ("on Friday", "in June") lies ahead, unless its clause
tells of the past. Weeks begin on Monday (ISO 8601); "next Friday" is the Friday of the next week.
"""

from __future__ import annotations

import calendar
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

from attunement.turn import Span

Precision = Literal["day", "about", "week", "month", "season", "year"]
Bound = Literal["at", "since", "until", "every"]
_BOUNDS: Final[dict[str, Bound]] = {
    "since": "since", "until": "until", "till": "until", "by": "until", "every": "every", "each": "every",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """A resolved time expression.

    Attributes:
        start: first day meant.
        end: last day meant; equal to ``start`` for one day.
        precision: how exactly it was said.
        span: where it stands in the text, with its preposition.
        bound: whether it is the time itself, a beginning, an end, or a repetition.
        hour: hour of the day, 0 to 23.99, where one was said with it.
    """

    start: date
    end: date
    precision: Precision
    span: Span
    bound: Bound = "at"
    hour: float | None = None


@cache
def words_of_time(language: str = "en") -> dict[str, Any]:
    """The word lists of a language's ``time.toml``."""
    path = files("attunement.languages") / language / "time.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the month's last day where it is shorter."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _feast(name: str, year: int) -> date:
    rule = words_of_time()["feasts"][name]
    if rule == "easter":
        return easter(year)
    if rule == "thanksgiving":
        first = date(year, 11, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    return date(year, rule[0], rule[1])


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


Range = tuple[date, date, Precision]


def _one(day: date) -> Range:
    return day, day, "day"


def _month(year: int, month: int) -> Range:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month"


def _weekday(today: date, which: str | None, number: int, past: bool) -> Range:
    ahead = (number - today.weekday()) % 7
    if which == "next":
        return _one(_monday(today) + timedelta(days=7 + number))
    if which in ("last", "past") or (past and which != "next"):
        return _one(today - timedelta(days=(today.weekday() - number) % 7 or 7))
    if which == "this":
        return _one(today + timedelta(days=ahead))
    return _one(today + timedelta(days=ahead or 7))


def _weekend(today: date, which: str | None, past: bool) -> Range:
    saturday = _monday(today) + timedelta(days=5)
    if which == "next":
        saturday += timedelta(days=7)
    elif which in ("last", "past") or (past and today.weekday() < 5):
        saturday -= timedelta(days=7)
    return saturday, saturday + timedelta(days=1), "week"


def _unit(today: date, which: str, unit: str) -> Range:
    step = {"next": 1, "coming": 1, "last": -1, "past": -1}.get(which, 0)
    if unit == "week":
        monday = _monday(today) + timedelta(days=7 * step)
        return monday, monday + timedelta(days=6), "week"
    if unit == "month":
        there = add_months(today.replace(day=1), step)
        return _month(there.year, there.month)
    year = min(max(today.year + step, 1), 9999)
    return date(year, 1, 1), date(year, 12, 31), "year"


def _season(today: date, which: str | None, first: int, past: bool) -> Range:
    def span(year: int) -> Range:
        start = date(year, first, 1)
        return start, add_months(start, 3) - timedelta(days=1), "season"

    years = [y for y in range(today.year - 2, today.year + 3) if 1 <= y < 9999]
    if which in ("last", "past") or (past and which is None):
        return [span(y) for y in years if span(y)[1] < today][-1]
    if which == "next":
        return next(span(y) for y in years if span(y)[0] > today)
    return next(span(y) for y in years if span(y)[1] >= today)


def _near(today: date, past: bool, make: Callable[[int], date | None]) -> date | None:
    """The yearly day that lies nearest in the direction meant; today counts."""
    years = (
        (today.year, today.year - 1, today.year - 4) if past else (today.year, today.year + 1, today.year + 4)
    )
    for year in years:
        found = make(year)
        if found is not None and (found <= today if past else found >= today):
            return found
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_day(today: date, month: int, day: int, year: int | None, past: bool) -> Range | None:
    found = _date(year, month, day) if year else _near(today, past, lambda y: _date(y, month, day))
    return _one(found) if found else None


def _named_month(today: date, which: str | None, month: int, year: int | None, past: bool) -> Range:
    if year:
        return _month(year, month)
    if which in ("last", "past") or (past and which is None):
        return _month(
            today.year - (month > today.month or (which is not None and month == today.month)), month
        )
    return _month(today.year + (month < today.month or (which == "next" and month == today.month)), month)


def _day_of_month(today: date, day: int, past: bool) -> Range | None:
    step = -1 if past else 1
    for months in range(4):
        there = add_months(today.replace(day=1), step * months)
        found = _date(there.year, there.month, day)
        if found is not None and (found <= today if past else found >= today):
            return _one(found)
    return None


def _shifted(today: date, count: float, unit: str, sign: int, about: bool) -> Range | None:
    precision: Precision = "about" if about else "day"
    try:
        if unit in ("day", "week"):
            day = today + sign * timedelta(days=round(count * (7 if unit == "week" else 1)))
        else:
            day = add_months(today, sign * round(count * (12 if unit == "year" else 1)))
    except OverflowError:
        return None
    if unit == "year":
        precision = "year"
    elif unit == "month":
        precision = "month"
    return day, day, precision


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns with the name of their rule, most particular first."""
    raw = words_of_time()
    units = "|".join(w for ws in raw["units"].values() for w in sorted(ws, key=len, reverse=True))
    numbers = r"\d{1,4}|" + "|".join(sorted(map(re.escape, raw["numbers"]), key=len, reverse=True))
    months, weekdays = "|".join(raw["months"]), "|".join(raw["weekdays"])
    seasons = "|".join(raw["seasons"])
    days = "|".join(sorted(map(re.escape, raw["days"]), key=len, reverse=True))
    feasts = "|".join(sorted(map(re.escape, raw["feasts"]), key=len, reverse=True))
    which = r"(?P<which>this|next|last|past|coming)"
    part = r"(?:\s+(?:morning|afternoon|evening|night))?"
    pre = r"(?:(?P<pre>on|in|at|by|since|until|till|every|each|over|for|during|around|before|after)\s+)?"
    rules = (
        (r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", "iso"),
        (rf"(?P<name>{days})(?:\s+(?:morning|afternoon|evening|night))?", "days"),
        (rf"(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>{months})"
         r"(?:,?\s+(?P<year>\d{4}))?", "month_day"),
        (rf"(?P<name>{months})\s+(?:the\s+)?(?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?",
         "month_day"),
        (rf"(?:{which}\s+)?(?P<name>{feasts})", "feast"),
        (rf"(?:about\s+|almost\s+|nearly\s+|just\s+|like\s+|exactly\s+)?(?P<count>{numbers})\s+(?P<unit>{units})"
         r"\s+(?P<way>ago|back|from now|later)", "shifted"),
        (rf"(?P<way>in|within)\s+(?:about\s+|just\s+|only\s+|exactly\s+|less than\s+)?(?P<count>{numbers})\s+"
         rf"(?P<unit>{units})(?:['’]s?\s+time)?", "shifted"),
        (rf"(?:{which}\s+)?(?P<name>weekend)", "weekend"),
        (rf"(?:(?:this\s+)?{which}\s+|(?P<other>other)\s+)?(?P<name>{weekdays})(?P<many>s)?{part}",
         "weekday"),
        (rf"{which}\s+(?P<name>week|month|year)", "unit"),
        (rf"(?:the\s+)?(?:{which}\s+)?(?P<name>{seasons})(?:\s+of\s+(?P<year>\d{{4}}))?", "season"),
        (rf"(?:early\s+|late\s+|mid\s+)?(?:{which}\s+)?(?P<name>{months})(?:\s+(?P<year>\d{{4}}))?",
         "named_month"),
        (r"the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)", "day_of_month"),
        (r"(?P<year>19\d\d|20\d\d)", "year"),
    )  # fmt: skip
    return tuple((re.compile(rf"(?<![\w-]){pre}(?:the\s+)?{body}(?![\w-])"), name) for body, name in rules)


def _apply(rule: str, m: re.Match[str], today: date, past: bool) -> Range | None:
    handler = _HANDLERS[rule]
    groups = m.groupdict()
    if groups.get("pre") is None and rule in _NEEDS and not groups.get("which"):
        return None
    return handler(groups, today, past)


def _number(text: str) -> float:
    return float(text) if text.isdigit() else float(words_of_time()["numbers"][text])


def _from_shifted(g: dict[str, Any], today: date, past: bool) -> Range | None:
    unit = next(u for u, names in words_of_time()["units"].items() if g["unit"] in names)
    sign = -1 if g["way"] in ("ago", "back") else 1
    about = g["count"] in words_of_time()["about"]["words"]
    return _shifted(today, _number(g["count"]), unit, sign, about)


def _from_feast(g: dict[str, Any], today: date, past: bool) -> Range | None:
    backwards = g["which"] in ("last", "past") or (past and g["which"] != "next")
    found = _near(today, backwards, lambda y: _feast(g["name"], y) if 1583 <= y <= 9999 else None)
    return _one(found) if found else None


def _year(g: dict[str, Any]) -> int | None:
    return int(g["year"]) if g.get("year") and int(g["year"]) > 0 else None


def _from_season(g: dict[str, Any], today: date, past: bool) -> Range | None:
    first = int(words_of_time()["seasons"][g["name"]])
    year = _year(g)
    return _season(date(year, 1, 1), None, first, False) if year else _season(today, g["which"], first, past)


def _from_iso(g: dict[str, Any], today: date, past: bool) -> Range | None:
    found = _date(int(g["year"]), int(g["month"]), int(g["day"]))
    return _one(found) if found else None


_HANDLERS: Final[dict[str, Callable[[dict[str, Any], date, bool], Range | None]]] = {
    "iso": _from_iso,
    "days": lambda g, t, p: _one(t + timedelta(days=words_of_time()["days"][g["name"]])),
    "month_day": lambda g, t, p: _month_day(
        t, words_of_time()["months"][g["name"]], int(g["day"]), _year(g), p
    ),
    "feast": _from_feast,
    "shifted": _from_shifted,
    "weekend": lambda g, t, p: _weekend(t, g["which"], p),
    "weekday": lambda g, t, p: _weekday(t, g["which"], words_of_time()["weekdays"][g["name"]], p),
    "unit": lambda g, t, p: _unit(t, g["which"], g["name"]),
    "season": _from_season,
    "named_month": lambda g, t, p: _named_month(
        t, g["which"], words_of_time()["months"][g["name"]], _year(g), p
    ),
    "day_of_month": lambda g, t, p: _day_of_month(t, int(g["day"]), p),
    "year": lambda g, t, p: (date(int(g["year"]), 1, 1), date(int(g["year"]), 12, 31), "year"),
}
_NEEDS: Final = frozenset({"named_month", "season", "day_of_month", "year", "weekend"})
"""Rules whose bare word is too often something else ("may", "fall", "2020")."""
_HOUR: Final = re.compile(
    r"(?<!\w)(?:at\s+)?(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s*(?P<half>[ap])\.?m\b"
    r"|(?<!\w)at\s+(?P<h24>\d{1,2})[:.](?P<m24>\d\d)|(?<!\w)at\s+(?P<name>noon|midnight)"
)


def hour_in(lower: str) -> float | None:
    """The hour of the day that a lower-case text names, None where there is none."""
    m = _HOUR.search(lower)
    if m is None:
        return None
    if m["name"]:
        return float(words_of_time()["clock"][m["name"]])
    if m["h24"]:
        hour = int(m["h24"]) + int(m["m24"]) / 60
        return hour if hour < 24 else None
    hour = int(m["h"])
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if m["half"] == "p" else 0) + int(m["m"] or 0) / 60


def _bound(groups: dict[str, Any]) -> Bound:
    if groups.get("many") or groups.get("other"):
        return "every"
    return _BOUNDS.get(groups.get("pre") or "", "at")


def find_times(text: str, at: datetime, past: Callable[[Span], bool] | None = None) -> tuple[When, ...]:
    """All time expressions of a text, in order.

    Args:
        text: the message.
        at: when it was written; its date in its own zone is "today".
        past: whether the clause around a span tells of the past.
    """
    lower = text.lower().replace("’", "'")
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    today, taken, found = at.date(), list[tuple[int, int]](), list[When]()
    hour = hour_in(lower)
    for pattern, rule in _patterns():
        for m in pattern.finditer(lower):
            if any(m.start() < b and a < m.end() for a, b in taken):
                continue
            span = Span(*m.span())
            try:
                made = _apply(rule, m, today, past(span) if past else False)
            except (ValueError, OverflowError, IndexError, StopIteration):
                continue
            if made is None:
                continue
            taken.append(m.span())
            bound = _bound(m.groupdict())
            exact = made[2] == "day" and bound == "at"
            found.append(When(made[0], made[1], made[2], span, bound, hour if exact else None))
    return tuple(sorted(found, key=lambda w: w.span.start))
