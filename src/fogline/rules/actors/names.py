"""Proper names: persons by title, given name and what they do; bodies by the words in their names; roster names."""

from fogline.nouns import ActorKind, Place
from fogline.roster import Match
from fogline.rules.actors.found import Found, Scan
from fogline.rules.actors.scan import PREFIXED, subject, verb_after
from fogline.rules.actors.words import EDGES, Gender, Words
from fogline.rules.context import Index

_OPEN = frozenset(["of", "for"])


def names(scan: Scan, words: Words, places: Index[Place]) -> None:
    """Fill `scan.found` with names that are sure by themselves, and `scan.unsure` with those that need company."""
    if scan.titled:
        for t, match in scan.hits.items():
            if not scan.sentence.tokens[t].tag.startswith("V"):
                roster_name(scan, t, match, words)
        return
    t, n = 0, len(scan.words)
    while t < n:
        if t in scan.hits or scan.caps[t]:
            end = _run(scan, t, words)
            _split(scan, t, end, words, places)
            t = end
        else:
            text = scan.words[t]
            if _initialism(text) and scan.lows[t] not in EDGES["calendar"]:
                initials(scan, t, words)
            elif len(text) > 3 and text[0].isupper() and text.isalpha() and scan.lows[t] not in words.heads:
                # A capital at the start of a sentence: a name only if the report has it as one elsewhere.
                is_subject, speaks, _ = subject(scan, t, t + 1, words)
                start = Found(
                    scan.s, t, t + 1, "person", "actors.person", a=t, b=t + 1, subject=is_subject, speaks=speaks
                )
                scan.unsure.append(start)
            t += 1


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
        elif low in {"'s", "'"} and scan.lows[j - 1] in {
            "people",
            "workers",
            "women",
            "teachers",
            "peoples",
            "children",
        }:
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
    kinds = []
    t = start
    while t < end:
        match = scan.hits.get(t)
        if match:
            kinds += ["hit"] * match.length
            t += match.length
            continue
        low = scan.lows[t]
        last_body = scan.words[t] in words.bodies and t > start and t + 1 == end
        if (
            low in words.titles
            and scan.words[t][0].isupper()
            and not last_body
            and not (scan.words[t] in words.given and kinds and kinds[-1] == "title")
        ):
            kinds.append("title")
        elif scan.words[t] in words.bodies:
            kinds.append("body")
        elif low in _OPEN or low in {"the", "and", "&", "'s", "'"}:
            kinds.append("link")
        else:
            kinds.append("word")
        t += 1
    last = max((k for k, kind in enumerate(kinds) if kind in {"title", "body", "hit"}), default=-1)
    tail = start + last + 1
    while last >= 0 and tail < end and scan.lows[tail] in EDGES["office"] and kinds[tail - start] != "title":
        tail += 1
    title = max((k for k, kind in enumerate(kinds) if kind == "title"), default=-1)
    body = max((k for k, kind in enumerate(kinds) if kind == "body"), default=-1)
    if body >= 0 and "link" in kinds[title + 1 : body] and title >= 0:
        # "Director of the Coastal Relief Fund": the office is a description, the name is the body's.
        start += max(k for k in range(title + 1, body) if kinds[k] == "link") + 1
        kinds = kinds[-(end - start) :]
        body_name(scan, start, end, kinds, start, words)
        return
    of_body = (
        0 <= body < title
        and kinds[body + 1] == "link"
        and not any(scan.words[k] in words.given or k in scan.persons for k in range(start + title, end))
    )
    if title >= 0 and title >= body and not of_body:
        # "Deputy Foreign Minister Sergey …": the name is what stands after the office.
        name = start + title + 1
        while name < end and (
            kinds[name - start] in {"hit", "link"}
            or (scan.lows[name] in EDGES["office"] and kinds[name - start] == "word")
        ):
            name += 1
        if "link" in kinds[title:]:
            # "Minister of Public Works Omar …": only a given name tells where the office ends.
            given = [
                k
                for k in range(name, end)
                if scan.words[k] in words.given or k in scan.persons or (k > name and PREFIXED.match(scan.words[k]))
            ]
            if given:
                name = given[0] - 1 if given[0] > name and PREFIXED.match(scan.words[given[0]]) else given[0]
            elif "link" in kinds[name - start - 1 : name - start] or end - name < 2:
                name = end
        if name < end:
            person(scan, name, end, words)
            body_name(scan, start, start + title, kinds, start, words)
            return
        body_name(scan, start, start + title, kinds, start, words)
        return
    if body >= 0 and (len(kinds) > 1 or any(kind == "hit" for kind in kinds)):
        # Words after the body's last word belong to its name only after "of" or "for".
        stop = end
        if "link" not in kinds[body:]:
            stop = start + body + 1
        if stop < end and (body == 0 or scan.lows[stop] in EDGES["thing"]):
            return
        body_name(scan, start, stop, kinds, start, words)
        if stop < end:
            _loose(scan, stop, end, words, places)
        return
    t = start
    loose = start
    while t < end:
        match = scan.hits.get(t)
        if match:
            if loose < t:
                _loose(scan, loose, t, words, places)
            roster_name(scan, t, match, words)
            t += match.length
            loose = t
        else:
            t += 1
    if loose < end:
        _loose(scan, loose, end, words, places)


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
        _add(scan, start, stop, kind, "actors.body_name", words, plural=False)
        for t in range(start, stop):
            if t in scan.hits and (t > start or scan.hits[t].length < stop - start):
                roster_name(scan, t, scan.hits[t], words)
        return
    for t in range(start, end):
        if t in scan.hits:
            roster_name(scan, t, scan.hits[t], words)


def _add(
    scan: Scan, a: int, b: int, kind: ActorKind, rule: str, words: Words, *, plural: bool, key: str | None = None
) -> Found:
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
    _add(scan, t, end, kind, rule, words, plural=plural, key=entry.key)


_TAKES = frozenset(["by", "against", "between", "with", "among", "to", "from", "on", "for"])
_ALWAYS = frozenset(["by", "against", "between", "with", "among"])


def state(scan: Scan, t: int, end: int, words: Words, seat: bool, row: int = 0) -> bool:
    """A state that acts, is acted on, or owns what acts; not a state as a place."""
    lows, n = scan.lows, len(scan.lows)
    if seat:
        if scan.words[t] in {
            "Kremlin",
            "White",
            "Downing",
            "Whitehall",
            "Malacañang",
            "Malacanang",
            "Élysée",
            "Elysee",
        }:
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


def _initialism(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return (
        2 <= len(letters) <= 8 and sum(map(str.isupper, letters)) >= max(2, len(letters) - 1) and letters[0].isupper()
    )


def initials(scan: Scan, t: int, words: Words) -> None:
    """Initials that name a body: they speak, act, or stand where somebody does, here or elsewhere in the report."""
    text = scan.words[t]
    if text in EDGES["initials"] or scan.lows[t] in EDGES["start"] or scan.shouted or not text.isalpha():
        return
    found = _add(scan, t, t + 1, "organisation", "actors.initials", words, plural=False)
    before = scan.lows[t - 1] if t else ""
    if not (found.subject or found.speaks or before in {"the", "by", "told", "with", "against", "(", "accused"}):
        scan.unsure.append(scan.found.pop())


def _loose(scan: Scan, start: int, end: int, words: Words, places: Index[Place]) -> None:
    """Capitals that no list explains: a person when a title, a given name or a verb of speaking says so."""
    while start < end and scan.lows[start] in {"the", "and", "of", "for", "'s", "'", "&"}:
        start += 1
    if start >= end:
        return
    inner = next((k for k in range(start + 1, end - 1) if scan.words[k] in words.given), 0)
    if inner and all(scan.lows[k] in EDGES["office"] for k in range(start, inner)):
        start = inner
    texts = scan.words[start:end]
    tokens = scan.sentence.tokens
    if end - start == 1 and _initialism(texts[0]):
        initials(scan, start, words)
        return
    before = start - 1
    titled = before >= 0 and (
        scan.lows[before] in words.titles and not scan.lows[before].endswith("s") and tokens[before].tag[0] in "NJ"
    )
    if titled:
        person(scan, start, end, words)
        return
    if start in scan.persons:
        person(scan, start, end, words)
        return
    while end > start and scan.lows[end - 1] in EDGES["thing"]:
        if scan.lows[end - 1] not in EDGES["credit"]:
            return
        end -= 1
    if not 0 < end - start <= 5 or _no_person(scan, start, end, words):
        return
    if end - start > 1 and scan.lows[end - 1] in EDGES["site"] and not subject(scan, start, end, words)[1]:
        return
    given = texts[0] in words.given
    covering = places.covering(tokens[start].start, tokens[end - 1].end) if places.items else []
    if end - start > 1 and (given or (any(map(PREFIXED.match, texts[1:])) and not covering)):
        person(scan, start, end, words)
        return
    is_subject, speaks, acts = subject(scan, start, end, words)
    found = Found(scan.s, start, end, "person", "actors.person", a=start, b=end, subject=is_subject, speaks=speaks)
    # "a shopkeeper near Spin Gate said": the verb belongs to the noun before the preposition.
    placed = before >= 0 and tokens[before].tag == "IN" and scan.lows[before] not in {"that", "as", "while", "by", "if"}
    if placed or (covering and not (speaks and is_subject)):
        found.kind = "thing"
        if placed and (scan.lows[before] in EDGES["where"] or (covering and scan.lows[before] in {"of", "from", "to"})):
            return
        if (
            covering
            and before > 0
            and scan.lows[before] == ","
            and places.covering(tokens[before - 1].start, tokens[before - 1].end)
        ):
            return  # "El Zalin, Norland"
    elif speaks or (acts and end - start > 1) or _beside_role(scan, start, end, words):
        scan.found.append(found)
        return
    scan.unsure.append(found)


def _no_person(scan: Scan, start: int, end: int, words: Words) -> bool:
    """Do the words around a name or its form say that it is nobody: "the Zalin", "a Democrat", "in Tariq al-Bab"?"""
    tokens = scan.sentence.tokens
    head = words.heads.get(scan.lows[end - 1])
    if tokens[end - 1].tag == "NNPS" or (head is not None and head.plural):
        return True
    before = scan.lows[start - 1] if start else ""
    if before in {"the", "a", "an"}:
        return end - start == 1 or (end < len(tokens) and tokens[end].tag in {"NN", "NNS"})
    if before not in EDGES["where"] or tokens[start - 1].tag != "IN":
        return False
    # "faith in Omar Saleh", but "in Tariq al-Bab"
    return before not in {"in", "at"} or PREFIXED.match(scan.words[end - 1]) is not None


def _beside_role(scan: Scan, start: int, end: int, words: Words) -> bool:
    """Does a description of one person stand beside the name, behind a comma: "…, a spokesman for the port"?"""
    lows = scan.lows
    if end + 1 < len(lows) and lows[end] == "," and end + 1 in scan.opens:
        head = words.heads.get(lows[scan.opens[end + 1].head])
        return head is not None and head.kind == "person"
    if start > 1 and lows[start - 1] == "," and (end == len(lows) or lows[end] in {",", "."}):
        for k in range(max(1, start - 8), start):
            phrase = scan.closes.get(k)
            head = words.heads.get(lows[phrase.head]) if phrase is not None else None
            if head is not None and head.kind == "person" and not head.plural:
                return not any(low in {",", ";"} for low in lows[k : start - 1])
    return False


def person(scan: Scan, start: int, end: int, words: Words) -> None:
    """A person's name: known by the title or office before it, by a given name, or by what the person says."""
    while start < end and scan.lows[start] in {"of", "for", "and", "the", "'s", "&"}:
        start += 1
    if start >= end or end - start > 6:
        return
    left, roles, gender = office(scan, start, words)
    while end > start + 1 and scan.lows[end - 1] in EDGES["credit"]:
        end -= 1
    if _thing(scan, left, start, end) or scan.lows[end - 1] in EDGES["thing"] or _plural_role(scan, end, words):
        return
    if gender is None:
        gender = words.given.get(scan.words[start])
    is_subject, speaks, _ = subject(scan, left, end, words)
    scan.found.append(
        Found(
            scan.s, left, end, "person", "actors.person", a=start, b=end, gender=gender, roles=roles,
            subject=is_subject, speaks=speaks,
        )
    )  # fmt: skip


def _plural_role(scan: Scan, end: int, words: Words) -> bool:
    head = words.heads.get(scan.lows[end - 1])
    return head is not None and head.plural


def _thing(scan: Scan, left: int, start: int, end: int) -> bool:
    """Does a thing bear the name: a ship ("the Admiral Norden"), an airport, "the Karim campaign"?"""
    lows = scan.lows
    if not EDGES["vessel"].isdisjoint(lows[left:start]) or (end < len(lows) and lows[end] in EDGES["site"]):
        return True
    if lows[left] != "the":
        return False
    if start - left == 2 and end - start == 1 and scan.caps[start - 1] and lows[start - 1] in EDGES["namesake"]:
        return True
    return end < len(lows) and scan.sentence.tokens[end].tag in {"NN", "NNS"} and start == left + 1


_SMALL = frozenset(["the", "a", "an", "'s", "'", "of", "for", "and", ","])


def office(scan: Scan, start: int, words: Words) -> tuple[int, set[str], Gender | None]:
    """Where the office before the name at token `start` begins, its words, and the gender that it tells."""
    lows, tokens = scan.lows, scan.sentence.tokens
    roles: set[str] = set()
    owned = False
    gender: Gender | None = None
    k = start
    left = start
    while k > 0 and start - k < 14:
        k -= 1
        low = lows[k]
        tag = tokens[k].tag
        if low in words.titles and not (low in words.heads and words.heads[low].plural):
            if not owned:
                roles.add(low)
            gender = gender or words.titles[low]
            left = k
            if low in words.honorifics and k > 0 and lows[k - 1] not in words.titles and not scan.caps[k - 1]:
                # "by the time Mr Karim left": what stands before "Mr" is no office.
                break
        elif not roles:
            # "Secretary of State Jorge …": the title stands before words of the office; not in "son of Jorge …".
            if k == start - 1 and low in _OPEN:
                break
            if start - k > 6 or not (scan.caps[k] or low in {"of", "for", "the", "and", "&"}):
                break
        elif tag == "POS":
            # What stands before it is the owner's office: "the general's aide Omar".
            owned = True
        elif tag == "VBN" and k > 0 and (tokens[k - 1].tag.startswith("N") or tokens[k - 1].tag == "PRP"):
            break  # "who opposed Senator Karim"
        elif scan.caps[k] or _hit_over(scan, k) or tag in {"NN", "NNS", "JJ", "NNP", "NNPS", "VBN", "HYPH"}:
            left = k
        elif (
            low in EDGES["office"] - {"the", "and", "&", "to", "on"}
            and tag == "IN"
            and k > 0
            and lows[k - 1] in words.titles
        ):
            continue
        elif tag in {"DT", "PRP$"}:
            left = k
            break
        else:
            break
    begin = max((m + 1 for m in range(left, start) if tokens[m].tag == "POS"), default=left)
    roles.update(low for low in lows[begin:start] if low not in _SMALL)
    return left, roles, gender


def _hit_over(scan: Scan, k: int) -> bool:
    return any(m in scan.hits and m + scan.hits[m].length > k for m in range(max(0, k - 4), k + 1))
