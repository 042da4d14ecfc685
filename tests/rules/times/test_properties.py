"""Whatever the text: no error, every span quotes, every rule explains itself, the time grows with the length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.desk import load_desk
from fogline.grammar import parse
from fogline.rules import times
from fogline.rules.context import Context
from tests.marks import report_of

PIECES = st.sampled_from(
    [
        "May",
        "march",
        "Monday",
        "last",
        "next",
        "the",
        "of",
        "3",
        "31",
        "2016",
        "2016-02-30",
        "99.99.99",
        "'98",
        "1990s",
        "first",
        "week",
        "weeks",
        "ago",
        "later",
        "before",
        "after",
        "in",
        "two",
        "hundred",
        "a",
        "few",
        "early",
        "mid-October",
        "late",
        "end",
        "year",
        "31st",
        "February",
        "30",
        "between",
        "and",
        "to",
        "-",
        "/",
        ",",
        ".",
        "Sat",
        "Sun",
        "Easter",
        "Ramadan",
        "today",
        "9999",
        "0000",
        "1000",
        "century",
        "this",
        "that's",
        "night",
        "every",
        "quarter",
        "fiscal",
        "half",
        "24",
        "hours",
        "within",
        "since",
        "́",
        "\u200f",
        "🕊",
        "\xa0",
        "“",
        "”",
    ]
)
DAYS = st.sampled_from(["2016-11-03", "0001-01-01", "9999-12-31", "2016-02-29", "nonsense", None])


def context_of(text: str, day: str | None) -> Context:
    desk = load_desk()
    return Context(prose=parse(report_of(text, day), desk.tagger), atlas=desk.atlas, roster=desk.roster)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join), DAYS)
def test_any_words(text: str, day: str | None) -> None:
    context = context_of(text, day)
    times.published(context)
    for item in (*times.find(context), *times.timexes(context)):
        assert text[item.start : item.end] == item.text
        rule = getattr(times, item.rule.removeprefix("times."))
        assert rule.__doc__
        assert rule.__doc__.splitlines()[0].endswith(".")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    context = context_of(text, "2016-11-03")
    for item in times.timexes(context):
        assert text[item.start : item.end] == item.text


def test_linear() -> None:
    line = "The post fell on 3 May 2015, two days after the raid of last Friday, and in the past 24 hours it burned. "
    costs = []
    for copies in (400, 1600):
        context = context_of(line * copies, "2016-11-03")
        start = time.process_time()
        assert len(times.find(context)) == 4 * copies
        costs.append(time.process_time() - start)
    assert costs[1] < 10 * costs[0]


@pytest.mark.parametrize(
    "unit",
    ["3 May ", "today ", "two ", "the ", "Mosul offensive began 3 days ago ", "the 5th day of ", "3-"],
)
def test_one_long_sentence(unit: str) -> None:
    costs = []
    for copies in (1_500, 6_000):
        context = context_of(unit * copies, None)
        start = time.process_time()
        times.published(context)
        times.find(context)
        costs.append(max(time.process_time() - start, 0.05))
    assert costs[1] < 10 * costs[0]
