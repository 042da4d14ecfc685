"""Fit the scores of claims: `python -m training.reader.calibrate DATA` writes them into the shipped `reader.json`.

Uses the development tenth of our own reports and of the real ones, which the weights have not seen. Prints a
reliability table in which each half is scored by what the other half taught.
"""

from __future__ import annotations

import argparse
import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from fogline.desk import Desk, load_desk
from fogline.meeting.claims import share
from fogline.nouns import Block, Claim, Report, identity
from fogline.reader.model import WEIGHTS
from training.notation import BLOCKS, OwnReport, read_report
from training.reader.corpora import own_part
from training.standoff import read_standoff

Floats = npt.NDArray[np.float64]
Judged = list[tuple[Claim, bool]]
HERE = Path(__file__).resolve().parent
ENOUGH = 0.4
"""Two contents are the same when they share this much, intersection over union."""


def reports(data: Path) -> list[OwnReport]:
    """Give the annotated reports that are held out."""
    own = [read_report(path) for path in sorted((HERE.parent / "reports").glob("*.txt"))]
    real = [report for report, _ in read_standoff(HERE.parent / "standoff.jsonl", data)]
    return [report for report in (*own, *real) if own_part(report.name) == "dev"]


def contents(report: OwnReport) -> list[tuple[int, int]]:
    """Give the words of each claim, from its first piece to its last."""
    found: dict[str, tuple[int, int]] = {}
    for mark in report.marks:
        if mark.kind == "claim":
            start, end = found.get(mark.attributes["n"], (mark.start, mark.end))
            found[mark.attributes["n"]] = (min(start, mark.start), max(end, mark.end))
    return list(found.values())


def page(report: OwnReport) -> Report:
    """Give the report with its blocks as they are marked."""
    marked = {(m.start, m.end): m.kind for m in report.marks if m.kind in BLOCKS.split()}
    cuts = sorted({0, len(report.text), *(edge for span in marked for edge in span)})
    blocks = tuple(
        Block(a, b, marked.get((a, b), "body"))  # type: ignore[arg-type]
        for a, b in pairwise(cuts)
        if report.text[a:b].strip()
    )
    return Report(identity("report", report.text), report.text, None, None, None, "en", None, blocks)


def judged(desk: Desk, report: OwnReport) -> Judged:
    """Read a report and say of each claim whether it is one; an annotated claim is given out once."""
    left = contents(report)
    found = []
    claims = [claim for claim in desk.read(page(report)).claims if claim.mode != "narrated" and claim.score is not None]
    for claim in sorted(claims, key=lambda claim: -(claim.score or 0)):
        shared, best = max(((share(a, b, claim.start, claim.end), (a, b)) for a, b in left), default=(0.0, (0, 0)))
        if shared >= ENOUGH:
            left.remove(best)
        found.append((claim, shared >= ENOUGH))
    return found


def features(claims: Judged) -> tuple[Floats, Floats]:
    """Give constant, odds in logits and whether a rule found it; and right or wrong."""
    odds = np.clip(np.array([claim.score or 0.0 for claim, _ in claims]), 0.001, 0.999)
    ruled = np.array([float(claim.rule != "meeting.seen_claim") for claim, _ in claims])
    x = np.stack([np.ones(len(claims)), np.log(odds / (1 - odds)), ruled], axis=1)
    return x, np.array([float(right) for _, right in claims])


def fit(x: Floats, y: Floats) -> Floats:
    """Fit a logistic curve by Newton's method, held near nought where little speaks for a weight."""
    weights = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.eye(x.shape[1])
        weights += np.linalg.solve(hessian, x.T @ (y - p) - weights)
    return weights


def table(p: Floats, y: Floats) -> str:
    """Give a reliability table: of the claims scored so, how many are right."""
    lines = ["| score | claims | mean score | right |", "|---|---|---|---|"]
    for tenth in range(10):
        here = np.minimum(np.floor(p * 10), 9) == tenth
        if here.any():
            lines.append(f"| 0.{tenth}… | {int(here.sum())} | {p[here].mean():.2f} | {y[here].mean():.2f} |")
    return "\n".join(lines)


def main() -> None:
    """Fit, print and write."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("data", type=Path)
    args = cli.parse_args()
    desk = load_desk()
    if desk.reader is None:
        raise SystemExit("no weights to calibrate: make -C training export")
    raw = replace(desk, reader=replace(desk.reader, learned=replace(desk.reader.learned, calibration=None)))
    read = [judged(raw, report) for report in reports(args.data)]
    halves = [[one for part in read[side::2] for one in part] for side in (0, 1)]
    scores, verdicts = [], []
    for mine, other in ((0, 1), (1, 0)):
        x, y = features(halves[mine])
        scores.append(1 / (1 + np.exp(-x @ fit(*features(halves[other])))))
        verdicts.append(y)
    print(table(np.concatenate(scores), np.concatenate(verdicts)))
    path = WEIGHTS / "reader.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    card["calibration"] = [round(float(weight), 4) for weight in fit(*features(halves[0] + halves[1]))]
    path.write_text(json.dumps(card) + "\n", encoding="utf-8")
    print("calibration", card["calibration"])


if __name__ == "__main__":
    main()
