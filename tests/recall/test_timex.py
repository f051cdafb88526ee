from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement.recall.timex import add_months, easter, find_times, words_of_time

TUESDAY = datetime(2026, 3, 10, 18, 30, tzinfo=UTC)
DATES = st.dates(date(1990, 1, 1), date(2200, 12, 31)).map(
    lambda d: datetime(d.year, d.month, d.day, 12, tzinfo=UTC)
)


def spans(text, at=TUESDAY, past=False):
    return [(str(w.start), str(w.end)) for w in find_times(text, at, lambda _: past)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on Friday", "2026-03-13", "2026-03-13"),
        ("next Friday", "2026-03-20", "2026-03-20"),
        ("this weekend", "2026-03-14", "2026-03-15"),
        ("last weekend", "2026-03-07", "2026-03-08"),
        ("next week", "2026-03-16", "2026-03-22"),
        ("next month", "2026-04-01", "2026-04-30"),
        ("in two weeks", "2026-03-24", "2026-03-24"),
        ("three days ago", "2026-03-07", "2026-03-07"),
        ("last summer", "2025-06-01", "2025-08-31"),
        ("the day after tomorrow", "2026-03-12", "2026-03-12"),
        ("on the 14th", "2026-03-14", "2026-03-14"),
        ("on April 2nd", "2026-04-02", "2026-04-02"),
        ("on the 2nd of April", "2026-04-02", "2026-04-02"),
        ("at Christmas", "2026-12-25", "2026-12-25"),
        ("at Easter", "2026-04-05", "2026-04-05"),
        ("at Thanksgiving", "2026-11-26", "2026-11-26"),
        ("in 2019", "2019-01-01", "2019-12-31"),
        ("2026-05-01", "2026-05-01", "2026-05-01"),
        ("last night", "2026-03-09", "2026-03-09"),
        ("in a couple of days", "2026-03-12", "2026-03-12"),
    ],
)
def test_expressions_are_resolved_against_the_date_of_the_message(text, start, end):
    assert spans(text) == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start"),
    [("on Sunday", "2026-03-08"), ("in January", "2026-01-01"), ("in November", "2025-11-01"),
     ("on the 14th", "2026-02-14"), ("at Christmas", "2025-12-25"), ("over the weekend", "2026-03-07")],
)  # fmt: skip
def test_the_same_words_lie_behind_where_the_clause_tells_of_the_past(text, start):
    assert spans(text, past=True)[0][0] == start


def test_bounds_and_hours_are_kept_apart():
    assert [w.bound for w in find_times("since 2019", TUESDAY)] == ["since"]
    assert [w.bound for w in find_times("every other Tuesday", TUESDAY)] == ["every"]
    assert [w.bound for w in find_times("by Christmas", TUESDAY)] == ["until"]
    assert find_times("at 3:30pm tomorrow", TUESDAY)[0].hour == 15.5
    assert find_times("tomorrow at noon", TUESDAY)[0].hour == 12


@pytest.mark.parametrize("text", ["may I ask", "I fall a lot", "I marched on", "on the 99th", "in 0 BC", ""])
def test_words_that_only_look_like_times_are_left(text):
    assert spans(text) == []


def test_today_is_the_date_in_the_zone_of_the_message():
    late = datetime.fromisoformat("2026-03-10T23:30:00-08:00")
    assert spans("tomorrow", late) == [("2026-03-11", "2026-03-11")]


@given(DATES, st.sampled_from(sorted(words_of_time()["weekdays"])))
def test_a_bare_weekday_lies_within_a_week_ahead_or_behind(at, name):
    ahead = find_times(f"on {name}", at)[0]
    behind = find_times(f"on {name}", at, lambda _: True)[0]
    number = words_of_time()["weekdays"][name]
    assert ahead.start.weekday() == behind.start.weekday() == number
    assert 1 <= (ahead.start - at.date()).days <= 7
    assert 1 <= (at.date() - behind.start).days <= 7


@given(DATES, st.integers(1, 400), st.sampled_from(["day", "week"]))
def test_ahead_and_ago_mirror_each_other(at, count, unit):
    ahead = find_times(f"in {count} {unit}s", at)[0].start
    behind = find_times(f"{count} {unit}s ago", at)[0].start
    assert ahead - at.date() == at.date() - behind == timedelta(days=count * (7 if unit == "week" else 1))


@given(DATES, st.sampled_from([
    "next month", "last month", "in June", "last summer", "this winter", "next year", "this weekend",
    "next weekend", "last week", "at Easter", "last Christmas", "on March 3rd",
]), st.booleans())  # fmt: skip
def test_spans_are_in_order_and_point_the_way_they_say(at, text, past):
    for found in find_times(text, at, lambda _: past):
        assert found.start <= found.end
        if text.startswith("next"):
            assert found.start > at.date()
        if text.startswith("last"):
            assert found.end <= at.date()


@given(DATES, st.text(max_size=200))
def test_any_text_is_read_without_an_error_and_spans_lie_inside(at, text):
    for found in find_times(text, at):
        assert 0 <= found.span.start < found.span.end <= len(text)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(-240, 240))
def test_months_move_by_whole_months(day, months):
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day


def test_easter_is_that_of_the_almanac():
    assert [easter(y) for y in (2024, 2025, 2038)] == [
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2038, 4, 25),
    ]
