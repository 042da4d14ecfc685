"""Tokens: what stands apart, what stays together, and offsets that are exact whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.grammar.tokens import tokens


@pytest.mark.parametrize(
    "words",
    [
        "Norland 's 3,000 U.S. troops do n't leave",
        "The general ’s order was n’t read",
        "Gen. Omar , Pfc. Ana and Lt. Col. Idris met at 9 a.m. on Jan. 5",
        "No. 5 battery and Nos. 6 and 7 fired",
        "the troops ' camp",
        "F-16s , Su-25s and a 5-year-old T-72",
        "12:30 or 13.05 or 1,000,000",
        "a 20 % share of $ 1.5bn",
        "so ... and so … on",
        "see https://example.org/a?b=c. It fell",
        "#tag @user mail@example.org",
        "al-Qa`ida and Qur’an",
        "the U.S left",
        "said -- or — cried",
    ],
)
def test_cut(words: str) -> None:
    want = words.replace("c. It", "c . It").split()
    text = words
    for mark, joined in ((" 's", "'s"), (" n't", "n't"), (" ’s", "’s"), (" n’t", "n’t"), (" ,", ","), (" '", "'")):
        text = text.replace(mark, joined)
    text = text.replace("20 %", "20%").replace("$ 1", "$1")
    assert [text[a:b] for a, b in tokens(text)] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("cafe\u0301 burnt", ["cafe\u0301", "burnt"]),
        ("ho\u00adspital hit", ["ho\u00adspital", "hit"]),
        ("مُحَمَّد said", ["مُحَمَّد", "said"]),
        ("3\u00a0000\u00a0men", ["3", "000", "men"]),
        ("hit🚀hard", ["hit", "🚀", "hard"]),
        ("\u200fthe\u200e army", ["\u200f", "the", "\u200e", "army"]),
    ],
)
def test_marks_that_ride_on_letters(text: str, want: list[str]) -> None:
    assert [text[a:b] for a, b in tokens(text)] == want


WORDS = ["army", "U.S.", "n’t", "'s", "1,000", "https://", "...", "@", "-", "_", "."]
MARKS = [" ", "\u00a0", "\u00ad", "e\u0301", "🚀", "👩\u200d👧", "مدينة", "\u064e", "\u202e", "\n"]
PIECES = st.sampled_from(WORDS + MARKS)


@given(st.lists(PIECES | st.characters(), max_size=40).map("".join))
def test_every_visible_character_is_in_one_token(text: str) -> None:
    end = 0
    for a, b in tokens(text):
        assert end <= a < b <= len(text)
        assert not text[end:a].strip()
        assert not any(char.isspace() for char in text[a:b])
        end = b
    assert not text[end:].strip()


@given(st.lists(PIECES, max_size=20).map("".join), st.integers(0, 30), st.integers(0, 30))
def test_a_part_of_a_text_is_cut_inside_its_edges(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    assert all(start <= a < b <= end for a, b in tokens(text, start, end))
