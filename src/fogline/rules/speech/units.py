"""Units: sentences in which a longer quotation is one token, so that cue, speaker and quotation stand side by side."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace

from fogline.grammar import Prose, Sentence, Token
from fogline.grammar.phrases import NounPhrase, VerbGroup, noun_phrases, verb_groups
from fogline.rules.speech.mend import mended
from fogline.rules.speech.quotes import QUOTE, Quotation, quotations
from fogline.rules.speech.words import verbs

_FRAGMENT = 4
"""Quotations of fewer words stay open: they are parts of a clause ("a “grave” mistake"), not speech of their own."""


def _begin(group: VerbGroup) -> int:
    return group.i


_AFTER_ATTRIBUTION = frozenset([".", ",", "in", "on", "at", "to", "during", "as", "when", "after", "of", "reporters"])
_NO_PARTICIPLES = frozenset(["warning", "planning", "meaning"])
_LONGEST = 300
"""Tokens of a unit: a longer sentence is a table or a trap, and is read in pieces so that time stays linear."""


class Unit:
    """A sentence, or the sentences that one quotation ties together, with longer quotations folded into one token."""

    def __init__(self, sentence: Sentence, quotes: tuple[Quotation, ...]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.lows = sentence.lows
        self.tags = sentence.tags
        self.quotes = quotes

    @cached_property
    def groups(self) -> tuple[VerbGroup, ...]:
        """The verb groups, in order."""
        if not self._speaking:
            return verb_groups(self.sentence)
        speaking = [
            VerbGroup(
                i=k,
                j=k + 1,
                head=k,
                finite=False,
                passive=False,
                negated=False,
                perfect=False,
                progressive=False,
                past=False,
                infinitive=False,
                modal=None,
            )
            for k in self._speaking
        ]
        return tuple(sorted((*verb_groups(self.sentence), *speaking), key=_begin))

    @cached_property
    def _speaking(self) -> frozenset[int]:
        """Participles of saying that open an adverbial (", telling reporters that") and belong to no noun phrase."""
        table, tokens = verbs(), self.tokens
        if "VBG" not in self.tags:
            return frozenset()
        return frozenset(
            phrase.i
            for phrase in noun_phrases(self.sentence)
            if phrase.j - phrase.i > 1
            and tokens[phrase.i].tag == "VBG"
            and tokens[phrase.i].low in table
            and tokens[phrase.i].low not in _NO_PARTICIPLES
            and phrase.i > 1
            and tokens[phrase.i - 1].low in {",", "and", "but", "—", "–"}
        )

    @cached_property
    def finite(self) -> tuple[VerbGroup, ...]:
        """The verb groups that can carry a clause, in order."""
        return tuple(group for group in self.groups if group.finite)

    @cached_property
    def phrase_at(self) -> dict[int, NounPhrase]:
        """The noun phrase that each token belongs to, by token index."""
        phrases = noun_phrases(self.sentence)
        if self._speaking:
            phrases = tuple(replace(one, i=one.i + 1) if one.i in self._speaking else one for one in phrases)
        return {k: phrase for phrase in phrases for k in range(phrase.i, phrase.j)}

    @cached_property
    def group_at(self) -> dict[int, VerbGroup]:
        """The verb group that each token belongs to, by token index."""
        return {k: group for group in self.groups for k in range(group.i, group.j)}

    def low(self, k: int) -> str:
        """The word at `k` in lower case; the empty string outside the unit."""
        return self.lows[k] if 0 <= k < len(self.lows) else ""

    def tag(self, k: int) -> str:
        """The tag at `k`; the empty string outside the unit."""
        return self.tags[k] if 0 <= k < len(self.tags) else ""

    def quoted(self, k: int) -> bool:
        """Is the token at `k` a folded quotation?"""
        return self.tag(k) == QUOTE

    def verb_in(self, i: int, j: int) -> VerbGroup | None:
        """The first verb group in ``i..j`` that may carry a clause; a participle too, for taggers misread them."""
        for n in range(bisect_left(self.groups, i, key=_begin), len(self.groups)):
            group = self.groups[n]
            if group.i >= j:
                return None
            if group.finite or (self.tag(group.i) == "VBN" and group.i > i):
                return group
        return None

    def finite_in(self, i: int, j: int) -> VerbGroup | None:
        """The first finite verb group that begins in ``i..j``."""
        n = bisect_left(self.finite, i, key=_begin)
        return self.finite[n] if n < len(self.finite) and self.finite[n].i < j else None


def units(prose: Prose) -> tuple[Unit, ...]:
    """All units of a report, in order. Linear in the number of tokens."""
    quotes = quotations(prose.report)
    made: list[Unit] = []
    q = 0
    k = 0
    sentences = prose.sentences
    while k < len(sentences):
        first = sentences[k]
        end = first.end
        while q < len(quotes) and quotes[q].end <= first.start:
            q += 1
        here: list[Quotation] = []
        n = q
        members = [first]
        while n < len(quotes) and quotes[n].start < end:
            here.append(quotes[n])
            while quotes[n].end > end and k + 1 < len(sentences) and sentences[k + 1].block == first.block:
                k += 1
                members.append(sentences[k])
                end = sentences[k].end
            n += 1
        while here and here[-1].end >= end and _attribution_next(prose, k, here[-1]):
            # “What do they want?” the mayor said: the question mark ends no sentence here.
            k += 1
            members.append(sentences[k])
            end = sentences[k].end
            while n < len(quotes) and quotes[n].start < end:
                here.append(quotes[n])
                n += 1
        made.extend(_unit(members, tuple(here)))
        k += 1
    return tuple(made)


def _attribution_next(prose: Prose, k: int, quote: Quotation) -> bool:
    """Is the sentence after a quotation that ends with "?" or "!" its attribution: "the mayor said."?"""
    if k + 1 >= len(prose.sentences) or prose.text[quote.inner_end - 1 : quote.inner_end] not in {"?", "!"}:
        return False
    following = prose.sentences[k + 1]
    if following.paragraph != prose.sentences[k].paragraph:
        return False
    table = verbs()
    for n, token in enumerate(following.tokens[:9]):
        if n and token.low in table and token.tag in {"VBD", "VBZ", "VBN"}:
            after = following.tokens[n + 1].low if n + 1 < len(following.tokens) else "."
            return after in _AFTER_ATTRIBUTION
        if token.tag in {"VBD", "VBZ", "VBP", "MD", "VBG", "IN"} and token.low != "of":
            return False
    return False


def _unit(members: list[Sentence], quotes: tuple[Quotation, ...]) -> Iterator[Unit]:
    """The unit of these sentences; a sentence of inhuman length gives several."""
    tokens = [token for sentence in members for token in sentence.tokens]
    first, last = members[0], members[-1]
    if quotes:
        folded: list[Token] = []
        k = 0
        for quote in quotes:
            while k < len(tokens) and tokens[k].start < quote.start:
                folded.append(tokens[k])
                k += 1
            inside = []
            while k < len(tokens) and tokens[k].start < quote.end:
                inside.append(tokens[k])
                k += 1
            words = sum(1 for token in inside if token.text[0].isalnum())
            if inside and (
                words >= _FRAGMENT or (len(members) > 1 and words >= 2) or _closed_speech(inside, tokens[k : k + 8])
            ):
                a, b = inside[0].start, inside[-1].end
                folded.append(Token(a, b, first_text(inside), "“”", QUOTE))
            else:
                folded.extend(inside)
        folded.extend(tokens[k:])
        tokens = folded
    tokens = mended(tokens)
    if len(tokens) <= _LONGEST:
        yield Unit(_sentence(first, tuple(tokens), first.start, last.end), quotes)
        return
    for k in range(0, len(tokens), _LONGEST):
        piece = tuple(tokens[k : k + _LONGEST])
        a, b = piece[0].start, piece[-1].end
        held = tuple(quote for quote in quotes if quote.start < b and quote.end > a) if len(quotes) < _LONGEST else ()
        yield Unit(_sentence(first, piece, a, b), held)


def _sentence(first: Sentence, tokens: tuple[Token, ...], start: int, end: int) -> Sentence:
    """A sentence of these tokens where `first` stands; `first` itself, with what is known of it, when it has them."""
    if tokens == first.tokens:
        return first
    lows, tags = tuple([token.low for token in tokens]), tuple([token.tag for token in tokens])
    return replace(first, start=start, end=end, tokens=tokens, lows=lows, tags=tags)


def _closed_speech(inside: list[Token], after: list[Token]) -> bool:
    """Short quotations that end like speech with a cue near: “No,” he said; but not: the film “The Town,” they met."""
    within = [token for token in inside if token.low not in {"'", "’", '"', "”", "“", "»", "«", "‘", "''"}]
    if len(within) < 2 or within[-1].low not in {",", ".", "!", "?"} or not any(t.text[0].isalnum() for t in within):
        return False
    table = verbs()
    return any(token.low in table and token.tag.startswith("V") for token in after)


def first_text(inside: list[Token]) -> str:
    """The printed form of a folded quotation: its marks alone, for the words are read where they are needed."""
    return f"{inside[0].text}…{inside[-1].text}"
