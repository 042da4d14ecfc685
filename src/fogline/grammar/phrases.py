"""Phrases of a tagged sentence: noun phrases, verb groups and clauses, by patterns over the tags.

Each tag is one letter, each pattern a regular expression over the string of letters, so positions are token indices.
"""

import re
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from fogline.grammar.prose import Sentence, Token

_LETTERS = {
    "DT": "D", "PDT": "D", "PRP$": "S", "WP$": "W", "CD": "C", "JJ": "J", "JJR": "J", "JJS": "J", "NN": "N", "NNS": "N",
    "NNP": "P", "NNPS": "P", "POS": "G", "PRP": "O", "EX": "E", "VB": "v", "VBP": "p", "VBZ": "z", "VBD": "d",
    "VBN": "n", "VBG": "g", "MD": "m", "TO": "t", "IN": "i", "RB": "r", "RBR": "r", "RBS": "r", "CC": "c", "WP": "w",
    "WDT": "w", "WRB": "w", "RP": "x", "``": "q", "''": "q", ",": ",", ".": ".", ":": ":", "$": "$",
}  # fmt: skip

_QUOTES = frozenset(['"', "“", "”", "«", "»"])

_NOUN_PHRASE = re.compile(
    r"(?:[DS]r{1,3}[ng](?=[JNPC])|[DS]?(?:r(?=[JCn]))*)"  # "their most widely quoted figure"
    # A participle modifies a noun unless an auxiliary stands before it: "the burned house", but "had received reports".
    r"(?:[JC$]|(?<![vpzdngmtr])[ng](?=[JNPC])|r(?=[JC]))*"
    r"[NP]+(?:G[JCng]*[NP]+)*(?:C(?![NPJC]))?"
    r"|[DSC]{0,12}C|O|D(?=[.,:zdpmci]|$)|J(?=[NP])"
)
_VERB_GROUP = re.compile(r"(?:t?r*v|m|[pzd]|n|g)(?:r*[vpzdng])*")

_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"])
_HAVE = frozenset(["have", "has", "had", "having", "'ve"])
_DO = frozenset(["do", "does", "did"])
NEGATIONS = frozenset(["not", "n't", "never", "no", "neither", "nor", "hardly", "scarcely"])


class NounPhrase(Struct, frozen=True, gc=False):
    """Tokens ``i..j`` (half-open) of a sentence that form a base noun phrase; `head` is the index of its head noun."""

    i: int
    j: int
    head: int


class VerbGroup(Struct, frozen=True, gc=False):
    """Tokens ``i..j`` of a verb with its auxiliaries; `head` is the index of the main verb.

    `finite`: it can carry a clause; `passive`, `negated`, `perfect`, `progressive`; `modal`: will, may, could… or None;
    `past`: the tense of the first verb; `infinitive`: it starts with "to".
    """

    i: int
    j: int
    head: int
    finite: bool
    passive: bool
    negated: bool
    perfect: bool
    progressive: bool
    past: bool
    infinitive: bool
    modal: str | None


class Clause(Struct, frozen=True, gc=False):
    """Tokens ``i..j`` around one finite verb group: one binding scope. `marker`: index of "that", "after", "who"…"""

    i: int
    j: int
    verb: VerbGroup | None
    marker: int | None


def letters(sentence: Sentence) -> str:
    """The tags of a sentence as one letter each; an unknown tag is ``_``."""
    found = [_LETTERS.get(tag, "_") for tag in sentence.tags]
    if "_" in found:
        for k, low in enumerate(sentence.lows):
            if found[k] == "_" and low in _QUOTES:
                found[k] = "q"
    return "".join(found)


@lru_cache(maxsize=4096)
def noun_phrases(sentence: Sentence) -> tuple[NounPhrase, ...]:
    """Base noun phrases in order: determiner, modifiers, nouns; possessors inside; pronouns; bare numbers."""
    found, tags = [], sentence.tags
    for match in _NOUN_PHRASE.finditer(letters(sentence)):
        i, j = match.span()
        head = j - 1
        while head > i and tags[head] == "CD" and tags[head - 1].startswith("N"):
            head -= 1
        found.append(NounPhrase(i, j, head))
    return tuple(found)


@lru_cache(maxsize=4096)
def verb_groups(sentence: Sentence) -> tuple[VerbGroup, ...]:
    """Verb groups in order. Participles that modify a noun ("the burned house") belong to its noun phrase instead."""
    # What belongs to a noun phrase is no verb.
    code, at = "", 0
    whole = letters(sentence)
    for phrase in noun_phrases(sentence):
        code += whole[at : phrase.i] + "_" * (phrase.j - phrase.i)
        at = phrase.j
    found = []
    for match in _VERB_GROUP.finditer(code + whole[at:]):
        i, j = match.span()
        for part in _finite_parts(sentence, i, j) if j - i > 1 else ((i, j),):
            found.append(_group(sentence, *part))
    return tuple(found)


_BEFORE_GERUND = frozenset(["said", "says", "say", "denied", "denies", "deny", "admitted", "admits", "admit"])


_TENSED = frozenset(["VBZ", "VBP", "VBD"])
_SECOND = _BE | _HAVE | {"said", "says", "say"}
_AUXILIARIES = _BE | _HAVE | _DO


def _finite_parts(sentence: Sentence, i: int, j: int) -> list[tuple[int, int]]:
    """Cut a run of verbs where a second finite verb begins: "the men they claim | were there"."""
    lows, tags = sentence.lows, sentence.tags
    cuts = [i]
    for k in range(i + 1, j):
        if (
            tags[k] in _TENSED
            and (tags[k - 1] in _TENSED or tags[k - 1] == "VB")
            and lows[k] in _SECOND
            and lows[k - 1] not in _AUXILIARIES
        ) or (tags[k] == "VBG" and lows[k - 1] in _BEFORE_GERUND):
            cuts.append(k)
    return list(zip(cuts, [*cuts[1:], j], strict=True))


def _group(sentence: Sentence, i: int, j: int) -> VerbGroup:
    lows, tags = sentence.lows, sentence.tags
    head = j - 1
    while tags[head].startswith("RB") and head > i:
        head -= 1
    auxiliaries = lows[i:head]
    first, last = tags[i], tags[head]
    be = not _BE.isdisjoint(auxiliaries)
    return VerbGroup(
        i=i,
        j=j,
        head=head,
        finite=first in _TENSED or first == "MD",
        passive=be and last in {"VBN", "VBD"},
        negated=not NEGATIONS.isdisjoint(lows[i:j]),
        perfect=not _HAVE.isdisjoint(auxiliaries),
        progressive=be and last == "VBG",
        past=first == "VBD" or (first == "VBN" and not auxiliaries),
        infinitive=first == "TO",
        modal=lows[tags.index("MD", i, j)] if "MD" in tags[i:j] else None,
    )


_SUBORDINATORS = frozenset(
    [
        "that",
        "who",
        "which",
        "whom",
        "whose",
        "where",
        "when",
        "while",
        "after",
        "before",
        "because",
        "since",
        "although",
        "though",
        "if",
        "unless",
        "until",
        "as",
        "whereas",
        "whether",
        "once",
        "so",
        "lest",
    ]
)


@lru_cache(maxsize=4096)
def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """Cut a sentence into clauses, each with at most one finite verb group; together they cover the sentence.

    A cut falls before a subordinator, a coordinator or a punctuation mark that stands between two finite verbs, the
    nearest one to the later verb's subject.
    """
    tokens = sentence.tokens
    finite = [group for group in verb_groups(sentence) if group.finite]
    if len(finite) < 2:
        return (Clause(0, len(tokens), finite[0] if finite else None, None),)
    cuts: list[tuple[int, int | None]] = [(0, None)]
    for left, right in pairwise(finite):
        cut, marker = _cut(tokens, left, right)
        cuts.append((cut, marker))
    made = []
    for k, group in enumerate(finite):
        i, marker = cuts[k]
        j = cuts[k + 1][0] if k + 1 < len(finite) else len(tokens)
        made.append(Clause(i, j, group, marker))
    return tuple(made)


def _cut(tokens: tuple[Token, ...], left: VerbGroup, right: VerbGroup) -> tuple[int, int | None]:
    """Where the clause of `right` begins, after the verb group `left`."""
    for k in range(right.i - 1, left.j - 1, -1):
        token = tokens[k]
        if token.low in _SUBORDINATORS and token.tag in {"IN", "WP", "WDT", "WRB", "WP$", "RB", "DT"}:
            return k, k
        if token.tag == "CC":
            return k, None
        if token.low in {";", ":", "—", "–", "--"}:
            return k + 1, None
    for k in range(right.i - 1, left.j - 1, -1):
        if tokens[k].low == ",":
            return k + 1, None
    # No mark between them ("she thought rebels fled"): the later clause begins with its subject's noun phrase.
    k = right.i
    while k > left.j and _LETTERS.get(tokens[k - 1].tag, "_") in "DSCJNPGOErngi$":
        k -= 1
    return (max(left.j, k)), None
