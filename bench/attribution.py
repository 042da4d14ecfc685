"""Score our claims against attributions in brat standoff: content by token overlap, cue and source to the letter.

    python bench/attribution.py FOLDER [--show N] [--limit N]

FOLDER holds ``text/*.txt`` and ``attributions/*.ann``. A claim and an attribution match when their contents share at
least half of all their tokens (intersection over union), one to one, best first. Claims inside a longer statement of
the same speaker are left out: such a corpus gives every token to one attribution only.
"""

import argparse
import pathlib
import random
from collections import Counter

from training.reader.corpora import attributions

from bench.reader import paired, tokens
from fogline.desk import load_desk
from fogline.nouns import Block, Report, identity


def around(text: str, a: int, b: int) -> str:
    return text[max(0, a - 60) : b + 60].replace("\n", "⏎")


def f1(right: int, got: int, gold: int) -> str:
    p, r = right / max(1, got), right / max(1, gold)
    return f"precision {p:.3f}  recall {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}"


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("folder", type=pathlib.Path)
    cli.add_argument("--show", type=int, default=0)
    cli.add_argument("--limit", type=int)
    args = cli.parse_args()
    desk = load_desk()
    counts: Counter[str] = Counter()
    missed, invented = [], []
    texts = sorted((args.folder / "text").iterdir())[: args.limit]
    for file in texts:
        notes = next(iter(sorted((args.folder / "attributions").glob(file.stem + "*"))), None)
        if notes is None:
            continue
        text = file.read_bytes().decode("utf-8")
        report = Report(identity("report", text), text, None, None, None, "en", None, (Block(0, len(text), "body"),))
        gold = attributions(notes)
        claims = [
            c
            for c in desk.read(report).claims
            if c.mode != "narrated" and c.source.name != "author" and c.rule != "speech.within"
        ]
        wanted = [tokens(text, item["Content"]) for item in gold]
        given = [tokens(text, [(c.start, c.end)]) for c in claims]
        used_gold = dict(paired(wanted, given))
        used = set(used_gold.values())
        counts["gold"] += len(gold)
        counts["got"] += len(claims)
        counts["content"] += len(used)
        cue_gold = {tokens(text, item["Cue"]) for item in gold if item["Cue"]}
        cue_got = {tokens(text, [(c.cue.start, c.cue.end)]) for c in claims if c.cue}
        counts["cue_gold"] += len(cue_gold)
        counts["cue_got"] += len(cue_got)
        counts["cue"] += len(cue_gold & cue_got)
        for i, j in used_gold.items():
            source = claims[j].source
            if gold[i]["Source"]:
                counts["source_asked"] += 1
                mine = (
                    tokens(text, [(source.start, source.end)])
                    if source.start is not None and source.end
                    else frozenset()
                )
                theirs = tokens(text, gold[i]["Source"])
                counts["source"] += mine == theirs
                counts["source_half"] += len(mine & theirs) >= 0.5 * max(1, min(len(mine), len(theirs))) and bool(mine)
        missed += [
            (
                file.stem[-20:],
                item,
                around(text, min(s for p in item.values() for s, _ in p), max(e for p in item.values() for _, e in p)),
                " ".join(text[a:b] for a, b in item["Cue"]),
            )
            for i, item in enumerate(gold)
            if i not in used_gold
        ]
        invented += [(file.stem[-20:], c, around(text, c.start, c.end)) for j, c in enumerate(claims) if j not in used]
    print(
        "content",
        f1(counts["content"], counts["got"], counts["gold"]),
        f"({counts['got']} claims, {counts['gold']} attributions)",
    )
    print("cue    ", f1(counts["cue"], counts["cue_got"], counts["cue_gold"]))
    asked = max(1, counts["source_asked"])
    exact, half = counts["source"] / asked, counts["source_half"] / asked
    print(f"source  exact {exact:.3f}  half {half:.3f}  of {asked} in matched contents")
    if args.show:
        random.seed(args.show)
        print("\nmissed cues:", Counter(row[3] for row in missed).most_common(60))
        for row in random.sample(missed, min(args.show, len(missed))):
            print(f"- MISSED [{row[3]}] {row[2]!r}")
        print("\ninvented:", Counter((c.cue.text if c.cue else None, c.rule) for _, c, _ in invented).most_common(60))
        for _, claim, place in random.sample(invented, min(args.show, len(invented))):
            print(
                f"- INVENTED [{claim.cue.text if claim.cue else None}] <{claim.source.name}> "
                f"{claim.text[:140]!r} in {place[:300]!r}"
            )


if __name__ == "__main__":
    main()
