"""Who is named by a description: "a shopkeeper near the mill", "a woman who hid in the loft", "the health ministry"."""

from fogline.nouns import ActorKind
from fogline.rules.actors.found import Found, Scan
from fogline.rules.actors.scan import CALENDAR, subject
from fogline.rules.actors.words import EDGES, Words

_ALWAYS = frozenset(["of", "for", "within", "from", "inside"])
_WHERE = frozenset(["in", "at", "near", "on", "outside", "around", "with", "along", "across", "under", "to", "against"])
_STOPS = frozenset([",", ";", ".", "—", "–", '"', "”", ":"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_HELPERS = frozenset(["had", "have", "has", "was", "were", "is", "are", "not", "n't", "never"])
_BARE = frozenset(["media", "press", "parliament", "congress", "police", "people"])


def descriptions(scan: Scan, words: Words) -> None:
    """Fill `scan.found` with noun phrases whose head is an office, a trade, a lot of people or a body."""
    if scan.titled:
        return
    taken = {k for found in scan.found for k in range(found.a, found.b)}
    tags = scan.sentence.tags
    owned = "POS" in tags
    for phrase in scan.phrases:
        cuts = [k for k in range(phrase.i, phrase.j) if tags[k] == "POS"] if owned else []
        for end in (*cuts, phrase.j):
            description(scan, phrase.i, end, words, taken, phrase.j)
    for start, end in _adjectival(scan, words):
        description(scan, start, end, words, taken, end)
    some(scan, words)


def some(scan: Scan, words: Words) -> None:
    """People whom a word without a noun stands for: "another said", "many fled", "those who stayed"."""
    lows, known = scan.lows, EDGES["some"]
    for t, low in enumerate(lows):
        if low not in known or (t > 0 and scan.sentence.tokens[t - 1].tag in {"DT", "CD", "JJ", "PRP$"}):
            continue
        end = t + 1
        if low == "those" and end < len(lows) and lows[end] == "who":
            end = _relative(scan, end) or end
        is_subject, speaks, acts = subject(scan, t, end, words)
        if (
            end == t + 1
            and not (speaks or (acts and t == 0))
            and not (low == "those" and lows[end : end + 1] == ["who"])
        ):
            continue
        kind: ActorKind = "person" if low == "another" else "people"
        found = Found(scan.s, t, end, kind, "actors.some", how="description", plural=low != "another")
        found.subject, found.speaks = is_subject, speaks
        scan.found.append(found)


def _adjectival(scan: Scan, words: Words) -> list[tuple[int, int]]:
    """Nouns that are tagged as adjectives: "one official said", "the military denied"."""
    tokens, found = scan.sentence.tokens, []
    for h in [h for h, tag in enumerate(scan.sentence.tags) if h and tag == "JJ"]:
        if scan.lows[h] not in words.heads or tokens[h - 1].tag not in {"DT", "CD", "JJ", "PRP$"}:
            continue
        if h + 1 in scan.verbs or h + 1 == len(tokens) or scan.lows[h + 1] in {",", "."}:
            i = h - 1
            while i > 0 and tokens[i].tag == "JJ" and tokens[i - 1].tag in {"DT", "CD", "JJ", "PRP$"}:
                i -= 1
            found.append((i, h + 1))
    return found


def description(scan: Scan, i: int, j: int, words: Words, taken: set[int], whole: int) -> None:
    """A description of somebody by office, trade, lot or kind of body; it keeps its own words as its name."""
    tokens, lows = scan.sentence.tokens, scan.lows
    h = j - 1
    while h > i and tokens[h].tag == "CD":
        h -= 1
    if h in taken or tokens[h].tag[0] not in "NJ":
        return
    head = (words.heads.get(f"{lows[h - 1]} {lows[h]}") if h > i else None) or words.heads.get(lows[h])
    if head is None:
        return
    # What stands inside another name ("Army Road") or before one ("spokesman Karim") is no description.
    if h + 1 < len(lows) and (scan.caps[h + 1] or h + 1 in scan.hits) and h + 1 < whole:
        return
    if h + 1 in taken and tokens[h + 1].tag != "POS" and head.kind == "person" and not head.plural:
        return
    if head.kind == "group" and h > i and any(map(str.isdigit, scan.words[h - 1])) and scan.words[h - 1][0].isalpha():
        return  # "MiG-29 fighters" are aircraft
    if i > 0 and lows[i] in {"least", "most"} and lows[i - 1] == "at":
        i -= 1
    elif lows[i] == "that" and head.plural and h > i:
        i += 1
    elif h > i and tokens[i].tag[:2] == "VB":
        # "by helping women", "killed two men": the verb is no part of who they are.
        gerund = tokens[i].tag == "VBG" and i > 0 and tokens[i - 1].tag[:2] in {"IN", "VB", "TO"}
        i += 1 if gerund or (h > i + 1 and tokens[i + 1].tag in {"CD", "DT"}) else 0
    first = lows[i]
    modified = h > i
    following = tokens[h + 1].tag if h + 1 < len(lows) else ""
    if not head.plural and (following.startswith("NN") or following == "JJ"):
        return
    if head.kind == "person" and not head.plural and not modified and scan.words[h][0].islower():
        return
    if head.kind != "person" and not head.plural and not modified and lows[h] not in _BARE and not scan.caps[h]:
        return
    is_subject, speaks, acts = subject(scan, i, j, words)
    end = _extended(scan, i, j, words) if j == whole else j
    if end > j:
        is_subject, speaks, acts = subject(scan, i, end, words)
    acted = i > 0 and (lows[i - 1] == "by" or lows[i - 1] in words.speech)
    each = first in EDGES["each"] and is_subject and end == j
    if head.weak and not (speaks or acts or acted or each):
        return
    named = any(k in scan.hits for k in range(i, h)) or (scan.caps[h] and h > i and h > 0)
    found = Found(scan.s, i, end, head.kind, "actors.description", how="description", gender=head.gender)
    if named and (head.kind in {"force", "group"} or (head.kind != "person" and not head.plural)):
        found.how = "name"
    counted = any(tokens[k].tag == "CD" and lows[k] not in {"one", "1"} for k in range(i, h))
    found.plural = head.plural or counted
    found.role = None if head.plural else head.role
    found.subject, found.speaks = is_subject, speaks
    found.definite = first in {"the", "this", "that"} or (scan.caps[h] and head.kind == "person")
    if found.role:
        found.roles = {low for low in lows[i : h + 1] if low not in {"the", "a", "an", "'s", "this", "that"}}
    scan.found.append(found)


def _extended(scan: Scan, i: int, j: int, words: Words) -> int:
    """The end of a description with the phrases that identify it: "of …", "in …" before its verb, a short "who …"."""
    lows, n = scan.lows, len(scan.lows)
    end = j
    for _ in range(3):
        if end + 1 >= n or end - j > 9:
            break
        low = lows[end]
        if low == "that" and end + 1 not in scan.verbs:
            break
        if low in {"who", "that", "which"} and scan.sentence.tokens[end].tag in {"WP", "WDT", "IN"}:
            return _relative(scan, end) or end
        if low == "close" and lows[end + 1] == "to":
            end, low = end + 1, "of"
        phrase = scan.opens.get(end + 1)
        beyond = phrase.j if phrase is not None else 0
        if not beyond or lows[beyond - 1] in CALENDAR or not (low in _ALWAYS or low in _WHERE):
            break
        if low in {"of", "for"} and end == j and i > 0 and lows[i - 1] in EDGES["charging"]:
            break  # "accused the army of theft"
        if low in _WHERE or low == "from":
            # "in Aleppo" belongs to the noun before its verb; after the verb it may say where the act was.
            following = beyond
            named = lows[following : following + 1] == [","] and following + 1 < n and scan.caps[following + 1]
            if following < n and not (named or _predicate(scan, following) or lows[following] in {"who", "of", "in"}):
                break
        end = beyond
    return end


def _predicate(scan: Scan, k: int) -> bool:
    group = scan.verbs.get(k)
    if group is None and scan.sentence.tokens[k].tag.startswith("RB"):
        group = scan.verbs.get(k + 1)
    return group is not None and scan.sentence.tokens[group.i].tag in {"VBD", "VBZ", "VBP", "MD", "VBN"}


def _relative(scan: Scan, who: int) -> int:
    """The end of a short relative clause that starts at token `who`, or 0."""
    lows, n = scan.lows, len(scan.lows)
    tokens = scan.sentence.tokens
    stop = next((m for m in range(who + 1, min(n, who + 14)) if lows[m] in _STOPS), n)
    inside = [
        m
        for m in range(who + 1, min(stop, who + 14))
        if tokens[m].tag in _FINITE and not (tokens[m - 1].tag == "MD" or lows[m - 1] in _HELPERS)
    ]
    if len(inside) >= 2 and inside[1] - who <= 13:
        end = inside[1]
        while tokens[end - 1].tag in {"CC", "RB"} or lows[end - 1] in {",", "he", "she", "they", "i", "we"}:
            end -= 1
        return end
    if inside and stop - who <= 9 and stop < n:
        return stop
    return 0


def merge(scan: Scan) -> None:
    """Join a name with the description that it is part of, and drop what is said twice."""
    best: dict[tuple[int, int], Found] = {}
    for found in sorted(scan.found, key=lambda one: one.a < 0):
        best.setdefault((found.i, found.j), found)
    kept = sorted(best.values(), key=lambda one: (one.i, -one.j))
    result: list[Found] = []
    for found in kept:
        crossing = next((other for other in result[-4:] if other.i < found.i < other.j < found.j), None)
        if crossing is not None:
            if crossing.a < 0:
                crossing.j = max(crossing.i + 1, found.i - 1) if found.i - 1 > crossing.i else crossing.j
                if found.i < crossing.j:
                    continue
            else:
                continue
        result.append(found)
    scan.found[:] = result


def appositions(scan: Scan) -> None:
    """Give a description beside a person's name that person: "Adel Karim, a spokesman for the port, …"."""
    lows = scan.lows
    persons = [found for found in scan.found if found.kind == "person" and found.a >= 0]
    if not persons:
        return
    begin = {found.i: found for found in persons}
    close = {found.j: found for found in persons}
    for found in scan.found:
        if found.a >= 0 or found.kind != "person" or found.plural:
            continue
        n = len(lows)
        before = close.get(found.i - 1) if found.i > 1 and lows[found.i - 1] == "," else None
        after = begin.get(found.j + 1) if found.j + 1 < n and lows[found.j] == "," else None
        if after is not None and not (after.j >= n or lows[after.j] in {",", ".", ";", "—", "–"}):
            after = None
        if before is not None and not (found.j >= n or lows[found.j] in {",", ".", ";", "—", "–", "and"}):
            before = None
        other = before or after
        if other is not None and not other.plural:
            found.same_as = other
            other.roles |= found.roles
            other.gender = other.gender or found.gender
            other.speaks = other.speaks or found.speaks
            other.subject = other.subject or found.subject


def conjunctions(scan: Scan) -> None:
    """Add each row of actors that act together: "the Serbs, the Croats and the Bosniaks"."""
    lows = scan.lows
    row: list[Found] = []
    made: list[Found] = []
    closed = False
    _double_offices(scan)
    for found in _outermost(scan.found):
        between = lows[row[-1].j : found.i] if row else []
        last = between in (["and"], [",", "and"], ["&"], ["and", "also"], ["as", "well", "as"], ["or"])
        if row and not closed and (last or between == [","]) and found.same_as is None:
            row.append(found)
            closed = last
            continue
        made += conjunction(scan, row, closed)
        row, closed = [found], False
    scan.found += [*made, *conjunction(scan, row, closed)]


def _double_offices(scan: Scan) -> None:
    """Two offices of one person: "founder and director Ana Duarte"; the first is another description of her."""
    offices = {found.j: found for found in scan.found if found.a < 0 and found.kind == "person" and not found.plural}
    for found in scan.found:
        first = offices.get(found.i - 1)
        if first is None or found.a <= found.i or found.kind != "person" or scan.lows[found.i - 1] != "and":
            continue
        if scan.sentence.tokens[found.i].tag not in {"DT", "PRP$"}:
            first.same_as = found
            found.roles |= first.roles


def _outermost(found: list[Found]) -> list[Found]:
    outer: list[Found] = []
    for one in found:
        if not outer or one.i >= outer[-1].j:
            outer.append(one)
    return outer


def conjunction(scan: Scan, row: list[Found], closed: bool) -> list[Found]:
    """Several actors joined by "and" who act together."""
    if not closed or any(one.same_as for one in row):
        return []
    kind = row[0].kind if len({one.kind for one in row}) == 1 else "people"
    whole = Found(scan.s, row[0].i, row[-1].j, kind, "actors.conjunction", plural=True)
    whole.how = "name" if all(one.how == "name" for one in row) else "description"
    whole.subject, whole.speaks = row[-1].subject, row[-1].speaks
    return [whole]
