"""How well actors are named on a corpus in the form of re3d: `bench/actors.py FOLDER [--show]`.

FOLDER holds one folder a source with ``documents.json`` and ``entities.json`` (JSON lines). Person and organisation
entities are compared with the actors named or described there: an entity is found when an actor's words overlap it.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from msgspec.structs import replace

from fogline.desk import load_desk
from fogline.grammar import parse
from fogline.nouns import Block, Report
from fogline.rules import actors, places
from fogline.rules.context import Context, Index


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def main() -> None:
    folder = Path(sys.argv[1])
    show = "--show" in sys.argv
    desk = load_desk()
    found = wanted = right = given = chars = 0
    seconds = 0.0
    missed: Counter[str] = Counter()
    invented: Counter[str] = Counter()
    for source in sorted(path for path in folder.iterdir() if path.is_dir() and path.name != "BBC Online"):
        entities: dict[str, list[dict[str, object]]] = defaultdict(list)
        for entity in lines(source / "entities.json"):
            if entity["type"] in {"Person", "Organisation"} and entity.get("confidence") != 0:
                entities[str(entity["documentId"])].append(entity)
        for document in lines(source / "documents.json"):
            text = str(document["text"])
            report = Report("r", text, None, None, None, "en", None, (Block(0, len(text), "body"),))
            context = Context(prose=parse(report, desk.tagger), atlas=desk.atlas, roster=desk.roster)
            context = replace(context, places=places.find(context))
            started = time.perf_counter()
            got = [actor for actor in actors.find(context) if actor.how != "pronoun"]
            seconds += time.perf_counter() - started
            chars += len(text)
            gold = [(int(str(e["begin"])), int(str(e["end"]))) for e in entities[str(document["_id"])]]
            index = Index(got)
            for begin, end in gold:
                hit = bool(index.covering(begin, end))
                found += hit
                wanted += 1
                if not hit:
                    missed[text[begin:end]] += 1
            for actor in got:
                if actor.how != "name":
                    continue
                hit = any(begin < actor.end and actor.start < end for begin, end in gold)
                right += hit
                given += 1
                if not hit:
                    invented[f"{actor.text} [{actor.rule}]"] += 1
    recall, precision = found / max(wanted, 1), right / max(given, 1)
    print(f"recall {recall:.3f} of {wanted}  precision of names {precision:.3f} of {given}", end="  ")
    print(f"F1 {2 * recall * precision / max(recall + precision, 1e-9):.3f}  {chars / seconds / 1000:.0f} kB/s")
    if show:
        print("missed:", missed.most_common(60))
        print("invented:", invented.most_common(60))


if __name__ == "__main__":
    main()
