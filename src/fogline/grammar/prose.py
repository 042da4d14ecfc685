"""A report's prose: blocks cut into sentences, sentences into tagged tokens. Computed once, read by every rule."""

import bisect
import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise

from msgspec import Struct

from fogline.grammar.mending import mend
from fogline.grammar.tagger import Tagger
from fogline.grammar.tokens import ABBREVIATIONS, FINAL, tokens
from fogline.nouns import Block, BlockKind, Report

_CLOSERS = frozenset("\"'”’»)]}")
_OPENERS = frozenset("\"'“‘«([{•*–—-")
_BULLETS = frozenset("•▪●◦‣■◆")
_MARKS = _BULLETS | frozenset(".!?…")
"""What a token ends with at which a sentence may end or begin."""
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_ITEM = re.compile(r"\s*(?:[*•▪●◦‣■◆·]|[-–—](?=\s+[A-Z0-9\"“])|\(?(?:\d{1,2}|[a-z])[.)](?=\s+\S))")
_CELLS = re.compile(r"\t| {3}|\d\s*$")


class Token(Struct, frozen=True, gc=False):
    """A word of a sentence: offsets in the report, the word as printed, in lower case with straight quotes, its tag."""

    start: int
    end: int
    text: str
    low: str
    tag: str


class Sentence(Struct, frozen=True, eq=False, gc=False):
    """A sentence: ``start..end`` in the report, the kind and number of its block, the number of its paragraph.

    `lows` and `tags` are those of its tokens, side by side: rules look at them far more often than at the tokens.
    """

    start: int
    end: int
    kind: BlockKind
    block: int
    paragraph: int
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    tags: tuple[str, ...]

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
    words = [[_word(text[a:b]) for a, b in spans] for _, _, _, spans in cuts]
    tagged = tagger.tag([[word for word, _ in row] for row in words])
    sentences = []
    for (block, number, para, spans), row, tags in zip(cuts, words, tagged, strict=True):
        lows = tuple([low for _, low in row])
        mend(lows, tags)
        made = tuple([Token(a, b, word, low, tag) for (a, b), (word, low), tag in zip(spans, row, tags, strict=True)])
        sentences.append(Sentence(made[0].start, made[-1].end, block.kind, number, para, made, lows, tuple(tags)))
    return Prose(report, tuple(sentences))


@lru_cache(maxsize=1 << 14)
def _word(printed: str) -> tuple[str, str]:
    """A word and its lower case with straight quotes: one string for all its places, which is found faster in sets."""
    low = printed.lower().replace("’", "'")
    return printed, printed if low == printed else low


def _paragraphs(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Stretches that a sentence cannot cross: lines, but for lines that were wrapped by a machine at some width."""
    lines = [match.span() for match in _LINE.finditer(text, block.start, block.end)]
    lines = [(a, b) for a, b in lines if text[a:b].strip()]
    if not lines:
        return
    start = lines[0][0]
    for (a, b), (c, d) in pairwise(lines):
        blank_between = max(text.count("\n", b, c), text.count("\r", b, c)) > 1
        if blank_between or not _wrapped(text[a:b], text[c:d]):
            yield start, b
            start = c
    yield start, lines[-1][1]


def _wrapped(line: str, following: str) -> bool:
    """Does a line go on in the next one? Only when it stops mid-sentence and the next word had no room in it."""
    line, following = line.rstrip(), following.strip()
    if not line or line[-1] in ".!?:…\"'”’»)]" or _ITEM.match(following):
        return False
    if following[0].islower():
        return not (len(line) < _NARROW and _CELLS.search(line))
    width, word = len(line.lstrip()), len(following.partition(" ")[0])
    return _NARROW <= width <= 100 and width + 1 + word + _SLACK > len(following)


_NARROW = 45
"""Lines of prose are hardly wrapped at fewer characters; those of tables and headings are shorter."""
_SLACK = 8
"""Characters that a wrapped line may miss, for not every machine counts alike."""


def _sentences(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """Cut a paragraph into sentences, each a list of token offsets."""
    words = tokens(text, start, end)
    first = i = 0
    while i < len(words):
        a, b = words[i]
        if text[b - 1] not in _MARKS:
            i += 1
            continue
        mark = text[a:b]
        if mark in _BULLETS and i > first:
            yield words[first:i]
            first = i
        elif mark in {"!", "?", "…"} or mark[0] == mark[-1] == ".":
            i = _closed(text, words, i)
            if i + 1 == len(words) or _starts_sentence(text, words, first, i, b, mark):
                yield words[first : i + 1]
                first = i + 1
        elif mark[-1] == "." and i + 1 < len(words) and _ends_short(mark, text[slice(*words[i + 1])]):
            yield words[first : i + 1]
            first = i + 1
        i += 1
    if first < len(words):
        yield words[first:]


def _closed(text: str, words: list[tuple[int, int]], i: int) -> int:
    """The last token of a sentence whose mark is token `i`: quotes, brackets and marks that touch it belong to it."""
    while i + 1 < len(words) and words[i + 1][0] == words[i][1] and text[words[i + 1][0]] in _ENDS:
        i += 1
    return i


def _ends_short(mark: str, following: str) -> bool:
    """Does an abbreviation's full stop end the sentence as well: "… in the U.S. The army …", "at 9 p.m. Rebels …"?"""
    if mark in ABBREVIATIONS and mark not in FINAL:
        return False
    if mark.lower() in {"a.m.", "p.m."}:
        named = following.isupper() or following.rstrip(".").lower() in _AFTER_HOURS
        return following[0].isupper() and not (named and following not in _STARTERS)
    return following in _STARTERS


_ENDS = _CLOSERS | frozenset(".!?…")
_NOT_IN_NAMES = "The A An In On At It He She They We I But And This That These Those His Her Its Their"
_STARTERS = frozenset(_NOT_IN_NAMES.split())
"""Words that, with a capital, hardly go on a name."""
_DAYS = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
_MONTHS = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)
_AFTER_HOURS = frozenset(f"{_DAYS} {_MONTHS} eastern pacific central greenwich".split())
"""What follows the hour with a capital and in the same sentence, besides time zones in capitals."""


def _initial(text: str, words: list[tuple[int, int]], first: int, last: int) -> bool:
    """Does the full stop at token `last` belong to the initial of a name: "Robert F. Marlow", "J. K. Marlow"?"""
    if last == first:
        return False
    a, b = words[last - 1]
    if b - a != 1 or not text[a].isupper() or b != words[last][0]:
        return False
    if last - 1 == first:
        return True
    before = text[words[last - 2][0]]
    if before == "." and last - 3 >= first:
        c, d = words[last - 3]
        return d - c == 1 and text[c].isupper()
    return before.isupper()


def _starts_sentence(
    text: str, words: list[tuple[int, int]], first: int, last: int, beyond_mark: int, mark: str
) -> bool:
    """Does a new sentence start after token `last`, which closes one that began at token `first`, or looks so?"""
    a, b = words[last + 1]
    opener = text[a]
    if a == words[last][1]:
        # "said.The army": a missing space, as scrapers leave it; not "3.5" nor "nytimes.com".
        mark_at = beyond_mark - len(mark)
        return len(mark) == 1 and opener.isupper() and b - a > 1 and mark_at > 0 and text[mark_at - 1].islower()
    if mark == "." and text[a:b] not in _STARTERS and _initial(text, words, first, last):
        return False
    if opener in _OPENERS:
        beyond = text[a + 1 : b + 2].lstrip("\"'“‘«([ ")[:1]
        return not beyond.islower() or mark in "!?"
    return not opener.islower()
