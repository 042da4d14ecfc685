"""Word pieces with their places in the text, and the overlapping windows in which the encoder sees them."""

import json
import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from tokenizers import Tokenizer

from fogline.errors import DataError

Ints = npt.NDArray[np.int64]

WINDOW = 300
"""Most word pieces in a window, without the two that open and close it. One core reads fastest around 256."""
OVERLAP = 48
"""Word pieces that a window should share with the one before."""
OPEN, CLOSE = 101, 102
"""The pieces that open and close a window in this vocabulary, [CLS] and [SEP]."""

_SURROGATES = re.compile("[\ud800-\udfff]")

LOWER, TITLE, UPPER, OTHER = range(4)
"""Shapes of a word: the vocabulary is lower case, so the encoder is told the case beside the piece."""


class Pieces(Struct, frozen=True):
    """A text in word pieces. All arrays have one entry a piece.

    `ids`: the vocabulary's number; `starts`, `ends`: code points of the text; `first`: whether the piece begins a
    word; `shapes`: the case of the word it belongs to; `breaks`: whether a sentence or line may begin here.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    first: npt.NDArray[np.bool_]
    shapes: Ints
    breaks: npt.NDArray[np.bool_]


class Window(Struct, frozen=True):
    """Pieces `start:end` seen together, of which `owned_start:owned_end` are read from this window."""

    start: int
    end: int
    owned_start: int
    owned_end: int


@lru_cache(maxsize=1)
def load_tokenizer() -> Tokenizer:
    """Open the tokenizer that is shipped beside the weights. Raises `DataError` when it is missing or damaged."""
    path = Path(__file__).parent / "weights" / "tokenizer.json"
    try:
        vocabulary = json.loads(path.read_text(encoding="utf-8"))
        # A report that prints "[SEP]" must not steer the encoder: to this tokenizer it is a word in brackets.
        vocabulary["added_tokens"] = []
        tokenizer = Tokenizer.from_str(json.dumps(vocabulary))
    except Exception as error:  # the library raises plain exceptions
        raise DataError(f"{path} cannot be opened ({error}): reinstall fogline") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def words_of(pieces: Pieces) -> tuple[Ints, Ints, Ints]:
    """Give the piece that begins each word, and where each word begins and ends in the text."""
    heads = np.flatnonzero(pieces.first)
    last = np.append(heads[1:], len(pieces.ids)) - 1 if len(heads) else heads
    return heads, pieces.starts[heads], pieces.ends[last]


def shape_of(word: str) -> int:
    """Give the shape of a word by its letters."""
    if not word[:1].isalpha():
        return OTHER
    if word[0].islower():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else TITLE


def split(text: str) -> Pieces:
    """Cut a text into word pieces. Offsets are code points; characters the vocabulary drops belong to no piece."""
    encoded = load_tokenizer().encode(_SURROGATES.sub("\ufffd", text), add_special_tokens=False)
    offsets = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    words = np.array([-1 if word is None else word for word in encoded.word_ids], dtype=np.int64)
    first = np.ones(len(words), dtype=np.bool_)
    first[1:] = words[1:] != words[:-1]
    heads = np.flatnonzero(first)
    last = np.append(heads[1:], len(words)) - 1 if len(words) else heads
    by_word = [shape_of(text[starts[a] : ends[b]]) for a, b in zip(heads.tolist(), last.tolist(), strict=True)]
    shapes = np.array(by_word, dtype=np.int64)[np.cumsum(first) - 1] if len(words) else words
    return Pieces(
        np.array(encoded.ids, dtype=np.int64), starts, ends, first, shapes, _breaks(text, starts, ends, first)
    )


def _breaks(text: str, starts: Ints, ends: Ints, first: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """A window may begin after a line's end, or after a full stop that white space follows."""
    found = np.zeros(len(starts), dtype=np.bool_)
    if not len(starts):
        return found
    found[0] = True
    for i in np.flatnonzero(first[1:] & (starts[1:] > ends[:-1])).tolist():
        gap = text[ends[i] : starts[i + 1]]
        found[i + 1] = "\n" in gap or text[ends[i] - 1] in '.!?"”»'
    return found


def windows(pieces: Pieces, size: int = WINDOW) -> list[Window]:
    """Lay overlapping windows over the pieces, each begun where a sentence begins if one does nearby.

    Each piece is owned by one window: the border lies in the middle of what two windows share.
    """
    total = len(pieces.ids)
    count = max(1, -(-(total - OVERLAP) // (size - OVERLAP)))
    # Windows of about one length: a short rest at the end would cost as much as it has words, and know little.
    size = min(size, -(-(total + (count - 1) * OVERLAP) // count) + OVERLAP // 2)
    spans: list[tuple[int, int]] = []
    start = 0
    while True:
        end = min(total, start + size)
        spans.append((start, end))
        if end == total:
            break
        earliest, latest = end - OVERLAP - OVERLAP // 2, end - OVERLAP // 2
        breaks = np.flatnonzero(pieces.breaks[earliest:latest])
        start = earliest + int(breaks[0]) if len(breaks) else end - OVERLAP
    borders = [0, *((after[0] + before[1]) // 2 for before, after in pairwise(spans)), total]
    return [Window(a, b, borders[i], borders[i + 1]) for i, (a, b) in enumerate(spans)]
