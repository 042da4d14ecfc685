"""Read and check our own training reports: `python training/notation.py FILE...` prints one line a problem.

The notation is described in `training/reports/README.md`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import get_args

from msgspec import Struct

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from fogline.errors import DataError  # noqa: E402
from fogline.marked import Mark, parse_marked  # noqa: E402
from fogline.nouns import BlockKind, Counted, EventType, Level, Likelihood, Outcome, Status  # noqa: E402

GENRES = "wire statement monitor bulletin liveblog eyewitness commentary analysis correction briefing translated"
BLOCKS = " ".join(kind for kind in get_args(BlockKind) if kind != "body")
STATUSES, EVENTS, LEVELS, COUNTED, LIKELIHOODS, OUTCOMES = (
    " ".join(get_args(closed)) for closed in (Status, EventType, Level, Counted, Likelihood, Outcome)
)
KINDS = "person organisation group country nationality"

ATTRIBUTES: dict[str, dict[str, str]] = {
    **{block: {} for block in BLOCKS.split()},
    "actor": {"kind": KINDS},
    "place": {"level": LEVELS},
    "weapon": {},
    "vehicle": {},
    "document": {},
    "time": {"value": "", "approx": "yes"},
    "claim": {"n": "", "source": "", "status": STATUSES, "via": "", "mode": "direct indirect mixed"},
    "source": {"n": ""},
    "cue": {"n": ""},
    "hedge": {"n": ""},
    "event": {
        "type": EVENTS, "actor": "", "target": "", "place": "", "weapon": "", "when": "", "status": STATUSES,
        "again": "yes", "killed": "", "injured": "",
    },
    "figure": {"low": "", "high": "", "what": COUNTED, "side": "", "place": "", "source": "", "as_of": ""},
    "forecast": {
        "likelihood": LIKELIHOODS, "horizon": "", "condition": "", "outcome": OUTCOMES, "source": "",
    },
}  # fmt: skip
"""The tags, their attributes, and the closed list of an attribute's values where it has one."""

NEEDED = {
    "actor": "kind",
    "place": "level",
    "time": "value",
    "source": "n",
    "cue": "n",
    "hedge": "n",
    "claim": "n",
    "event": "type",
    "figure": "low high what",
    "forecast": "likelihood",
}
HEADER = ("genre", "told", "published", "real", "invented", "hand")

_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_TIME = re.compile(rf"{_DAY}(?:/{_DAY})?|P\d+[DWMY]|null")
_NUMBER = re.compile(r"\d+(?:\.\d+)?|null")


class OwnReport(Struct, frozen=True):
    """A training report: its file name without ending, header, plain text, and marks by offset (code points)."""

    name: str
    header: dict[str, str]
    text: str
    marks: tuple[Mark, ...]


def read_report(path: Path) -> OwnReport:
    """Read one training report. Raises `DataError` for a header or tags that cannot be read."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    header: dict[str, str] = {}
    for line in head.splitlines():
        match = re.fullmatch(r"# ([a-z]+):\s*(.*)", line)
        if not match:
            raise DataError(f"{path.name}: header line {line!r} is not '# name: value'")
        header[match[1]] = match[2]
    text, marks = parse_marked(body.strip("\n"))
    return OwnReport(path.stem, header, text, marks)


def problems(report: OwnReport) -> list[str]:
    """Name what is wrong with the form of a report."""
    found = [f"header lacks {name}" for name in HEADER if name not in report.header]
    if report.header.get("genre") not in GENRES.split():
        found.append(f"genre {report.header.get('genre')!r} is not one of: {GENRES}")
    if stray := re.search(r"</?[a-z]+[ >]|&(?:amp|lt|gt);", report.text):
        found.append(f"a tag or escape is left in the text: {report.text[stray.start() - 20 : stray.end() + 20]!r}")
    numbered = {n for mark in report.marks if mark.kind == "claim" for n in mark.attributes.get("n", "").split()}
    first: set[str] = set()
    for mark in report.marks:
        words = report.text[mark.start : mark.end]
        found += [f"<{mark.kind}> {words[:40]!r}: {problem}" for problem in mark_problems(mark, report.text)]
        if mark.kind == "claim" and (n := mark.attributes.get("n", "")) not in first:
            first.add(n)
            found += [
                f"<claim n={n}> {words[:40]!r} lacks {a}" for a in ("source", "status") if a not in mark.attributes
            ]
        elif mark.kind in {"source", "cue", "hedge"}:
            missing = set(mark.attributes.get("n", "").split()) - numbered
            found += [f"<{mark.kind}> {words!r}: no claim has n={n}" for n in sorted(missing)]
    return found


def mark_problems(mark: Mark, text: str) -> list[str]:
    """Name what is wrong with one mark."""
    known = ATTRIBUTES.get(mark.kind)
    if known is None:
        return ["no such tag"]
    words = text[mark.start : mark.end]
    found = [f"lacks {name}" for name in NEEDED.get(mark.kind, "").split() if name not in mark.attributes]
    if words != words.strip() or not words:
        found.append("begins or ends with a space, or is empty")
    if mark.kind == "event" and not {"status", "again"} & mark.attributes.keys():
        found.append("lacks status")
    for name, value in mark.attributes.items():
        if name not in known:
            found.append(f"has no attribute {name}")
        elif known[name] and value not in known[name].split():
            found.append(f"{name}={value!r} is not one of: {known[name]}")
        elif name in {"when", "horizon", "as_of"} or (mark.kind == "time" and name == "value"):
            found += [] if _TIME.fullmatch(value) else [f"{name}={value!r} is no time value"]
        elif name in {"low", "high"}:
            found += [] if _NUMBER.fullmatch(value) else [f"{name}={value!r} is no number"]
        elif name in {"actor", "target", "place", "weapon", "source", "side", "condition"}:
            spoken = value in {"author", "unnamed", "null"}
            found += [] if spoken or value in text else [f"{name}={value!r} does not stand in the text to the letter"]
    return found


def main() -> None:
    """Check the named files."""
    bad = 0
    for path in map(Path, sys.argv[1:]):
        try:
            found = problems(read_report(path))
        except DataError as error:
            found = [str(error)]
        bad += bool(found)
        for problem in found:
            print(f"{path.name}: {problem}")
    print(f"{len(sys.argv) - 1} reports, {bad} with problems")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
