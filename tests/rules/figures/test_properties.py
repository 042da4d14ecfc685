"""What holds for any text: it is read without an error, spans are exact, bounds are in order, time grows linearly."""

import inspect
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.desk import load_desk
from fogline.grammar import parse
from fogline.rules import figures
from fogline.rules.context import Context
from tests.marks import read, report_of

WORDS = st.sampled_from(
    [
        *(
            "at least",
            "more than",
            "nearly",
            "40",
            "3,000",
            "7.000",
            "1,2",
            "twelve",
            "dozens",
            "of",
            "a third",
            "half an",
        ),
        *("hundred", "million", "and", "to", "-", "–", "or", "%", "$", "people", "killed", "wounded", "dead", "were"),
        *("from", "between", "said", "(", ")", '"', "“", "”", ".", ",", ";", ":", "no", "not one", "two", "thousand"),
        *(
            "300",
            "000",
            "km",
            "square",
            "including",
            "them",
            "among",
            "2016",
            "9th",
            "\u202e",
            "\u0301",
            "🙂",
            "\u00a0",
        ),
        *("km²", "³", "٣", "½", "1e9", "0", "00", "9" * 40),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text(text: str) -> None:
    reading = read(text)
    for figure in reading.figures:
        assert text[figure.start : figure.end] == figure.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert (figure.low, figure.high) != (None, None)


def test_every_rule_can_be_explained() -> None:
    for name in figures.__all__:
        assert (inspect.getdoc(getattr(figures, name)) or "").split("\n")[0].endswith(".")


def _seconds(text: str) -> float:
    desk = load_desk()
    context = Context(prose=parse(report_of(text), desk.tagger), atlas=desk.atlas, roster=desk.roster)
    started = time.perf_counter()
    figures.find(context)
    return time.perf_counter() - started


def test_time_grows_linearly_on_one_endless_line() -> None:
    line = "at least 40 people and 30 soldiers , 12 men from 3 towns to 16,000 and "
    _seconds(line * 20)
    short, long = _seconds(line * 100), _seconds(line * 1000)
    assert long < 30 * short + 0.2
