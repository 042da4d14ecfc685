"""The atlas: which places bear a name, read from one file that is mapped into memory.

The file (`training/atlas.py` builds it) is a header of JSON, then aligned blocks: a marisa trie of keys, arrays of
record numbers by key, arrays of records by field, and the strings. Nothing is unpacked on opening. Keys are folded
names; after ``~CC `` consonant skeletons by country; after ``@`` demonyms.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final, Literal, TypeAlias

import marisa_trie
import msgspec
import numpy as np
import numpy.typing as npt
from msgspec import Struct

from fogline.atlas.folding import ARTICLES, bare, fold, skeleton
from fogline.errors import DataError
from fogline.nouns import Level

FILE: Final = "atlas.bin"
"""The data, beside this module."""
MAGIC: Final = b"fogatlas"
LEVELS: Final[tuple[Level, ...]] = ("country", "admin1", "district", "town", "area", "site")
STRIDE: Final = 64
"""The place in the list of records is stored for every so manieth key; between them lengths are added up."""
ALIAS: Final = 1 << 23
"""Set in a record number when the key is not the place's first name."""
WORDS: Final = 6
"""The longest name in words that `Atlas.longest` tries."""

Array: TypeAlias = npt.NDArray[Any]


class Entry(Struct, frozen=True):
    """One place of the atlas.

    `lat`, `lon` in degrees, `radius_km` how far it reaches (None: not known); `admin1` is GeoNames' code of the
    first-order division and `admin1_name` its name; `kind` says more than the level (``dam``, ``river``, ``city``…).
    `alias`: it was found by one of its other names. `own`: it stands in the tables written for fogline, of places that
    the news has named. `rough`: its point is not known, it is that of the division around it.
    """

    id: int
    geonameid: int | None
    name: str
    country: str | None
    admin1: str | None
    admin1_name: str | None
    lat: float
    lon: float
    level: Level
    population: int
    radius_km: float | None
    kind: str
    alias: bool = False
    own: bool = False
    rough: bool = False


class Atlas:
    """A gazetteer that answers by name. Immutable; share one between threads."""

    def __init__(self, data: bytes | memoryview | mmap.mmap) -> None:
        """Read the header and point into `data`; raises `DataError` when it is no atlas."""
        view = memoryview(data)
        try:
            if bytes(view[:8]) != MAGIC:
                raise ValueError("no atlas")
            (length,) = struct.unpack("<I", view[8:12])
            header = msgspec.json.decode(bytes(view[12 : 12 + length]))
            blocks: dict[str, tuple[str, int, int]] = header["blocks"]
            self.figures: dict[str, int] = header["figures"]
            self._kinds: list[str] = header["kinds"]
            self._countries: list[str] = header["countries"]
            self._divisions: list[list[str]] = header["divisions"]
            parts: dict[str, Array] = {
                name: np.frombuffer(view, dtype=kind, count=count, offset=offset)
                for name, (kind, offset, count) in blocks.items()
                if kind != "trie"
            }
            self._keys, self._names = marisa_trie.Trie(), marisa_trie.Trie()
            for trie, name in ((self._keys, "keys"), (self._names, "names")):
                _, offset, count = blocks[name]
                trie.map(view[offset : offset + count])
        except (ValueError, KeyError, TypeError, struct.error, msgspec.DecodeError, RuntimeError) as error:
            raise DataError(f"the atlas cannot be read: {error}") from error
        self._view = view
        self._first, self._counts = parts["first"], parts["counts"]
        self._low, self._high = parts["records_low"], parts["records_high"]
        self._lat, self._lon = parts["lat"], parts["lon"]
        self._population, self._radius = parts["population"], parts["radius"]
        self._country, self._division = parts["country"], parts["division"]
        self._kind, self._flags = parts["kind"], parts["flags"]
        self._geonameid_low, self._geonameid_high = parts["geonameid_low"], parts["geonameid_high"]
        self._name_low, self._name_high = parts["name_low"], parts["name_high"]
        self._entry = lru_cache(maxsize=8192)(self._make)
        self._at = lru_cache(maxsize=4096)(self._look_up)
        self._find = lru_cache(maxsize=4096)(self._find_folded)

    def __len__(self) -> int:
        return len(self._lat)

    def find(self, name: str) -> tuple[Entry, ...]:
        """Every place of this name, largest first; without it, every place of this name without its Arabic article."""
        return self._find(fold(name))

    def _find_folded(self, folded: str) -> tuple[Entry, ...]:
        found = self._at(folded)
        if not found and folded:
            short = bare(folded)
            if short != folded:
                found = self._at(short)
            elif folded.split(" ", 1)[0] not in ARTICLES:
                found = self._at("al " + folded)
        return found

    def sounding(self, name: str, country: str) -> tuple[Entry, ...]:
        """Places of a country (ISO code) whose name has the same consonants as `name`: a guess, to be checked."""
        key = skeleton(fold(name))
        return self._at(f"~{country} {key}") if len(key) >= 3 else ()

    def country_of_demonym(self, word: str) -> str | None:
        """ISO code of the country whose people or adjective this is ("Syrian", "Syrians"), or None."""
        found = self._at("@" + fold(word))
        return found[0].country if found else None

    def country(self, code: str) -> Entry | None:
        """The country with this ISO code."""
        found = self._at("=" + code)
        return found[0] if found else None

    def division(self, country: str, admin1: str) -> Entry | None:
        """The first-order division with this GeoNames code."""
        found = self._at(f"={country}.{admin1}")
        return found[0] if found else None

    def longest(self, words: Sequence[str], i: int) -> tuple[int, tuple[Entry, ...]]:
        """The longest name that starts at ``words[i]``: its end (exclusive) and its places; ``(i, ())`` for none."""
        for j in range(min(len(words), i + WORDS), i, -1):
            found = self.find(" ".join(words[i:j]))
            if found:
                return j, found
        return i, ()

    def _look_up(self, key: str) -> tuple[Entry, ...]:
        try:
            number = self._keys.get(key)
        except (UnicodeError, ValueError):  # lone surrogates, which no key holds
            return ()
        if number is None:
            return ()
        before = number % STRIDE
        start = int(self._first[number // STRIDE]) + sum(self._counts[number - before : number].tolist())
        end = start + int(self._counts[number])
        low, high = self._low[start:end].tolist(), self._high[start:end].tolist()
        return tuple([self._entry(a | b << 16) for a, b in zip(low, high, strict=True)])

    def _make(self, record: int) -> Entry:
        n = record & ~ALIAS
        kind, flags = int(self._kind[n]), int(self._flags[n])
        country = self._countries[int(self._country[n])]
        division = int(self._division[n])
        admin1, admin1_name = self._divisions[division] if division else (None, None)
        radius = float(self._radius[n])
        return Entry(
            id=n,
            geonameid=(int(self._geonameid_low[n]) | int(self._geonameid_high[n]) << 16) or None,
            name=self._names.restore_key(int(self._name_low[n]) | int(self._name_high[n]) << 16),
            country=country or None,
            admin1=admin1 or None,
            admin1_name=admin1_name or None,
            lat=round(float(self._lat[n]) / 65535 * 180 - 90, 3),
            lon=round(float(self._lon[n]) / 65535 * 360 - 180, 3),
            level=LEVELS[flags & 7],
            population=_rounded(float(self._population[n])),
            radius_km=round(radius, 1) or None,
            kind=self._kinds[kind],
            alias=record >= ALIAS,
            own=bool(flags & 8),
            rough=bool(flags & 16),
        )


def _rounded(code: float) -> int:
    """A population from its logarithm, to three digits, which is more than the count deserves."""
    value = 2 ** (code / 2048) - 1
    step = 10 ** max(0, len(str(int(value))) - 3)
    return int(round(value / step) * step)


@cache
def load_atlas(path: Literal[None] | str = None) -> Atlas:
    """The atlas that ships with fogline, or the one at `path`; opened once a process, in a few milliseconds."""
    try:
        if path is None:
            with resources.as_file(resources.files("fogline.atlas") / FILE) as file, file.open("rb") as stream:
                return Atlas(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
        with open(path, "rb") as stream:  # noqa: PTH123
            return Atlas(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError) as error:
        raise DataError(f"the atlas cannot be opened: {error}") from error
