"""Units: sentences in which each longer quotation is one token, so that cue, speaker and quoted words stand side by side."""

from functools import cached_property

from fogline.grammar import Prose, Sentence, Token
from fogline.grammar.phrases import NounPhrase, VerbGroup, noun_phrases, verb_groups
from fogline.rules.speech.quotes import Quotation, quotations

QUOTE = "QUOTE"
"""The tag of a token that stands for a whole quotation."""
_FRAGMENT = 4
"""Quotations of fewer words stay open: they are parts of a clause ("a “grave” mistake"), not speech of their own."""


class Unit:
    """A sentence, or the sentences that one quotation ties together, with longer quotations folded into one token."""

    def __init__(self, sentence: Sentence, quotes: tuple[Quotation, ...]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.quotes = quotes

    @cached_property
    def groups(self) -> tuple[VerbGroup, ...]:
        """The verb groups, in order."""
        return verb_groups(self.sentence)

    @cached_property
    def finite(self) -> tuple[VerbGroup, ...]:
        """The verb groups that can carry a clause, in order."""
        return tuple(group for group in self.groups if group.finite)

    @cached_property
    def phrase_at(self) -> dict[int, NounPhrase]:
        """The noun phrase that each token belongs to, by token index."""
        return {k: phrase for phrase in noun_phrases(self.sentence) for k in range(phrase.i, phrase.j)}

    @cached_property
    def group_at(self) -> dict[int, VerbGroup]:
        """The verb group that each token belongs to, by token index."""
        return {k: group for group in self.groups for k in range(group.i, group.j)}

    def low(self, k: int) -> str:
        """The word at `k` in lower case; the empty string outside the unit."""
        return self.tokens[k].low if 0 <= k < len(self.tokens) else ""

    def tag(self, k: int) -> str:
        """The tag at `k`; the empty string outside the unit."""
        return self.tokens[k].tag if 0 <= k < len(self.tokens) else ""

    def quoted(self, k: int) -> bool:
        """Is the token at `k` a folded quotation?"""
        return self.tag(k) == QUOTE

    def finite_in(self, i: int, j: int) -> VerbGroup | None:
        """The first finite verb group that begins in ``i..j``."""
        return next((group for group in self.finite if i <= group.i < j), None)


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
        made.append(_unit(members, tuple(here)))
        k += 1
    return tuple(made)


def _unit(members: list[Sentence], quotes: tuple[Quotation, ...]) -> Unit:
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
            if inside and (words >= _FRAGMENT or (len(members) > 1 and words >= 2) or _closed_speech(inside, words)):
                a, b = inside[0].start, inside[-1].end
                folded.append(Token(a, b, first_text(inside), "“”", QUOTE))
            else:
                folded.extend(inside)
        folded.extend(tokens[k:])
        tokens = folded
    sentence = Sentence(first.start, last.end, first.kind, first.block, first.paragraph, tuple(tokens))
    return Unit(sentence, quotes)


def _closed_speech(inside: list[Token], words: int) -> bool:
    """Short quotations that end like speech: “No,” he said."""
    return words >= 1 and len(inside) >= 3 and inside[-2].low in {",", ".", "!", "?"}


def first_text(inside: list[Token]) -> str:
    """The printed form of a folded quotation: its marks alone, for the words are read where they are needed."""
    return f"{inside[0].text}…{inside[-1].text}"
