"""Names of persons: by title, office, given name, by what they do and by who is described beside them."""

from fogline.nouns import Place
from fogline.rules.actors.bodies import initialism, initials
from fogline.rules.actors.found import Found, Scan
from fogline.rules.actors.scan import PREFIXED, subject
from fogline.rules.actors.words import EDGES, Gender, Words
from fogline.rules.context import Index

_OPEN = frozenset(["of", "for"])


def loose(scan: Scan, start: int, end: int, words: Words, places: Index[Place]) -> None:
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
    if end - start == 1 and initialism(texts[0]):
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
