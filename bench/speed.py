"""How fast a report is read on one core, what each stage costs, and how the cost grows with length.

python -m bench.speed [FOLDER]      FOLDER: reports to read; the samples when left out
"""

import os
import pathlib
import resource
import sys
import time
from collections import defaultdict

import numpy as np

from fogline.desk import load_desk
from fogline.feeds import pages
from fogline.nouns import Report
from fogline.page import open_page
from fogline.reader.model import Reader
from fogline.reader.tokens import WINDOW, split

SAMPLES = pathlib.Path(__file__).parent.parent / "samples"


def bare(reader: Reader, reports: list[Report]) -> tuple[float, int]:
    """Seconds of the encoder's forward pass alone on the same word pieces without furniture, and how many they are."""
    texts = ["\n".join(r.text[b.start : b.end] for b in r.blocks if b.kind != "furniture") for r in reports]
    ids = np.concatenate([split(text).ids for text in texts])
    before = time.perf_counter()
    for at in range(0, len(ids), WINDOW):
        part = ids[at : at + WINDOW]
        reader.forward(part, np.zeros_like(part))
    return time.perf_counter() - before, len(ids)


def main() -> None:
    folder = sys.argv[1] if len(sys.argv) > 1 else str(SAMPLES)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    started = time.perf_counter()
    desk = load_desk()
    print(f"start: desk loaded in {time.perf_counter() - started:.2f} s  ({desk.version})")
    loaded = [(page, page.load(100)) for page in pages([folder])]
    reports = [open_page(data, page.path.name if page.path else page.name) for page, data in loaded]
    best: dict[str, float] = {}
    ratios = []
    for _ in range(5):  # the best of five: the machine's noise only ever adds
        costs: defaultdict[str, float] = defaultdict(float)

        def clock(stage: str, seconds: float, costs: defaultdict[str, float] = costs) -> None:
            costs[stage] += seconds

        for page, data in loaded:
            before = time.perf_counter()
            report = open_page(data, page.path.name if page.path else page.name)
            costs["page"] += time.perf_counter() - before
            desk.read(report, page.name, clock=clock)
        if desk.reader is not None:
            seconds, count = bare(desk.reader, reports)
            ratios.append((sum(costs.values()) - costs["page"], seconds, count))
        if not best or sum(costs.values()) < sum(best.values()):
            best = costs
    total, characters = sum(best.values()), sum(len(report.text) for report in reports)
    print(f"{len(loaded)} reports, {characters:,} characters: {len(loaded) / total:.1f} reports/s on one core")
    for stage, seconds in best.items():
        print(f"  {stage:12}{seconds / len(loaded) * 1000:8.2f} ms a report {seconds / total:7.1%}")
    if ratios:
        read, alone, count = (min(column) for column in zip(*ratios, strict=True))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"Desk.read {count / read:,.0f} word pieces/s, the encoder alone {count / alone:,.0f}: "
            f"{read / alone:.2f} times its cost; peak memory {memory:.0f} MB"
        )
    # Only what is read: furniture repeated would be set aside, and the rest would look faster than it is.
    text = "\n\n".join(r.text[b.start : b.end] for r in reports for b in r.blocks if b.kind == "body")
    print(f"the bodies of all of them ({len(text):,} characters), over and over:")
    base = 0.0
    for times in (1, 5, 25):
        before = time.perf_counter()
        report = open_page(("\n\n".join([text] * times)).encode(), "long.txt")
        reading = desk.read(report, "long")
        took = time.perf_counter() - before
        base = base or took
        ratio, rate = took / base / times, len(report.text) / took / 1000
        print(f"  {times:4} × {took:8.2f} s  {ratio:5.2f} of linear  {rate:6.0f} kB/s  {len(reading.claims):6} claims")


if __name__ == "__main__":
    main()
