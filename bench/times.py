"""Score calendar expressions on TimeML corpora with the TempEval-3 definitions.

    python bench/times.py FOLDER... [--show missed|invented|value|extent] [--limit N]
    python bench/times.py --published FOLDER

FOLDER holds .tml files (TimeBank, AQUAINT). Strict: same first and last character; relaxed: any overlap, one to one;
value: relaxed match with the same TIMEX3 value, as F1 over all. The creation time is given as the day of publication
and is not counted itself.

With --published, FOLDER holds .csv files of dated articles (columns date, title, text) whose first line is their date.
The line is taken away, and every day of publication that is then inferred is printed beside the true one.
"""

import argparse
import collections
import csv
import html
import pathlib
import re
import sys
from datetime import date
from typing import NamedTuple

from fogline.atlas import load_atlas
from fogline.grammar import parse
from fogline.grammar.tagger import load_tagger
from fogline.nouns import Block, Day, Report, identity
from fogline.roster import load_roster
from fogline.rules import times
from fogline.rules.context import Context

_TIMEX = re.compile(r"<(/?)(\w+)([^>]*)>")
_VALUE = re.compile(r'\bvalue="([^"]*)"')


class Gold(NamedTuple):
    """A marked expression: offsets in the plain text, TIMEX3 value."""

    start: int
    end: int
    value: str


def read(path: pathlib.Path) -> tuple[str, str | None, list[Gold]]:
    """The plain text of a TimeML file, its creation day, and its marked expressions."""
    source = path.read_text(encoding="utf-8", errors="replace")
    head = re.search(r"<DCT>.*?value=\"(\d{4}-\d{2}-\d{2})", source, re.DOTALL)
    body = re.search(r"<TEXT>(.*)</TEXT>", source, re.DOTALL)
    pieces: list[str] = []
    found: list[Gold] = []
    open_: list[tuple[int, str]] = []
    length = at = 0
    content = body[1] if body else ""
    for tag in _TIMEX.finditer(content):
        piece = html.unescape(content[at : tag.start()])
        pieces.append(piece)
        length += len(piece)
        at = tag.end()
        if tag[2] == "TIMEX3":
            if tag[1]:
                start, value = open_.pop()
                if length > start:
                    found.append(Gold(start, length, value))
            else:
                match = _VALUE.search(tag[3])
                open_.append((length, match[1] if match else ""))
    pieces.append(html.unescape(content[at:]))
    return "".join(pieces), head[1] if head else None, found


def report_of(text: str, day: str | None) -> Report:
    """A report of one block, as if its page had stated its day."""
    return Report(
        id=identity("report", text), text=text, title=None, outlet=None, author=None, language="en",
        published=Day(day, "stated", "bench") if day else None, blocks=(Block(0, len(text), "body"),),
    )  # fmt: skip


def published(folder: pathlib.Path) -> None:
    """Print the days of publication that are inferred from articles without their first line."""
    tagger = load_tagger()
    rows = [row for path in sorted(folder.glob("*.csv")) for row in csv.DictReader(path.open(encoding="utf-8"))]
    if not rows:
        sys.exit(f"{folder}: no .csv files with rows")
    off: collections.Counter[int] = collections.Counter()
    for row in rows:
        found = times.publication.infer(parse(report_of(row["text"].partition("\n")[2].strip(), None), tagger))
        if found is not None:
            days = (date.fromisoformat(found.value) - date.fromisoformat(row["date"])).days
            off[days] += 1
            print(f"{days:+d} {found.value} for {row['date']} {found.rule}: {found.note} ({row['title']})")
    print(f"articles {len(rows)}  inferred {off.total()}  on the day {off[0]}  a day off {off[-1] + off[1]}")


def main() -> None:
    """Print the figures."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folders", nargs="*", type=pathlib.Path)
    cli.add_argument("--published", type=pathlib.Path, metavar="FOLDER")
    cli.add_argument("--show", choices=["missed", "invented", "value", "extent"])
    cli.add_argument("--limit", type=int, default=60)
    args = cli.parse_args()
    if args.published:
        published(args.published)
        return
    tagger, atlas, roster = load_tagger(), load_atlas(), load_roster()
    total: collections.Counter[str] = collections.Counter()
    shown: collections.Counter[str] = collections.Counter()
    for folder in args.folders:
        files = sorted(folder.rglob("*.tml"))
        if not files:
            sys.exit(f"{folder}: no .tml files")
        for path in files:
            text, day, gold = read(path)
            report = report_of(text, day)
            context = Context(prose=parse(report, tagger), atlas=atlas, roster=roster, published=report.published)
            got = times.timexes(context)
            total["gold"] += len(gold)
            total["got"] += len(got)
            spans = {(g.start, g.end) for g in gold}
            total["strict"] += sum((t.start, t.end) in spans for t in got)
            used: set[int] = set()
            for g in gold:
                best = max(
                    (k for k, t in enumerate(got) if k not in used and t.start < g.end and g.start < t.end),
                    key=lambda k: min(got[k].end, g.end) - max(got[k].start, g.start),
                    default=None,
                )
                around = text[max(0, g.start - 30) : g.end + 25].replace("\n", " ")
                if best is None:
                    if args.show == "missed":
                        shown[f"{text[g.start : g.end]!r} {g.value} … {around}"] += 1
                    continue
                used.add(best)
                t = got[best]
                total["relaxed"] += 1
                total["value"] += t.timex == g.value
                if args.show == "value" and t.timex != g.value:
                    shown[f"{t.text!r} ({t.rule}) {t.timex} for {g.value} day {day} … {around}"] += 1
                if args.show == "extent" and (t.start, t.end) != (g.start, g.end):
                    shown[f"{t.text!r} for {text[g.start : g.end]!r} ({t.rule}) … {around}"] += 1
            if args.show == "invented":
                for k, t in enumerate(got):
                    if k not in used:
                        shown[
                            f"{t.text!r} {t.timex} ({t.rule}) … {text[max(0, t.start - 30) : t.end + 20]}".replace(
                                "\n", " "
                            )
                        ] += 1
    for row, n in shown.most_common(args.limit):
        print(n, row)
    for name in ("strict", "relaxed", "value"):
        p, r = total[name] / max(1, total["got"]), total[name] / max(1, total["gold"])
        print(f"{name:8} precision {p:.3f}  recall {r:.3f}  F1 {2 * p * r / (p + r) if p + r else 0:.3f}")
    print(f"gold {total['gold']}  found {total['got']}")


if __name__ == "__main__":
    main()
