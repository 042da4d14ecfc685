"""Demands, promises, denials and forecasts inside a longer statement: claims of their own, by the same speaker."""

import itertools
import re
from collections.abc import Iterator

from fogline.grammar import Prose, Sentence
from fogline.grammar.phrases import verb_groups
from fogline.nouns import Claim, Span, Status, Why, identity, span

_APPEAL = re.compile(
    r"\b(?:i|we)\b[^,.;]{0,40}?"
    r"\b(?:call (?:up)?on|call for|urge|demand|appeal|insist|repeat (?:our|my) (?:call|demand|appeal))\b",
    re.IGNORECASE,
)
_NEED = re.compile(r"\b(?:must|should|ought to|needs? to be|has to be|have to be)\b", re.IGNORECASE)
_COMING = re.compile(r"\b(?:will|won['’]t|shall|going to)\b|['’]ll\b", re.IGNORECASE)
_PERHAPS = re.compile(
    r"\b(?:might|could|may) (?:\w+ )?(?:be|go|take|have|end|fall|last|come|begin|start)\b", re.IGNORECASE
)
_NOT_SO = re.compile(
    r"^\W*(?:no \w+|not (?:a single|one)|none of|nobody|neither)\b.{0,60}?\b(?:was|were|is|are|has|have|had|did)\b"
    r"|\b(?:did|has|have|had|was|were|is|are)(?: not|n['’]t)\b(?! (?:only|just|yet))|\bnever\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"^\W*(?:(?:and|but|so|then) )?(?:i|we|our \w+)\b", re.IGNORECASE)
_CONJUNCTIONS = frozenset(["as", "because", "while", "whereas", "although", ";"])
_CONDITIONS = frozenset(["if", "unless", "when", "once", "until"])
_OPINIONS = frozenset(["think", "believe", "hope", "expect", "say", "fear", "predict", "guess", "is", "'s", "are"])
_LONG = 2
"""Sentences that a statement must have before its parts become claims of their own."""


def within(prose: Prose, text: str, claim: Claim, report_id: str) -> Iterator[Claim]:
    """A sentence inside a longer statement that demands, promises, foretells or denies is a claim of its own."""
    first = prose.sentence_index(claim.start)
    if first is None:
        return
    sentences: list[Sentence] = []
    n = first
    while n < len(prose.sentences) and prose.sentences[n].start < claim.end:
        sentences.append(prose.sentences[n])
        n += 1
    if len(sentences) < _LONG:
        return
    pieces = [piece for sentence in sentences for piece in _pieces(text, sentence, claim)]
    run: list[tuple[int, int, Status, Span]] = []
    for piece in pieces:
        if run and piece[2] == run[-1][2] == "forecast" and not text[run[-1][1] : piece[0]].strip(" .\n,;"):
            run[-1] = (run[-1][0], piece[1], piece[2], run[-1][3])
        else:
            run.append(piece)
    for start, end, status, words in run:
        if status == claim.status or (start <= claim.start and end >= claim.end):
            continue
        yield Claim(
            start=start,
            end=end,
            text=text[start:end],
            id=identity("claim", report_id, start, end, "inside"),
            source=claim.source,
            via=claim.via,
            cue=None,
            hedge=None,
            status=status,
            mode="direct",
            said=claim.said,
            score=None,
            rule="speech.within",
            why=(
                *(why for why in claim.why if why.field in {"source", "via"}),
                Why("status", "speech.within", words, f"“{words.text}” inside the statement"),
            ),
        )


def _pieces(text: str, sentence: Sentence, claim: Claim) -> Iterator[tuple[int, int, Status, Span]]:
    """The clauses of a sentence whose words give them a status of their own; neighbours of one status are joined."""
    found: list[tuple[int, int, Status, Span]] = []
    if sentence.tokens[-1].low == "?" or (len(sentence.tokens) > 1 and sentence.tokens[-2].low == "?"):
        return
    for i, j in _parts(sentence):
        start, end = max(claim.start, sentence.tokens[i].start), min(claim.end, sentence.tokens[j - 1].end)
        if claim.cue is not None and start < claim.cue.start < end:
            # The attribution stands in this sentence: the quoted words end before it.
            closing = max(text.rfind(mark, start, claim.cue.start) for mark in '"”»’')
            end = closing if closing > start else end
        while start < end and text[start] in "\"“”'‘« ,":
            start += 1
        whole = end >= sentence.tokens[-1].end or text[end : end + 1] in '"”»'
        while start < end and (text[end - 1] in '"”»’ ,' or (not whole and text[end - 1] == ",")):
            end -= 1
        if end - start < 12 or (claim.cue is not None and start < claim.cue.end and claim.cue.start < end):
            continue
        judged = _judge(text, start, end)
        if judged is None or (judged[0] in {"planned", "forecast"} and not _carries(sentence, i, j, judged[1])):
            continue
        if _APPEAL.match(text[start:end]):
            # An appeal holds to the end of its sentence: "We urge the clans to go, and to …".
            if claim.cue is not None and claim.cue.start < sentence.end and claim.cue.end > sentence.start:
                yield start, end, *judged
                return
            yield start, min(claim.end, sentence.end) - (text[min(claim.end, sentence.end) - 1] in '"”»'), *judged
            return
        found.append((start, end, *judged))
    yield from found


def _carries(sentence: Sentence, i: int, j: int, words: Span) -> bool:
    """Does the modal carry the clause, rather than a relative clause in it: not "we know the harm it will do"?"""
    tokens = sentence.tokens
    first = next((group for group in verb_groups(sentence) if group.finite and i <= group.i < j), None)
    if first is None or tokens[i].low in _CONDITIONS or any(t.low in _CONDITIONS for t in tokens[i : i + 2]):
        return True
    if words.start < tokens[first.j - 1].end or tokens[first.head].low in _OPINIONS:
        return True
    return any(token.low in {"and", "but", ";", ","} and token.start < words.start for token in tokens[first.j : j])


def _parts(sentence: Sentence) -> list[tuple[int, int]]:
    """Cut a sentence where a clause of its own begins: at "as", "because", "while", a semicolon, ", and", ", but"."""
    tokens = sentence.tokens
    finite = [group for group in verb_groups(sentence) if group.finite]
    cuts = [0]
    for left, right in itertools.pairwise(finite):
        for k in range(left.j, right.i):
            if tokens[k].low in _CONJUNCTIONS or (tokens[k].low in {"and", "but"} and tokens[k - 1].low == ","):
                cuts.append(k)
                break
    cuts.append(len(tokens))
    rows = [(a, b) for a, b in itertools.pairwise(cuts) if b > a]
    return [(a + (tokens[a].low in _CONJUNCTIONS | {"and", "but"} and a + 1 < b), b) for a, b in rows]


def _judge(text: str, start: int, end: int) -> tuple[Status, Span] | None:
    words = text[start:end][:400]
    head = words[:120]

    def at(match: re.Match[str]) -> Span:
        return span(text, start + match.start(), start + match.end())

    appeal = _APPEAL.match(words.lstrip()) or _APPEAL.search(head)
    if appeal:
        return "demanded", at(appeal)
    rows = [
        (match.start(), status, match)
        for status, pattern in (("demanded", _NEED), ("coming", _COMING), ("perhaps", _PERHAPS), ("denied", _NOT_SO))
        for match in [pattern.search(head)]
        if match
    ]
    if not rows:
        return None
    _, status, match = min(rows, key=lambda row: row[0])
    if status == "demanded":
        return "demanded", at(match)
    if status == "coming":
        condition = re.match(r"\W*(?:if|unless|when|once)\b", words, re.IGNORECASE)
        passive = re.match(r"(?:will|shall) be \w+ed\b", words[match.start() :], re.IGNORECASE)
        own = _FIRST.match(words) or passive or re.search(r"\b(?:we|i)\s+$", words[: match.start()], re.IGNORECASE)
        return ("planned" if own and not condition else "forecast"), at(match)
    if status == "perhaps":
        return "forecast", at(match)
    if _FIRST.match(words) and not re.search(r"\b(?:did|has|have|had)(?: not|n['’]t)\b", head, re.IGNORECASE):
        return None
    return "denied", at(match)
