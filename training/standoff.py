"""Annotations of real reports without their text: offsets into documents that everybody can get from the corpora.

`python training/standoff.py MARKED_FOLDER INDEX DATA --out training/standoff.jsonl` makes the file from marked copies
(the notation of `training/reports/README.md`); `read_standoff` puts annotation and text together again.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent)]

from fogline.marked import Mark  # noqa: E402
from training.notation import OwnReport, read_report  # noqa: E402

QUOTING = ("actor", "target", "place", "weapon", "source", "via", "side", "condition")
"""Attributes whose value repeats words of the report: kept as offsets."""
SPOKEN = {"author", "unnamed", "null", "yes"}


def texts(data: Path) -> dict[str, str]:
    """Give the texts of re3d (by document) and Wikinews (by address); re3d's BBC folder is left out."""
    found: dict[str, str] = {}
    for folder in sorted(p for p in (data / "re3d").iterdir() if p.is_dir() and p.name != "BBC Online"):
        for line in (folder / "documents.json").read_text(encoding="utf-8-sig").splitlines():
            if line.strip():
                row = json.loads(line)
                found[row["_id"]] = row["text"]
    for year in (2019, 2020):
        with (data / "wikinews_articles" / f"wikinews_{year}.csv").open(encoding="utf-8", newline="") as file:
            found.update({row["url"]: row["text"] for row in csv.DictReader(file)})
    return found


def nearest(text: str, words: str, at: int) -> tuple[int, int] | None:
    """Find the place where words stand that is nearest to an offset."""
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return min(found, key=lambda span: (abs(span[0] - at), span), default=None)


def stripped(mark: Mark, text: str, shift: int) -> list[Any]:
    """Give a mark as kind, start, end and attributes, the words of the report in them as offsets."""
    values: dict[str, Any] = {}
    for name, value in mark.attributes.items():
        if name not in QUOTING or value in SPOKEN:
            values[name] = value
        else:
            places = [nearest(text, part, mark.start) for part in (value.split("|") if name == "via" else [value])]
            if all(places):
                values[name] = [[a + shift, b + shift] for a, b in (place for place in places if place)]
    return [mark.kind, mark.start + shift, mark.end + shift, values]


def read_standoff(path: Path, data: Path) -> list[tuple[OwnReport, str]]:
    """Read the annotations with their texts, each with the name of its document there.

    Documents that are missing or differ are left out, and named on the error output.
    """
    known = texts(data)
    found: list[tuple[OwnReport, str]] = []
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        text = known.get(row["id"])
        if text is None or hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            print(f"{row['name']}: its text is not in {data} as it was annotated; left out", file=sys.stderr)
            continue
        marks = []
        for kind, start, end, values in row["marks"]:
            words = {
                name: value if isinstance(value, str) else "|".join(text[a:b] for a, b in value)
                for name, value in values.items()
            }
            marks.append(Mark(kind, start, end, words))
        found.append((OwnReport(row["name"], row["header"], text, tuple(marks)), row["id"]))
    return found


def main() -> None:
    """Take the text out of marked copies."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("marked", type=Path)
    cli.add_argument("index", type=Path, help="JSON: a list of {name, corpus, id}")
    cli.add_argument("data", type=Path)
    cli.add_argument("--out", type=Path, default=HERE / "standoff.jsonl")
    args = cli.parse_args()
    known = texts(args.data)
    lines = []
    for row in json.loads(args.index.read_text(encoding="utf-8")):
        path = args.marked / f"{row['name']}.txt"
        if not path.exists():
            continue
        report, text = read_report(path), known[row["id"]]
        shift = text.find(report.text.strip()) - (len(report.text) - len(report.text.lstrip()))
        if text.find(report.text.strip()) < 0:
            raise SystemExit(f"{path.name}: its words are not those of the document")
        marks = [stripped(mark, report.text, shift) for mark in report.marks]
        header = {
            name: value for name, value in report.header.items() if name in {"genre", "published", "hand", "checked"}
        }
        lines.append(
            json.dumps(
                {
                    "name": row["name"], "corpus": row["corpus"], "id": row["id"],
                    "sha256": hashlib.sha256(text.encode()).hexdigest(), "header": header, "marks": marks,
                },
                ensure_ascii=False,
            )
        )  # fmt: skip
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} documents, {sum(len(json.loads(line)['marks']) for line in lines)} marks")


if __name__ == "__main__":
    main()
