"""A forecast is settled by a later note of the same report, and by nothing else."""

import pytest

from fogline.desk import load_desk
from fogline.nouns import Block, BlockKind, Day, Forecast, Report, identity


def _first(body: str, note: str, kind: BlockKind = "postscript") -> Forecast:
    text = f"{body}\n\n{note}"
    report = Report(
        id=identity("report", text),
        text=text,
        title=None,
        outlet=None,
        author=None,
        language="en",
        published=Day("2016-11-03", "stated", "test"),
        blocks=(Block(0, len(body), "body"), Block(len(body) + 2, len(text), kind)),
    )
    return load_desk().read(report).forecasts[0]


@pytest.mark.parametrize(
    ("body", "note", "outcome"),
    [
        ("I expect the assault to fail.", "PS: The assault has failed.", "reported_true"),
        (
            "As to the rebels' assault, I expect it to fail.",
            "PS: Reports speak of the assault having failed.",
            "reported_true",
        ),
        ("I expect the assault to fail.", "PS: The assault has been repelled.", "reported_true"),
        ("I expect the assault to fail.", "PS: The assault has succeeded.", "reported_false"),
        ("I expect the assault to fail.", "PS: The assault has not failed.", "reported_false"),
        ("We don't expect that assault to succeed.", "PS: The assault has failed.", "reported_true"),
        ("We don't expect that assault to succeed.", "PS: The assault has succeeded.", "reported_false"),
        ("The bombing will resume.", "PS: The bombing is back.", "reported_true"),
        ("The bombing will not resume.", "PS: The bombing has resumed.", "reported_false"),
        ("I expect the assault to fail.", "PS: The harvest has failed.", "open"),
        ("I expect the assault to fail.", "PS: The rain goes on.", "open"),
    ],
)
def test_outcome(body: str, note: str, outcome: str) -> None:
    assert _first(body, note).outcome == outcome


def test_the_words_that_settle_it_are_named() -> None:
    forecast = _first("I expect the assault to fail.", "PS: The assault has been repelled.")
    why = next(why for why in forecast.why if why.field == "outcome")
    assert why.words is not None
    assert why.words.text == "repelled"
    assert "assault" in (why.note or "")


def test_the_body_settles_nothing() -> None:
    assert _first("I expect the assault to fail.", "The assault has failed.", "body").outcome == "open"
