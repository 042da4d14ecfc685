"""Sentences and paragraphs: own lines with the cuts that a reader would make."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.desk import load_desk
from fogline.grammar import Prose, parse
from tests.marks import report_of


def prose(text: str) -> Prose:
    return parse(report_of(text), load_desk().tagger)


def cut(text: str) -> list[str]:
    return [" ".join(text[one.start : one.end].split()) for one in prose(text).sentences]


@pytest.mark.parametrize(
    "marked",
    [
        "Gen. Omar Saleh spoke.|Pfc. Tom Reyes of the 3rd Bn. died.|Sgt. Maj. Ana Duarte left.",
        "Mr. J. K. Marlow left.|Robert F. Marlow stayed.",
        "J. Marlow said so.",
        "It came at 9 a.m. on Monday.|It left at 9 p.m. Saturday.|It ended at 3 p.m. GMT.",
        "All slept at 10 p.m.|The guns did not.",
        "Shelling began at 5 a.m.|Rebels fired back.",
        "They live in the U.S.|The army left.|The U.S. Navy stayed.",
        "It fell on 5 Jan.|The rest held.|On Jan. 5 it fell.",
        "No. 5 battery fired.|Was it over?|No.|The army came.",
        "“We waited… and then they came.”|He paused...|Then he left.",
        "He stayed (“for good.”).|Then it rained.|(It snowed.)|The end.",
        'She asked "who did it?".|Nobody spoke.|"Why?" asked Ana.|"Is it over?"|The man nodded.',
        "The army said 12 died .|It left .",
        "Visit example.org today.|Version 2.5 came.",
        "St. Mary's fell.|Mt. Zalin too.",
        "See www.example.org/map.|It helps.",
        "• Rebels left |• The army came",
    ],
)
def test_sentences(marked: str) -> None:
    assert cut(marked.replace("|", " ")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [
        "The town fell.|The army left.",
        "He left!|They stayed.|It rained.",
        "“The ward was full.”|The army denied it.",
    ],
)
def test_missing_spaces(marked: str) -> None:
    assert cut(marked.replace("|", "")) == marked.split("|")


def lines(text: str) -> list[str]:
    """The paragraphs of a text, white space evened out."""
    found = prose(text)
    spans: dict[int, tuple[int, int]] = {}
    for one in found.sentences:
        spans[one.paragraph] = (spans.get(one.paragraph, (one.start, 0))[0], one.end)
    return [" ".join(text[a:b].split()) for a, b in spans.values()]


@pytest.mark.parametrize(
    "text",
    [
        "* Rebels shell the port\n* The army denies losses and says that it has none of its own to mourn\n* Two killed",
        "• Rebels shell the port\n• The army denies losses and says that it has none of its own to mourn\n• two killed",
        "- First item of a list that goes on and on until it is quite long\n- Second item",
        "1. Military operations in the north of the country\n2. Civilians\na) killed\nb) wounded",
        "Talks on the bridge\nThe army took the hill on Monday after a long night of shelling in which nobody slept.",
        "The long road that led the last of them out of the valley\n"
        "The army took the hill on Monday after a night of shelling in which nobody in the villages had slept.",
        "killed\t12\ninjured\t40\nmissing\t3",
        "killed   12\ninjured   40",
        '"Stop."\n"No."\nHe left',
        "One line.\rTwo lines.\u2028Three lines.\u0085Four lines.\fFive lines.",
    ],
)
def test_each_line_is_a_paragraph(text: str) -> None:
    assert lines(text) == [" ".join(line.split()) for line in text.splitlines()]


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman of the ministry said on Sunday that the convoy of\n"
        "Norland had left the town before the shells fell on the road to\nthe north.",
        "The guns are still\nthe river runs\nno bird has come",
        "The convoy reached the last of the checkpoints late on\n- as far as anybody could tell - the second day.",
    ],
)
def test_wrapped_lines_are_one_paragraph(text: str) -> None:
    assert lines(text) == [" ".join(text.split())]


PIECES = ["He left. ", "A. ", "U.S. ", "… ", '."', "\n", "* ", "• ", "🚀", "\u00a0", "e\u0301", "لا ", "a.m. ", "- "]


@given(st.lists(st.sampled_from(PIECES) | st.characters(), max_size=30).map("".join))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    found = prose(text)
    end = 0
    for one in found.sentences:
        assert not text[end : one.start].strip()
        assert one.tokens
        assert [token.text for token in one.tokens] == [text[token.start : token.end] for token in one.tokens]
        assert (one.start, one.end) == (one.tokens[0].start, one.tokens[-1].end)
        end = one.end
    assert not text[end:].strip()


@pytest.mark.parametrize("unit", ["Ab ", "A. ", ". ", "“", "* a\n", "and the carts went over the hills and far away\n"])
def test_time_grows_with_length(unit: str) -> None:
    def best(size: int) -> float:
        report, tries = report_of(unit * (size // len(unit))), []
        for _ in range(2):
            started = time.perf_counter()
            parse(report, load_desk().tagger)
            tries.append(time.perf_counter() - started)
        return min(tries)

    assert best(240_000) < 20 * best(30_000) + 0.1


def test_lows_and_tags_are_those_of_the_tokens() -> None:
    for sentence in prose("The army’s men didn’t leave. “Why?” asked Ana, of No. 5 Company.").sentences:
        assert sentence.lows == tuple(token.low for token in sentence.tokens)
        assert sentence.tags == tuple(token.tag for token in sentence.tokens)
