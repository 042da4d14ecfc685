"""How fast a report is read on one core, what each stage costs, and how the cost grows with length.

python -m bench.speed [FOLDER]      FOLDER: reports to read; the samples when left out
"""

import pathlib
import sys
import time
from collections import defaultdict

from fogline.desk import load_desk
from fogline.feeds import pages
from fogline.page import open_page

SAMPLES = pathlib.Path(__file__).parent.parent / "samples"


def main() -> None:
    folder = sys.argv[1] if len(sys.argv) > 1 else str(SAMPLES)
    started = time.perf_counter()
    desk = load_desk()
    print(f"start: desk loaded in {time.perf_counter() - started:.2f} s")
    loaded = [(page, page.load(100)) for page in pages([folder])]
    best: dict[str, float] = {}
    for _ in range(3):  # the best of three: the machine's noise only ever adds
        costs: defaultdict[str, float] = defaultdict(float)
        characters = 0

        def clock(stage: str, seconds: float, costs: defaultdict[str, float] = costs) -> None:
            costs[stage] += seconds

        for page, data in loaded:
            before = time.perf_counter()
            report = open_page(data, page.path.name if page.path else page.name)
            costs["page"] += time.perf_counter() - before
            desk.read(report, page.name, clock=clock)
            characters += len(report.text)
        if not best or sum(costs.values()) < sum(best.values()):
            best = costs
    total = sum(best.values())
    print(f"{len(loaded)} reports, {characters:,} characters: {len(loaded) / total:.1f} reports/s on one core")
    for stage, seconds in best.items():
        print(f"  {stage:12}{seconds / len(loaded) * 1000:8.2f} ms a report {seconds / total:7.1%}")
    # Only what is read: furniture repeated would be set aside, and the rest would look faster than it is.
    reports = [open_page(data, page.path.name if page.path else page.name) for page, data in loaded]
    text = "\n\n".join(r.text[b.start : b.end] for r in reports for b in r.blocks if b.kind == "body")
    print(f"the bodies of all of them ({len(text):,} characters), over and over:")
    base = 0.0
    for times in (1, 10, 100):
        before = time.perf_counter()
        report = open_page(("\n\n".join([text] * times)).encode(), "long.txt")
        reading = desk.read(report, "long")
        took = time.perf_counter() - before
        base = base or took
        ratio, rate = took / base / times, len(report.text) / took / 1000
        print(f"  {times:4} × {took:8.2f} s  {ratio:5.2f} of linear  {rate:6.0f} kB/s  {len(reading.claims):6} claims")


if __name__ == "__main__":
    main()
