"""Whatever the text: no error, exact spans, one event for a word, the same twice, time in proportion to length."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.marks import read

WORDS = [
    *[
        "the",
        "army",
        "rebels",
        "jets",
        "killed",
        "shelled",
        "bombed",
        "strike",
        "attack",
        "in",
        "near",
        "Homs",
        "Mosul",
    ],
    *["by", "on", "Monday", "and", ",", ".", "said", "that", "who", "took", "control", "of", "fell", "to", "hostages"],
    *[
        "talks",
        "with",
        "were",
        "was",
        "will",
        "not",
        "no",
        "fire",
        "opened",
        "town",
        "20",
        "(",
        ")",
        "—",
        "“",
        "”",
        "'",
    ],
    *["\u202e", "\u00a0", "e\u0301", "🚀"],
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_salad(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text)


def check(text: str) -> None:
    if not text.strip():
        return
    first = read(text)
    seen: set[int] = set()
    for event in first.events:
        for part in (event, event.actor, event.target, event.place):
            if part is not None:
                assert text[part.start : part.end] == part.text
        assert event.start < event.end
        assert not seen & set(range(event.start, event.end))
        seen.update(range(event.start, event.end))
    assert len({event.id for event in first.events}) == len(first.events)
    assert read(text).events == first.events


def test_linear() -> None:
    sentence = (
        "Rebels in Homs shelled a bakery and jets bombed the town and killed six men , while talks with the army "
    )

    def seconds(times: int) -> float:
        from fogline.desk import load_desk
        from tests.marks import report_of

        took: dict[str, float] = {}

        def clock(stage: str, spent: float) -> None:
            took[stage] = took.get(stage, 0.0) + spent

        load_desk().read(report_of(sentence * times), clock=clock)
        return took["events"]

    seconds(20)
    # The least of three, since other work on the machine only adds. Eight times the text, in one line.
    short, long = (min(seconds(times) for _ in range(3)) for times in (200, 1600))
    assert long < 20 * max(short, 0.02)
