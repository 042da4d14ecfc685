"""Measure the places layer: `python bench/places.py FOLDER [--show N] [--only NAME]`.

FOLDER holds `geovirus_fixed.jsonl` and `lgl.xml` (Gritta et al., Pragmatic Guide to Geoparsing). Prints toponym
precision, recall and F1 (a place and a toponym match when their words overlap, each once), the same without the names
of countries (our layer leaves out those that act), and of the matched the share within 161 km and the median error.
"""

import argparse
import json
import math
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from fogline.atlas import load_atlas
from fogline.grammar import parse
from fogline.grammar.tagger import load_tagger
from fogline.nouns import Block, Place, Report
from fogline.roster import load_roster
from fogline.rules import places
from fogline.rules.context import Context

Toponym = tuple[int, int, float | None, float | None]


def geovirus(folder: Path) -> Iterator[tuple[str, list[Toponym]]]:
    for line in (folder / "geovirus_fixed.jsonl").read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        yield row["text"], [(t["start"], t["end"], t["lat"], t["lon"]) for t in row["toponyms"]]


def lgl(folder: Path) -> Iterator[tuple[str, list[Toponym]]]:
    for article in etree.parse(str(folder / "lgl.xml")).getroot().iter("article"):
        found: list[Toponym] = []
        for toponym in article.iter("toponym"):
            lat, lon = toponym.findtext(".//lat"), toponym.findtext(".//lon")
            start, end = int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0)
            found.append((start, end, float(lat) if lat else None, float(lon) if lon else None))
        yield article.findtext("text") or "", found


def read(text: str) -> tuple[Place, ...]:
    report = Report("r", text, None, None, None, "en", None, (Block(0, len(text), "body"),))
    return places.find(Context(prose=parse(report, load_tagger()), atlas=load_atlas(), roster=load_roster()))


def km(a: float, b: float, c: float, d: float) -> float:
    p, q = math.radians(a), math.radians(c)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(d - b) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1, h)))


def measure(documents: Iterator[tuple[str, list[Toponym]]], show: int) -> str:
    atlas = load_atlas()
    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    invented: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    errors: list[float] = []
    started = time.perf_counter()
    for text, golds in documents:
        found = list(read(text))
        counts["found"] += len(found)
        for start, end, lat, lon in golds:
            country = any(entry.level == "country" for entry in atlas.find(text[start:end]))
            counts["gold"] += 1
            counts["gold proper"] += not country
            match = next((p for p in found if p.start < end and start < p.end), None)
            if match is None:
                missed[("(country) " if country else "") + text[start:end]] += 1
                continue
            found.remove(match)
            counts["hit"] += 1
            counts["hit proper"] += not country
            if lat is not None and lon is not None:
                if match.lat is None or match.lon is None:
                    counts["no point"] += 1
                    continue
                errors.append(km(lat, lon, match.lat, match.lon))
                if errors[-1] > 161:
                    wrong[f"{match.text} → {match.name} {match.country} {match.level} ({errors[-1]:.0f} km)"] += 1
        for place in found:
            counts["invented proper"] += place.level != "country"
            invented[f"{place.text} [{place.rule} {place.name} {place.country}]"] += 1
    seconds = time.perf_counter() - started
    lines = []
    for tag, hit, gold, made in (
        ("all", counts["hit"], counts["gold"], counts["found"]),
        (
            "without countries",
            counts["hit proper"],
            counts["gold proper"],
            counts["hit proper"] + counts["invented proper"],
        ),
    ):
        precision, recall = hit / max(1, made), hit / max(1, gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        lines.append(f"  {tag:18} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  toponyms {gold}")
    within = sum(error <= 161 for error in errors) / max(1, len(errors))
    median = statistics.median(errors) if errors else float("nan")
    lines.append(
        f"  within 161 km {within:.3f} of {len(errors)} (no point: {counts['no point']}), median {median:.1f} km"
    )
    lines.append(f"  {seconds:.1f} s")
    for title, counter in (("missed", missed), ("invented", invented), ("far off", wrong)):
        if show:
            lines.append(f"  {title}: " + "; ".join(f"{name} {n}" for name, n in counter.most_common(show)))
    return "\n".join(lines)


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--show", type=int, default=0)
    cli.add_argument("--only", choices=["geovirus", "lgl"])
    args = cli.parse_args()
    for name, documents in (("geovirus", geovirus), ("lgl", lgl)):
        if args.only in {None, name}:
            print(name)
            print(measure(documents(args.folder), args.show))


if __name__ == "__main__":
    main()
