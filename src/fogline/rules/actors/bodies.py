"""Names of bodies: by the words in them, from the roster, by initials; states where they act."""

from functools import lru_cache

from fogline.nouns import ActorKind
from fogline.roster import Match
from fogline.rules.actors.found import Found, Scan
from fogline.rules.actors.scan import subject, verb_after
from fogline.rules.actors.words import EDGES, Words


def body_name(scan: Scan, start: int, end: int, kinds: list[str], origin: int, words: Words) -> None:
    """The name of a body: words with capitals, one of which names a sort of body ("Ministry", "Front", "Watch")."""
    if start >= end:
        return
    part = kinds[start - origin : end - origin]
    body = max((k for k, kind in enumerate(part) if kind == "body"), default=-1)
    whole = scan.hits.get(start)
    if body >= 0 and (whole is None or whole.length <= body):
        stop = start + body + 1
        if "link" in part[body:]:
            stop = end
        kind: ActorKind = words.bodies[scan.words[start + body]]
        add_body(scan, start, stop, kind, "actors.body_name", words, plural=False)
        for t in range(start, stop):
            if t in scan.hits and (t > start or scan.hits[t].length < stop - start):
                roster_name(scan, t, scan.hits[t], words)
        return
    for t in range(start, end):
        if t in scan.hits:
            roster_name(scan, t, scan.hits[t], words)


def add_body(
    scan: Scan, a: int, b: int, kind: ActorKind, rule: str, words: Words, *, plural: bool, key: str | None = None
) -> Found:
    """Add a body whose name is tokens ``a..b``, with its article; give what was added."""
    i = a
    if a > 0 and scan.lows[a - 1] == "the":
        i = a - 1
    is_subject, speaks, _ = subject(scan, i, b, words)
    found = Found(scan.s, i, b, kind, rule, a=a, b=b, plural=plural, key=key, subject=is_subject, speaks=speaks)
    scan.found.append(found)
    return found


def roster_name(scan: Scan, t: int, match: Match, words: Words) -> None:
    """A name that the roster of actors lists."""
    if match.form == "adjective":
        return
    end = t + match.length
    entry = match.entry
    if (
        entry.kind == "state"
        and match.form in {"name", "seat"}
        and not state(scan, t, end, words, match.form == "seat")
    ):
        return
    head = words.heads.get(scan.lows[end - 1])
    plural = match.form == "people" or (head is not None and head.plural and entry.kind != "agency")
    if entry.kind == "group" and scan.lows[end - 1].endswith("s") and not scan.words[end - 1].isupper():
        # "the Houthis were", "the Tamil Tigers were", but "Hamas was".
        plural = plural or (t > 0 and scan.lows[t - 1] == "the")
    kind: ActorKind = "people" if match.form == "people" else "organisation" if match.form == "seat" else entry.kind
    rule = "actors.state" if entry.kind == "state" else "actors.roster_name"
    add_body(scan, t, end, kind, rule, words, plural=plural, key=entry.key)


_BYWORDS = frozenset(["Kremlin", "White", "Downing", "Whitehall", "Malacañang", "Malacanang", "Élysée", "Elysee"])
"""First words of seats that are a government wherever they stand."""
_ALWAYS = frozenset(["by", "against", "between", "with", "among"])


def state(scan: Scan, t: int, end: int, words: Words, seat: bool, row: int = 0) -> bool:
    """A state that acts, is acted on, or owns what acts; not a state as a place."""
    lows, n = scan.lows, len(scan.lows)
    if seat:
        if scan.words[t] in _BYWORDS:
            return True
        if t > 0 and lows[t - 1] in EDGES["addressed"]:
            return True
        speaks = subject(scan, t, end, words)
        return (speaks[1] or speaks[2]) and not (
            t > 0 and lows[t - 1] in {"in", "near", "from", "around", "outside", "of"}
        )
    before = lows[t - 1] if t > 0 else ""
    if before == "the" and t > 1:
        before = lows[t - 2]
    if end < n and lows[end] in {"'s", "'"} and scan.sentence.tokens[end].tag == "POS":
        return not (end + 1 < n and lows[end + 1] in EDGES["geography"]) and before not in {
            "in",
            "across",
            "near",
            "into",
        }
    if before in _ALWAYS or before in words.speech or before in words.acts:
        return True
    if (
        scan.sentence.tokens[t - 1].tag in {"IN", "TO"}
        and t > 0
        and before not in {"that", "as", "if", "while", "because"}
    ):
        return False
    if verb_after(scan, end) is not None:
        return True
    if end + 1 < n and lows[end] in {"and", ",", "or"}:
        k = end + 1
        while k < n and lows[k] in {"and", "the", "or"}:
            k += 1
        following = scan.hits.get(k)
        listed = following is not None and following.entry.kind == "state" and following.form == "name"
        if (
            following is not None
            and listed
            and row < 30
            and state(scan, k, k + following.length, words, False, row + 1)
        ):
            return True
    if t > 1 and lows[t - 1] in {"and", ",", "or"}:
        return any(
            found.b in {t - 1, t - 2} and found.rule == "actors.state" and found.b > found.a
            for found in scan.found[-3:]
        )
    return False


@lru_cache(maxsize=1 << 14)
def initialism(text: str) -> bool:
    """Is the word in capitals, but for one letter at most?"""
    letters = [char for char in text if char.isalpha()]
    return (
        2 <= len(letters) <= 8 and sum(map(str.isupper, letters)) >= max(2, len(letters) - 1) and letters[0].isupper()
    )


def initials(scan: Scan, t: int, words: Words) -> None:
    """Initials that name a body: they speak, act, or stand where somebody does, here or elsewhere in the report."""
    text = scan.words[t]
    if text in EDGES["initials"] or scan.lows[t] in EDGES["start"] or scan.shouted or not text.isalpha():
        return
    found = add_body(scan, t, t + 1, "organisation", "actors.initials", words, plural=False)
    before = scan.lows[t - 1] if t else ""
    if not (found.subject or found.speaks or before in {"the", "by", "told", "with", "against", "(", "accused"}):
        scan.unsure.append(scan.found.pop())
