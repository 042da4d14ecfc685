"""What holds for every reading of every report."""

import json
import pathlib
from itertools import pairwise
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.desk import Desk, load_desk
from fogline.explain import LAYERS, rule_words
from fogline.exports import jsonl
from fogline.nouns import Reading, Span
from fogline.page import open_page
from tests.marks import read, report_of

PIECES = (
    "Police said three people died in Homs on Friday.", "“We will not leave,” he told Reuters.", "\n\n", " ", "\u00a0",
    "at least 40", "dozens of", "The army denied that ", "Abu Yazan", "’", "“", "”", '"', "\u200f", "é", "e\u0301",
    "🙂", "حلب", "Алеппо", "10 to 15", "yesterday", "If it fails, ", "is expected to fall by December", "--", "(", ")",
    "UPDATE:", "A spokesman, John Smith, said", "reportedly", "3,000", "was bombed", "\u202e", "\x00", "…", "U.S.",
    "\r\n",
)  # fmt: skip
"""What reports and scrapers are made of; hypothesis puts them together in ways that nobody would."""

texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=300))


def spans(node: Any) -> list[Span]:
    if isinstance(node, Span):
        return [node, *(s for field in node.__struct_fields__ for s in spans(getattr(node, field)))]
    if isinstance(node, msgspec.Struct):
        return [s for field in node.__struct_fields__ for s in spans(getattr(node, field))]
    if isinstance(node, tuple):
        return [s for part in node for s in spans(part)]
    return []


def assert_sound(reading: Reading) -> None:
    """Spans quote the text, nothing crosses a block's edge or lies in furniture, ids are unique, JSON is faithful."""
    text = reading.article.text
    for span in spans(reading):
        assert text[span.start : span.end] == span.text
        assert 0 <= span.start < span.end <= len(text)
    for claim in reading.claims:
        if claim.source.start is not None:
            assert text[claim.source.start : claim.source.end] == claim.source.text
    blocks = reading.article.blocks
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    edges = {edge for block in blocks for edge in (block.start, block.end)}
    furniture = [block for block in blocks if block.kind == "furniture"]
    for layer in LAYERS:
        for item in getattr(reading, layer):
            assert not any(item.start < edge < item.end for edge in edges), (layer, item.text)
            assert not any(item.start < block.end and block.start < item.end for block in furniture), (layer, item.text)
    ids = [item.id for layer in ("claims", "events", "figures", "forecasts") for item in getattr(reading, layer)]
    assert len(ids) == len(set(ids))
    claims = {claim.id for claim in reading.claims}
    assert all(item.claim in claims for layer in ("events", "figures", "forecasts") for item in getattr(reading, layer))
    assert jsonl.loads(jsonl.dumps(reading)) == reading


@given(texts)
def test_any_text_gives_a_sound_reading(text: str) -> None:
    report = report_of(text.replace("\ud800", ""))
    reading = load_desk().read(report)
    assert_sound(reading)
    assert load_desk().read(report) == reading


def test_samples_give_sound_readings(samples: dict[str, Reading]) -> None:
    for reading in samples.values():
        assert_sound(reading)


def test_every_output_fits_the_published_schema(samples: dict[str, Reading]) -> None:
    file = pathlib.Path(__file__).parent.parent / "docs" / "reading.schema.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    assert schema == jsonl.schema(), "docs/reading.schema.json is not current: make docs"
    validator = jsonschema.Draft202012Validator(schema)
    for reading in samples.values():
        validator.validate(json.loads(jsonl.dumps(reading)))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({"name": "x"})


def test_every_rule_says_what_it_does(samples: dict[str, Reading]) -> None:
    rules = {item.rule for reading in samples.values() for layer in LAYERS for item in getattr(reading, layer)}
    rules |= {why.rule for r in samples.values() for layer in LAYERS for item in getattr(r, layer) for why in item.why}
    rules |= {reading.article.published.rule for reading in samples.values() if reading.article.published}
    assert len(rules) > 20
    assert not [rule for rule in rules if not rule_words(rule)]


def test_identity_is_provenance(desk: Desk) -> None:
    first, again = read("Police said three people died."), read("Police said three people died.")
    other = read("Police said four people died.")
    assert [claim.id for claim in first.claims] == [claim.id for claim in again.claims]
    assert not {claim.id for claim in first.claims} & {claim.id for claim in other.claims}


def test_an_undated_report_has_no_date() -> None:
    reading = read("Police said three people died in Homs on Friday.", day=None)
    assert reading.article.published is None
    assert [time.value for time in reading.times] == [None]
    assert all(event.when is None for event in reading.events)


def test_reading_is_pure(desk: Desk, samples: dict[str, Reading]) -> None:
    for reading in samples.values():
        report = msgspec.structs.replace(reading.article)
        assert report.id == reading.article.id
    data = b"Police said three people died.\n\nThe army denied it."
    assert desk.read(open_page(data, "x.txt")) == desk.read(open_page(data, "y.txt"))
