"""What befell those who were counted: by a word beside them, or by the verb of their clause."""

from typing import Final

from fogline.nouns import Counted
from fogline.rules.figures.amounts import QUOTES, wordset
from fogline.rules.figures.words import HARM, Finding, Line, Verb, head_noun, nouns, states, verbs

__all__ = ["counted_by_state", "counted_by_verb"]

_REACH: Final = 30
_CROWD: Final = 50  # fewer people that leave or arrive are travellers
_LINKS: Final = frozenset([",", "and", "or", "including", "plus", "with", "as", "well", "&"])
_BE: Final = wordset("be is are was were been being 're get gets got getting remain remains remained")
_HAVE: Final = wordset("have has had having 've")
_RAISING: Final = wordset(
    "believed feared reported thought said confirmed known presumed found left listed declared pronounced "
    "brought shot stabbed burned burnt alleged estimated understood suspected recorded counted beaten blown "
    "starting"
)
_SAYING: Final = wordset(
    "said says say thought believed reported confirmed estimated understood feared alleged announced declared "
    "recorded told warned added"
)
_SAID_NEXT: Final = wordset("DT PRP PRP$ IN NN NNS NNP NNPS CD EX WDT WRB : ``")
_STOPS: Final = wordset(". ; : while after when because before but ? ! though although as if until since where")
_NOMINAL_TAGS: Final = wordset(
    "NN NNS NNP NNPS JJ JJR JJS RBR CD POS PRP$ DT PDT IN RB FW HYPH TO PRP , `` '' -LRB- -RRB- CC ( ) AFX RP"
)
_TRADES: Final = (
    "sellers",
    "vendors",
    "makers",
    "keepers",
    "workers",
    "dwellers",
    "goers",
    "ists",
    "men",
    "women",
    "ians",
)
_FINITE: Final = frozenset(["VBD", "VBZ", "VBP", "MD"])


def _bare(line: Line, n: int) -> bool:
    """Does the number stand alone, so that the verb may say of what it is: "killed five"? Not "two of the games"."""
    q, found = line.quantities[n], line.phrases[n]
    return (
        found.head is None
        and q.kind in {"number", "vague"}
        and q.unit is None
        and (line.low(q.j) != "of" or found.b > found.a)
    )


def _fits(line: Line, n: int, verb: Verb) -> bool:
    """Can this verb say what befell what is counted? Human beings as a rule, or a bare number."""
    q, noun = line.quantities[n], head_noun(line, line.phrases[n])
    if verb.needs == "things":
        return noun is None and line.tag(line.phrases[n].head or -1) == "NNS"
    if verb.needs == "people" and noun is None and _by_trade(line, n):
        return True
    if verb.needs == "force":
        return noun is not None and noun.people and noun.what in {"fighters", "troops"}
    if verb.what == "displaced" and noun is not None and noun.what not in {"civilians", "displaced"}:
        return False  # fighters who escape are no displaced people
    if verb.needs == "crowd" and (noun is None or q.value < _CROWD):
        return False
    return _bare(line, n) or (noun is not None and noun.people) or (noun is None and verb.needs is None)


def _fits_people(line: Line, n: int) -> bool:
    noun = head_noun(line, line.phrases[n])
    return _bare(line, n) or (noun is not None and noun.people) or (noun is None and _by_trade(line, n))


def _by_trade(line: Line, n: int) -> bool:
    """ "48 fish sellers", "five Italians": a noun that no entry names, but that is formed like one of people."""
    head = line.phrases[n].head
    if head is None:
        return False
    return line.tag(head) == "NNPS" or (line.tag(head) == "NNS" and line.low(head).endswith(_TRADES))


def _may_be_people(line: Line, n: int) -> bool:
    return _fits_people(line, n) or head_noun(line, line.phrases[n]) is None


def _verb(line: Line, n: int, k: int, part: str) -> Verb | None:
    """The verb at token `k` as one that says what befell those counted as its object or subject."""
    for verb in verbs().get(line.low(k), ()):
        near = (k, line.phrases[n].b - 1) if part == "object" else (k,)
        if verb.beside and not any(line.low(m) in verb.beside for at in near for m in range(at + 1, at + 5)):
            continue
        if verb.part == part and _fits(line, n, verb):
            return verb
    return None


def _both(line: Line, k: int, what: Counted) -> Counted:
    """ "killed and injured" without a number between them is casualties."""
    j = k + 1
    if line.low(j) in {"and", "or", "and/or"}:
        other = verbs().get(line.low(j + 1))
        label = other[-1].what if other else states().get(line.low(j + 1))
        if {label, what} == {"killed", "injured"}:
            return "casualties"
    return what


def counted_by_state(line: Line, n: int) -> Finding | None:
    """A word right after the counted persons says what befell them, as in "358 dead" or "ten men wounded"."""
    q, found = line.quantities[n], line.phrases[n]
    noun = head_noun(line, found)
    k = max(found.b, q.j)
    while line.low(k) in QUOTES or line.low(k) in {"more", "others", "other", "further"}:
        k += 1
    word = line.low(k)
    what = states().get(word)
    if what is None or (found.head is not None and noun is not None and not noun.people and what != "missing"):
        return None
    if line.tag(k) in {"VBD", "VBN"} and word not in {"missing", "dead"} and _object_follows(line, k + 1):
        return None
    return Finding(_both(line, k, what), k, k + 1)


def _object_follows(line: Line, k: int) -> bool:
    """Does a noun phrase follow at token `k`, so that the verb before it has an object of its own?"""
    if k in line.at or (line.low(k) in {"at", "some", "more", "nearly"} and (k + 1 in line.at or k + 2 in line.at)):
        return True
    return line.tag(k) in {"DT", "PRP$", "NNS", "NNP", "NNPS", "JJ", "CD"} or line.low(k) in {
        "him",
        "them",
        "her",
        "us",
    }


def counted_by_verb(line: Line, n: int) -> Finding | None:
    """The verb of the clause says what befell those who were counted, as in "killed four" or "40 people have fled"."""
    q, found = line.quantities[n], line.phrases[n]
    after = max(found.b, q.j)
    direct = line.low(after) in _BE | _HAVE or line.tag(after) in {"VBD", "MD"}
    order = (_as_subject, _as_object) if direct else (_as_object, _as_subject)
    return order[0](line, n) or order[1](line, n)


def _as_object(line: Line, n: int) -> Finding | None:
    q = line.quantities[n]
    k, steps = q.i - 1, 0
    if line.low(k) == "of":
        return _of_deed(line, n, k)
    skipped = False
    while k >= 0 and steps < _REACH:
        word, tag = line.low(k), line.tag(k)
        steps += 1
        if word in verbs() and tag not in {"JJ", "NN", "NNS"}:
            verb = _verb(line, n, k, "object")
            passive = any(line.low(m) in _BE for m in range(max(0, k - 3), k))
            if verb is None or (passive and not skipped):
                return None
            return Finding(verb.what if passive else _both(line, k, verb.what), k, k + 1)
        if word in {"including", "among"} or (word == "them" and line.low(k - 1) == "among"):
            skipped = True
        elif word == "dead" and line.low(k - 1) in {"shot", "hacked", "gunned"}:
            return Finding("killed", k - 1, k + 1) if _may_be_people(line, n) else None
        elif word == "down" and line.low(k - 1) in {"gunned", "gunning"}:
            return Finding("killed", k - 1, k + 1)
        elif (
            word in _STOPS
            or tag in _FINITE
            or tag in {"VB", "VBN", "VBG", "WDT", "WP", "TO"}
            or (tag == "IN" and not skipped and k == q.i - 1)
        ):
            return None
        k -= 1
    return None


def _of_deed(line: Line, n: int, k: int) -> Finding | None:
    """The noun before "of" at token `k` says it: "the killing of 15 civilians"."""
    word = line.low(k - 1)
    if word.endswith("ing") and (verb := _verb(line, n, k - 1, "object")) is not None and not verb.beside:
        return Finding(verb.what, k - 1, k)
    named = nouns().get(word)
    label = _DEEDS.get(word) or (named.what if named and named.what in HARM else None)
    return Finding(label, k - 1, k) if label and _fits_people(line, n) else None


_DEEDS: Final[dict[str, Counted]] = {
    "murder": "killed", "execution": "killed", "massacre": "killed", "loss": "killed", "slaughter": "killed",
    "murders": "killed", "executions": "killed", "beheading": "killed", "assassination": "killed", "arrest": "captured",
    "abduction": "captured", "capture": "captured", "kidnapping": "captured", "detention": "captured",
    "arrests": "captured", "release": "captured", "displacement": "displaced", "evacuation": "displaced",
    "exodus": "displaced", "disappearance": "missing", "wounding": "injured", "injuring": "injured",
}  # fmt: skip


def _as_subject(line: Line, n: int) -> Finding | None:
    q, found = line.quantities[n], line.phrases[n]
    k = start = max(found.b, q.j)
    passive = relative = listed = False
    while k < len(line.sentence.tokens) and k < start + _REACH:
        word, tag = line.low(k), line.tag(k)
        if k in line.at and k > start:
            m = line.at[k]
            k = max(line.phrases[m].b, line.quantities[m].j)
            listed = True
            continue
        what = states().get(word)
        if word in verbs() and tag not in {"NN", "NNS"} and not (tag == "JJ" and not passive):
            if (verb := _verb(line, n, k, "subject")) is not None and not (relative and verb.beside):
                return Finding(_both(line, k, verb.what), k, k + 1)
            whole = passive or (tag in {"VBN", "VBD"} and not _object_follows(line, k + 1))
            if whole and (verb := _verb(line, n, k, "object")) is not None and _undergone(verb, passive):
                return Finding(_both(line, k, verb.what), k, k + 1)
            if any(not verb.beside for verb in verbs()[word]):
                return None
        if what is not None and (passive or k == start or listed) and _fits_people(line, n):
            return Finding(_both(line, k, what), k, k + 1)
        if passive and _beyond_reach(line, k):
            return Finding("missing", k - 2, k + 1) if _may_be_people(line, n) else None
        if word in _STOPS and not (word == "as" and line.low(k + 1) in {"well", "of"}):
            return None
        if word in {"who", "which", "that", "whom"}:
            relative = True
        elif word in _SAYING and not passive and line.tag(k + 1) in _SAID_NEXT:
            return None  # the counted are who speaks
        elif word in {"and", "but"} and _has_verb_before(line, q.i) and k + 1 not in line.at:
            return None  # "he hit several people and fled": another's deed
        elif word in _BE:
            passive = True
        elif word in _HAVE or word in _RAISING or tag in {"MD", "TO"} or word in {"to", "not", "n't"}:
            pass
        elif tag in _FINITE or tag in {"VBN", "VBG", "VB"}:
            if not relative and tag not in {"VBN", "VBG"}:
                return None
            relative = False
        elif tag not in _NOMINAL_TAGS and word not in _LINKS and word not in QUOTES:
            return None
        k += 1
    return None


def _has_verb_before(line: Line, k: int) -> bool:
    """Does a verb that has what is counted as its object stand right before token `k`?"""
    word = line.low(k - 1)
    return line.tag(k - 1) in {"VBD", "VBZ", "VBP", "VBG"} and word not in _BE | _HAVE | _SAYING


def _undergone(verb: Verb, passive: bool) -> bool:
    """Does a verb after the counted say what befell them? One that needs a word beside it only after "was"."""
    return verb.needs != "things" and (passive or not verb.beside)


def _beyond_reach(line: Line, k: int) -> bool:
    """ "cannot be reached": those are missing."""
    return (
        line.low(k) in {"reached", "contacted"}
        and line.low(k - 1) == "be"
        and bool({"not", "n't", "cannot"} & {line.low(k - 2), line.low(k - 3)})
    )
