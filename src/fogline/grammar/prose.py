"""A report's prose: its blocks cut into sentences, its sentences into tagged tokens. Computed once, read by every rule."""

import bisect
import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from fogline.grammar.tagger import Tagger
from fogline.grammar.tokens import ABBREVIATIONS, tokens
from fogline.nouns import Block, BlockKind, Report

_CLOSERS = frozenset("\"'”’»)]}")
_OPENERS = frozenset("\"'“‘«([{•*–—-")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


class Token(Struct, frozen=True, gc=False):
    """One word of a sentence: offsets in the report, the word as printed, in lower case with straight quotes, its tag."""

    start: int
    end: int
    text: str
    low: str
    tag: str


class Sentence(Struct, frozen=True, eq=False):
    """A sentence: ``start..end`` in the report, the kind and number of its block, the number of its paragraph."""

    start: int
    end: int
    kind: BlockKind
    block: int
    paragraph: int
    tokens: tuple[Token, ...]

    def first(self, offset: int) -> int:
        """The index of the first token that ends after `offset`; ``len(tokens)`` when none does."""
        return bisect.bisect_right(self.tokens, offset, key=lambda token: token.end)

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that overlap ``start..end``."""
        i = self.first(start)
        return self.tokens[i : bisect.bisect_left(self.tokens, end, lo=i, key=lambda token: token.start)]


class Prose:
    """A report with its sentences in order; furniture is left out. Build it with `parse`."""

    def __init__(self, report: Report, sentences: tuple[Sentence, ...]) -> None:
        self.report = report
        self.sentences = sentences

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_index(self, offset: int) -> int | None:
        """The index of the sentence that covers `offset`, or None between sentences and in furniture."""
        i = bisect.bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.sentences[i].end else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers `offset`, or None between sentences and in furniture."""
        i = self.sentence_index(offset)
        return None if i is None else self.sentences[i]


def parse(report: Report, tagger: Tagger) -> Prose:
    """Cut a report into tagged sentences. Linear in the length of the text; furniture is skipped."""
    cuts: list[tuple[Block, int, int, list[tuple[int, int]]]] = []
    paragraph = 0
    for number, block in enumerate(report.blocks):
        if block.kind == "furniture":
            continue
        for piece in _paragraphs(report.text, block):
            paragraph += 1
            cuts.extend((block, number, paragraph, words) for words in _sentences(report.text, *piece))
    text = report.text
    tags = tagger.tag([[text[a:b] for a, b in words] for _, _, _, words in cuts])
    sentences = []
    for (block, number, para, words), sentence_tags in zip(cuts, tags, strict=True):
        made = tuple(
            Token(a, b, text[a:b], text[a:b].lower().replace("’", "'"), tag)
            for (a, b), tag in zip(words, sentence_tags, strict=True)
        )
        sentences.append(Sentence(made[0].start, made[-1].end, block.kind, number, para, made))
    return Prose(report, tuple(sentences))


def _paragraphs(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Stretches that a sentence cannot cross: lines, but for lines that were wrapped by a machine at some width."""
    lines = [match.span() for match in _LINE.finditer(text, block.start, block.end)]
    lines = [(a, b) for a, b in lines if text[a:b].strip()]
    if not lines:
        return
    start, last = lines[0]
    for a, b in lines[1:]:
        blank_between = text.count("\n", last, a) > 1
        if blank_between or not _wrapped(text, start, last, a):
            yield start, last
            start = a
        last = b
    yield start, last


def _wrapped(text: str, start: int, end: int, following: int) -> bool:
    """Does the line that ends at `end` go on in the next one? Only when it stops mid-sentence at a usual width."""
    line_start = max(text.rfind("\n", start, end), text.rfind("\r", start, end), start - 1) + 1
    tail = text[max(start, end - 8) : end].rstrip()
    if not tail or tail[-1] in ".!?:…\"'”’»)]":
        return False
    return text[following].islower() or 45 <= end - line_start <= 100


def _sentences(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """Cut a paragraph into sentences, each a list of token offsets."""
    words = list(tokens(text, start, end))
    first = i = 0
    while i < len(words):
        a, b = words[i]
        mark = text[a:b]
        if mark in {".", "!", "?", "…", "..."} or mark.startswith(".."):
            last = i
            while (
                last + 1 < len(words)
                and words[last + 1][0] == words[last][1]
                and (text[words[last + 1][0]] in _CLOSERS or text[words[last + 1][0]] in ".!?")
            ):
                last += 1
            if last + 1 == len(words) or _starts_sentence(text, words, last, mark):
                yield words[first : last + 1]
                first = last + 1
            i = last + 1
            continue
        # "… in the U.S. The army …": the full stop of an abbreviation ends a sentence before a function word in capitals.
        if mark.endswith(".") and len(mark) > 1 and mark not in ABBREVIATIONS and i + 1 < len(words):
            following = text[words[i + 1][0] : words[i + 1][1]]
            if following in _SENTENCE_STARTERS:
                yield words[first : i + 1]
                first = i + 1
        i += 1
    if first < len(words):
        yield words[first:]


_SENTENCE_STARTERS = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "It",
        "He",
        "She",
        "They",
        "We",
        "I",
        "But",
        "And",
        "This",
        "That",
        "These",
        "Those",
        "His",
        "Her",
        "Its",
        "Their",
    ]
)


def _initial(text: str, words: list[tuple[int, int]], last: int) -> bool:
    """Does the full stop at token `last` belong to the initial of a name: "Robert F. Marlow"?"""
    if last < 2:
        return False
    a, b = words[last - 1]
    return b - a == 1 and text[a].isupper() and b == words[last][0] and text[words[last - 2][0]].isupper()


def _starts_sentence(text: str, words: list[tuple[int, int]], last: int, mark: str) -> bool:
    """Does a new sentence start after token `last`, which closes one or looks so?"""
    a, b = words[last + 1]
    gap = a - words[last][1]
    if gap == 0:
        # "said.The army": a missing space after a full stop, as scrapers leave it; not "3.5" nor "nytimes.com".
        return mark == "." and text[a:b][:1].isupper() and len(text[a:b]) > 1 and text[words[last][0] - 1].islower()
    opener = text[a]
    if mark == "." and _initial(text, words, last) and text[a:b] not in _SENTENCE_STARTERS:
        return False
    if opener in _OPENERS:
        beyond = text[a + 1 : b + 2].lstrip("\"'“‘«([ ")[:1]
        return not beyond.islower() or mark in "!?"
    if mark.startswith(("...", "…", "..")):
        return not opener.islower()
    return not opener.islower()
