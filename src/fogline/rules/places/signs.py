"""What stands beside a name: compass parts, kind words, titles, prepositions, verbs, other names."""

from collections.abc import Sequence

from fogline.atlas import Atlas, Entry
from fogline.grammar import Sentence, Token
from fogline.nouns import Level
from fogline.rules.places import words as W  # noqa: N812
from fogline.rules.places.candidate import Candidate, capital, demonym, holder, kind_at

_SKIPPED = frozenset(["DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "VBN", "VBG", "RB", "RBR", "RBS", "CD", ","])
_BE = frozenset(["is", "are", "was", "were", "been", "being", "be", "has", "had", "have", "'s"])


def weigh(
    sentence: Sentence, number: int, atlas: Atlas, i: int, j: int, left: int, right: int,
    entries: tuple[Entry, ...], shout: bool,
) -> Candidate:  # fmt: skip
    """Read what stands around the name ``i..j``; the rest of its run is ``left..i`` and ``j..right``."""
    tokens = sentence.tokens
    made = Candidate(sentence, number, i, j, i, j, entries, shouted=shout)
    _before(made, atlas, left)
    _after(made, atlas, right)
    if not made.refused:
        _frame(made, atlas)
    low = tokens[i].low
    if made.j > made.i + 1 and made.name.lower() in W.COMMON:
        made.refused = made.refused or "it means something else"
    if j == i + 1:
        if made.j == j and not made.kind and (low in W.TITLES or (low in W.ORGANISATION and W.ordinary(low))):
            made.refused = made.refused or "it means something else"
        if tokens[i].text.isupper() and 1 < len(tokens[i].text) <= 5 and not shout:
            known = any(entry.own or entry.level in {"country", "admin1"} for entry in entries)
            if not known:
                made.refused = made.refused or "an abbreviation"
        if (low in W.COMMON or made.name.lower() in W.COMMON) and not made.kind:
            made.strength -= 3
        elif W.ordinary(low) and not made.kind:
            made.strength -= 2.5
        elif len(low) <= 3:
            made.strength -= 1
    return made


def _before(made: Candidate, atlas: Atlas, left: int) -> None:
    """What the run has before the name: a compass part, a kind (Lake, Mount, Camp), a title, another name."""
    tokens = made.sentence.tokens
    k = made.i - 1
    while k >= left:
        low = tokens[k].low
        if low in W.COMPASS:
            made.part, made.a = W.part(low), k
        elif demonym(atlas, tokens[k]):
            country = atlas.country_of_demonym(tokens[k].text)
            if country:
                made.countries.add(country)
        elif low in W.PREFIX or low in W.AROUND:
            # Part of a longer name that the atlas lacks: "Camp Taji", "New Aleppo".
            if low in W.AROUND:
                made.a = k
            else:
                made.i = made.a = k
                made.entries = ()
                made.kind = low if low in W.KINDS else made.kind
                made.level = W.KINDS.get(low, "town")
        elif low in W.TITLES:
            made.refused = "a person's title stands before it"
        elif made.shouted and (W.ordinary(low) or W.kinds(low)):
            break
        elif low in W.ORGANISATION:
            made.refused = "it is part of an organisation's name"
        else:
            made.refused = "it is part of a longer name"
        if made.refused:
            return
        k -= 1
    if left and tokens[left - 1].low in W.TITLES and left == made.i and tokens[left - 1].tag.startswith("NN"):
        made.refused = "a person's title stands before it"


def _after(made: Candidate, atlas: Atlas, right: int) -> None:
    """What the run has behind the name: a kind word belongs to the place, other names make it another thing's name."""
    tokens = made.sentence.tokens
    k = made.j
    # A kind word that is part of the run ("Tabqa Dam") or follows in small letters ("Latakia province").
    kind = kind_at(tokens, k)
    if kind is None and made.entries == () and right > made.i + 1:
        for split in range(made.i + 1, made.j):
            inner = kind_at(tokens, split)
            if inner and inner[0] == made.j:
                kind, made.j = inner, split
                k = split
                break
    if kind:
        end, phrase = kind
        level: Level | None = W.KINDS[phrase]
        small = tokens[k].text[0].islower()
        following = tokens[end] if end < len(tokens) else None
        compound = following is not None and following.tag in {"NN", "NNS"} and small and following.low not in W.KINDS
        if compound and phrase in {"state", "area", "base", "city", "police"}:
            # "Syria state media", "Mosul city council": the noun behind takes it all.
            level = None if phrase != "city" else "town"
        wide = small and level == "site" and any(entry.level == "area" for entry in made.entries)
        if wide or (not made.entries and phrase in W.VAGUE):
            level = None  # "the Red Sea port of Massawa" is not in the middle of the sea
        if level and not (small and phrase in {"road", "street", "capital", "state", "school"} and not made.entries):
            whole = atlas.find(" ".join(token.text for token in tokens[made.i : end]))
            if whole and not made.entries:
                made.entries = whole
            elif whole and whole[0].own and whole[0].geonameid is None:
                made.entries, level = whole, whole[0].level
            made.kind, made.level = phrase, level
            made.strength += 2.5
            # "town" and "city" in small letters stand beside the name; other kind words are place words.
            if not small or level != "town":
                made.b = end
            k = end
    while k < right:
        low = tokens[k].low
        if (made.shouted and low in W.ACTING) or (
            made.shouted and low not in W.ORGANISATION and (W.plain(low) or low in W.CALENDAR)
        ):
            break
        if low in W.ORGANISATION:
            made.refused = made.refused or "it is part of an organisation's name"
        elif demonym(atlas, tokens[k]) or low in W.COMPASS:
            break
        else:
            made.refused = made.refused or "it is part of a longer name"
        break
    if k < len(tokens) and not made.kind:
        if tokens[k].low in W.MEDIA:
            made.refused = made.refused or "it is part of an organisation's name"
        elif _matter(tokens, k):
            made.refused = made.refused or "it is a government's, a text's, a unit's or a person's"
        elif tokens[k].low in W.GATHERING and any(entry.level == "town" for entry in made.entries):
            made.strength += 1.5
    if made.kind is None and made.j - made.i > 1 and tokens[made.j - 1].low in W.KINDS:
        made.strength += 2.0  # "Laurel County" is in the atlas as a whole
    if k < len(tokens) and tokens[k].low in {"'s", "'", "’"} and tokens[k].tag == "POS":
        made.possessive = True
    made.b = max(made.b, made.j)
    if made.possessive and made.entries:
        _owned_part(made)


def _matter(tokens: Sequence[Token], k: int) -> bool:
    """Does a noun behind the name take it ("Baghdad government", "Kurdistan regional government")?"""
    if tokens[k].tag == "JJ" and k + 1 < len(tokens):
        k += 1
    return tokens[k].low in W.MATTER and tokens[k].tag.startswith("NN")


def _owned_part(made: Candidate) -> None:
    """A part that the place owns: "Aleppo's western countryside", "Hama's outskirts"."""
    tokens = made.sentence.tokens
    k = made.b + 1
    compass = tokens[k].low if k < len(tokens) and tokens[k].low in W.COMPASS else None
    end = k + (compass is not None)
    if end < len(tokens) and tokens[end].low in W.OWNED:
        made.kind, made.level = tokens[end].low, W.KINDS.get(tokens[end].low)
        made.part = W.part(compass) if compass else made.part
        made.b, made.possessive = end + 1, False
        made.strength += 2.5


def _frame(made: Candidate, atlas: Atlas) -> None:
    """Signs in the words before and behind: prepositions, "the town of", verbs of speaking, appositions."""
    tokens = made.sentence.tokens
    k = made.a - 1
    if k >= 1 and tokens[k].low == "rural" and made.entries and tokens[k - 1].low in W.COMPASS:
        made.a, k = k, k - 1
    if k >= 0 and tokens[k].low in W.COMPASS and made.a >= made.i - 1:
        made.part, made.a = W.part(tokens[k].low), k
        made.strength += 1.0
        k -= 1
        if k >= 0 and tokens[k].low in {"and", "or"} and k and tokens[k - 1].low in W.COMPASS:
            k -= 2
    elif made.part:
        made.strength += 1.0
    if k >= 1 and tokens[k].low == "the" and tokens[k - 1].low == "of":
        k -= 1
    if made.part is None and made.entries and _inner_part(tokens, k):
        made.part, made.a, made.direct = W.part(tokens[k - 1].low), k - 1, True
        made.strength += 1.0
        k -= 3
    if k >= 1 and tokens[k].low in {"of", "called", "named"}:
        head = tokens[k - 1].low
        kind = head if head in W.KINDS else head.removesuffix("s") if head.removesuffix("s") in W.KINDS else None
        if capital(tokens[k - 1]) and (
            tokens[k - 1].low in W.ORGANISATION
            or (k > 1 and tokens[k - 2].low in W.ORGANISATION and capital(tokens[k - 2]))
        ):
            made.refused = "it is part of an organisation's name"
            return
        if kind or head in W.OF_PART:
            made.strength += 2.5 if kind else 1.5
            made.direct = True
            if kind and made.level is None and head not in W.OF_PART:
                made.level = W.KINDS[kind]
            first = k - 1
            compass = first - 1 if first and tokens[first - 1].low in W.COMPASS else None
            if compass is not None and made.part is None:
                made.part = W.part(tokens[compass].low)
            if (
                head in W.OF_PART
                and (compass is not None or head in W.KINDS or head in {"outskirts", "suburbs", "countryside"})
                and (
                    compass is not None
                    or head
                    not in {"districts", "neighbourhoods", "neighborhoods", "areas", "state", "port", "district"}
                    or (not capital(tokens[k - 1]) and head == "district")
                )
            ):
                if head in W.KINDS:
                    made.kind, made.level = head, W.KINDS[head]
                made.a = first if compass is None else compass
            k = first - 1 if compass is None else compass - 1
    steps = 0
    while (
        k >= 0
        and steps < 5
        and tokens[k].low != "including"
        and not (tokens[k].tag.startswith("V") and tokens[k].low in W.VERBS)
        and (
            tokens[k].tag in _SKIPPED
            or demonym(atlas, tokens[k])
            or (tokens[k].tag == "NN" and tokens[k].low in W.KINDS)
        )
    ):
        country = atlas.country_of_demonym(tokens[k].text) if tokens[k].text[0].isupper() else None
        if country:
            made.countries.add(country)
        k -= 1
        steps += 1
    if k >= 1 and tokens[k].tag == "POS":
        for owner in atlas.find(tokens[k - 1].text):
            if owner.level == "country" and owner.country:
                made.countries.add(owner.country)
                made.strength += 1.0
                break
    low = tokens[k].low if k >= 0 else ""
    if low in {"including", "as", "like", "namely"} and _listed(tokens, k):
        made.strength += 2.0
        made.direct = True
    if k < 0 and made.i == made.a == 0 and _dateline(tokens, made.b):
        made.strength += 2.5
    if low == "of" and k and (tokens[k - 1].low in W.COMPASS or tokens[k - 1].low in W.OF_TOWN):
        made.strength += 0.8
        made.direct = True
    if low in W.STRONG and tokens[k].tag != "NNP":
        made.strength += 2.0 if low != "at" else 1.2
        made.direct = True
    elif low in W.WEAK and tokens[k].tag != "NNP":
        made.strength += 1.0 if low != "for" else 0.3
        made.direct = made.direct or low in {"from", "to", "via", "over", "past"}
    elif low in W.VERBS and tokens[k].tag.startswith("V"):
        made.strength += 1.2
    elif low in {"by", "with", "against", "between"}:
        made.agent = True
    _behind(made)


def _listed(tokens: Sequence[Token], k: int) -> bool:
    """Do places in the plural stand shortly before "including" or "such as" at token `k` ("towns … including")?"""
    return any(token.low.endswith("s") and token.low in W.KINDS for token in tokens[max(0, k - 8) : k])


def _inner_part(tokens: Sequence[Token], k: int) -> bool:
    """Does "the north of" end at token `k`, and name a part of what follows, not the way to a place outside it?"""
    if k < 2 or tokens[k].low != "of" or tokens[k - 1].low not in W.COMPASS or tokens[k - 2].low != "the":
        return False
    return k == 2 or tokens[k - 3].low in {"in", "across", "throughout", "from", "and", "over", ","}


def _dateline(tokens: Sequence[Token], k: int) -> bool:
    """Does a dash or a bracket follow soon, as behind the place in "BEIRUT, Nov 3 (Agency) — …"?"""
    for token in tokens[k : k + 8]:
        if token.text in {"—", "–", "--", "-", "("}:
            return True
        if token.low != "," and not capital(token) and token.tag != "CD":
            return False
    return False


def _behind(made: Candidate) -> None:
    """Signs behind the name: who speaks or acts, "a town in", a figure of kilometres."""
    tokens = made.sentence.tokens
    k = made.b
    if made.j == made.b and made.kind:
        kind = kind_at(tokens, k)
        k = kind[0] if kind else k
    if k >= len(tokens):
        return
    token = tokens[k]
    if token.low == ",":
        ahead = [t.low for t in tokens[k + 1 : k + 7]]
        made.speaks = made.speaks or bool(ahead and ahead[0] in W.SPEECH and not made.direct)
        if ahead[1:2] == ["of"] and ahead[0] in W.COMPASS:
            made.strength += 2.0
        elif ahead[:1] and ahead[0] in {"a", "an", "the", "its", "his", "their"}:
            for low in ahead[1:]:
                if (low in W.KINDS and low not in {"state", "base", "capital"}) or low == "capital":
                    made.strength += 2.0
                    if made.level is None and W.KINDS.get(low) in {"town", "district", "area"}:
                        made.level = W.KINDS[low]
                    break
                if low in {",", "of", "who", "which"}:
                    break
        elif "km" in ahead[:3] or "kilometres" in ahead[:3] or "kilometers" in ahead[:3] or "miles" in ahead[:3]:
            made.strength += 2.0
        return
    while k < len(tokens) and tokens[k].tag in {"RB", "MD"}:
        k += 1
    if k < len(tokens):
        low, tag = tokens[k].low, tokens[k].tag
        passive = low in _BE and any(t.tag == "VBN" for t in tokens[k + 1 : k + 3])
        if (tag in {"VBD", "VBZ", "VBP", "VB"} and low in W.SPEECH) or (tag in {"VBD", "VBZ", "VBP"} and not passive):
            made.agent = made.agent or not made.direct
            made.speaks = made.speaks or (low in W.SPEECH and not made.direct)
        if low in {"and", "or"} and not made.direct and k + 1 < len(tokens) and capital(tokens[k + 1]):
            # "Moscow and Tehran want": what is said of the second holds for the first.
            after = k + 2
            while after < len(tokens) and tokens[after].tag in {"RB", "MD"}:
                after += 1
            if (
                after < len(tokens)
                and tokens[after].tag in {"VBD", "VBZ", "VBP", "VB"}
                and tokens[after].low not in _BE
            ):
                made.agent = True


def relate(tokens: Sequence[Token], left: Candidate, right: Candidate) -> None:
    """Two neighbours: "Mosul, Iraq" (the second holds the first), "Homs and Hama" (one list)."""
    between = [token.low for token in tokens[left.b : right.a]]
    if between == [","] and right.entries and (holder(left.entries, right.entries) or not left.entries):
        left.container = right
        if left.entries and not left.refused:
            left.strength += 2.0
    if left.refused == "it is part of an organisation's name" and between in (["and"], ["and", "the"], [",", "and"]):
        right.refused = left.refused
    if between in ([","], ["and"], ["or"], [",", "and"], [",", "or"], ["to"]) and not (
        left.refused or right.direct or not (left.direct or left.strength >= 1.2)
    ):
        right.strength += max(0.0, min(2.5, left.strength))
        right.direct = left.direct or left.container is right
    if between in ([","], ["and"], ["or"], [",", "and"], ["and", "the"], [",", "or"], ["to"], ["and", "in"]):
        right.beside = left if left.container is not right else None
    elif (
        between
        and between[-1] in {"in", "of", "near", "outside"}
        and len(between) <= 6
        and (
            (between[0] in {",", "("} and any(word in W.KINDS for word in between))
            or between in (["in"], [",", "in"], ["in", "the"])
        )
    ):
        left.container = right
