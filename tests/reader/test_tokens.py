"""Word pieces point into the text to the letter, and windows hold every piece once."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.reader.tokens import LOWER, OTHER, OVERLAP, TITLE, UPPER, WINDOW, Pieces, shape_of, split, windows

HARD = (
    "\U0001f6a8 Three dead in الرقة on Friday",
    "Cafe\u0301 owner Ahme\u0301d said",
    "محمد بن سلمان said 40\u00a0people died",
    "co\u00adoper\u00adation of the Syr\u00adian army",
    "\u200bzero\u200dwidth\ufeff marks",
    "naïve Zoë's “quote” — «tirade»",
    "\ud7ff \x00 \x07 nul and bell",
    "İstanbul STRASSE ﬁre",
    "👩‍👩‍👧 family 🇸🇾 flag",
    "नमस्ते 北京 서울",
)
ALPHABET = st.text(
    st.one_of(st.sampled_from("aZé\u0301 \u00a0\u00ad\n\t.,'’“”-–—3\u200d🚨👩ا ل北ßİﬁ"), st.characters(codec="utf-8")),
    max_size=120,
)


def spelt(text: str, pieces: Pieces) -> list[str]:
    return [text[a:b] for a, b in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)]


@pytest.mark.parametrize("text", HARD)
def test_pieces_are_words_of_the_text(text: str) -> None:
    pieces = split(text)
    words = spelt(text, pieces)
    assert words
    assert all(words)
    assert all(not word.isspace() for word in words)


def test_words_keep_their_place_behind_an_emoji_of_several_code_points() -> None:
    text = "👩‍👩‍👧 saw Rami\u00adz in Da\u0301r‘a"
    pieces = split(text)
    found = {text[a:b] for a, b in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)}
    assert {"saw", "in"} <= found


@given(ALPHABET)
def test_offsets_are_code_points_in_order(text: str) -> None:
    pieces = split(text)
    starts, ends = pieces.starts.tolist(), pieces.ends.tolist()
    assert all(0 <= a < b <= len(text) for a, b in zip(starts, ends, strict=True))
    assert all(b <= c or (a, b) == (c, d) for a, b, c, d in zip(starts, ends, starts[1:], ends[1:], strict=False))
    assert len(pieces.ids) == len(pieces.first) == len(pieces.shapes) == len(pieces.breaks) == len(starts)


@given(ALPHABET, st.text(st.sampled_from("abc 12"), max_size=10))
def test_what_stands_before_shifts_offsets_by_its_length(text: str, ahead: str) -> None:
    plain, shifted = split("x " + text), split(ahead + " x " + text)
    shift = len(ahead) + 1
    n = len(plain.ids)
    assert shifted.ids[-n:].tolist() == plain.ids.tolist()
    assert (shifted.starts[-n:] - shift).tolist() == plain.starts.tolist()


@pytest.mark.parametrize(
    ("word", "shape"),
    [("army", LOWER), ("Army", TITLE), ("UN", UPPER), ("A", TITLE), ("40", OTHER), ("“", OTHER), ("", OTHER)],
)
def test_shape(word: str, shape: int) -> None:
    assert shape_of(word) == shape


def made(size: int, breaks: list[int]) -> Pieces:
    numbers = np.arange(size, dtype=np.int64)
    marks = np.zeros(size, dtype=np.bool_)
    marks[[b for b in breaks if b < size]] = True
    return Pieces(numbers, numbers, numbers + 1, np.ones(size, dtype=np.bool_), numbers * 0, marks)


@given(st.integers(0, 3000), st.lists(st.integers(0, 2999), max_size=60))
def test_windows_own_every_piece_once(size: int, breaks: list[int]) -> None:
    laid = windows(made(size, breaks))
    owned = [piece for window in laid for piece in range(window.owned_start, window.owned_end)]
    assert owned == list(range(size))
    for window in laid:
        assert window.start <= window.owned_start <= window.owned_end <= window.end
        assert window.end - window.start <= WINDOW
    assert all(a.end - b.start >= OVERLAP // 2 for a, b in pairwise(laid))


def test_a_window_begins_where_a_sentence_begins_if_one_does_nearby() -> None:
    laid = windows(made(600, [210, 211, 330]))
    assert laid[1].start == 210


def test_marks_of_the_encoder_are_words_in_a_text() -> None:
    assert not {101, 102, 103, 0} & set(split("the [SEP] men [CLS] and [MASK] [PAD]").ids.tolist())


def test_half_a_surrogate_pair_does_no_harm() -> None:
    text = "said \ud800 that"
    assert spelt(text, split(text))[-1] == "that"


def test_an_empty_text_has_no_pieces() -> None:
    assert len(split("").ids) == 0
    assert len(split(" \n\u00ad").ids) == 0
