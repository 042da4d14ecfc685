"""Who is who in one report: each mention gets the fullest name that the report has for that individual."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from fogline.rules.actors.found import Found, Scan
from fogline.rules.actors.words import EDGES, Gender

_WINDOW = 60
"""With how many persons before it a name is compared for a slip of spelling; keeps long pages linear."""


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """A name's word for comparing: lower case, no accents, no hyphens or apostrophes, no article."""
    low = unicodedata.normalize("NFKD", word.lower())
    low = "".join(char for char in low if char.isalnum() or char == "-")
    for article in ("al-", "el-", "ad-", "as-", "ash-", "at-", "an-", "ar-", "az-"):
        if low.startswith(article):
            low = low[len(article) :]
            break
    return low.replace("-", "")


@dataclass(slots=True, eq=False)
class Person:
    """One person of the report: the words of all names, how often each surname is printed, roles and gender."""

    words: tuple[str, ...]
    printed: str
    gender: Gender | None = None
    roles: set[str] = field(default_factory=set)
    first: int = 0


def people(scans: Sequence[Scan], text: str) -> None:
    """Name every person by the fullest name in the report, through surnames, single names and slips of spelling."""
    named = [found for scan in scans for found in scan.found if found.kind == "person" and found.a >= 0]
    counts: Counter[str] = Counter()
    cores = []
    for found in named:
        tokens = scans[found.s].sentence.tokens
        core = tuple(folded(token.text) for token in tokens[found.a : found.b])
        core = tuple(word for word in core if word) or ("?",)
        cores.append(core)
        counts[core[-1]] += 1
    by_word: dict[str, list[Person]] = defaultdict(list)
    recent: list[Person] = []
    holders: list[Person] = []
    # Full names first: "the minister Rao" may stand before "Lakshmi Rao".
    order = sorted(range(len(named)), key=lambda k: (-min(len(cores[k]), 2), k))
    assigned: dict[int, Person] = {}
    for k in order:
        found, core = named[k], cores[k]
        tokens = scans[found.s].sentence.tokens
        printed = text[tokens[found.a].start : tokens[found.b - 1].end]
        person = _same(core, k, found, by_word, recent, counts)
        if person is None:
            person = Person(core, printed, first=k)
            recent.append(person)
        elif len(core) > len(person.words) and (len(core) > 1):
            person.words, person.printed = core, printed
        for word in {*core}:
            if person not in by_word[word][-8:]:
                by_word[word].append(person)
        person.gender = person.gender or found.gender
        person.roles |= found.roles
        assigned[k] = person
    holders = [assigned[k] for k in range(len(named))]
    for found, person in zip(named, holders, strict=True):
        found.name, found.gender = person.printed, person.gender
    _offices(scans, named, holders)


def _same(
    core: tuple[str, ...],
    k: int,
    found: Found,
    by_word: dict[str, list[Person]],
    recent: list[Person],
    counts: Counter[str],
) -> Person | None:
    last = core[-1]
    fitting = [person for person in by_word.get(last, [])[-8:] if _compatible(core, person, found)]
    if fitting:
        # Of several Karims the one introduced last before these words; none before: the first to come.
        before = [person for person in fitting if person.first <= k]
        return max(before, key=lambda one: one.first) if before else min(fitting, key=lambda one: one.first)
    if len(core) == 1:
        return None if len(last) < 6 else _slip(core, recent, counts)
    for person in reversed(by_word.get(core[0], [])[-8:]):
        if person.words[0] == core[0] and near(person.words[-1], last):
            return person
    return _slip(core, recent, counts)


def _compatible(core: tuple[str, ...], person: Person, found: Found) -> bool:
    if found.gender and person.gender and found.gender != person.gender:
        return False
    if len(core) == 1:
        return core[0] in person.words and (core[0] == person.words[-1] or len(person.words) > 2 or len(core[0]) > 3)
    if core[-1] != person.words[-1]:
        return False
    if len(person.words) == 1:
        return True
    one, two = core[0], person.words[0]
    return (
        one == two
        or (one[0] == two[0] and (len(one) == 1 or len(two) == 1 or near(one, two)))
        or set(core) <= set(person.words)
    )


def _slip(core: tuple[str, ...], recent: list[Person], counts: Counter[str]) -> Person | None:
    """A person whose surname is spelt like this but for a slip; not when both spellings are frequent."""
    last = core[-1]
    for person in reversed(recent[-_WINDOW:]):
        other = person.words[-1]
        if len(core) > 1 and len(core) == len(person.words) and all(map(_alike, core, person.words)):
            return person
        if (
            other != last
            and min(counts[other], counts[last]) <= 1
            and near(other, last)
            and (
                len(core) == 1 or len(person.words) == 1 or core[0] == person.words[0] or near(core[0], person.words[0])
            )
        ):
            return person
    return None


def _alike(one: str, two: str) -> bool:
    """Are two words of two full names the same in two ways of writing it in Latin letters?"""
    if one == two:
        return True
    short = min(len(one), len(two))
    return short >= 5 and one[0] == two[0] and abs(len(one) - len(two)) <= 2 and distance(one, two) <= short // 4


def near(one: str, two: str) -> bool:
    """Are two words the same but for one slip, or two in words of ten letters? The first letter must agree."""
    short = min(len(one), len(two))
    if one == two:
        return True
    if short < 6 or abs(len(one) - len(two)) > 2 or one[0] != two[0]:
        return False
    return distance(one, two) <= (2 if short >= 10 else 1)


def distance(one: str, two: str) -> int:
    """How many letters must be added, dropped, changed or swapped to make one word of the other."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _offices(scans: Sequence[Scan], named: Sequence[Found], holders: Sequence[Person]) -> None:
    """Name "the minister" by the one person of the report who was called so before, when there is only one."""
    holding: dict[str, list[Person]] = defaultdict(list)
    at: dict[int, Person] = {id(found): person for found, person in zip(named, holders, strict=True)}
    seen: set[tuple[str, int]] = set()
    for scan in scans:
        for found in sorted(scan.found, key=lambda one: one.i):
            person = at.get(id(found))
            if person is not None:
                for role in found.roles:
                    if (role, id(person)) not in seen:
                        seen.add((role, id(person)))
                        holding[role].append(person)
            elif (
                found.same_as is None
                and found.kind == "person"
                and found.definite
                and found.role
                and found.j - found.i <= 4
            ):
                held = holding.get(found.role, ())
                if (
                    len(held) == 1
                    and found.roles <= held[0].roles
                    and not (EDGES["lesser"] & held[0].roles) - found.roles
                ):
                    found.name, found.gender = held[0].printed, held[0].gender or found.gender


def bodies(scans: Sequence[Scan], text: str) -> None:
    """Name every body by its longest form in the report: "MSF" is "Doctors Without Borders (MSF)" where it says so."""
    named = [
        found
        for scan in scans
        for found in scan.found
        if found.kind != "person" and found.a >= 0 and found.rule != "actors.conjunction"
    ]
    forms: dict[str, str] = {}
    group: dict[str, str] = {}

    def root(key: str) -> str:
        while group.get(key, key) != key:
            key = group[key]
        return key

    keys = []
    for found in named:
        tokens = scans[found.s].sentence.tokens
        printed = text[tokens[found.a].start : tokens[found.b - 1].end]
        own = f"={printed.casefold()}"
        last = printed.rpartition(" ")[2]
        shown = text[tokens[found.i].start : tokens[found.j - 1].end] if found.i >= found.a - 1 else printed
        key = f"#{found.key}#{found.kind}" if found.key else own
        if found.rule != "actors.state" and " " in printed and last.islower():
            # "US forces", "the Syrian government" are known to the roster, but no form of a proper name.
            key = own
        inner = _bracket(scans[found.s], found)
        if inner is not None:
            a, b = inner
            short = text[tokens[a].start : tokens[b - 1].end]
            shown = text[tokens[found.i].start : tokens[b].end]
            group[root(f"={short.casefold()}")] = root(key)
            found.j = b + 1
            found.long = shown
        keys.append((key, own))
        if key != own:
            group.setdefault(own, key)
        best = forms.get(key)
        if best is None or _weight(shown) > _weight(best):
            forms[key] = shown
    initials = {
        "=" + "".join(word[0] for word in form.split() if word[0].isupper()).casefold(): key
        for key, form in forms.items()
        if form.count(" ") >= 2
    }
    merged: dict[str, str] = {}
    for key, form in forms.items():
        top = root(key)
        if top == key and key in initials and initials[key] != key:
            top = group[key] = root(initials[key])
        best = merged.get(top)
        if best is None or _weight(form) > _weight(best):
            merged[top] = form
    for found, (key, _) in zip(named, keys, strict=True):
        found.name = merged.get(root(key), forms[key])


def _weight(form: str) -> tuple[int, int]:
    words = [word for word in form.split() if word.lower() not in {"the", "a", "an"}]
    bracket = form.endswith(")")
    return (len(words) if bracket or len(words) < 9 else 0, sum(map(len, words)))


def _bracket(scan: Scan, found: Found) -> tuple[int, int] | None:
    """The tokens of a short or long form in brackets right after a body's name."""
    words, lows = scan.words, scan.lows
    j = found.j
    if j + 2 >= len(lows) or lows[j] != "(":
        return None
    close = next((k for k in range(j + 1, min(len(lows), j + 9)) if lows[k] == ")"), None)
    if close is None or close == j + 1:
        return None
    short = words[j + 1 : close]
    if len(short) == 1 and sum(map(str.isupper, short[0])) >= 2:
        return j + 1, close
    return None


def others(scans: Iterable[Scan], text: str) -> None:
    """What keeps its own words as its name: descriptions, rows of actors."""
    for scan in scans:
        tokens = scan.sentence.tokens
        for found in scan.found:
            if not found.name and found.same_as is None:
                found.name = text[tokens[found.i].start : tokens[found.j - 1].end]
        for found in scan.found:
            if found.same_as is not None:
                found.name, found.gender = found.same_as.name, found.same_as.gender or found.gender
