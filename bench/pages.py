"""How much of an article survives a page: the HTML itself, and its dump to plain text with all the furniture.

    python -m bench.pages FOLDER [--worst N] [--only ID]

FOLDER holds ``ground-truth.json`` (id: {articleBody, url}) and ``html/ID.html``, as the article extraction benchmark of
Scrapinghub (MIT) has them; its pages are not ours and stay outside the repository. The measure is theirs: 4-grams of
words, as multisets, of what we keep (body, postscript, correction, caption, joined by line breaks) against articleBody;
F1 a page, averaged over pages. Also printed: what keeping every line of the dump would give.
"""

import argparse
import json
import pathlib
import re
import statistics
import time
from collections import Counter, defaultdict

from fogline.nouns import Report
from fogline.page import open_page
from fogline.page.decode import decode
from fogline.page.dom import lines, parse_html

KEPT = {"body", "postscript", "correction", "caption"}


def shingles(text: str, n: int = 4) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + n]) for i in range(max(1, len(words) - n + 1)))


def agreement(gold: str, got: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of `got` against `gold`."""
    a, b = shingles(gold), shingles(got)
    same = sum((a & b).values())
    precision = same / max(1, sum(b.values()))
    recall = same / max(1, sum(a.values()))
    return precision, recall, 2 * precision * recall / (precision + recall) if same else 0.0


def kept(report: Report) -> str:
    return "\n\n".join(report.text[b.start : b.end] for b in report.blocks if b.kind in KEPT)


def dump(data: bytes) -> str:
    """The page as a careless scraper leaves it: the text of each block-level element on its own line."""
    tree = parse_html(decode(data)[0])
    return "" if tree is None else "\n".join(line.text for line in lines(tree, everything=True)) + "\n"


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=pathlib.Path)
    cli.add_argument("--worst", type=int, default=0, help="list the N worst pages of each kind")
    cli.add_argument("--only", default="", help="pages whose id starts so")
    args = cli.parse_args()
    truth = json.loads((args.folder / "ground-truth.json").read_text(encoding="utf-8"))
    rows: dict[str, list[tuple[float, float, float, str, str]]] = {"html": [], "dump": [], "everything": []}
    seconds: defaultdict[str, float] = defaultdict(float)
    for key in sorted(truth):
        file = args.folder / "html" / f"{key}.html"
        if not key.startswith(args.only) or not file.exists():
            continue
        gold, url = truth[key]["articleBody"], truth[key].get("url", "")
        data = file.read_bytes()
        plain = dump(data)
        for kind, page, name in (("html", data, "page.html"), ("dump", plain.encode(), "page.txt")):
            started = time.perf_counter()
            text = kept(open_page(page, name))
            seconds[kind] += time.perf_counter() - started
            rows[kind].append((*agreement(gold, text), key[:8], url))
        rows["everything"].append((*agreement(gold, plain), key[:8], url))
    for kind, scores in rows.items():
        precision, recall, f1 = (statistics.fmean(column) for column in zip(*(row[:3] for row in scores), strict=True))
        print(
            f"{kind:11} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.4f}"
            f"  pages {len(scores)}  {seconds[kind]:.1f} s"
        )
    for kind in ("html", "dump") if args.worst else ():
        for p, r, f, key, url in sorted(rows[kind], key=lambda row: row[2])[: args.worst]:
            print(f"  {kind} {f:.3f} p {p:.2f} r {r:.2f} {key} {url[:80]}")


if __name__ == "__main__":
    main()
