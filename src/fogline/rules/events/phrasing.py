"""Noun phrases and verb groups of a sentence as events need them: with participles that are verbs after all."""

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from fogline.grammar.phrases import NounPhrase, VerbGroup, noun_phrases, verb_groups
from fogline.grammar.prose import Sentence, Token
from fogline.rules.events.words import helpers, kinds, nouns, verbs

if TYPE_CHECKING:
    from fogline.rules.context import Actor, Index


def parts(sentence: Sentence, actors: "Index[Actor]") -> tuple[tuple[NounPhrase, ...], tuple[VerbGroup, ...]]:
    """The noun phrases and verb groups of a sentence, each in order.

    A participle of the lexicon that opens a noun phrase is split off as a verb where a noun, a preposition, a comma or
    "and" stands before it ("rebels seized rifles", "accused of killing farmers"). An actor that the tags take for no
    noun at all becomes a noun phrase.
    """
    phrases: list[NounPhrase] = []
    tokens = sentence.tokens
    groups = []
    for group in verb_groups(sentence):
        first = tokens[group.i]
        if group.j - group.i > 1 and _two_endings(first, tokens[group.i + 1]):
            # "shells fell": no verb has two endings.
            phrases.append(NounPhrase(group.i, group.i + 1, group.i))
            group = replace(group, i=group.i + 1)
        if group.j - group.i == 2 and tokens[group.j - 1].low == "following" and tokens[group.i].tag in {"VBD", "VBN"}:
            # "fled following a raid": a preposition.
            group = replace(group, j=group.i + 1, head=group.i, finite=True)
        if _flees(sentence, group):
            # "have fled fighting": the gerund is what they flee.
            phrases.append(NounPhrase(group.head, group.head + 1, group.head))
            group = replace(group, j=group.head, head=group.head - 1, progressive=False, perfect=group.j - group.i > 2)
        groups.append(group)
    for phrase in noun_phrases(sentence):
        if _struck(sentence, phrase) and groups:
            at = next((k for k, group in enumerate(groups) if group.j == phrase.i), None)
            if at is not None:
                groups[at] = replace(groups[at], j=phrase.j, head=phrase.head, passive=True)
                continue
        if _verbal(sentence, phrase):
            groups.append(_group(phrase.i, past=tokens[phrase.i].tag == "VBN"))
            phrase = NounPhrase(phrase.i + 1, phrase.j, phrase.head)
        if _lost(sentence, phrase) and not any(group.finite for group in groups):
            groups.append(_group(phrase.head, past=True))
            phrase = NounPhrase(phrase.i, phrase.head, phrase.head - 1)
        cut = _time_ends(sentence, phrase)
        if cut is not None:
            phrases.append(NounPhrase(phrase.i, cut, cut - 1))
            phrase = NounPhrase(cut, phrase.j, phrase.head)
        if phrase.head > phrase.i and tokens[phrase.head].low in helpers("close"):
            # "General Orhan today | met": the day is no part of the name.
            phrases.append(NounPhrase(phrase.i, phrase.head, phrase.head - 1))
            phrase = NounPhrase(phrase.head, phrase.j, phrase.head)
        if phrase.head > phrase.i and tokens[phrase.head].low == "home" and tokens[phrase.head - 1].tag == "NNS":
            phrase = NounPhrase(phrase.i, phrase.head, phrase.head - 1)
        before = phrases[-1] if phrases else None
        if before is not None and before.j == phrase.i and _named(sentence, before) and tokens[phrase.i].tag == "JJ":
            # "ISIL heavy weapons" is one phrase.
            phrases[-1] = NounPhrase(before.i, phrase.j, phrase.head)
        else:
            phrases.append(phrase)
    regained = []
    table = nouns()
    for k, low in enumerate(sentence.lows):
        if sentence.tags[k] == "JJ" and _people(sentence, k):
            regained.append(NounPhrase(k - 1, k + 1, k))
        elif low in table and _mistaken(sentence, k):
            i = k
            while i > 0 and tokens[i - 1].tag in _MODIFIERS:
                i -= 1
            regained.append(NounPhrase(i, k + 1, k))
    if regained:
        covered = {k for phrase in regained for k in range(phrase.i, phrase.j)}
        phrases = [phrase for phrase in phrases if covered.isdisjoint(range(phrase.i, phrase.j))] + regained
    taken = {k for phrase in phrases for k in range(phrase.i, phrase.j)}
    taken.update(k for group in groups for k in range(group.i, group.j))
    for k, low in enumerate(sentence.lows):
        if low == "those" and k not in taken:
            phrases.append(NounPhrase(k, k + 1, k))
    for actor in actors.covering(sentence.start, sentence.end):
        if actor.how == "name":
            i, j = sentence.first(actor.start), sentence.first(actor.end - 1) + 1
            if i < j <= len(sentence.tokens) and taken.isdisjoint(range(i, j)):
                phrases.append(NounPhrase(i, j, j - 1))
                taken.update(range(i, j))
    return tuple(sorted(phrases, key=lambda phrase: phrase.i)), tuple(sorted(groups, key=lambda group: group.i))


_BE: Final = frozenset({"is", "are", "was", "were", "been", "be", "has", "have", "had", "does", "gets", "'s"})


def _two_endings(first: Token, second: Token) -> bool:
    """Is a word in -s before a past tense or participle no verb? Only "is" and "has" stand before a participle."""
    return first.tag == "VBZ" and (second.tag == "VBD" or (second.tag == "VBN" and first.low not in _BE))


def _flees(sentence: Sentence, group: VerbGroup) -> bool:
    """Does a gerund that names an event end this verb group, right after a participle of the lexicon?"""
    head, before = sentence.tokens[group.head], sentence.tokens[group.head - 1]
    if group.head == group.i or head.tag != "VBG" or head.low not in nouns():
        return False
    return before.tag in {"VBN", "VBD"} and before.low in verbs() and before.low not in _BE


def _time_ends(sentence: Sentence, phrase: NounPhrase) -> int | None:
    """Where a time ends that the tags joined to the noun behind it ("On Monday | jets", "last week | rebels")."""
    tokens = sentence.tokens
    times = helpers("time")
    for k in range(phrase.i, min(phrase.head, phrase.i + 3)):
        named = tokens[k].low in times and tokens[k + 1].tag not in {"POS", "CD"}
        if named and (tokens[k].tag == "NNP" or (k > phrase.i and tokens[k - 1].low in {"last", "this", "next"})):
            return k + 1
    return None


def _struck(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Is this a participle that looks like a noun, after a form of "be" ("the clinic was hit")?"""
    tokens = sentence.tokens
    alone = phrase.j - phrase.i == 1 and tokens[phrase.i].low in {"hit", "shot", "overrun", "cut"}
    return alone and phrase.i > 0 and tokens[phrase.i - 1].low in {"was", "were", "been", "being", "is", "are"}


def _lost(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Is the last noun of this phrase the verb of its clause ("troops shot and killed a man")?"""
    head = sentence.tokens[phrase.head]
    if phrase.head == phrase.i or head.tag != "NN" or head.low not in verbs() or phrase.j >= len(sentence.tokens):
        return False
    after = sentence.tokens[phrase.j]
    following = after.tag in {"DT", "CD", "PRP", "PRP$", "CC", "RB"} or after.low == "dead"
    before = sentence.tokens[phrase.head - 1]
    return following and (before.tag in {"NNS", "NNPS"} or "armed" in kinds().get(before.low, ()))


def _people(sentence: Sentence, k: int) -> bool:
    """Is this one of a people, named by the adjective ("a Palestinian")?"""
    tokens = sentence.tokens
    if k == 0 or tokens[k].tag != "JJ" or not tokens[k].text[:1].isupper() or tokens[k - 1].tag not in {"DT", "CD"}:
        return False
    return k + 1 == len(tokens) or not tokens[k + 1].tag.startswith(("N", "J", "CD", "VBN", "VBG"))


_MODIFIERS: Final = frozenset({"DT", "JJ", "NN", "NNP", "NNPS", "CD", "PRP$", "POS", "VBN"})


def _mistaken(sentence: Sentence, k: int) -> bool:
    """Is this a noun of the lexicon that is no verb of it, and that the tags take for something else?"""
    token = sentence.tokens[k]
    if token.tag.startswith(("N", "V")) or token.low not in nouns() or token.low in verbs():
        return False
    following = sentence.tokens[k + 1].tag if k + 1 < len(sentence.tokens) else ""
    single = any(not pattern.rest for pattern in nouns()[token.low])
    return single and k > 0 and sentence.tokens[k - 1].tag in _MODIFIERS and not following.startswith("N")


def _named(sentence: Sentence, phrase: NounPhrase) -> bool:
    return all(sentence.tokens[k].tag in {"NNP", "NNPS"} for k in range(phrase.i, phrase.j))


def _verbal(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Is the first word of this noun phrase a verb of the lexicon with the rest as its object?"""
    tokens = sentence.tokens
    i = phrase.i
    first = tokens[i]
    if phrase.head > i > 0 and first.tag == "VBG" and first.low in helpers("tell"):
        return True
    if phrase.head == i or i == 0 or first.low not in verbs():
        return False
    following = tokens[i + 1].low
    if first.tag == "NN" and first.low.endswith("ing") and tokens[i - 1].tag in {"IN", "CC"}:
        return any(pattern.rest[:1] == (following,) for pattern in verbs()[first.low])
    if first.tag not in {"VBN", "VBG"}:
        return False
    if any(pattern.rest[:1] == (following,) for pattern in nouns().get(first.low, ())):
        return False
    before = tokens[i - 1]
    if first.tag == "VBN":
        closes = before.low in {"—", "–", ")"}
        return closes or before.tag == "CC" or (before.tag.startswith("N") and not before.low.endswith("ing"))
    return before.tag in {"IN", "CC", "TO"} or before.low in {",", "(", "—", "–"}


def _group(i: int, past: bool) -> VerbGroup:
    return VerbGroup(
        i=i,
        j=i + 1,
        head=i,
        finite=past,
        passive=False,
        negated=False,
        perfect=False,
        progressive=False,
        past=past,
        infinitive=False,
        modal=None,
    )
