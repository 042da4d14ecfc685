"""Actors of armed conflict by name, alias, side and date: two plain tables that ship with the package.

``states.txt`` lists states and peoples with their adjectives and seats of government, ``actors.txt`` armed groups,
forces, organisations, monitors and news media. Both say in their header what they cover and how to read a line.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Final, Literal, get_args

from msgspec import Struct

from fogline.errors import DataError
from fogline.nouns import ActorKind

__all__ = ["Entry", "Form", "Match", "Roster", "load_roster"]

Form = Literal["name", "adjective", "people", "seat"]
"""How an alias names its entry: by name, as an adjective ("Syrian"), its people ("Syrians"), its seat ("Damascus")."""

_KINDS: Final = frozenset(get_args(ActorKind))
_ARTICLES: Final = frozenset(["the", "a", "an"])


class Entry(Struct, frozen=True):
    """One actor: `name` as usually printed, `of`: keys of the state or body it belongs to, and its years.

    `since` and `until` are years; None means that it is not known or has not ended.
    """

    key: str
    kind: ActorKind
    name: str
    aliases: tuple[str, ...]
    of: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None


class Match(Struct, frozen=True, gc=False):
    """An alias found in words: its entry, how many words it has, and its form."""

    entry: Entry
    length: int
    form: Form


_Row = tuple[tuple[str, ...], tuple[str, ...] | None, tuple[bool, ...], Match]


class Roster:
    """Who is who: looks up the longest alias at a position of a list of words, in microseconds."""

    def __init__(self, entries: Sequence[tuple[Entry, Sequence[tuple[str, Form]]]]) -> None:
        self.entries: dict[str, Entry] = {entry.key: entry for entry, _ in entries}
        table: dict[str, list[_Row]] = {}
        for entry, aliases in entries:
            for alias, form in aliases:
                exact = alias.startswith("=")
                words = alias.removeprefix("=").split()
                for variant in _variants(words):
                    printed = tuple(word for part in variant for word in _apart(part))
                    folded = tuple(_fold(word) for word in printed)
                    capitals = tuple(any(map(str.isupper, word)) for word in printed)
                    row = (folded, printed if exact else None, capitals, Match(entry, len(folded), form))
                    table.setdefault(folded[0], []).append(row)
        # Longest first; among equals the order of the tables decides, names before adjectives.
        self._table = {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in table.items()}
        self._starts = lru_cache(maxsize=1 << 14)(lambda word: _fold(word) in self._table)

    def starts(self, words: Sequence[str]) -> list[int]:
        """The indices of the words at which an alias may start; only there `match` can find one."""
        starts = self._starts
        return [i for i, word in enumerate(words) if starts(word)]

    def match(self, words: Sequence[str], i: int, year: int | None = None) -> Match | None:
        """The longest alias that starts at word `i` of the printed `words`, or None. An article is never its start.

        `year`: when it is told. Nobody is named before being there; of two with one name, the one that has not ended
        is meant, but those that have are still spoken of.
        """
        rows = self._table.get(_fold(words[i]))
        if rows is None:
            return None
        second = _fold(words[i + 1]) if i + 1 < len(words) else ""
        ended: Match | None = None
        for row in rows:
            match = row[3]
            if ended is not None and match.length < ended.length:
                break
            if (match.length > 1 and row[0][1] != second) or not _printed_so(row, words, i):
                continue
            entry = match.entry
            if year is None or ((entry.since or 0) <= year <= (entry.until or year)):
                return match
            if year > (entry.until or year):
                ended = ended or match
        return ended

    def named(self, name: str) -> Match | None:
        """The entry that has exactly this name or alias ("the" before it does not count), or None."""
        words = [part for word in name.split() for part in _apart(word)]
        bare = words[1:] if words and words[0].lower() in _ARTICLES else []
        for candidate in (words, bare):
            found = self.match(candidate, 0) if candidate else None
            if found is not None and found.length == len(candidate):
                return found
        return None


def _printed_so(row: _Row, words: Sequence[str], i: int) -> bool:
    """Do the printed words from `i` on spell this alias?"""
    folded, printed, capitals, match = row
    n = match.length
    if printed is not None:
        return tuple(words[i : i + n]) == printed
    return (
        i + n <= len(words)
        and (n == 1 or all(_fold(words[i + k]) == folded[k] for k in range(1, n)))
        # A word that the alias has with a capital ("al-Qaida" has one) is printed with one.
        and all(not up or any(map(str.isupper, words[i + k])) for k, up in enumerate(capitals))
    )


def load_roster() -> Roster:
    """The roster that ships with fogline. Raises `DataError` when a line of its tables cannot be read."""
    found = [_state(*row) for row in _rows("states.txt", 5)]
    found += [actor for row in _rows("actors.txt", 5) for actor in _actors(*row)]
    return Roster(found)


def _rows(name: str, width: int) -> list[list[str]]:
    text = resources.files("fogline.roster").joinpath(name).read_text(encoding="utf-8")
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != width or not cells[0] or not cells[1]:
            raise DataError(f"roster {name}, line {number}: {width} cells wanted, {line[:60]!r} found")
        rows.append(cells)
    return rows


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, cell.split(";")) if part)


def _plain(alias: str) -> str:
    return alias.removeprefix("=").removeprefix("the ")


def _state(key: str, names: str, adjectives: str, people: str, seats: str) -> tuple[Entry, list[tuple[str, Form]]]:
    aliases: list[tuple[str, Form]] = [(name.removeprefix("the "), "name") for name in _list(names)]
    aliases += [(name.removeprefix("the "), "people") for name in _list(people)]
    aliases += [(name, "adjective") for name in _list(adjectives)]
    aliases += [(name.removeprefix("the "), "seat") for name in _list(seats)]
    kind: ActorKind = "people" if key.startswith("X") and key != "XK" else "state"
    named = tuple(_plain(name) for name in _list(names))
    return Entry(key, kind, named[0], named[1:]), aliases


def _actors(key: str, kind: str, of: str, years: str, names: str) -> list[tuple[Entry, list[tuple[str, Form]]]]:
    if kind not in _KINDS:
        raise DataError(f"roster actors.txt: {kind!r} of {key!r} is no kind of actor")
    since, _, until = years.partition("-")
    made: list[tuple[Entry, list[tuple[str, Form]]]] = []
    for n, part in enumerate(names.split(" / ")):
        listed = [name.removeprefix("the ") for name in _list(part)]
        entry = Entry(
            key="-".join(map(_fold, _plain(listed[0]).split())) if n else key,
            kind=kind,  # type: ignore[arg-type]
            name=_plain(listed[0]),
            aliases=tuple(_plain(name) for name in listed[1:]),
            of=tuple(of.split()),
            since=int(since) if since and not n else None,
            until=int(until) if until and not n else None,
        )
        made.append((entry, [(name, "name") for name in listed]))
    return made


def _variants(words: list[str]) -> list[list[str]]:
    """ "al-Shabaab" is also printed "al Shabaab"."""
    first, dash, rest = words[0].partition("-")
    if dash and first.lower() in {"al", "el", "an", "ad", "ash", "abu"}:
        return [words, [first, rest, *words[1:]]]
    return [words]


def _apart(word: str) -> tuple[str, ...]:
    """Cut off a possessive, as the tokens of a report are cut."""
    if len(word) > 2 and word[-2:] in {"'s", "’s"}:
        return (word[:-2], word[-2:])
    return (word,)


_DROPPED: Final = dict.fromkeys(map(ord, "-'’‘`ʿʾʻ‑\u00ad\u200c\u200d"))


@lru_cache(maxsize=1 << 16)
def _fold(word: str) -> str:
    """Lower case without accents, hyphens and apostrophes: "Da'esh" is "Daesh", "al-Qa’ida" "al-Qaida"."""
    low = word.lower().translate(_DROPPED)
    if low.isascii():
        return low
    return "".join(char for char in unicodedata.normalize("NFKD", low) if not unicodedata.combining(char))
