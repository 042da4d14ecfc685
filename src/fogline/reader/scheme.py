"""What the reader's outputs mean: the labels of each head, in the order of the model's outputs.

The training code imports this file, so the shipped weights and the code that reads them cannot drift apart.
"""

from typing import get_args

from fogline.nouns import Counted, EventType, Likelihood, Status

MENTIONS = (
    "person",
    "organisation",
    "group",
    "country",
    "nationality",
    "place",
    "facility",
    "weapon",
    "vehicle",
    "quantity",
    "money",
    "time",
    "document",
)
ENTITIES = (
    "Person",
    "Organisation",
    "Location",
    "Nationality",
    "MilitaryPlatform",
    "Weapon",
    "Quantity",
    "Money",
    "Temporal",
    "DocumentReference",
)
"""The types of re3d, whose spans take in articles and adjectives ("the Kurdish YPG") where our mentions are names."""
FILLERS = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
"""The roles of MUC-3/4 answer keys: who did it, for whom, to which thing, to whom, with what."""
TAGGED: dict[str, tuple[str, ...]] = {
    "mention": MENTIONS,
    "toponym": ("toponym",),
    "entity": ENTITIES,
    "attribution": ("source", "cue", "content"),
    "claim": ("cue", "hedge"),
    "event": ("trigger",),
    "figure": ("figure",),
    "forecast": ("forecast",),
    **{filler: (filler,) for filler in FILLERS},
}
"""Heads that mark spans of words: outside, then begin and inside of each label."""

SORTED: dict[str, tuple[str, ...]] = {
    "type": get_args(EventType),
    "status": get_args(Status),
    "again": ("new", "again"),
    "what": get_args(Counted),
    "likelihood": get_args(Likelihood),
}
"""Heads that sort a span, read at its first word."""

TAGS = (
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "CC", "CD", "DT", "EX", "FW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS",
    "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB",
    "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "``",
)  # fmt: skip
"""The part of speech of each word, in the tags of the Penn Treebank."""

VALUES = ("certainty",)
"""Heads that give one number a word: did the happening told by this predicate happen, from -3 (no) to 3 (yes)."""

CHAINED = ("entity", "attribution", "claim", "event")
"""Span heads trained as chains: what may follow a tag, and how gladly, is learned with them."""

LINKS = ("source", "content", "actor", "target", "place", "weapon")
"""Links from an anchor (a cue or trigger, at its first word) to the words that fill a role."""
LINK_SIZE = 48
"""How many numbers stand for a word on each side of a link."""
REACHES = (0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)
"""Distances in word pieces at which the weight of a link may change, in each direction."""


def tags_of(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Give the tags of a span head in the order of its outputs: O, then B and I of each label."""
    return ("O", *(f"{place}-{label}" for label in labels for place in "BI"))


def _layout() -> dict[str, slice]:
    sizes: dict[str, int] = {}
    sizes.update({head: 1 + 2 * len(labels) for head, labels in TAGGED.items()})
    sizes.update({head: len(labels) for head, labels in SORTED.items()})
    sizes["tag"] = len(TAGS)
    sizes.update(dict.fromkeys(VALUES, 1))
    for link in LINKS:
        sizes.update({f"{link}:anchor": LINK_SIZE, f"{link}:word": LINK_SIZE, f"{link}:edge": 2})
    slices, at = {}, 0
    for head, size in sizes.items():
        slices[head] = slice(at, at + size)
        at += size
    return slices


LAYOUT: dict[str, slice] = _layout()
"""Which columns of the model's one output matrix belong to which head."""
WIDTH = max(part.stop for part in LAYOUT.values())
