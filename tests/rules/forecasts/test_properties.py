"""What holds for any text: it is read without an error, spans are exact, time grows linearly."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.desk import load_desk
from fogline.grammar import parse
from fogline.rules import forecasts
from fogline.rules.context import Context
from tests.marks import read, report_of

WORDS = st.sampled_from(
    [
        *("will", "may", "might", "could", "would", "not", "n't", "expect", "expected", "fear", "is", "likely"),
        *("unlikely", "to", "be", "bound", "if", "unless", "until", ",", ";", ":", "–", "that", "because", "since"),
        *("and", "the army", "the city", "I", "we", "they", "promised", "announced", "a truce", "on Friday", "said"),
        *('"', "“", "”", ".", "surprised", "chance", "little", "no", "there", "as long as", "once", "rule out", "fail"),
        *("?", "\u202e", "\u0301", "🙂"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text(text: str) -> None:
    end = 0
    for forecast in read(text).forecasts:
        assert text[forecast.start : forecast.end] == forecast.text
        assert forecast.text.strip() == forecast.text != ""
        assert forecast.start >= end
        end = forecast.end
        assert forecast.condition is None or forecast.condition in forecast.text


def _seconds(text: str) -> float:
    desk = load_desk()
    context = Context(prose=parse(report_of(text), desk.tagger), atlas=desk.atlas, roster=desk.roster)
    started = time.perf_counter()
    forecasts.find(context)
    return time.perf_counter() - started


def test_time_grows_linearly_on_one_endless_line() -> None:
    line = "if they come the army will go , and I expect the town to fall and they said it may be that "
    _seconds(line * 20)
    short, long = _seconds(line * 100), _seconds(line * 1000)
    assert long < 30 * short + 0.2
