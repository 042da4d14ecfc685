"""Parts of speech for English news: words of many sentences in, Penn Treebank tags out, in one pass over arrays.

The model is linear: the score of a tag for a word is a sum of table rows, chosen by the word, its ending, its shape and
its neighbours. A first pass tags every word on its own; a second pass reads the same words and, too, the tags that the
first pass gave their neighbours. `training/tags.py` makes the tables; MODEL_CARD.md says from what.
"""

from __future__ import annotations

import functools
import io
import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib import resources
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from fogline.grammar.tagfeatures import EDGE, INSIDE, OFFSETS, Sort, features_of, lowered, possible, sorts_of

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Number = TypeVar("Number", bound=np.generic)

WEIGHTS = "tags.npz"
"""The weights, beside this module."""

_PAD = 2  # EDGE words between sentences: as many as the farthest neighbour
_EDGE_SORT: Sort = (INSIDE, EDGE)
_CHUNK = 8192  # words scored at once: small enough for the processor's cache, large enough to hide Python
_KEPT = 16384  # sorts remembered, about 2 kB each
_AT_ONCE = 256  # new sorts summed at once, about 20 kB each


def static_names(sort: Sort, wordlist: Mapping[str, str]) -> list[list[str]]:
    """Give the names of the features that `sort` lends to a word at each of OFFSETS from which it is seen."""
    own, near, far = features_of(sort, wordlist)
    by_offset = {-2: far, -1: near, 0: own, 1: near, 2: far}
    return [[f"{offset}{name}" for name in by_offset[offset]] for offset in OFFSETS]


def _shifted(row: npt.NDArray[Number], by: int) -> npt.NDArray[Number]:
    """Give `np.roll` of a padded row, without what it costs on a short one."""
    return np.concatenate((row[-by:], row[:-by]))


@functools.lru_cache(maxsize=64)
def _mask(names: tuple[str, ...], wanted: tuple[str, ...], edge: bool = False) -> npt.NDArray[np.bool_]:
    """Give which tags are among `wanted`; the last answers for -1, the edge."""
    return np.array([*(name in wanted for name in names), edge])


def pair_keys(words: Ints) -> list[npt.NDArray[np.int64]]:
    """Give, for each word of a padded row, the keys of it with the word before and after (word numbers; 0 unknown)."""
    known = words.astype(np.int64)
    before, after = _shifted(known, 1), _shifted(known, -1)
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
    verbs = _mask(tuple(names), FINITE)
    ends = verbs | _mask(tuple(names), tuple(stops), True)
    value = np.where(verbs[tags], tags + 1, 0).astype(np.int64)
    places = np.arange(len(tags))
    before = np.maximum.accumulate(np.where(ends[tags], places, 0))
    after = np.minimum.accumulate(np.where(ends[tags], places, len(tags) - 1)[::-1])[::-1]
    return value[_shifted(before, 1)], value[_shifted(after, -1)]


def in_full(tags: Ints, names: Sequence[str]) -> npt.NDArray[np.int64]:
    """Give 1 for each word of a sentence with a full stop, 0 in a headline, which may lack a finite verb."""
    places = np.arange(len(tags))
    end = np.minimum.accumulate(np.where(tags == -1, places, len(tags) - 1)[::-1])[::-1]
    stop = _mask(tuple(names), (".",))
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

    def among(wanted: tuple[str, ...], tags: Ints = tags) -> npt.NDArray[np.bool_]:
        found: npt.NDArray[np.bool_] = _mask(tuple(names), wanted)[tags]
        return found

    full, subject = in_full(tags, names) > 0, _shifted(among(SUBJECTS), 1)
    participle = among(("VBN",)) & (forms == PAST) & subject & full
    left, right = nearest(tags, names, STOPS)
    object_next = _shifted(among(OBJECTS), -1) & (left == 0) & (right == 0)
    fixed = np.where(participle & (object_next | _shifted(among(DETERMINERS), -1)), names.index("VBD"), tags)
    left, right = nearest(fixed, names, ())
    verbless = (left == 0) & (right == 0) & full & ~among(FINITE, fixed)
    plural = (
        among(("NNS",)) & (forms == PRESENT) & _shifted(among(("NN", "NNP")), 1) & _shifted(among((*OBJECTS, "TO")), -1)
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
    b1, b2, a1, a2 = _shifted(t0, 1), _shifted(t0, 2), _shifted(t0, -1), _shifted(t0, -2)
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
    before, after = _shifted(known, 1), _shifted(known, -1)
    keys.append(np.where(before > 0, 40 << 40 | before << 8 | t0, 0))
    keys.append(np.where(after > 0, 41 << 40 | after << 8 | t0, 0))
    return keys


_SLOTS, _SLOT, _TWO_TAGS = 32, 40, 14


def _short(keys: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Give which keys hold a slot and two tags at most, or nothing."""
    short: npt.NDArray[np.bool_] = (keys & ~(_SLOTS - 1 << _SLOT | (1 << _TWO_TAGS) - 1)) == 0
    return short


def _dense(keys: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Give the place of each short key among all that there can be: without the empty bits between slot and tags."""
    return keys >> _SLOT - _TWO_TAGS | keys & ((1 << _TWO_TAGS) - 1)


class Tables:
    """The weights of one pass: rows by feature name, rows by integer key; row 0 is nothing."""

    __slots__ = ("_dense", "_ended", "keys", "names", "rows")

    def __init__(self, names: Iterable[str], keys: npt.NDArray[np.int64], rows: Floats) -> None:
        """Take `names` for rows 1…, then `keys` (sorted) for the rows that follow."""
        self.names = {name: at for at, name in enumerate(names, 1)}
        self.keys = keys
        self.rows = rows
        self._ended = np.append(keys, np.iinfo(np.int64).max)  # so that a search always ends at a key
        # Keys of one or two tags need no search.
        self._dense = np.zeros(_SLOTS << _TWO_TAGS, dtype=np.int32)
        short = np.flatnonzero(_short(keys))
        self._dense[_dense(keys[short])] = short + 1 + len(self.names)

    def static(self, sort: Sort, wordlist: Mapping[str, str]) -> list[list[int]]:
        """Give the rows that `sort` lends to a word at each of OFFSETS."""
        return self.rows_of(static_names(sort, wordlist))

    def rows_of(self, blocks: Iterable[Iterable[str]]) -> list[list[int]]:
        """Give the rows that the names of each block have, as far as they have one."""
        find = self.names.get
        return [[row for name in block if (row := find(name))] for block in blocks]

    def keyed(self, key: npt.NDArray[np.int64]) -> Ints:
        """Give the row of each key, 0 where the key is unknown."""
        short = _short(key)
        found = np.where(short, self._dense.take(_dense(key), mode="clip"), 0)
        long = np.flatnonzero(~short)
        wanted = key.ravel()[long]
        at = self._ended.searchsorted(wanted)
        found.ravel()[long] = np.where(self._ended.take(at) == wanted, at + (1 + len(self.names)), 0)
        return found


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
        self._seen: dict[Sort, tuple[int, int, Floats]] = {}

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
                found.append(list(map(names.__getitem__, numbers[at:end])))
                at = end + _PAD
            else:
                found.append([])
        return found

    def _tag_row(self, sorts: Sequence[Sort]) -> list[int]:
        """Give the number of the tag of every sort in a padded row."""
        index: dict[Sort, int] = dict.fromkeys(sorts, 0)
        index.update(zip(index, range(len(index)), strict=True))
        row = np.array(list(map(index.__getitem__, sorts)), dtype=np.int32)
        numbers, kinds, known = zip(*self._known(index), strict=True)
        words, forms = np.array(numbers, dtype=np.int32)[row], np.array(kinds, dtype=np.int32)[row]
        sums = np.concatenate(known)  # sort x pass x offset
        edge = row == index[_EDGE_SORT]
        pairs = pair_keys(words)
        tags = _best(self._first, sums, 2 * len(OFFSETS) * row, pairs)
        tags[edge] = -1
        keys = pairs + tag_keys(words, tags, self.tags)
        tags = _best(self._second, sums, 2 * len(OFFSETS) * row + len(OFFSETS), keys)
        tags[edge] = -1
        return give_verbs(tags, forms, self.tags).tolist()  # type: ignore[no-any-return]

    def _form(self, sort: Sort) -> int:
        """Give PAST for a form that can be a simple past ("told", not "taken"), PRESENT for an -s form, else 0."""
        letters = possible(lowered(sort[1]), self._wordlist)
        if "D" in letters or "d" in letters or (not letters and sort[1].lower().endswith("ed")):
            return PAST
        return PRESENT if "Z" in letters else 0

    def _known(self, sorts: Collection[Sort]) -> list[tuple[int, int, Floats]]:
        """Give, for each sort, the number of its word, its form, and its summed rows (pass x offset, tag)."""
        seen = list(map(self._seen.get, sorts))
        if all(seen):
            return [known for known in seen if known is not None]
        found = dict(zip(sorts, seen, strict=True))
        new = [sort for sort, known in found.items() if known is None]
        for start in range(0, len(new), _AT_ONCE):
            part = new[start : start + _AT_ONCE]
            blocks = [static_names(sort, self._wordlist) for sort in part]
            sums = np.concatenate([_sums(tables, blocks) for tables in (self._first, self._second)], axis=1)
            made = {
                sort: (self._numbers.get(lowered(sort[1]), 0), self._form(sort), rows)
                for sort, rows in zip(part, sums, strict=True)
            }
            if len(self._seen) + len(made) > _KEPT:
                self._seen.clear()
            self._seen |= made
            found |= made
        return [known for known in found.values() if known is not None]


def _sums(tables: Tables, blocks: Sequence[Sequence[Sequence[str]]]) -> Floats:
    """Give the summed rows of each block of names (sort, offset, tag), all with one call for they are many."""
    rows: list[int] = []
    starts: list[int] = []
    for sort in blocks:
        for block in tables.rows_of(sort):
            starts.append(len(rows))
            rows += (0, *block)  # row 0 is nothing: no block is empty
    sums: Floats = np.add.reduceat(tables.rows.take(rows, axis=0), starts, axis=0)
    return sums.reshape(len(blocks), len(OFFSETS), -1)


def _best(tables: Tables, sums: Floats, row: Ints, keys: Sequence[npt.NDArray[np.int64]]) -> Ints:
    """Give the best tag of each word of a padded row, from the sums of its neighbours' sorts and its keyed rows.

    `row`: where in `sums` the sums of a word's sort begin, one for each of OFFSETS.
    """
    best = np.empty(len(row), dtype=np.int32)
    around = [(_shifted(row, -offset) if offset else row) + at for at, offset in enumerate(OFFSETS)]
    for start in range(0, len(row), _CHUNK):
        part = slice(start, start + _CHUNK)
        score = sums.take(around[0][part], axis=0)
        for at in around[1:]:
            score += sums.take(at[part], axis=0)
        for at in tables.keyed(np.stack([key[part] for key in keys])):
            score += tables.rows.take(at, axis=0)
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
