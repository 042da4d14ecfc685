"""Parts of speech for English news: words of many sentences in, Penn Treebank tags out, in one pass over arrays.

The model is linear: the score of a tag for a word is a sum of table rows, chosen by the word, its ending, its shape and
its neighbours. A first pass tags every word on its own; a second pass reads the same words and, too, the tags that the
first pass gave their neighbours. `training/tags.py` makes the tables; MODEL_CARD.md says from what.
"""

from __future__ import annotations

import functools
import io
import itertools
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources

import numpy as np
import numpy.typing as npt

from fogline.grammar.tagfeatures import EDGE, INSIDE, OFFSETS, Sort, features_of, lowered, possible, sorts_of

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

WEIGHTS = "tags.npz"
"""The weights, beside this module."""

_PAD = 2  # EDGE words between sentences: as many as the farthest neighbour
_EDGE_SORT: Sort = (INSIDE, EDGE)
_CHUNK = 8192  # words scored at once: small enough for the processor's cache, large enough to hide Python
_KEPT = 16384  # sorts remembered, about 2 kB each


def static_names(sort: Sort, wordlist: Mapping[str, str]) -> list[list[str]]:
    """Give the names of the features that `sort` lends to a word at each of OFFSETS from which it is seen."""
    own, near, far = features_of(sort, wordlist)
    by_offset = {-2: far, -1: near, 0: own, 1: near, 2: far}
    return [[f"{offset}{name}" for name in by_offset[offset]] for offset in OFFSETS]


def pair_keys(words: Ints) -> list[npt.NDArray[np.int64]]:
    """Give, for each word of a padded row, the keys of it with the word before and after (word numbers; 0 unknown)."""
    known = words.astype(np.int64)
    before, after = np.roll(known, 1), np.roll(known, -1)
    both = [np.where((before > 0) & (known > 0), before << 20 | known, 0)]
    both.append(np.where((after > 0) & (known > 0), 1 << 40 | known << 20 | after, 0))
    return both


FINITE = ("VBD", "VBZ", "VBP", "MD")
"""Tags of which a clause has one: a second one nearby makes a past form a participle, none makes it the verb."""

STOPS = (",", ":", "CC", "WDT", "WP", "-LRB-", "-RRB-", "``", "''")
"""Tags at which a clause may end."""


def nearest(tags: Ints, names: Sequence[str], stops: Sequence[str]) -> tuple[npt.NDArray[np.int64], ...]:
    """Give, for each word, the tag number + 1 of the nearest finite verb before and after it, 0 if there is none.

    The search ends at the sentence's edges (tag -1) and at `stops`.
    """
    verbs = np.array([*(name in FINITE for name in names), False])  # the last answers for -1, the edge
    ends = verbs | np.array([*(name in stops for name in names), True])
    value = np.where(verbs[tags], tags + 1, 0).astype(np.int64)
    places = np.arange(len(tags))
    before = np.maximum.accumulate(np.where(ends[tags], places, 0))
    after = np.minimum.accumulate(np.where(ends[tags], places, len(tags) - 1)[::-1])[::-1]
    return value[np.roll(before, 1)], value[np.roll(after, -1)]


def in_full(tags: Ints, names: Sequence[str]) -> npt.NDArray[np.int64]:
    """Give 1 for each word of a sentence with a full stop, 0 in a headline, which may lack a finite verb."""
    places = np.arange(len(tags))
    end = np.minimum.accumulate(np.where(tags == -1, places, len(tags) - 1)[::-1])[::-1]
    stop = np.array([*(name == "." for name in names), False])
    full: npt.NDArray[np.int64] = (stop[tags[end - 1]] | stop[tags[end - 2]]).astype(np.int64)  # . or ."
    return full


PAST, PRESENT = 1, 2
SUBJECTS = ("NN", "NNS", "NNP", "NNPS", "PRP")
DETERMINERS = ("DT", "PRP", "PRP$")
OBJECTS = (*DETERMINERS, "CD", "JJ", "NN", "NNS", "NNP", "NNPS")


def give_verbs(tags: Ints, forms: Ints, names: Sequence[str]) -> Ints:
    """Give the tags of a padded row with the finite verbs that the tables took for a participle or a plural.

    Two cases. "The mayor told the reporters": a participle that follows its noun ("fighters held in jail") takes no
    object, so with a determiner after it (or any object, if its clause has no other verb) it is the simple past. And a
    sentence with a full stop but no finite verb gets its first likely one. The corpus has few sentences with one short
    main verb, which are the bulk of war news, and so the tables lean the other way. Neutral on GUM dev.
    """

    def among(wanted: Sequence[str]) -> npt.NDArray[np.bool_]:
        found: npt.NDArray[np.bool_] = np.array([*(name in wanted for name in names), False])[tags]
        return found

    full, subject = in_full(tags, names) > 0, np.roll(among(SUBJECTS), 1)
    participle = among(("VBN",)) & (forms == PAST) & subject & full
    left, right = nearest(tags, names, STOPS)
    object_next = np.roll(among(OBJECTS), -1) & (left == 0) & (right == 0)
    fixed = np.where(participle & (object_next | np.roll(among(DETERMINERS), -1)), names.index("VBD"), tags)
    left, right = nearest(fixed, names, ())
    verbless = (left == 0) & (right == 0) & full & ~np.isin(fixed, [names.index(name) for name in FINITE])
    plural = (
        among(("NNS",)) & (forms == PRESENT) & np.roll(among(("NN", "NNP")), 1) & np.roll(among((*OBJECTS, "TO")), -1)
    )
    for wanted, tag in ((participle, "VBD"), (plural, "VBZ")):
        for at in np.flatnonzero(wanted & verbless).tolist():
            if verbless[at]:
                fixed[at] = names.index(tag)
                start, end = at, at
                while tags[start] >= 0:
                    start -= 1
                while tags[end] >= 0:
                    end += 1
                verbless[start:end] = False  # one is enough; each sentence is walked once
    return fixed


def tag_keys(words: Ints, tags: Ints, names: Sequence[str]) -> list[npt.NDArray[np.int64]]:
    """Give the keys of the features that look at the tags of the first pass; a padded row.

    `words` are numbers of words, `tags` numbers of tags, -1 at the edges.
    """
    t0 = tags.astype(np.int64) + 1
    b1, b2, a1, a2 = np.roll(t0, 1), np.roll(t0, 2), np.roll(t0, -1), np.roll(t0, -2)
    known = words.astype(np.int64)
    seen = known > 0
    plain = [b1, b2, a1, a2, t0, b1 << 8 | a1, b2 << 8 | b1, a1 << 8 | a2, b1 << 8 | t0, t0 << 8 | a1]
    plain.append(b1 << 16 | t0 << 8 | a1)
    plain.append(b2 << 16 | b1 << 8 | t0)
    full = in_full(tags, names)
    for stops in ((), STOPS):
        left, right = nearest(tags, names, stops)
        plain += [left << 8 | t0, right << 8 | t0, full << 24 | left << 16 | right << 8 | t0]
    keys = [(slot + 2) << 40 | key for slot, key in enumerate(plain)]
    keys += [np.where(seen, (slot + 32) << 40 | known << 8 | t, 0) for slot, t in enumerate((b1, a1, b2, a2))]
    before, after = np.roll(known, 1), np.roll(known, -1)
    keys.append(np.where(before > 0, 40 << 40 | before << 8 | t0, 0))
    keys.append(np.where(after > 0, 41 << 40 | after << 8 | t0, 0))
    return keys


class Tables:
    """The weights of one pass: rows by feature name, rows by integer key; row 0 is nothing."""

    __slots__ = ("keys", "names", "rows")

    def __init__(self, names: Iterable[str], keys: npt.NDArray[np.int64], rows: Floats) -> None:
        """Take `names` for rows 1…, then `keys` (sorted) for the rows that follow."""
        self.names = {name: at for at, name in enumerate(names, 1)}
        self.keys = keys
        self.rows = rows

    def static(self, sort: Sort, wordlist: Mapping[str, str]) -> list[list[int]]:
        """Give the rows that `sort` lends to a word at each of OFFSETS."""
        names = self.names
        return [[names[name] for name in block if name in names] for block in static_names(sort, wordlist)]

    def keyed(self, key: npt.NDArray[np.int64]) -> Ints:
        """Give the row of each key, 0 where the key is unknown."""
        if not len(self.keys):
            return np.zeros(len(key), dtype=np.int32)
        at = np.minimum(np.searchsorted(self.keys, key), len(self.keys) - 1)
        return np.where(self.keys[at] == key, at + 1 + len(self.names), 0).astype(np.int32)


class Tagger:
    """A loaded tagger. It holds no state that an answer depends on: the same words always get the same tags."""

    def __init__(
        self, tags: Sequence[str], words: Sequence[str], wordlist: Mapping[str, str], first: Tables, second: Tables
    ) -> None:
        """Take tag names, the words that pairs are known for (numbered from 1), the word list, and both passes."""
        self.tags = tuple(tags)
        self._numbers = {word: at for at, word in enumerate(words, 1)}
        self._wordlist = wordlist
        self._first = first
        self._second = second
        self._seen: dict[Sort, tuple[int, Floats]] = {}

    @property
    def wordlist(self) -> Mapping[str, str]:
        """The words of the dictionary, in small letters, and what each may be (see `tagfeatures.possible`)."""
        return self._wordlist

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Give one Penn tag for each word of each sentence. Never raises, whatever the words."""
        sorts: list[Sort] = [_EDGE_SORT] * _PAD
        for sentence in sentences:
            if sentence:
                sorts += sorts_of(sentence)
                sorts += [_EDGE_SORT] * _PAD
        numbers = self._tag_row(sorts)
        names = self.tags
        found: list[list[str]] = []
        at = _PAD
        for sentence in sentences:
            if sentence:
                end = at + len(sentence)
                found.append([names[number] for number in numbers[at:end]])
                at = end + _PAD
            else:
                found.append([])
        return found

    def _tag_row(self, sorts: Sequence[Sort]) -> list[int]:
        """Give the number of the tag of every sort in a padded row."""
        index: dict[Sort, int] = {}
        row = np.fromiter((index.setdefault(sort, len(index)) for sort in sorts), dtype=np.int32, count=len(sorts))
        known = [self._sort(sort) for sort in index]
        words = np.array([number for number, _ in known], dtype=np.int32)[row]
        sums = np.stack([rows for _, rows in known], axis=1)  # (pass x offset, sort, tag)
        edge = row == index[_EDGE_SORT]
        half = len(OFFSETS)
        pairs = pair_keys(words)
        tags = _best(self._first, sums[:half], row, pairs)
        tags[edge] = -1
        tags = _best(self._second, sums[half:], row, pairs + tag_keys(words, tags, self.tags))
        tags[edge] = -1
        forms = np.array([self._form(sort) for sort in index], dtype=np.int32)[row]
        return give_verbs(tags, forms, self.tags).tolist()  # type: ignore[no-any-return]

    def _form(self, sort: Sort) -> int:
        """Give PAST for a form that can be a simple past ("told", not "taken"), PRESENT for an -s form, else 0."""
        letters = possible(lowered(sort[1]), self._wordlist)
        if "D" in letters or "d" in letters or (not letters and sort[1].lower().endswith("ed")):
            return PAST
        return PRESENT if "Z" in letters else 0

    def _sort(self, sort: Sort) -> tuple[int, Floats]:
        """Give the number of a sort's word and its summed rows (passes x offsets, tags)."""
        found = self._seen.get(sort)
        if found is None:
            sums = [
                tables.rows[block].sum(axis=0, dtype=np.float32)
                for tables in (self._first, self._second)
                for block in tables.static(sort, self._wordlist)
            ]
            found = (self._numbers.get(lowered(sort[1]), 0), np.stack(sums))
            if len(self._seen) >= _KEPT:
                self._seen.clear()
            self._seen[sort] = found
        return found


def _best(tables: Tables, sums: Floats, row: Ints, keys: Sequence[npt.NDArray[np.int64]]) -> Ints:
    """Give the best tag of each word of a padded row, from the sums of its neighbours' sorts and its keyed rows."""
    best = np.zeros(len(row), dtype=np.int32)
    around = [np.roll(row, -offset) for offset in OFFSETS]
    for start in range(0, len(row), _CHUNK):
        part = slice(start, start + _CHUNK)
        score = sums[0][around[0][part]]
        for block, sorts in zip(sums[1:], around[1:], strict=True):
            score += block[sorts[part]]
        for key in keys:
            score += tables.rows[tables.keyed(key[part])]
        best[part] = score.argmax(axis=1)
    return best


def load_tables(data: Mapping[str, npt.NDArray[np.generic]], which: str) -> Tables:
    """Give the tables of pass `which` out of the arrays of a weights file.

    Rows are bytes with one scale each, a power of the fourth root of two; `which.has` says which names have a row.
    """
    names = data["names"].tobytes().decode("utf-8").split("\n")
    has = np.unpackbits(data[f"{which}.has"].astype(np.uint8))[: len(names)]
    keys = np.cumsum(data[f"{which}.keys"].astype(np.int64))
    scale = np.exp2(data[f"{which}.scale"].astype(np.float32) / 4)
    rows = data[f"{which}.rows"].astype(np.float32) * scale[:, None]
    return Tables(itertools.compress(names, has.tolist()), keys, rows)


def load_wordlist(packed: npt.NDArray[np.generic]) -> dict[str, str]:
    """Give what each word may be (see `possible`) out of the lines `letters word word…` of a weights file."""
    found: dict[str, str] = {}
    for line in packed.tobytes().decode("utf-8").split("\n"):
        letters, _, words = line.partition(" ")
        found.update(dict.fromkeys(words.split(), letters))
    return found


@functools.cache
def load_tagger() -> Tagger:
    """Give the tagger of this package; read once."""
    packed = resources.files("fogline.grammar").joinpath(WEIGHTS).read_bytes()
    with np.load(io.BytesIO(packed), allow_pickle=False) as archive:
        data = {name: archive[name] for name in archive.files}
    tags = data["tags"].tobytes().decode("utf-8").split("\n")
    words = data["words"].tobytes().decode("utf-8").split("\n")
    wordlist = load_wordlist(data["wordlist"])
    return Tagger(tags, words, wordlist, load_tables(data, "first"), load_tables(data, "second"))
