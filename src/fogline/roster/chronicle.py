"""The chronicle: well-known dated happenings and terms of office, read from `chronicle.toml` beside this module.

It tells what public record holds, not what a report says: what rests on it is always marked as inferred.
"""

import calendar
import tomllib
from bisect import bisect_left
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from msgspec import Struct

from fogline.errors import DataError

__all__ = ["Chronicle", "Happening", "Office", "load_chronicle", "normal"]


class Happening(Struct, frozen=True):
    """A happening: its days (both ends included), its title, and groups of words of which each must be found.

    `span`: it lasted, so that only its first and last day can be "today". A word with a leading and no trailing space
    is a stem.
    """

    span: bool
    first: date
    last: date
    title: str
    groups: tuple[tuple[str, ...], ...]


class Office(Struct, frozen=True):
    """A term of office. `last` is None where it was not over when the chronicle was written."""

    first: date
    last: date | None
    title: str
    names: tuple[str, ...]


class Chronicle(Struct, frozen=True):
    """All rows; ask `told_in` what a sentence tells of. `resolutions`: a year, its last number."""

    happenings: tuple[Happening, ...]
    offices: tuple[Office, ...]
    resolutions: tuple[tuple[int, int], ...]
    index: dict[str, tuple[Happening, ...]]

    def resolution_year(self, number: int) -> int | None:
        """The year in which the Security Council adopted its resolution of a number, or None before the first row."""
        years, lasts = zip(*self.resolutions, strict=True)
        at = bisect_left(lasts, number)
        return years[at] if 0 < at < len(years) else None

    def told_in(self, sentence: str, around: str) -> list[Happening]:
        """The happenings that a sentence tells of: who or where, and the act, in it; the rest in it or beside it.

        Both texts as `normal` gives them; `around` holds the sentence too.
        """
        # Rows are filed by the first letters of the names in their first group.
        filed = {row.title: row for key in {word[:3] for word in sentence.split()} for row in self.index.get(key, ())}
        return [
            row
            for row in filed.values()
            if _any(row.groups[0], sentence)
            and _any(row.groups[-1], sentence)
            and all(_any(g, around) for g in row.groups[1:-1])
        ]


_BOMBING = frozenset([" bomb", " blast", " blast ", " explosion", " suicide "])


def normal(words: list[str]) -> str:
    """Words in lower case as `told_in` wants them: one space around each."""
    return f" {' '.join(words)} "


def _any(group: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in group)


def _day(text: str, last: bool = False) -> date:
    y, m, d = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    month = m or (12 if last else 1)
    return date(y, month, d or (calendar.monthrange(y, month)[1] if last else 1))


def _word(text: str) -> str:
    low = text.strip().lower()
    return f" {low[:-1]}" if low.endswith("*") else f" {low} "


def _happening(row: list[str]) -> Happening:
    kind, first, last, title, pattern = row
    groups = [tuple(_word(word) for word in part.split("|")) for part in pattern.split(" + ")]
    if any(word in _BOMBING for word in groups[-1]) and kind == "day":
        groups[-1] = (*groups[-1], " attack")  # reports call any bombing an attack
    return Happening(kind == "span", _day(first), _day(last or first, True), title, tuple(groups))


@cache
def load_chronicle() -> Chronicle:
    """Read the chronicle, once a process. Raises `DataError` when it cannot be read."""
    try:
        raw: dict[str, Any] = tomllib.loads(
            (resources.files("fogline.roster") / "chronicle.toml").read_text(encoding="utf-8")
        )
        happenings = tuple(_happening(row) for row in raw["happenings"])
        index: dict[str, tuple[Happening, ...]] = {}
        for row in happenings:
            for key in {word.strip()[:3] for word in row.groups[0]}:
                index[key] = (*index.get(key, ()), row)
        return Chronicle(
            happenings=happenings,
            index=index,
            resolutions=tuple((year, last) for year, last in raw["resolutions"]),
            offices=tuple(
                Office(
                    _day(first), _day(last, True) if last else None, title, tuple(_word(n) for n in names.split("|"))
                )
                for first, last, title, names in raw["offices"]
            ),
        )
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"chronicle.toml cannot be read: {error}") from error
