"""Proper names in a sentence: runs of capitals, cut into offices, persons and bodies."""

from fogline.nouns import Place
from fogline.rules.actors.bodies import body_name, initialism, initials, roster_name
from fogline.rules.actors.found import Found, Scan
from fogline.rules.actors.persons import loose, person
from fogline.rules.actors.scan import PREFIXED, subject
from fogline.rules.actors.words import EDGES, Words
from fogline.rules.context import Index

_OPEN = frozenset(["of", "for"])
_OWNERS = frozenset(["people", "peoples", "workers", "women", "teachers", "children"])
"""Possessors inside the name of a body: "Workers' Party"."""


def names(scan: Scan, words: Words, places: Index[Place]) -> None:
    """Fill `scan.found` with names that are sure by themselves, and `scan.unsure` with those that need company."""
    if scan.titled:
        for t, match in scan.hits.items():
            if not scan.sentence.tokens[t].tag.startswith("V"):
                roster_name(scan, t, match, words)
        return
    end = 0
    for t, text in enumerate(scan.words):
        if t < end:
            continue
        if scan.caps[t] or t in scan.hits:
            end = _run(scan, t, words)
            _split(scan, t, end, words, places)
        elif text[0].islower():
            continue
        elif initialism(text) and scan.lows[t] not in EDGES["calendar"]:
            initials(scan, t, words)
        elif len(text) > 3 and text[0].isupper() and text.isalpha() and scan.lows[t] not in words.heads:
            # A capital at the start of a sentence: a name only if the report has it as one elsewhere.
            is_subject, speaks, _ = subject(scan, t, t + 1, words)
            start = Found(scan.s, t, t + 1, "person", "actors.person", a=t, b=t + 1, subject=is_subject, speaks=speaks)
            scan.unsure.append(start)


def _step(scan: Scan, t: int) -> int:
    match = scan.hits.get(t)
    return t + match.length if match else t + 1


def _run(scan: Scan, t: int, words: Words) -> int:
    """The end of the run of capitals that starts at token `t`: through particles, and "of" inside a body's name."""
    n, start = len(scan.words), t
    opened = False
    j = _step(scan, t)
    while j < n:
        low = scan.lows[j]
        if j in scan.hits or scan.caps[j]:
            j = _step(scan, j)
        elif low in EDGES["particle"] and j + 1 < n and scan.caps[j + 1] and scan.words[j + 1][0] not in "\"'":
            j += 2
        elif (
            low in _OPEN
            and _capital_beyond(scan, j)
            and any(
                scan.words[k] in words.bodies
                or (
                    scan.lows[k] in words.titles
                    and scan.caps[k]
                    and (k + 1 == j or scan.lows[j - 1] in EDGES["office"])
                )
                for k in range(start, j)
            )
        ):
            opened = True
            j = _capital_beyond(scan, j)
        elif (
            opened
            and low in {"and", "&"}
            and j + 1 < n
            and scan.caps[j + 1]
            and j + 1 not in scan.hits
            and scan.words[j + 1] not in words.given
            and j + 1 not in scan.verbs
        ):
            j += 2
        elif low in {"'s", "'"} and scan.lows[j - 1] in _OWNERS:
            if j + 1 < n and scan.caps[j + 1]:
                j += 2
            else:
                break
        elif low == "-" or (low == "." and len(scan.words[j - 1]) == 1 and j + 1 < n and scan.caps[j + 1]):
            # The full stop of a middle initial that was cut off.
            if j + 1 < n and scan.caps[j + 1] and low == ".":
                j += 2
            else:
                break
        else:
            break
    return j


def _capital_beyond(scan: Scan, j: int) -> int:
    """The end of the first capital word after "of" or "of the" at token `j`; 0 when there is none."""
    n = len(scan.words)
    k = j + 1
    if k < n and scan.lows[k] == "the":
        k += 1
    return _step(scan, k) if k < n and (scan.caps[k] or k in scan.hits) else 0


def _split(scan: Scan, start: int, end: int, words: Words, places: Index[Place]) -> None:
    """Cut a run of capitals into who is named in it."""
    kinds = _kinds(scan, start, end, words)
    title = max((k for k, kind in enumerate(kinds) if kind == "title"), default=-1)
    body = max((k for k, kind in enumerate(kinds) if kind == "body"), default=-1)
    if body >= 0 and title >= 0 and "link" in kinds[title + 1 : body]:
        # "Director of the Coastal Relief Fund": the office is a description, the name is the body's.
        start += max(k for k in range(title + 1, body) if kinds[k] == "link") + 1
        body_name(scan, start, end, kinds[-(end - start) :], start, words)
    elif title >= max(body, 0) and not _office_of_body(scan, start, end, kinds, title, body, words):
        # "Deputy Foreign Minister Sergey …": the name is what stands after the office.
        name = _after_office(scan, start, end, kinds, title, words)
        if name < end:
            person(scan, name, end, words)
        body_name(scan, start, start + title, kinds, start, words)
    elif body >= 0 and (len(kinds) > 1 or "hit" in kinds):
        # Words after the body's last word belong to its name only after "of" or "for".
        stop = end if "link" in kinds[body:] else start + body + 1
        if stop == end or (body > 0 and scan.lows[stop] not in EDGES["thing"]):
            body_name(scan, start, stop, kinds, start, words)
            if stop < end:
                loose(scan, stop, end, words, places)
    else:
        _pieces(scan, start, end, words, places)


def _kinds(scan: Scan, start: int, end: int, words: Words) -> list[str]:
    """What each word of a run of capitals is: "hit" of the roster, "title", "body", "link" or another "word"."""
    kinds: list[str] = []
    t = start
    while t < end:
        match = scan.hits.get(t)
        if match:
            kinds += ["hit"] * match.length
            t += match.length
            continue
        low, text = scan.lows[t], scan.words[t]
        last_body = text in words.bodies and t > start and t + 1 == end
        given = text in words.given and kinds[-1:] == ["title"]
        if low in words.titles and text[0].isupper() and not last_body and not given:
            kinds.append("title")
        elif text in words.bodies:
            kinds.append("body")
        elif low in _OPEN or low in {"the", "and", "&", "'s", "'"}:
            kinds.append("link")
        else:
            kinds.append("word")
        t += 1
    return kinds


def _office_of_body(scan: Scan, start: int, end: int, kinds: list[str], title: int, body: int, words: Words) -> bool:
    """Is the title a word of a body's own name: "Office of the Special Envoy"?"""
    if not 0 <= body < title or kinds[body + 1] != "link":
        return False
    return not any(scan.words[k] in words.given or k in scan.persons for k in range(start + title, end))


def _after_office(scan: Scan, start: int, end: int, kinds: list[str], title: int, words: Words) -> int:
    """Where the name begins after the office whose last title is word `title` of the run; `end` when there is none."""
    name = start + title + 1
    while name < end and (
        kinds[name - start] in {"hit", "link"} or (scan.lows[name] in EDGES["office"] and kinds[name - start] == "word")
    ):
        name += 1
    if "link" not in kinds[title:]:
        return name
    # "Minister of Public Works Omar …": only a given name tells where the office ends.
    for k in range(name, end):
        if scan.words[k] in words.given or k in scan.persons or (k > name and PREFIXED.match(scan.words[k])):
            return k - 1 if k > name and PREFIXED.match(scan.words[k]) else k
    return end if kinds[name - start - 1] == "link" or end - name < 2 else name


def _pieces(scan: Scan, start: int, end: int, words: Words, places: Index[Place]) -> None:
    """Names of the roster in a run of capitals, and what lies between them."""
    t = before = start
    while t < end:
        match = scan.hits.get(t)
        if match is None:
            t += 1
            continue
        if before < t:
            loose(scan, before, t, words, places)
        roster_name(scan, t, match, words)
        t += match.length
        before = t
    if before < end:
        loose(scan, before, end, words, places)
