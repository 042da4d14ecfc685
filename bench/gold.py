"""Read a gold folder, score the readings with the folder's own scorer, and hold the floors.

    python -m bench.gold GOLD_FOLDER [--raise]

GOLD_FOLDER holds NAME.txt, NAME.gold.json and score_gold.py. Floors are kept in `bench/floors.json` under the checksum
of the gold; they only rise: `--raise` lifts those that are beaten and lowers none.
"""

import argparse
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

from msgspec.structs import replace

from fogline.desk import Desk, load_desk
from fogline.exports import FORMATS
from fogline.feeds import Page
from fogline.page import open_page

FLOORS = pathlib.Path(__file__).with_name("floors.json")
HELD = ("f1", "day", "kind", "value", "near", "source", "status", "type", "bounds", "what", "likelihood")
"""The scorer's columns that have floors."""


def checksum(folder: pathlib.Path) -> str:
    """The sha256 of the gold: every text and annotation, in the order of their names."""
    digest = hashlib.sha256()
    for file in sorted([*folder.glob("*.txt"), *folder.glob("*.gold.json")]):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def score(folder: pathlib.Path, desk: Desk) -> dict[str, dict[str, float]]:
    """The scorer's table over a desk's readings of the folder's texts."""
    pages = [Page(file.stem, file) for file in sorted(folder.glob("*.txt"))]
    readings = [desk.read(open_page(page.load(100), f"{page.name}.txt"), page.name) for page in pages]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        FORMATS["jsonl"].write(readings, out)  # type: ignore[arg-type]
        scorer = [sys.executable, str(folder / "score_gold.py"), str(folder), out.name, "--json"]
        table: dict[str, dict[str, float]] = json.loads(subprocess.run(scorer, check=True, capture_output=True).stdout)
    return table


def shown(table: dict[str, dict[str, float]], held: dict[str, float], *, lift: bool) -> list[str]:
    """Print a table with its floors, lift those that are beaten if asked, and give what lies below."""
    below = []
    for layer, row in table.items():
        cells = []
        for column, value in row.items():
            name = f"{layer}.{column}"
            floor = held.get(name)
            cells.append(f"{column} {value:.3f}" + (f" (≥ {floor:.3f})" if floor is not None else ""))
            if floor is not None and value < floor:
                below.append(f"{name} is {value:.3f}, below its floor {floor:.3f}")
            if lift and column in HELD and value > held.get(name, 0):
                held[name] = value
        print(f"{layer:10}" + "  ".join(cells))
    if table["spans"]["broken"]:
        below.append(f"{table['spans']['broken']:.0f} spans do not quote their text")
    return below


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("gold")
    cli.add_argument("--raise", dest="lift", action="store_true", help="lift the floors that are beaten")
    args = cli.parse_args()
    folder = pathlib.Path(args.gold)
    if not args.gold or not (folder / "score_gold.py").is_file():
        sys.exit(
            "bench: needs a gold folder with NAME.txt, NAME.gold.json and score_gold.py: make bench GOLD=path/to/gold"
        )
    mark = checksum(folder)
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    print(
        f"gold {mark}, {len(list(folder.glob('*.gold.json')))} reports; a floor stands behind each figure that has one"
    )
    below = []
    full = load_desk()
    for title, name, desk in (
        ("rules and reader", f"{mark} with reader", full),
        ("rules alone", mark, replace(full, reader=None)),
    ):
        print(f"\n{title}")
        below += [
            f"{title}: {line}" for line in shown(score(folder, desk), floors.setdefault(name, {}), lift=args.lift)
        ]
    if args.lift:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    if not floors[mark]:
        print("no floors are kept for this gold; --raise writes them")
    if below:
        sys.exit("\n".join(["below the floor:", *below]))


if __name__ == "__main__":
    main()
