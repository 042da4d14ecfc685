"""The anatomy on the terminal says everything and trusts nothing."""

import io

from msgspec.structs import replace

from fogline.exports import FORMATS
from fogline.exports.text import clean
from fogline.nouns import Reading
from tests.marks import read


def shown(reading: Reading) -> str:
    out = io.StringIO()
    FORMATS["text"].write([reading], out)
    return out.getvalue()


def test_every_layer_is_shown(samples: dict[str, Reading]) -> None:
    reading = samples["unbowed-commentary"]
    words = shown(reading)
    for title in ("WHO SAYS WHAT", "EVENTS", "FIGURES", "FORECASTS", "TIMES", "PLACES", "furniture", "inferred"):
        assert title in words
    for claim in reading.claims:
        if claim.mode != "narrated":
            assert claim.id[:6] in words
    assert max(map(len, words.splitlines())) <= 100


def test_control_characters_never_reach_the_terminal() -> None:
    hostile = "\x1b[31m\x1b]0;owned\x07three\x9b people\u202e died in [bold]Homs[/bold]"
    reading = read(f"Police said {hostile}. {hostile}, the army added.")
    words = shown(replace(reading, article=replace(reading.article, title=hostile, author=hostile)))
    assert "\x1b" not in words
    assert "\x9b" not in words
    assert "\u202e" not in words
    assert "[bold]" in words


def test_clean_cuts_in_the_middle() -> None:
    assert clean("one  two\nthree") == "one two three"
    short = clean("word " * 100, 40)
    assert len(short) <= 45
    assert " … " in short
