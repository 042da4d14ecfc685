"""What holds of claims whatever the text: exact spans, no crossing of block edges, no repetition, linear time."""

# ruff: noqa: E501

import time

from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fogline.desk import load_desk
from fogline.nouns import Block, Claim, Report, identity
from fogline.rules import speech
from fogline.rules.speech.quotes import quotations
from tests.marks import read, report_of

PIECES = st.sampled_from(
    [
        "“", "”", '"', '""', "'", "’", "‘", "«", "»", "„", "said", "told", "the army", "he", "that", ",", ".", ":", "\n\n", " ",
        "according to", "reportedly", "Q:", "A:", "MAYOR:", "was quoted as saying", "denied", "and", "Reuters", "will", "—",
        "it is unclear", "demanded", "to leave", "?", "which", "of", "\u200f", "\u00a0", "🙂", "e\u0301", "3,000", "(", "]",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join), st.text(max_size=80)
)


def claims_of(text: str) -> tuple[Claim, ...]:
    return tuple(claim for claim in read(text).claims if claim.mode != "narrated")


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("“")
@example('said "')
@example("X said:\n\n")
@example("Q: A: Q:")
@example('"""')
@example("'' said ''")
def test_any_text(text: str) -> None:
    if not text.strip():
        return
    found = claims_of(text)
    for claim in found:
        assert text[claim.start : claim.end] == claim.text
        assert claim.text.strip() == claim.text != ""
        for part in (claim.cue, claim.hedge):
            assert part is None or text[part.start : part.end] == part.text
        source = claim.source
        assert source.start is None or text[source.start : source.end] == source.text
        assert claim.status == "asserted" or any(why.field == "status" for why in claim.why)
    keys = [(claim.start, claim.end, claim.cue and claim.cue.start, claim.source.name) for claim in found]
    assert len(keys) == len(set(keys))
    assert len({claim.id for claim in found}) == len(found)
    assert found == claims_of(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=2, max_size=30), st.integers(1, 29))
def test_blocks_are_not_crossed(pieces: list[str], cut: int) -> None:
    first, second = " ".join(pieces[:cut]), " ".join(pieces[cut:])
    if not first.strip() or not second.strip():
        return
    text = f"{first}\n\n{second}"
    edge = len(first) + 1
    report = replace(report_of(text), blocks=(Block(0, len(first), "caption"), Block(edge + 1, len(text), "body")))
    for claim in load_desk().read(report).claims:
        assert claim.end <= edge or claim.start >= edge


def test_furniture_says_nothing() -> None:
    text = "“We need your help,” the editor said. Please give."
    report = replace(report_of(text), blocks=(Block(0, len(text), "furniture"),))
    assert not load_desk().read(report).claims


def seconds(text: str) -> float:
    report = Report(identity("report", text), text, None, None, None, "en", None, (Block(0, len(text), "body"),))
    best = float("inf")
    for _ in range(2):
        started = time.perf_counter()
        quotations(report)
        best = min(best, time.perf_counter() - started)
    return best


def test_quotations_cost_no_more_than_their_length() -> None:
    for unit in ("“", '"', "'a ", "“a ", "”", "“a\n", '"a\n', "‘a ", "« ", "''"):
        short, long = seconds(unit * 4_000), seconds(unit * 40_000)
        assert long < 40 * short + 0.05, (unit, short, long)


def test_every_rule_can_be_asked_why() -> None:
    text = (
        "“We have lost the bridge,” the mayor said. There were reports of shots. The captain is believed to be abroad. "
        "The radio quoted a guard as saying the mill burned. According to police, it was arson. Two men were reportedly hurt. "
        "The mayor said twenty houses had burned, which the guards deny. A driver shook his head: “Nobody has paid us since May.”"
    )
    found = claims_of(text)
    assert len(found) >= 8
    for claim in found:
        assert claim.rule.startswith("speech.")
        assert (getattr(speech, claim.rule.removeprefix("speech.")).__doc__ or "").strip()
