"""The atlas file: records and keys under construction, and their bytes. `training/atlas.py` fills and writes it."""

from __future__ import annotations

import collections
import json
import math
import struct
from collections.abc import Iterable
from typing import Any

import marisa_trie
import numpy as np

from fogline.atlas.atlas import ALIAS, LEVELS, MAGIC, STRIDE
from fogline.atlas.folding import bare, fold, skeleton

PER_KEY = 64
"""At most so many places a name are kept, the largest: enough for any name but the San Antonios."""

# Countries where names come through another script or spelling, and so in many spellings.
TRANSLITERATED = {
    "SY", "IQ", "IR", "AF", "PK", "YE", "SA", "OM", "AE", "KW", "QA", "BH", "JO", "LB", "PS", "IL", "EG", "LY",
    "TN", "DZ", "MA", "MR", "SD", "SS", "SO", "DJ", "ER", "ET", "TD", "ML", "NE", "TR", "AZ", "AM", "GE", "UA",
    "RU", "BY", "MD", "KZ", "UZ", "TM", "TJ", "KG", "MM", "XK", "LK", "NG", "BF", "CF", "EH",
}  # fmt: skip
ARABIC = {
    "SY", "IQ", "IR", "AF", "YE", "SA", "OM", "AE", "KW", "QA", "BH", "JO", "LB", "PS", "IL", "EG", "LY", "TN",
    "DZ", "MA", "MR", "SD", "SO", "DJ", "ER", "TD", "ML", "NE", "TR", "EH", "KM",
}  # fmt: skip


class Places:
    """The records under construction, and which keys lead to them."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.keys: dict[str, dict[int, bool]] = collections.defaultdict(dict)

    def add(self, name: str, aliases: Iterable[str] = (), **fields: Any) -> int:
        """Add a record with all its names; give its number."""
        n = len(self.rows)
        row: dict[str, Any] = {"name": name, "country": "", "admin1": "", "lat": 0.0, "lon": 0.0, "level": "town"}
        row |= {"population": 0, "radius": 0.0, "kind": "", "geonameid": 0, "own": False, "rough": False, **fields}
        self.rows.append(row)
        self.name(n, name, False)
        for alias in aliases:
            self.name(n, alias, True)
        return n

    def name(self, n: int, name: str, alias: bool) -> None:
        """Let a name, with and without its article, and its consonants, lead to record `n`."""
        folded = fold(name)
        if not folded or (len(folded) < 2 and alias):
            return
        country, level = self.rows[n]["country"], self.rows[n]["level"]
        self.key(folded, n, alias)
        if country in ARABIC or not country:
            self.key(bare(folded), n, alias)
        if country in TRANSLITERATED and level in {"town", "admin1", "district", "site"}:
            consonants = skeleton(folded)
            if len(consonants) >= 3:
                self.key(f"~{country} {consonants}", n, alias)

    def key(self, key: str, n: int, alias: bool = False) -> None:
        """Let a key lead to record `n`; a first name outweighs an alias."""
        self.keys[key][n] = self.keys[key].get(n, True) and alias


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    x = math.radians(b[1] - a[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 6371 * math.hypot(x, math.radians(b[0] - a[0]))


def pack(places: Places, named: list[list[str]]) -> bytes:
    """The file's bytes: header, then blocks on 64-byte borders."""
    kinds = sorted({row["kind"] for row in places.rows})
    codes = ["", *sorted({row["country"] for row in places.rows} - {""})]
    division_numbers = {(country, admin1): i for i, (admin1, _, country) in enumerate(named, 1)}

    def rank(n: int) -> tuple[Any, ...]:
        row = places.rows[n]
        return (-row["population"], not row["own"], LEVELS.index(row["level"]), row["geonameid"], n)

    trie = marisa_trie.Trie(sorted(places.keys))
    order: list[list[int]] = [[]] * len(trie)
    for key, keyed in places.keys.items():
        best = sorted(keyed, key=rank)[:PER_KEY]
        order[trie.key_id(key)] = [n | (ALIAS if keyed[n] else 0) for n in best]
    table = places.rows
    names = marisa_trie.Trie(sorted({row["name"] for row in table}))

    def column(kind: str, values: Iterable[Any]) -> tuple[str, np.ndarray[Any, Any]]:
        return kind, np.fromiter(values, dtype=kind)

    records = [n for numbers in order for n in numbers]
    starts = np.concatenate([[0], np.cumsum([len(o) for o in order])])
    columns = {
        "counts": column("<u1", (len(o) for o in order)),
        "first": column("<u4", starts[::STRIDE]),
        "records_low": column("<u2", (n & 0xFFFF for n in records)),
        "records_high": column("<u1", (n >> 16 for n in records)),
        "lat": column("<u2", (round((row["lat"] + 90) / 180 * 65535) for row in table)),
        "lon": column("<u2", (round((row["lon"] + 180) / 360 * 65535) % 65536 for row in table)),
        "population": column("<u2", (min(65535, round(math.log2(row["population"] + 1) * 2048)) for row in table)),
        "radius": column("<f2", (row["radius"] for row in table)),
        "country": column("<u1", (codes.index(row["country"]) for row in table)),
        "division": column("<u2", (division_numbers.get((row["country"], row["admin1"]), 0) for row in table)),
        "kind": column("<u1", (kinds.index(row["kind"]) for row in table)),
        "flags": column("<u1", (LEVELS.index(row["level"]) | row["own"] << 3 | row["rough"] << 4 for row in table)),
        "geonameid_low": column("<u2", (row["geonameid"] & 0xFFFF for row in table)),
        "geonameid_high": column("<u1", (row["geonameid"] >> 16 for row in table)),
        "name_low": column("<u2", (names.key_id(row["name"]) & 0xFFFF for row in table)),
        "name_high": column("<u1", (names.key_id(row["name"]) >> 16 for row in table)),
    }
    levels = collections.Counter(row["level"] for row in table)
    figures: dict[str, int] = {"places": len(table), "keys": len(trie)}
    figures |= {level: levels[level] for level in LEVELS}
    contents = [(name, kind, array.tobytes(), len(array)) for name, (kind, array) in columns.items()]
    for name, one in (("keys", trie), ("names", names)):
        contents.append((name, "trie", one.tobytes(), len(one.tobytes())))
    blocks: dict[str, tuple[str, int, int]] = {}
    header = b""
    for _ in range(3):  # the header's length depends on the offsets, which depend on the header's length
        at = -(-(12 + len(header)) // 64) * 64
        for name, kind, data, count in contents:
            blocks[name] = kind, at, count
            at = -(-(at + len(data)) // 64) * 64
        header = json.dumps(
            {"figures": figures, "kinds": kinds, "countries": codes, "divisions": [["", ""], *[d[:2] for d in named]],
             "blocks": blocks},
            ensure_ascii=False, separators=(",", ":"),
        ).encode()  # fmt: skip
    out = bytearray(MAGIC + struct.pack("<I", len(header)) + header)
    for name, _, data, _ in contents:
        out += b"\0" * (blocks[name][1] - len(out)) + data
    for name, kind, data, _ in contents:
        print(f"  {name:12}{kind:6}{len(data):>10,} bytes")
    print("  " + ", ".join(f"{name} {count:,}" for name, count in figures.items()))
    return bytes(out)
