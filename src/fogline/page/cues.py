"""The words of a line that show what it is, looked up in the lexicon family ``blocks``: one pass over its tokens."""

import re
from functools import cache
from typing import Final, Literal

from msgspec import Struct

from fogline.lexicon import Entry, entries
from fogline.nouns import BlockKind

_NUMBER: Final = re.compile(r"(?<![0-9])[0-9][0-9.,:]*(?:[km%](?![a-z]))?")
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['+][^\W\d_]+)*|[^\w\s]")
_FLAT: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "＆": "&"})
_DECORATION: Final = frozenset("><»«›‹•·*[|-–—=~#►▶→+_/")
_TRAILING: Final = frozenset(".:!?…»›>→►▶|-–—*+,]/")
_LONG: Final = 700
"""Characters. Of longer lines only the two ends are looked at: no boilerplate phrase was seen inside one."""


class BlockWords(Entry, frozen=True):
    """Words that show the kind of a line; see the head of ``blocks.toml`` for the fields."""

    kind: BlockKind
    at: Literal["start", "whole", "in", "end"]
    longest: int = 14
    sure: bool = True
    opens: Literal["links", "comments", "contacts"] | None = None
    tail: bool = False


class Cue(Struct, frozen=True):
    """One phrase of the lexicon, found in a line."""

    kind: BlockKind
    at: str
    longest: int
    sure: bool
    opens: str | None
    tail: bool
    tokens: tuple[str, ...]


def words(line: str) -> list[str]:
    """The tokens of a line in lower case; a number is "#"."""
    return _TOKEN.findall(_NUMBER.sub("#", line.translate(_FLAT).lower()))


@cache
def _table() -> dict[str, dict[str, tuple[Cue, ...]]]:
    tables: dict[str, dict[str, list[Cue]]] = {"start": {}, "whole": {}, "in": {}, "end": {}}
    for entry in entries("blocks", BlockWords):
        for phrase in entry.words:
            # A "#" typed in the lexicon stands for any number.
            tokens = tuple(words(phrase.replace("#", " 0 ")))
            while entry.at == "whole" and len(tokens) > 1 and tokens[-1] in _TRAILING:
                tokens = tokens[:-1]
            cue = Cue(entry.kind, entry.at, entry.longest, entry.sure, entry.opens, entry.tail, tokens)
            key = tokens[-1] if entry.at == "end" else tokens[0]
            tables[entry.at].setdefault(key, []).append(cue)
    return {at: {key: tuple(cues) for key, cues in table.items()} for at, table in tables.items()}


@cache
def _longest() -> int:
    """Tokens. In longer lines no phrase of the lexicon may stand in the middle."""
    return max(cue.longest for found in _table()["in"].values() for cue in found)


def cues(line: str) -> list[Cue]:
    """All phrases of the lexicon that speak in this line."""
    table = _table()
    if len(line) > _LONG:
        return _at_start(words(line[:200]), len(line) // 6, table) + _at_end(words(line[-120:]), len(line) // 6, table)
    tokens = words(line)
    size = len(tokens)
    if not size:
        return []
    found = _at_start(tokens, size, table)
    inner = table["in"]
    if size <= _longest() and not inner.keys().isdisjoint(tokens):
        for i, token in enumerate(tokens):
            for cue in inner.get(token, ()):
                if size <= cue.longest and tuple(tokens[i : i + len(cue.tokens)]) == cue.tokens:
                    found.append(cue)
    return found + _at_end(tokens, size, table)


def _at_start(tokens: list[str], size: int, table: dict[str, dict[str, tuple[Cue, ...]]]) -> list[Cue]:
    found: list[Cue] = []
    first = 0
    while True:
        if first < len(tokens):
            for cue in table["start"].get(tokens[first], ()):
                if size <= cue.longest and tuple(tokens[first : first + len(cue.tokens)]) == cue.tokens:
                    found.append(cue)
            if first < 8:
                last = len(tokens)
                while last > first and tokens[last - 1] in _TRAILING:
                    last -= 1
                for cue in table["whole"].get(tokens[first], ()):
                    if tuple(tokens[first:last]) == cue.tokens:
                        found.append(cue)
        if first >= min(8, len(tokens)) or tokens[first] not in _DECORATION:
            return found
        first += 1


def _at_end(tokens: list[str], size: int, table: dict[str, dict[str, tuple[Cue, ...]]]) -> list[Cue]:
    found: list[Cue] = []
    for drop in range(3):
        last = len(tokens) - drop
        if last <= 0 or (drop and tokens[last] not in ".)]"):
            break
        for cue in table["end"].get(tokens[last - 1], ()):
            if size <= cue.longest and tuple(tokens[max(0, last - len(cue.tokens)) : last]) == cue.tokens:
                found.append(cue)
    return found
