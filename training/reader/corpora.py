"""Read each corpus into documents of one form. What each corpus's labels mean in ours stands in one table, `MAPPING`.

No test part is opened. Every function takes the folder that holds the corpora and gives documents in a fixed order.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree
from msgspec import Struct

from fogline.reader.scheme import ENTITIES, FILLERS, MENTIONS
from training.notation import OwnReport, read_report
from training.standoff import nearest, read_standoff

HERE = Path(__file__).resolve().parent

Span = tuple[int, int]


class Tagged(Struct, frozen=True):
    """A span that a head should mark: code points, and the label as the corpus has it (see `MAPPING` for mentions)."""

    head: str
    start: int
    end: int
    label: str


class Link(Struct, frozen=True):
    """What fills a role of an anchor: no span where it is known that nothing does."""

    role: str
    anchor: int
    spans: tuple[Span, ...]


class Sorted(Struct, frozen=True):
    """The class of the span that begins at `start`."""

    head: str
    start: int
    label: str


class Document(Struct, frozen=True):
    """A text with what a corpus says about it. Heads not named in `heads` are not taught by it."""

    corpus: str
    name: str
    text: str
    heads: tuple[str, ...]
    tagged: tuple[Tagged, ...] = ()
    links: tuple[Link, ...] = ()
    sorted: tuple[Sorted, ...] = ()
    values: tuple[tuple[int, float], ...] = ()
    tags: tuple[tuple[int, str], ...] = ()
    """The part of speech of the word at each code point."""
    lower: bool = False


ANY = ("O", *MENTIONS)
PLACES = ("place", "facility", "country")
BODIES = ("organisation", "group")

MAPPING: dict[str, dict[str, tuple[str, ...]]] = {
    # corpus: its label → the mentions of ours that it may be. "O" is what a word without a label may be:
    # a corpus that does not mark weapons does not say that a word is none.
    "own": {"O": ("O", "quantity", "money"), **{name: (name,) for name in MENTIONS}},
    "wikigold": {
        "O": ("O", "nationality", "weapon", "vehicle", "quantity", "money", "time", "document"),
        "PER": ("person",),
        "ORG": BODIES,
        "LOC": PLACES,
        "MISC": ANY,
    },
    "wnut": {
        "O": ("O", "nationality", "country", "weapon", "vehicle", "quantity", "money", "time", "document"),
        "person": ("person",),
        "location": PLACES,
        "corporation": BODIES,
        "group": ANY,
        "product": ANY,
        "creative-work": ANY,
    },
    "gum": {
        "O": ("O", "nationality", "weapon", "vehicle", "quantity", "money", "time", "document"),
        "person": ("person",),
        "organization": BODIES,
        "place": PLACES,
        "any": ANY,
    },
    "meantime": {
        "O": ("O", "nationality", "weapon", "vehicle", "quantity", "document"),
        "PER": ("person",),
        "ORG": BODIES,
        "LOC": PLACES,
        "TIME": ("time",),
        "MONEY": ("money",),
        "any": ANY,
    },
    "timeml": {"O": tuple(name for name in ANY if name != "time"), "DATE": ("time",), "any": ANY},
}

TEST_RE3D_BY = 5
DEV_RE3D_BY = 10


def digest(name: str) -> int:
    """Give a number that a name always has, to split by."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16)


def json_lines(path: Path) -> list[dict[str, Any]]:
    """Read one JSON object a line; a byte order mark at the start is skipped."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def joined(rows: Iterable[Sequence[tuple[str, str]]]) -> Iterator[tuple[str, list[Tagged]]]:
    """Make texts of about thirty sentences from sentences of (word, BIO or IO tag)."""
    text, spans, count = "", [], 0
    for row in rows:
        before = "O"
        for word, tag in row:
            start = len(text)
            text += word
            kind, _, label = tag.partition("-")
            if label and (kind == "B" or before != label):
                spans.append(Tagged("mention", start, len(text), label))
            elif label:
                spans[-1] = Tagged("mention", spans[-1].start, len(text), label)
            before = label or "O"
            text += " "
        text = text.rstrip() + "\n"
        count += 1
        if count == 30:
            yield text, spans
            text, spans, count = "", [], 0
    if text:
        yield text, spans


def conll(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Give the sentences of a file with a word and its last column's tag in each line."""
    row: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        fields = line.split()
        if len(fields) >= 2:
            row.append((fields[0], fields[-1]))
        elif row:
            yield row
            row = []


# ---- re3d ----------------------------------------------------------------------------------------------------------


def re3d_part(identity: str, held: frozenset[str]) -> str:
    """Give the part of a document: those that measure us elsewhere are test, of the others a tenth dev, one test."""
    if identity in held:
        return "test"
    at = digest(identity) % DEV_RE3D_BY
    return {0: "dev", 1: "test"}.get(at, "train")


def re3d(data: Path, part: str, *, seed: int = 0) -> list[Document]:
    """Entities of confidence 0.5 and more, the outermost of nested ones; without the BBC (its licence forbids sale)."""
    held = held_out()
    found = []
    for folder in sorted(p for p in (data / "re3d").iterdir() if p.is_dir() and p.name != "BBC Online"):
        entities: dict[str, list[tuple[int, int, str]]] = {}
        for row in json_lines(folder / "entities.json"):
            if row.get("confidence", 1) >= 0.5 and row["type"] in ENTITIES:
                entities.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["type"]))
        for row in json_lines(folder / "documents.json"):
            name = row["_id"]
            if re3d_part(f"{name}{seed or ''}" if name not in held else name, held) != part:
                continue
            outer: list[Tagged] = []
            for begin, end, kind in sorted(set(entities.get(name, [])), key=lambda e: (e[0], -e[1])):
                if not outer or begin >= outer[-1].end:
                    outer.append(Tagged("entity", begin, end, kind))
            found.append(Document("re3d", name, row["text"], ("entity",), tuple(outer)))
    return found


def held_out() -> frozenset[str]:
    """Give the re3d documents that must not be trained on, because reports made from them measure us."""
    path = HERE / "held-out.txt"
    return frozenset(line.split()[0] for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


# ---- attribution ---------------------------------------------------------------------------------------------------


def polnear(data: Path, part: str) -> list[Document]:
    """Sources, cues and contents, and which belong together. Of several markings of a text the first is taken."""
    folder = data / "polnear" / part
    found = []
    for path in sorted((folder / "text").iterdir()):
        notes = sorted((folder / "attributions").glob(f"{path.stem}*"))
        if notes:
            text = path.read_bytes().decode("utf-8")
            tagged, links = brat(notes[0])
            heads = ("attribution", "source", "content")
            found.append(Document("polnear", path.stem, text, heads, tuple(tagged), tuple(links)))
    return found


def attributions(path: Path) -> list[dict[str, list[Span]]]:
    """Give the attributions of a brat file: the spans of each role."""
    spans: dict[str, list[Span]] = {}
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            places = rest.partition("\t")[0].partition(" ")[2]
            pairs = [pair.split() for pair in places.split(";")]
            spans[key] = [(int(pair[0]), int(pair[1])) for pair in pairs if len(pair) == 2]
        elif key.startswith("E"):
            item: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
            for pair in rest.split():
                role, _, name = pair.partition(":")
                item.get(role.rstrip("0123456789"), []).extend(spans.get(name, []))
            if item["Content"]:
                found.append({role: sorted(part) for role, part in item.items()})
    return found


def anchor_of(item: dict[str, list[Span]]) -> int:
    """An attribution hangs on its cue; without one on its source, and without that on its content."""
    return (item["Cue"] or item["Source"] or item["Content"])[0][0]


def brat(path: Path) -> tuple[list[Tagged], list[Link]]:
    """Give the spans and links of a brat file."""
    tagged, links = [], []
    for item in attributions(path):
        anchor = anchor_of(item)
        for role, spans in item.items():
            tagged += [Tagged("attribution", start, end, role.lower()) for start, end in spans]
        links.append(Link("source", anchor, tuple(item["Source"])))
        links.append(Link("content", anchor, tuple(item["Content"])))
    return sorted(set(tagged), key=lambda span: span.start), links


# ---- names ---------------------------------------------------------------------------------------------------------


def wikigold(data: Path) -> list[Document]:
    """Names in Wikipedia."""
    rows = conll(data / "wikigold" / "wikigold.conll.txt")
    return [
        Document("wikigold", str(i), text, ("mention", "toponym"), (*spans, *toponyms(spans, ("LOC",))))
        for i, (text, spans) in enumerate(joined(rows))
    ]


def toponyms(spans: Iterable[Tagged], labels: Sequence[str]) -> tuple[Tagged, ...]:
    """Give the mentions with one of the labels as toponyms too."""
    return tuple(Tagged("toponym", span.start, span.end, "toponym") for span in spans if span.label in labels)


def wnut(data: Path) -> list[Document]:
    """Names in tweets and forums, the training part."""
    rows = conll(data / "wnut17" / "wnut17train.conll")
    return [Document("wnut", str(i), text, ("mention",), tuple(spans)) for i, (text, spans) in enumerate(joined(rows))]


def geovirus(data: Path, part: str) -> list[Document]:
    """Toponyms in Wikinews on epidemics; a third is ours to measure on."""
    found = []
    for row in json_lines(data / "geoparsing" / "geovirus_fixed.jsonl"):
        if (digest(row["id"]) % 3 == 0) == (part == "dev"):
            spans = [Tagged("toponym", t["start"], t["end"], "toponym") for t in row["toponyms"]]
            found.append(Document("geovirus", row["id"], row["text"], ("toponym",), tuple(spans)))
    return found


def wotr(data: Path) -> list[Document]:
    """Toponyms in letters and reports of the US Civil War: every third document of the training part."""
    found = []
    for row in json_lines(data / "wotr_topo" / "wotr_topo_train_tokens.jsonl"):
        if digest(row["id"]) % 3:
            continue
        text, starts = spaced(row["tokens"])
        spans = [
            Tagged("toponym", starts[first], starts[end - 1] + len(row["tokens"][end - 1]), "toponym")
            for first, end in (t["tokens"] for t in row["toponyms"])
        ]
        found.append(Document("wotr", row["id"], text, ("toponym",), tuple(spans)))
    return found


def spaced(words: Sequence[str]) -> tuple[str, list[int]]:
    """Join words with spaces and give where each begins."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    return " ".join(words), starts


def gum(data: Path) -> list[Document]:
    """Named mentions in GUM, the training part: the proper nouns at the head of a person, organisation or place."""
    part, parts = "", {}
    for line in (data / "gum" / "splits.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            part = line[3:].strip()
        elif line.strip().startswith("* "):
            parts[line.strip()[2:].strip()] = part
    found = []
    for path in sorted((data / "gum" / "dep").glob("*.conllu")):
        if parts.get(path.stem) == "train":
            text, spans, tags = gum_text(path)
            found.append(Document("gum", path.stem, text, ("mention",), tuple(spans), tags=tuple(tags)))
    return found


def gum_text(path: Path) -> tuple[str, list[Tagged], list[tuple[int, str]]]:
    """Give the text of a GUM document, its names, and the part of speech of each word."""
    text = ""
    words: list[tuple[int, int, str]] = []
    stack: list[tuple[str, str, int]] = []
    entities: list[tuple[str, int, int]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n"
        elif not line and text:
            text = text.rstrip(" ") + " "
        elif len(fields) == 10 and fields[0].isdigit():
            entity = next((p[7:] for p in fields[9].split("|") if p.startswith("Entity=")), "")
            for match in re.finditer(r"\((\d+)-([a-z]+)", entity):
                stack.append((match[1], match[2], len(words)))
            words.append((len(text), len(text) + len(fields[1]), fields[4]))
            text += fields[1] + ("" if "SpaceAfter=No" in fields[9] else " ")
            closed = [m[1] for m in re.finditer(r"(?:^|[^-\w])(\d+)\)", entity)]
            closed += [stack[-1][0]] if stack and stack[-1][2] == len(words) - 1 and entity.endswith(")") else []
            for name in closed:
                at = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] == name), None)
                if at is not None:
                    _, kind, begin = stack.pop(at)
                    entities.append((kind, begin, len(words)))
    taken: set[int] = set()
    spans = []
    for kind, begin, end in sorted(entities, key=lambda e: e[1] - e[2]):
        run = [i for i in range(begin, end) if words[i][2] in {"NNP", "NNPS"}]
        if not run or taken & set(run) or run[-1] - run[0] + 1 != len(run):
            continue
        if run[-1] != end - 1 and not any(
            words[i][2] in {"IN", "WDT", "WP", ",", "-LRB-"} for i in range(run[-1] + 1, end)
        ):
            continue
        taken.update(run)
        label = kind if kind in {"person", "organization", "place"} else "any"
        spans.append(Tagged("mention", words[run[0]][0], words[run[-1]][1], label))
    loose = [
        Tagged("mention", a, b, "any")
        for i, (a, b, tag) in enumerate(words)
        if tag.startswith("NNP") and i not in taken
    ]
    tags = [(a, tag) for a, _, tag in words]
    return text, sorted([*spans, *loose], key=lambda span: span.start), tags


def meantime(data: Path) -> list[Document]:
    """Names, times and money in the first sentences of business news."""
    found = []
    for path in sorted((data / "meantime").rglob("*.xml")):
        root = etree.parse(str(path)).getroot()
        tokens = [t for t in root.iter("token") if int(t.get("sentence", "0")) < 6]
        text, starts = spaced([t.text or "" for t in tokens])
        at = {t.get("t_id"): i for i, t in enumerate(tokens)}
        kinds: dict[str, str] = {}
        for entity in root.iter("ENTITY"):
            kinds[str(entity.get("m_id"))] = str(entity.get("ent_type"))
        kind_of = {}
        for link in root.iter("REFERS_TO"):
            targets = [kinds.get(str(t.get("m_id"))) for t in link.iter("target")]
            for source in link.iter("source"):
                kind_of[str(source.get("m_id"))] = targets[0] if targets else None
        spans = []
        for mention in root.iterfind("Markables/*"):
            name = str(mention.get("m_id"))
            tag = str(mention.tag)
            anchors = [at[a.get("t_id")] for a in mention.iter("token_anchor") if a.get("t_id") in at]
            if not anchors or tag not in {"ENTITY_MENTION", "TIMEX3", "VALUE"}:
                continue
            if tag == "ENTITY_MENTION":
                if "NAM" not in str(mention.get("syntactic_type")):
                    continue
                kind = kind_of.get(name)
                label = kind if kind in {"PER", "ORG", "LOC"} and len(anchors) <= 5 else "any"
            elif tag == "TIMEX3":
                label = "TIME" if mention.get("type") == "DATE" else "any"
            else:
                label = "MONEY" if mention.get("type") == "MONEY" else "any"
            a, b = min(anchors), max(anchors)
            spans.append(Tagged("mention", starts[a], starts[b] + len(tokens[b].text or ""), label))
        outer: list[Tagged] = []
        for span in sorted(spans, key=lambda s: (s.start, -s.end)):
            if not outer or span.start >= outer[-1].end:
                outer.append(span)
        found.append(Document("meantime", path.stem, text, ("mention",), tuple(outer)))
    return found


def timeml(data: Path) -> list[Document]:
    """Time expressions in newswire; and predicates that a witness, a plan or a denial puts in doubt are left to UDS."""
    found = []
    for path in sorted((data / "timeml").rglob("*.tml")):
        body = etree.parse(str(path)).getroot().find("TEXT")
        if body is None:
            continue
        text = ""
        spans = []
        for action, node in etree.iterwalk(body, events=("start", "end")):
            if action == "start":
                start = len(text)
                text += node.text or ""
                if node.tag == "TIMEX3":
                    label = "DATE" if node.get("type") == "DATE" else "any"
                    spans.append(Tagged("mention", start, len(text), label))
            elif node is not body:
                text += node.tail or ""
        found.append(Document("timeml", path.stem, text, ("mention",), tuple(spans)))
    return found


# ---- events --------------------------------------------------------------------------------------------------------


def muc(data: Path, part: str) -> list[Document]:
    """Role fillers of MUC-3/4: every place where a filler's words stand. The text is lower case."""
    found = []
    for row in json_lines(data / "muc34" / f"{part}.json"):
        text = row["doctext"]
        tagged = []
        for role in FILLERS:
            words = {m[0] for t in row["templates"] for entity in t[role] for m in entity}
            taken: list[Span] = []
            for word in sorted(words, key=lambda w: (-len(w), w)):
                for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text):
                    if not any(a < match.end() and match.start() < b for a, b in taken):
                        taken.append(match.span())
            tagged += [Tagged(role, a, b, role) for a, b in sorted(taken)]
        found.append(Document("muc", row["docid"], text, FILLERS, tuple(tagged), lower=True))
    return found


_SLOT = re.compile(r"^(\d+)\. +([A-Z: /]+?)  +(.*)$")
_NUMBERED = re.compile(r'(\d+): ("[^"]+"(?: / "[^"]+")*)')
_EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
_WORDS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty several dozens"
_COUNT = rf"(\d[\d,]*|{'|'.join(_WORDS.split())})"


def keys(data: Path) -> dict[str, list[tuple[str, str]]]:
    """Give (description of people, what befell them) of each message of MUC-3's development part, by its keys."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted((data / "muc34" / "raw" / "dev").glob("key-dev-*")):
        for template in re.split(r"(?m)^0\. ", path.read_text(encoding="latin-1")):
            slots: dict[str, str] = {}
            last = ""
            for line in template.splitlines():
                match = _SLOT.match(line)
                if match:
                    last = match[2]
                    slots[last] = match[3]
                elif last:
                    slots[last] += " " + line.strip()
            name = re.match(r"\s*\S.*?(DEV-MUC3-\d+)", template)
            effects = slots.get("HUM TGT: EFFECT OF INCIDENT", "")
            kidnapped = slots.get("INCIDENT: TYPE", "").startswith("KIDNAPPING")
            for match in _NUMBERED.finditer(slots.get("HUM TGT: NUMBER", "")):
                for words in re.findall(r'"([^"]+)"', match[2]):
                    effect = next(
                        (
                            ours
                            for theirs, ours in _EFFECTS.items()
                            if re.search(rf'{theirs}: [^:]*"{re.escape(words)}"', effects)
                        ),
                        "",
                    )
                    kind = effect or ("captured" if kidnapped else "")
                    if name and kind:
                        found.setdefault(name[1], []).append((words.lower(), kind))
    return found


def muc_counts(data: Path) -> list[Document]:
    """What the numbers before people count in MUC-3's development part, by its answer keys."""
    people = keys(data)
    found = []
    for row in json_lines(data / "muc34" / "train.json"):
        text = row["doctext"]
        kinds: dict[int, str] = {}
        for words, kind in people.get(row["docid"], []):
            for match in re.finditer(rf"(?<!\w){_COUNT} (?:\w+ ){{0,2}}{re.escape(words)}(?!\w)", text):
                kinds[match.start()] = kind
        if kinds:
            marks = tuple(Sorted("what", at, kind) for at, kind in sorted(kinds.items()))
            found.append(Document("muc_counts", row["docid"], text, ("what",), sorted=marks, lower=True))
    return found


def event_location(data: Path) -> list[Document]:
    """The place of a happening told by a verb, in single sentences; sentences of its test part are left out."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in json_lines(data / "event_location" / "event_location_fixed.jsonl"):
        if not row["gold"] and not row["overlaps_gold"]:
            rows.setdefault(row["text"], []).append(row)
    found = []
    sentences = list(rows.items())
    for i in range(0, len(sentences), 8):
        text, links = "", []
        for sentence, marked in sentences[i : i + 8]:
            for row in marked:
                places = [(len(text) + s["start"], len(text) + s["end"]) for s in row["spans"] if s["label"] != "VERB"]
                for span in row["spans"]:
                    if span["label"] == "VERB":
                        links.append(Link("place", len(text) + span["start"], tuple(places)))
            text += sentence + "\n"
        found.append(Document("event_location", str(i), text, ("place",), (), tuple(links)))
    return found


def certainty(data: Path) -> list[Document]:
    """How surely the happening told by a predicate took place, -3 to 3: UDS-IH2 and MEANTIME, training parts."""
    found = []
    for name in ("UDS_IH2", "MEANTIME"):
        rows = json_lines(data / "factuality" / name / "train.jsonl")
        for i in range(0, len(rows), 10):
            text, values = "", []
            for row in rows[i : i + 10]:
                words = row["text"].split(" ")
                _, starts = spaced(words)
                for target in row["targets"]:
                    values.append((len(text) + starts[target["span1"][0]], float(target["label"])))
                text += row["text"] + "\n"
            found.append(Document("certainty", f"{name}{i}", text, ("certainty",), values=tuple(values)))
    return found


# ---- our own -------------------------------------------------------------------------------------------------------

OWN_HEADS = (
    "mention", "toponym", "claim", "event", "figure", "forecast", "type", "again", "status", "what", "likelihood",
    "source", "content", "actor", "target", "place", "weapon",
)  # fmt: skip


def own_part(name: str) -> str:
    """A tenth of our reports, by name, is for measuring."""
    return "dev" if digest(name) % 10 == 0 else "train"


def own(folder: Path, part: str) -> list[Document]:
    """Read our own reports."""
    paths = sorted(path for path in folder.glob("*.txt") if part in ("all", own_part(path.stem)))
    return [own_document(read_report(path)) for path in paths]


def real(data: Path, part: str) -> list[Document]:
    """Read our annotations of real reports; those that measure re3d are not trained on."""
    held = held_out()
    found = []
    for report, identity in read_standoff(HERE.parent / "standoff.jsonl", data):
        if part in ("all", own_part(report.name)) and (
            part != "train" or re3d_part(identity, held) == "train" or "//" in identity
        ):
            found.append(own_document(report))
    return found


def own_document(report: OwnReport) -> Document:
    """Turn marks into spans, links and classes."""
    text = report.text
    tagged: list[Tagged] = []
    links: list[Link] = []
    kinds: list[Sorted] = []
    contents: dict[str, list[Span]] = {}
    sources: dict[str, list[Span]] = {}
    anchors: dict[str, list[Span]] = {}
    status: dict[str, str] = {}
    voice: set[str] = set()
    """Claims of the author or of nobody named, which have no words for their source."""
    taken = -1
    for mark in report.marks:
        span, values = (mark.start, mark.end), mark.attributes
        label = mention_of(mark.kind, values)
        if label and mark.start >= taken:
            tagged.append(Tagged("mention", *span, label))
            taken = mark.end
        if label in {"place", "facility", "country"} and (mark.kind != "place" or text[mark.start].isupper()):
            tagged.append(Tagged("toponym", *span, "toponym"))
        numbers = values.get("n", "").split()
        if mark.kind == "claim":
            contents.setdefault(values["n"], []).append(span)
            status.setdefault(values["n"], values.get("status", ""))
            if values.get("source") in {"author", "unnamed"}:
                voice.add(values["n"])
        elif mark.kind == "source":
            for n in numbers:
                sources.setdefault(n, []).append(span)
        elif mark.kind in {"cue", "hedge"}:
            tagged.append(Tagged("claim", *span, mark.kind))
            for n in numbers:
                anchors.setdefault(n, []).append(span)
        elif mark.kind == "event":
            tagged.append(Tagged("event", *span, "trigger"))
            kinds.append(Sorted("type", mark.start, values["type"]))
            kinds.append(Sorted("again", mark.start, "again" if "again" in values else "new"))
            if "again" in values:
                continue
            kinds.append(Sorted("status", mark.start, values.get("status", "asserted")))
            for role in ("actor", "target", "place", "weapon"):
                filler = nearest(text, values[role], mark.start) if role in values else None
                if filler or role not in values:
                    links.append(Link(role, mark.start, (filler,) if filler else ()))
        elif mark.kind == "figure":
            tagged.append(Tagged("figure", *span, "figure"))
            kinds.append(Sorted("what", mark.start, values["what"]))
        elif mark.kind == "forecast":
            tagged.append(Tagged("forecast", *span, "forecast"))
            kinds.append(Sorted("likelihood", mark.start, values["likelihood"]))
    for n, spans in contents.items():
        hangers = sorted(anchors.get(n, [])) or sorted(sources.get(n, [])) or spans
        anchor = hangers[0][0]
        links.append(Link("content", anchor, tuple(sorted(spans))))
        if n in sources or n in voice:
            links.append(Link("source", anchor, tuple(sorted(sources.get(n, [])))))
        if status[n] and anchors.get(n):
            kinds.append(Sorted("status", anchor, status[n]))
    return Document("own", report.name, text, OWN_HEADS, tuple(tagged), tuple(links), tuple(kinds))


def mention_of(kind: str, values: dict[str, str]) -> str | None:
    """Give the mention that a tag stands for."""
    if kind == "actor":
        return values["kind"]
    if kind == "place":
        return "facility" if values.get("level") == "site" else "place"
    return kind if kind in {"weapon", "vehicle", "document", "time"} else None


def lgl(data: Path) -> list[Document]:
    """Toponyms in local newspapers: for measuring only."""
    found = []
    for i, article in enumerate(etree.parse(str(data / "geoparsing" / "lgl.xml")).getroot().iter("article")):
        spans = [
            Tagged("toponym", int(t.findtext("start") or 0), int(t.findtext("end") or 0), "toponym")
            for t in article.iter("toponym")
        ]
        found.append(Document("lgl", str(i), article.findtext("text") or "", ("toponym",), tuple(spans)))
    return found
