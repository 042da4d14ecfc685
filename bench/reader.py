"""Measure the reader: `python -m bench.reader DATA [--only re3d,polnear,muc,toponyms,own]`.

DATA is the folder of the corpora (see `training/README.md`). Development parts only.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from training.reader import corpora
from training.reader.corpora import Document

from bench import muc
from fogline.reader.attribution import attributions
from fogline.reader.decode import link, linked, sorted_as
from fogline.reader.model import Reader, load_reader
from fogline.reader.scheme import TAGGED

TOPONYM_BIAS = 1.5
"""Taken from the score of "outside": LGL counts names inside names ("Tennessee Arts Commission"), GeoVirus does not."""
ROOT = Path(__file__).resolve().parent.parent
Spans = set[tuple[int, int, str]]


def f1(right: int, got: int, gold: int) -> str:
    """Print precision, recall and F1."""
    p, r = right / max(1, got), right / max(1, gold)
    return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} ({gold})"


def spans_of(reader: Reader, text: str, head: str, bias: float = 0.0) -> Spans:
    """Give the spans that a head marks, in code points."""
    return {
        (*seen.chars(run.start, run.end), run.label) for seen in reader.see(text) for run in seen.owned_runs(head, bias)
    }


def flat(reader: Reader, documents: Iterable[Document], head: str, known: Sequence[str] = ()) -> str:
    """Score the spans of one head to the letter, and apart by label."""
    right, got, gold = Counter[str](), Counter[str](), Counter[str]()
    for document in documents:
        wanted = {(t.start, t.end, t.label) for t in document.tagged if t.head == head}
        given = {span for span in spans_of(reader, document.text, head) if not known or span[2] in known}
        for _, _, label in wanted:
            gold[label] += 1
        for span in given:
            got[span[2]] += 1
            right[span[2]] += span in wanted
    each = "  ".join(
        f"{label} {2 * right[label] / max(1, got[label] + gold[label]):.2f}/{gold[label]}"
        for label in sorted(gold, key=lambda k: -gold[k])
    )
    return f"{f1(right.total(), got.total(), gold.total())}\n    {each}"


def toponyms(reader: Reader, documents: Iterable[Document], *, demonyms: bool = False) -> str:
    """Score toponyms to the letter and by overlap, one to one. With `demonyms`, "Sudanese" is one, as LGL has it."""
    exact = got = gold = near = 0
    for document in documents:
        wanted = [(t.start, t.end) for t in document.tagged if t.head == "toponym"]
        given = sorted((a, b) for a, b, _ in spans_of(reader, document.text, "toponym", TOPONYM_BIAS))
        if demonyms:
            people = [(a, b) for a, b, label in spans_of(reader, document.text, "mention") if label == "nationality"]
            given = sorted({*given, *((a, b) for a, b in people if not any(c < b and a < d for c, d in given))})
        exact += len(set(wanted) & set(given))
        got, gold = got + len(given), gold + len(wanted)
        for a, b in wanted:
            hit = next((g for g in given if g[0] < b and a < g[1]), None)
            if hit:
                given.remove(hit)
                near += 1
    return f"exact {f1(exact, got, gold)}  overlap {f1(near, got, gold)}"


def tokens(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Give the places of the words in spans."""
    return frozenset(a + match.start() for a, b in spans for match in re.finditer(r"\w+", text[a:b]))


def paired(wanted: Sequence[frozenset[int]], given: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pair contents one to one, best first, that share at least half of all their words."""
    ranked = sorted(
        ((len(a & b) / len(a | b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(given) if a & b),
        reverse=True,
    )
    left: set[int] = set()
    right: set[int] = set()
    found = []
    for value, i, j in ranked:
        if value >= 0.5 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append((i, j))
    return found


def attribution(reader: Reader, documents: Sequence[Document], part: str, data: Path, bias: float = 0.0) -> str:
    """Score attributions against PolNeAR: cue and source to the letter, content by half of all words.

    "plain" are contents without a quotation mark: how many of those given are right, of those wanted are found.
    """
    counts: Counter[str] = Counter()
    for document in documents:
        notes = min((data / "polnear" / part / "attributions").glob(f"{document.name}*"))
        text = document.text

        def plain(spans: Iterable[tuple[int, int]], text: str = text) -> bool:
            return not any(mark in text[a:b] for a, b in spans for mark in '"“”')

        golds = corpora.attributions(notes)
        gots = attributions(reader, text, bias)
        cues = {tokens(text, gold["Cue"]) for gold in golds if gold["Cue"]}
        counts["cues"] += len([gold for gold in golds if gold["Cue"]])
        counts["cue"] += sum(tokens(text, [got.cue]) in cues for got in gots)
        pairs = paired([tokens(text, g["Content"]) for g in golds], [tokens(text, got.contents) for got in gots])
        for kind in ("all", "plain"):
            every = kind == "all"
            counts[f"{kind} gold"] += sum(every or plain(gold["Content"]) for gold in golds)
            counts[f"{kind} got"] += sum(every or plain(got.contents) for got in gots)
            counts[f"{kind} found"] += sum(every or plain(golds[i]["Content"]) for i, _ in pairs)
            counts[f"{kind} right"] += sum(every or plain(gots[j].contents) for _, j in pairs)
            for i, j in pairs:
                source = golds[i]["Source"]
                if source and (every or plain(golds[i]["Content"])):
                    given = gots[j].source
                    counts[f"{kind} asked"] += 1
                    counts[f"{kind} source"] += tokens(text, source) == tokens(text, [given] if given else [])
    lines = [f"cue {f1(counts['cue'], counts['all got'], counts['cues'])}"]
    for kind in ("all", "plain"):
        p = counts[f"{kind} right"] / max(1, counts[f"{kind} got"])
        r = counts[f"{kind} found"] / max(1, counts[f"{kind} gold"])
        lines.append(
            f"    {kind:6} content P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} ({counts[f'{kind} gold']})"
            f"  source exact of matched {counts[f'{kind} source'] / max(1, counts[f'{kind} asked']):.3f}"
        )
    return "\n".join(lines)


def links(reader: Reader, documents: Iterable[Document]) -> str:
    """Score links from given anchors (best run, overlap) and classes at given spans."""
    right, got, gold = Counter[str](), Counter[str](), Counter[str]()
    sure, asked = Counter[str](), Counter[str]()
    for document in documents:
        for seen in reader.see(document.text):
            mine = slice(*seen.owned)
            where = {int(start): i for i, start in enumerate(seen.starts) if mine.start <= i < mine.stop}
            for item in document.links:
                if item.anchor not in where:
                    continue
                scores = link(seen.rows, item.role, [where[item.anchor]])[0]
                best = max(linked(scores, 2.0), key=lambda s: s[2], default=None)
                gold[item.role] += bool(item.spans)
                got[item.role] += best is not None
                if best:
                    a, b = int(seen.starts[best[0]]), int(seen.ends[best[1] - 1])
                    right[item.role] += any(a < d and c < b for c, d in item.spans)
            for kind in document.sorted:
                if kind.start in where:
                    asked[kind.head] += 1
                    sure[kind.head] += sorted_as(seen.rows, kind.head, where[kind.start])[0] == kind.label
    lines = [f"    link {role:8} {f1(right[role], got[role], gold[role])}" for role in gold]
    lines += [f"    class {head:10} {sure[head] / asked[head]:.3f} of {asked[head]}" for head in asked]
    return "\n".join(lines)


PARTS = ("re3d", "polnear", "muc", "toponyms", "own")


def report(reader: Reader, data: Path, only: Sequence[str] = PARTS) -> None:
    """Print the development figures."""
    if "re3d" in only:
        for part in ("dev", "test"):
            print("re3d", part, flat(reader, corpora.re3d(data, part), "entity"), flush=True)
    if "polnear" in only:
        print("PolNeAR dev", attribution(reader, corpora.polnear(data, "dev"), "dev", data), flush=True)
    if "muc" in only:
        print("MUC dev", muc.score(reader, data, "dev"), flush=True)
    if "toponyms" in only:
        print("GeoVirus", toponyms(reader, corpora.geovirus(data, "dev")), flush=True)
        print("LGL", toponyms(reader, corpora.lgl(data), demonyms=True), flush=True)
    if "own" in only:
        reports = ROOT / "training" / "reports"
        for name, documents in (("own", corpora.own(reports, "dev")), ("real", corpora.real(data, "dev"))):
            for head in ("mention", "claim", "event", "figure", "forecast"):
                marked = [label for label in TAGGED[head] if label not in {"quantity", "money"}]
                print(name, head, flat(reader, documents, head, marked))
            print(links(reader, documents))


def main() -> None:
    """Measure the shipped weights."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("data", type=Path)
    cli.add_argument("--only", default=",".join(PARTS))
    args = cli.parse_args()
    reader = load_reader()
    if reader is None:
        raise SystemExit("no weights: src/fogline/reader/weights/reader.onnx is missing")
    report(reader, args.data, args.only.split(","))


if __name__ == "__main__":
    main()
