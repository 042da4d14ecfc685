"""Units: sentences in which each longer quotation is one token, so that cue, speaker and quoted words stand side by side."""

from functools import cached_property

from fogline.grammar import Prose, Sentence, Token
from fogline.grammar.phrases import NounPhrase, VerbGroup, noun_phrases, verb_groups
from fogline.rules.speech.quotes import Quotation, quotations
from fogline.rules.speech.words import verbs

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

    def verb_in(self, i: int, j: int) -> VerbGroup | None:
        """The first verb group in ``i..j`` that may carry a clause, a participle that the tagger may have misread too."""
        return next((g for g in self.groups if i <= g.i < j and (g.finite or self.tag(g.i) == "VBN" and g.i > i)), None)

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
    tokens = _retagged(tokens)
    sentence = Sentence(first.start, last.end, first.kind, first.block, first.paragraph, tuple(tokens))
    return Unit(sentence, quotes)


def _closed_speech(inside: list[Token], words: int) -> bool:
    """Short quotations that end like speech: “No,” he said."""
    return words >= 1 and len(inside) >= 3 and inside[-2].low in {",", ".", "!", "?"}


def first_text(inside: list[Token]) -> str:
    """The printed form of a folded quotation: its marks alone, for the words are read where they are needed."""
    return f"{inside[0].text}…{inside[-1].text}"


_AUXILIARIES = frozenset(
    "be is are was were been being am 's 're 'm have has had having 've get gets got not n't never also".split()
)
_WHEN = frozenset(["yesterday", "today", "tonight", "since", "long", "now"])
_REDUCED = frozenset(
    [
        "believed",
        "thought",
        "said",
        "reported",
        "known",
        "suspected",
        "alleged",
        "feared",
        "expected",
        "estimated",
        "rumoured",
        "rumored",
    ]
)
_PASSIVE_NEXT = frozenset(["by", "to", "of", "for", "as", "with"])
_NOMINAL = ("NN", "PRP", "CD", "VBG")


def _retagged(tokens: list[Token]) -> list[Token]:
    """Mend the tags of cue verbs where the words around settle them: "the army denied that", "…, the ministry estimates."."""
    table = verbs()
    if (
        len(tokens) > 2
        and tokens[0].tag in {"VB", "VBP", "UH", "JJ", "RB"}
        and tokens[1].tag in {"VBD", "VBZ"}
        and tokens[1].low in table
    ):
        tokens[0] = _with_tag(tokens[0], "NNP")
    for k, token in enumerate(tokens):
        if (
            token.low in _WHEN
            and 0 < k < len(tokens) - 1
            and tokens[k - 1].low in _AUXILIARIES
            and tokens[k + 1].tag in {"VBN", "VBD"}
        ):
            tokens[k] = _with_tag(token, "RB")
            continue
        if (
            token.tag == "JJ"
            and 0 < k < len(tokens) - 1
            and tokens[k - 1].tag == "DT"
            and tokens[k + 1].tag in {"VBZ", "VBD", "VBP"}
            and tokens[k + 1].low in table
        ):
            tokens[k] = _with_tag(token, "NN")
            continue
        if token.low == "think" and k + 1 < len(tokens) and tokens[k + 1].low in {"tank", "tanks"}:
            tokens[k] = _with_tag(token, "NN")
            continue
        if token.tag not in {"VBN", "NNS", "NN", "VBD", "JJ", "VB"} or token.low not in table:
            continue
        before = tokens[k - 1] if k else None
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        tag = _mended(tokens, k, before, after)
        if tag is not None:
            tokens[k] = _with_tag(token, tag)
            if tag == "VBZ" and before is not None and before.tag == "JJ":
                tokens[k - 1] = _with_tag(before, "NN")
    return tokens


def _with_tag(token: Token, tag: str) -> Token:
    return Token(token.start, token.end, token.text, token.low, tag)


def _mended(tokens: list[Token], k: int, before: Token | None, after: Token | None) -> str | None:
    token = tokens[k]
    low = after.low if after else ""
    if token.tag == "VBD" and low == "to" and before is not None and before.tag.startswith("NN"):
        infinitive = tokens[k + 2].low in {"be", "have"} if k + 2 < len(tokens) else False
        if token.low in {"attributed", "ascribed"} or token.low in _REDUCED and infinitive:
            return "VBN"
        return None
    if token.tag in {"VBN", "JJ"} and token.low.endswith(("d", "t", "n", "e")):
        n = k - 1
        while n >= 0 and tokens[n].tag.startswith("RB") and tokens[n].low not in _AUXILIARIES:
            n -= 1
        if n >= 0 and tokens[n].low in _AUXILIARIES | {"and", "or"}:
            return None
        if (
            before is None
            or low in _PASSIVE_NEXT
            and token.low not in {"called", "appealed", "pledged", "vowed", "promised"}
        ):
            return None
        if (
            token.low in {"called", "dubbed", "alleged", "suspected", "planned", "expected", "reported", "estimated"}
            and token.tag == "JJ"
        ):
            return None
        if (
            tokens[n].tag.startswith(_NOMINAL)
            or tokens[n].tag == QUOTE
            or tokens[n].low in {",", "who", "that", "which", ")"}
        ):
            return "VBD"
        return None
    if (
        token.tag == "NN"
        and after is not None
        and (after.tag in {"DT", QUOTE} or low == "that")
        and any(t.low == "which" for t in tokens[max(0, k - 4) : k])
    ):
        return "VBP"
    if (
        token.tag in {"NNS", "NN"}
        and token.low.endswith("s")
        and before is not None
        and before.tag.startswith(("NN", "PRP", "JJ"))
    ):
        if low in {"him", "them", "her", "us", "me"}:
            return "VBZ"
        if low in {"", ".", ","} and not _finite_before(tokens, k, 6):
            return "VBZ"
        if low in {"that"} or low == "to" and k + 2 < len(tokens) and tokens[k + 2].tag == "VB":
            return "VBZ" if not any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in tokens[max(0, k - 12) : k]) else None
    return None


def _finite_before(tokens: list[Token], k: int, reach: int) -> bool:
    """Does no comma or quotation separate `k` from a finite verb shortly before it?"""
    for n in range(k - 1, max(-1, k - reach), -1):
        if tokens[n].low == "," or tokens[n].tag == QUOTE:
            return False
        if tokens[n].tag in {"VBD", "VBZ", "VBP", "MD"}:
            return True
    return True
