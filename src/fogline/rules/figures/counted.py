"""What a number counts: by the verb of its clause, by a word beside it, by the noun that it stands with."""

from typing import Final

from msgspec import Struct

from fogline.nouns import Counted
from fogline.rules.figures.amounts import CURRENCIES, QUOTES, Quantity, wordset
from fogline.rules.figures.outside import DURATIONS
from fogline.rules.figures.words import HARM, Line, Noun, Phrase, head_noun, nouns, states, verbs

__all__ = ["Finding", "counted_by_label", "counted_by_noun", "counted_by_state", "counted_by_unit", "counted_by_verb"]


class Finding(Struct, frozen=True):
    """What a number counts, and the tokens ``i..j`` that say so."""

    what: Counted
    i: int
    j: int
    note: str | None = None


_REACH: Final = 30
_LINKS: Final = frozenset([",", "and", "or", "including", "plus", "with", "as", "well", "&"])
_BE: Final = wordset("be is are was were been being 're get gets got getting remain remains remained")
_HAVE: Final = wordset("have has had having 've")
_RAISING: Final = wordset(
    "believed feared reported thought said confirmed known presumed found left listed declared pronounced "
    "brought shot stabbed burned burnt alleged estimated understood suspected recorded counted beaten blown "
    "starting"
)
_STOPS: Final = wordset(". ; : while after when because before but ? ! though although as if until since where")
_NOMINAL_TAGS: Final = wordset(
    "NN NNS NNP NNPS JJ JJR JJS RBR CD POS PRP$ DT PDT IN RB FW HYPH TO PRP , `` '' -LRB- -RRB- CC ( ) AFX RP"
)
_FINITE: Final = frozenset(["VBD", "VBZ", "VBP", "MD"])


def _fits(noun: Noun | None, needs: bool, bare: bool) -> bool:
    """Can this verb say what befell what is counted? People, or a bare number."""
    return bare or (noun is not None and noun.people) or (noun is None and not needs)


def _both(line: Line, k: int, what: Counted) -> Counted:
    """ "killed and injured" without a number between them is casualties."""
    j = k + 1
    if line.low(j) in {"and", "or", "and/or"}:
        other = verbs().get(line.low(j + 1))
        label = other.what if other else states().get(line.low(j + 1))
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
    noun = head_noun(line, found)
    bare = found.head is None and q.kind in {"number", "vague"} and q.unit is None
    bare = bare and (line.low(q.j) != "of" or found.b > found.a)  # not "two of the three games"
    after = max(found.b, q.j)
    direct = line.low(after) in _BE | _HAVE or line.tag(after) in {"VBD", "MD"}
    order = (_as_subject, _as_object) if direct else (_as_object, _as_subject)
    for look in order:
        finding = look(line, n, noun, bare)
        if finding is not None:
            return finding
    return None


def _as_object(line: Line, n: int, noun: Noun | None, bare: bool) -> Finding | None:
    q = line.quantities[n]
    k, steps = q.i - 1, 0
    if line.low(k) == "of":
        # "the killing of 15 civilians", "the bodies of 70 men": the noun before "of" says it.
        word = line.low(k - 1)
        verb, named = verbs().get(word), nouns().get(word)
        if verb is not None and verb.part == "object" and word.endswith("ing") and _fits(noun, verb.people, bare):
            return Finding(verb.what, k - 1, k)
        label = _DEEDS.get(word) or (named.what if named and named.what in HARM else None)
        return Finding(label, k - 1, k) if label and _fits(noun, True, bare) else None
    skipped = False
    while k >= 0 and steps < _REACH:
        word, tag = line.low(k), line.tag(k)
        steps += 1
        verb = verbs().get(word)
        if verb is not None and tag not in {"JJ", "NN", "NNS"}:
            passive = any(line.low(m) in _BE for m in range(max(0, k - 3), k))
            if verb.part == "object" and not passive and _fits(noun, verb.people, bare):
                return Finding(_both(line, k, verb.what), k, k + 1)
            if passive and skipped and verb.part == "object" and _fits(noun, verb.people, bare):
                return Finding(verb.what, k, k + 1)
            return None
        if word in {"including", "among"} or (word == "them" and line.low(k - 1) == "among"):
            skipped = True
        elif word == "dead" and line.low(k - 1) in {"shot", "hacked", "gunned"}:
            return Finding("killed", k - 1, k + 1) if _fits(noun, True, bare) else None
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


_DEEDS: Final[dict[str, Counted]] = {
    "murder": "killed", "execution": "killed", "massacre": "killed", "loss": "killed", "slaughter": "killed",
    "murders": "killed", "executions": "killed", "beheading": "killed", "assassination": "killed", "arrest": "captured",
    "abduction": "captured", "capture": "captured", "kidnapping": "captured", "detention": "captured",
    "arrests": "captured", "release": "captured", "displacement": "displaced", "evacuation": "displaced",
    "exodus": "displaced", "disappearance": "missing", "wounding": "injured", "injuring": "injured",
}  # fmt: skip


def _as_subject(line: Line, n: int, noun: Noun | None, bare: bool) -> Finding | None:
    q, found = line.quantities[n], line.phrases[n]
    k = start = max(found.b, q.j)
    passive = False
    relative = False
    listed = False
    while k < len(line.sentence.tokens) and k < start + _REACH:
        word, tag = line.low(k), line.tag(k)
        verb = verbs().get(word)
        what = states().get(word)
        if k in line.at and k > start:
            m = line.at[k]
            k = max(line.phrases[m].b, line.quantities[m].j)
            listed = True
            continue
        if verb is not None and tag not in {"NN", "NNS"} and not (tag == "JJ" and not passive):
            if verb.part == "subject" and _fits(noun, verb.people, bare):
                return Finding(_both(line, k, verb.what), k, k + 1)
            whole = passive or (tag in {"VBN", "VBD"} and not _object_follows(line, k + 1))
            if verb.part == "object" and whole and _fits(noun, verb.people, bare):
                return Finding(_both(line, k, verb.what), k, k + 1)
            return None
        if what is not None and (passive or k == start or listed) and _fits(noun, True, bare):
            return Finding(_both(line, k, what), k, k + 1)
        if (
            word in {"reached", "contacted"}
            and passive
            and line.low(k - 1) == "be"
            and {"not", "n't"} & {line.low(k - 2), line.low(k - 3)}
        ):
            return Finding("missing", k - 2, k + 1) if _fits(noun, False, bare) else None
        if word in {"left", "leave", "abandoned"} and any(
            line.low(m) in {"home", "homes", "houses"} for m in (k + 1, k + 2, k + 3)
        ):
            return Finding("displaced", k, k + 1) if _fits(noun, True, bare) else None
        if word in {"lost", "lose"} and any(line.low(m) in {"life", "lives"} for m in (k + 1, k + 2, k + 3)):
            return Finding("killed", k, k + 1) if _fits(noun, True, bare) else None
        if word in _STOPS and not (word == "as" and line.low(k + 1) in {"well", "of"}):
            return None
        if word in {"who", "which", "that", "whom"}:
            relative = True
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


def counted_by_unit(line: Line, n: int) -> Finding | None:
    """The unit says it: money by its currency, kilometres by the length, a square mile by the area."""
    q, found = line.quantities[n], line.phrases[n]
    if q.kind == "money" or any(line.low(k) in CURRENCIES for k in (q.a, q.b)):
        return Finding("money", q.a, q.a + 1)
    if q.unit in {"km", "kms"}:
        square = line.low(q.b) in {"²", "2"}
        return Finding("territory" if square else "distance", q.a, q.b)
    if line.low(q.b) in {"square", "sq", "sq."}:
        return Finding("territory", q.b, min(q.b + 2, len(line.sentence.tokens)))
    if line.low(q.b) in DURATIONS and found.head is not None:
        running = line.low(q.b + 1) in {"now", "straight", "running", "on"} or (
            line.low(q.b + 1) == "in" and line.low(q.b + 3) == "row"
        )
        if DURATIONS[line.low(q.b)] and running and line.low(q.i - 1) in {"for", "after", "in", ","}:
            return Finding("days", q.b, q.b + 1)
    return None


def counted_by_noun(line: Line, n: int) -> Finding | None:
    """The counted noun itself says it, as in "3,000 rebels" or "eight vehicles"."""
    q, found = line.quantities[n], line.phrases[n]
    noun = head_noun(line, found)
    if noun is None or found.head is None:
        return None
    share = q.kind in {"fraction", "percent"}
    if noun.share and not share:
        return None
    if noun.deed and not _destroyed(line, q, found):
        return None
    if share and not (noun.share or noun.people or noun.what in {"territory", "equipment", "other"}):
        return None
    if share and noun.people:
        return None
    most = q.high if q.high is not None else (q.value if q.low is not None else 0)
    if not share and q.kind != "vague" and most < noun.least:
        return None
    if q.kind == "vague" and q.value < 10 and noun.what == "civilians":
        return None
    if noun.people and most < 10 and _speaks(line, found):
        return None
    what = noun.what
    if what == "strikes" and _taken(line, q):
        what = "equipment"
    return Finding(what, found.head, found.head + 1)


_SPEECH: Final = wordset("said say says told tell tells spoke speaking added add confirmed quoted")
_TAKING: Final = wordset(
    "seized seize found find destroyed destroy captured capture delivered deliver delivering supplied "
    "intercepted bought sold ordered possess possesses stockpiled built produced destroying seizing"
)


def _destroyed(line: Line, q: Quantity, found: Phrase) -> bool:
    """Does the clause speak of destroying or taking things?"""
    near = (*range(q.i - 1, max(-1, q.i - 26), -1), *range(found.b, found.b + 5))
    return any(line.low(k) in _RUINING for k in near)


_RUINING: Final = wordset(
    "destroyed destroy destroys destroying damaged damage damages damaging razed demolished demolish "
    "blew burned burnt torched seized captured hit struck wrecked ruined flattened suppressed shelled bombed targeted"
)


def _speaks(line: Line, found: Phrase) -> bool:
    return any(line.low(k) in _SPEECH for k in range(found.b, found.b + 3))


def _taken(line: Line, q: Quantity) -> bool:
    """Ammunition that is seized, found or supplied is equipment; fired, it is a strike."""
    return any(line.low(k) in _TAKING for k in range(q.i - 2, q.i))


_TOLLS: Final = frozenset(["toll", "tolls", "count"])
_MARKS: Final = wordset("reached reaches hit stood , : at to is was of - – — be are were been and from than by")


def counted_by_label(line: Line, n: int) -> Finding | None:
    """A word before the bare number names what it counts, as in "the death toll climbed to 22" or "wounded: 60"."""
    q, found = line.quantities[n], line.phrases[n]
    if found.head is not None or q.kind not in {"number", "vague"} or q.unit is not None:
        return None
    if found.partitive and line.low(found.b - 1) in {"them", "whom", "those", "us"}:
        return None
    if line.low(q.i - 1) in {"--", "–", "—", "-"} and (named := nouns().get(line.low(q.i - 2))) is not None:
        return Finding(named.what, q.i - 2, q.i - 1)
    verb_bound = q.i < q.a and line.tag(q.i).startswith("VB")
    if not verb_bound and line.low(q.i - 1) not in _MARKS and line.low(q.i - 1) not in QUOTES:
        return None
    k = q.i - 1
    for k in range(q.i - 1, max(-1, q.i - 1 - _REACH), -1):
        word = line.low(k)
        if word in {";", "?", "!"}:
            return None
        if word in _TOLLS and line.tag(k).startswith("NN"):
            near = [states().get(line.low(m)) or _WORDED.get(line.low(m)) for m in range(max(0, k - 3), k)]
            return Finding(next((w for w in near if w), "killed"), k, k + 1)
        what = states().get(word) or _WORDED.get(word)
        verb = verbs().get(word)
        if what is None and verb is not None and (line.tag(k) in {"VBN", "VBD"}):
            what = verb.what
        if what is not None:
            return Finding(what, k, k + 1)
        noun = nouns().get(word)
        if noun is not None and word != "other" and line.low(k - 1) == "of" and line.low(k - 2) == "number":
            return Finding(noun.what, k, k + 1)
        if (
            noun is not None
            and noun.people
            and not verb_bound
            and line.low(k + 1) in {":", ",", "are", "were", "at"}
            and k + 2 >= q.i
        ):
            return Finding(noun.what, k, k + 1)
        if (
            noun is None
            and word in {"city", "town", "village", "population", "community"}
            and line.low(q.i - 1) == "of"
            and k == q.i - 2
        ):
            return Finding("civilians", k, k + 1)
    return None


_WORDED: Final[dict[str, Counted]] = {
    "deaths": "killed", "fatalities": "killed", "bodies": "killed", "dead": "killed", "losses": "killed",
    "casualties": "casualties", "injuries": "injured", "wounded": "injured", "hostages": "captured",
    "prisoners": "captured", "refugees": "displaced", "escaped": "displaced", "fled": "displaced",
    "rescued": "civilians",
}  # fmt: skip
