"""Look at a sentence once: roster names, capitals, noun phrases, verbs."""

import re
from collections.abc import Sequence
from functools import lru_cache

from fogline.grammar.phrases import VerbGroup, noun_phrases, verb_groups
from fogline.grammar.prose import Sentence, Token
from fogline.roster import Match, Roster
from fogline.rules.actors.found import Scan
from fogline.rules.actors.words import EDGES, Words

CALENDAR = EDGES["calendar"]
_OPENERS = frozenset(['"', "“", ":", "'", "‘", "«", "•", "(", "[", "*", "—", "–", "-"])
_NEVER = EDGES["start"] | CALENDAR
PREFIXED = re.compile(r"(?:al|el|an|ad|as|ash|at|ar|az|ul|ur|Al|El|An|Ad|As|Ash|At|Ar|Az|d|l|o)['’-][^\W\d_]")


def scan(s: int, sentence: Sentence, roster: Roster, words: Words, year: int | None = None) -> Scan:
    """Everything that the rules ask of a sentence, each looked up once; `year` is when it is told."""
    tokens = sentence.tokens
    printed = [token.text for token in tokens]
    lows = list(sentence.lows)
    hits: dict[int, Match] = {}
    persons: dict[int, Match] = {}
    spelt = [text for text in printed if text.isalpha()]
    shouted = len(spelt) > 2 and sum(map(str.isupper, spelt)) > 0.7 * len(spelt)
    free = 0
    for t in roster.starts(printed):
        match = roster.match(printed, t, year) if t >= free and printed[t][0].isalpha() else None
        if match is not None and not _mistaken(tokens, t, match, words, shouted):
            # A person's name is read with its titles, so it is no fixed piece.
            (persons if match.entry.kind == "person" else hits)[t] = match
            free = t + match.length
    titled = _titled(sentence, printed)
    caps = [low not in _NEVER and _capital(text) for text, low in zip(printed, lows, strict=True)]
    for k in _starts(lows):
        # A capital at the start of a sentence says nothing: there the tag decides, or a word that is a name anyway.
        if (
            caps[k]
            and not tokens[k].tag.startswith("NNP")
            and k not in hits
            and k not in persons
            and not (tokens[k].text in words.given and k + 1 < len(caps) and caps[k + 1])
            and not PREFIXED.match(tokens[k].text)
            and lows[k] not in words.titles
            and not (
                tokens[k].tag in {"JJ", "NN", "NNS"}
                and k + 1 < len(caps)
                and caps[k + 1]
                and k + 1 not in hits
                and lows[k + 1] not in words.titles
                and tokens[k + 1].text not in words.given
                and any(text in words.bodies for text in printed[k + 1 : k + 5])
            )
        ):
            caps[k] = False
    groups, phrases = verb_groups(sentence), noun_phrases(sentence)
    return Scan(
        s=s,
        sentence=sentence,
        words=printed,
        lows=lows,
        hits=hits,
        persons=persons,
        caps=caps,
        titled=titled,
        shouted=shouted,
        phrases=phrases,
        opens={phrase.i: phrase for phrase in phrases},
        closes={phrase.j: phrase for phrase in phrases},
        verbs={group.i: group for group in groups},
        ends={group.j: group for group in groups},
    )


def _mistaken(tokens: Sequence[Token], t: int, match: Match, words: Words, shouted: bool) -> bool:
    """Is a roster name here a part of a person's name ("Jordan Reyes", "Mr Wagner"), a place, or a word in capitals?"""
    if match.length > 1:
        return False
    text = tokens[t].text
    if shouted and len(text) <= 3:
        return True
    if match.entry.kind == "person":
        return False
    if match.entry.kind == "agency" and t > 0 and tokens[t - 1].low == "in":
        return True
    if text.isupper() or match.form not in {"name", "seat"}:
        return False
    before = tokens[t - 1] if t > 0 else None
    if before is not None and (before.text in words.given or before.low in words.honorifics) and text != "Taliban":
        return True
    after = tokens[t + 1] if t + 1 < len(tokens) else None
    return (
        text in words.given
        and after is not None
        and after.text[0].isupper()
        and not after.text.isupper()
        and after.low not in words.titles
        and after.text not in words.bodies
    )


@lru_cache(maxsize=1 << 14)
def _capital(text: str) -> bool:
    return text[0].isupper() or (PREFIXED.match(text) is not None and any(map(str.isupper, text[:5])))


def _starts(lows: Sequence[str]) -> list[int]:
    """The indices of words that a sentence or a quotation starts with."""
    found = []
    fresh = True
    for k, low in enumerate(lows):
        if not fresh:
            fresh = low in _OPENERS
        elif low[0].isalnum():
            found.append(k)
            fresh = False
    return found


def _titled(sentence: Sentence, printed: Sequence[str]) -> bool:
    """Is this Title Case, where a capital does not tell a name? In running text only a line without a full stop is."""
    if sentence.kind != "headline" and sentence.tokens[-1].low[-1] in ".?!\"”’'":
        return False
    longer = [text for text in printed if len(text) > 3 and text.isalpha()]
    if len(longer) < 4:
        return sentence.kind == "headline" and len(longer) > 1 and all(text[0].isupper() for text in longer)
    capital = sum(text[0].isupper() for text in longer)
    return capital >= (0.7 if sentence.kind == "headline" else 0.85) * len(longer)


def verb_after(scan: Scan, j: int) -> VerbGroup | None:
    """The finite verb whose subject ends at token `j`: past adverbs, a bracket, or one insertion between commas."""
    lows, n = scan.lows, len(scan.lows)
    k = j
    if k < n and lows[k] in {",", "(", "—", "–"}:
        close = ")" if lows[k] == "(" else lows[k]
        end = next((m for m in range(k + 1, min(n, k + 16)) if lows[m] == close), None)
        if end is None:
            return None
        k = end + 1
    for _ in range(3):
        group = scan.verbs.get(k)
        if group is not None:
            tag = scan.sentence.tokens[group.i].tag
            return group if tag in {"VBD", "VBZ", "VBP", "MD"} or (tag == "VBN" and group.j - group.i == 1) else None
        if k < n and scan.sentence.tokens[k].tag.startswith("RB"):
            k += 1
        else:
            return None
    return None


def subject(scan: Scan, i: int, j: int, words: Words) -> tuple[bool, bool, bool]:
    """Is ``i..j`` the subject of a verb, of one of speaking, of one of acting? Also after it: `"…," said the mayor`."""
    group = verb_after(scan, j)
    if group is not None:
        low = scan.lows[group.head]
        return True, low in words.speech and not group.passive, low in words.acts
    before = scan.ends.get(i)
    if before is not None and before.j - before.i == 1 and scan.lows[before.head] in EDGES["inverted"]:  # fmt: skip
        k = before.i - 1
        if k < 0 or scan.lows[k] in {",", '"', "”", "'", "’", "?", "!", "»"}:
            return True, True, False
    if i > 1 and scan.lows[i - 1] == "to" and scan.lows[i - 2] == "according":
        return False, True, False
    return False, False, False
