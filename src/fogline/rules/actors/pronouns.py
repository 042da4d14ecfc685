"""Whom "he", "she", "it", "they" and "who" mean."""

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence

from fogline.grammar.phrases import VerbGroup
from fogline.rules.actors.found import Found, Scan
from fogline.rules.actors.words import Words

_SINGLE = {"he": "m", "him": "m", "himself": "m", "she": "f", "herself": "f"}
_MANY = frozenset(["they", "them", "themselves"])
_PRONOUNS = {*_SINGLE, *_MANY, "it", "her", "who"}
_REACH = 5
"""How many sentences back a pronoun looks."""


def pronouns(scans: Sequence[Scan], words: Words) -> None:
    """Add to each sentence the pronouns that mean somebody mentioned before; those that nobody fits are left out."""
    recent: deque[Found] = deque(maxlen=14)
    for scan in scans:
        made = []
        mentions = sorted(scan.found, key=lambda one: (one.i, -one.j))
        at = 0
        for t in [t for t, low in enumerate(scan.lows) if low in _PRONOUNS]:
            low = scan.lows[t]
            while at < len(mentions) and mentions[at].j <= t:
                recent.append(mentions[at])
                at += 1
            if low in _SINGLE or low in _MANY or low == "it" or (low == "her" and _object(scan, t)):
                found = pronoun(scan, t, low, recent, words)
            elif low == "who":
                found = who(scan, t, mentions, words)
            else:
                continue
            if found is not None:
                made.append(found)
                recent.append(found)
        recent.extend(mentions[at:])
        scan.found.extend(made)


def _object(scan: Scan, t: int) -> bool:
    return scan.sentence.tokens[t].tag == "PRP"


def pronoun(scan: Scan, t: int, low: str, recent: "deque[Found]", words: Words) -> Found | None:
    """A pronoun, taken to mean the actor before it that fits best: number, gender, nearness, subject, speaker."""
    verb = scan.verbs.get(t + 1) or (
        scan.verbs.get(t + 2) if scan.sentence.tokens[min(t + 1, len(scan.lows) - 1)].tag == "RB" else None
    )
    is_subject = verb is not None
    if low == "it" and (verb is None or scan.lows[verb.head] not in words.speech | words.acts or verb.passive):
        return None
    gender = _SINGLE.get(low, "f" if low == "her" else None)
    best: Found | None = None
    score = 0.0
    passed: str | None = None
    for back, one in enumerate(reversed(recent)):
        distance = scan.s - one.s
        if distance > _REACH or one.rule == "actors.who":
            continue
        if gender:
            if one.kind != "person" or one.plural or (one.gender and one.gender != gender):
                continue
        elif low in _MANY:
            if not (one.plural or one.kind in {"group", "force", "organisation"}) or one.kind == "agency":
                continue
            if one.how == "pronoun" and not one.plural and one.single:
                continue  # what was "it" is not "they"
        elif one.kind in {"person", "people", "agency"} or one.plural:
            continue
        if not is_subject and distance == 0 and low in {"him", "her", "them"}:
            # The subject of the same verb would be "himself".
            if passed is None and one.subject:
                passed = one.name
            if passed == one.name:
                continue
        value = 6.0 - 1.5 * distance - 0.35 * back
        value += 1.5 if one.subject else 0.0
        value += 1.5 if one.speaks else 0.0
        value += 0.8 if gender and one.gender == gender else 0.0
        value += 2.0 if low in _MANY and one.plural else 0.0
        value += 0.5 if one.how == "pronoun" else 0.0
        if best is None or value > score:
            best, score = one, value
    if best is not None and low in _MANY:
        best = _row_of(best, recent)
    if best is None or (low in _MANY and _others_between(scan, t, best, verb, recent, words)):
        return None
    speaks = verb is not None and scan.lows[verb.head] in words.speech and not verb.passive
    return Found(
        scan.s, t, t + 1, best.kind, "actors.pronoun", how="pronoun", plural=best.plural,
        gender=best.gender or ("f" if gender == "f" else "m" if gender == "m" else None),
        key=best.key, roles=best.roles, subject=is_subject, speaks=speaks, name=best.name, single=low == "it",
    )  # fmt: skip


def _row_of(best: Found, recent: "deque[Found]") -> Found:
    """The row of actors that act together, when the actor is one of them: "they" are all of these."""
    rows = (one for one in recent if one.rule == "actors.conjunction" and one.s == best.s)
    return next((row for row in rows if row.i <= best.i and best.j <= row.j), best)


def _others_between(
    scan: Scan, t: int, best: Found, verb: VerbGroup | None, recent: "deque[Found]", words: Words
) -> bool:
    """Do things in the plural stand between, which "they" may mean as well? Not where "they" speak or act."""
    if verb is not None and scan.lows[verb.head] in words.speech | words.acts:
        return False
    start = best.j if best.s == scan.s else 0
    named = {k for one in recent if one.s == scan.s for k in range(one.i, one.j)}
    tokens = scan.sentence.tokens
    return any(tokens[k].tag == "NNS" and k not in named for k in range(max(start, t - 30), t))


def who(scan: Scan, t: int, mentions: Sequence[Found], words: Words) -> Found | None:
    """A relative "who", which means the noun before it."""
    edge = t - 1 if t > 0 and scan.lows[t - 1] in {",", "—", "–"} else t
    holder = None
    last = bisect_left(mentions, t, key=lambda one: one.i)
    for one in mentions[max(0, last - 12) : last]:
        if one.j == edge or (one.i < t < one.j and one.a < 0):
            holder = one
    if holder is None or holder.kind in {"thing", "agency"}:
        return None
    verb = scan.verbs.get(t + 1)
    return Found(
        scan.s, t, t + 1, holder.kind, "actors.who", how="pronoun", plural=holder.plural, gender=holder.gender,
        key=holder.key, roles=holder.roles, subject=True,
        speaks=verb is not None and scan.lows[verb.head] in words.speech, name=holder.name,
    )  # fmt: skip
