"""Where in a sentence a place may be named: runs of capitalised words, what stands beside them, how strongly it speaks.

Nothing is decided here about which place it is; a `Candidate` carries every sense and every sign.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fogline.atlas import Atlas, Entry
from fogline.atlas.folding import ARTICLES
from fogline.grammar import Sentence, Token
from fogline.nouns import Level
from fogline.rules.places import words as W

_JOINERS = frozenset(["of", "and", "the", "al", "el", "ez", "de", "del", "la", "le", "di", "da", "du", "-", "'", "e", "&"])
_SKIPPED = frozenset("DT PDT PRP$ JJ JJR JJS VBN VBG RB RBR RBS CD ,".split())
_TOLD = frozenset("radio tv television news agency newspaper magazine daily newspapers channel website weekly".split())
_ACTING = frozenset("police forces war wars peace people army force campaign operation government guards protest".split())
_VAGUE = frozenset("enclave pocket headquarters axis area region state capital base compound stronghold side front".split())
_BE = frozenset(["is", "are", "was", "were", "been", "being", "be", "has", "had", "have", "'s"])
_FUNCTION = frozenset(
    "in near outside inside around at from to across over into through within by with on for of and or but the a an this that "
    "these those his her its their it he she they we i you as if while when where after before since until although though "
    "however meanwhile also there here what who which how why not no yes so then now just only".split()
)
"""Words that are no names, whatever their capitals, in a list of points or a headline."""
_REACH = 6  # the longest name in words


@dataclass(slots=True)
class Candidate:
    """Words that may name a place: tokens ``i..j`` the name, ``a..b`` with compass part and kind word."""

    sentence: Sentence
    number: int
    i: int
    j: int
    a: int
    b: int
    entries: tuple[Entry, ...]
    kind: str | None = None
    level: Level | None = None
    part: str | None = None
    strength: float = 0.0
    direct: bool = False
    """A preposition of place stands before it."""
    speaks: bool = False
    """It is the subject of a verb of speaking or deciding."""
    agent: bool = False
    """It acts, owns or is dealt with, as governments do."""
    possessive: bool = False
    shouted: bool = False
    """Capitals mean nothing here: a headline, a line in capitals."""
    refused: str | None = None
    countries: set[str] = field(default_factory=set)
    """Countries in which the words beside it put the place."""
    container: "Candidate | None" = None
    beside: "Candidate | None" = None
    """The name that it stands in a list with, before it."""

    @property
    def name(self) -> str:
        """The name's own words."""
        tokens = self.sentence.tokens
        return " ".join(token.text for token in tokens[self.i : self.j])

    def text_before(self) -> str:
        """The word before it, in small letters."""
        return self.sentence.tokens[self.a - 1].low if self.a else ""

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.sentence.tokens[self.a].start

    @property
    def end(self) -> int:
        """Offset behind the last word."""
        return self.sentence.tokens[self.b - 1].end


def capital(token: Token) -> bool:
    """Is a word written like a name: a capital first, or after a small article (al-Bab, as-Suwayda)?"""
    text = token.text
    if text[0].isupper():
        return True
    head, dash, tail = text.partition("-")
    return bool(dash) and head in ARTICLES and tail[:1].isupper()


def shouting(sentence: Sentence) -> bool:
    """Are most of a sentence's words in capitals, so that capitals tell no name from other words?"""
    long = [token for token in sentence.tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return len(long) >= 5 and sum(token.text[0].isupper() for token in long) >= 0.7 * len(long)


def _named(tokens: Sequence[Token], k: int, shout: bool) -> bool:
    token = tokens[k]
    if not capital(token) or token.low in W.CALENDAR or token.low in _FUNCTION:
        return False
    if k == 0 or tokens[k - 1].text in {"“", '"', "‘", ":", "—", "–", "--"}:
        # The first word has its capital from its place: a name only when tagged so, or when no dictionary has it.
        return token.tag.startswith("NNP") or (not W.ordinary(token.low) and token.tag[:2] in {"NN", "JJ", "VB", "FW"})
    return token.tag.startswith(("NN", "JJ", "FW", "VB")) or token.tag == "CD"


def candidates(sentence: Sentence, number: int, atlas: Atlas) -> list[Candidate]:
    """Every run of a sentence that may name a place, in order; also those that the atlas does not know."""
    tokens = sentence.tokens
    shout = shouting(sentence)
    named = [_named(tokens, k, shout) for k in range(len(tokens))]
    found: list[Candidate] = []
    for run_start, run_end in _runs(tokens, named):
        found.extend(_in_run(sentence, number, atlas, run_start, run_end, shout))
    for left, right in zip(found, found[1:], strict=False):
        _relate(tokens, left, right)
    return found


def _runs(tokens: Sequence[Token], named: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Stretches of name words; a joiner ("of", "al") stays inside when name words stand on both its sides."""
    k, n = 0, len(tokens)
    while k < n:
        if not named[k]:
            k += 1
            continue
        end = k + 1
        while end < n:
            if named[end]:
                end += 1
            elif tokens[end].low in _JOINERS and tokens[end].low not in {"of", "and", "the", "&"} and end + 1 < n and named[end + 1]:
                end += 2
            else:
                break
        yield k, end
        k = end


def _longest(tokens: Sequence[Token], atlas: Atlas, i: int, run_end: int) -> tuple[int, tuple[Entry, ...]]:
    """The longest name from token `i`: within its run, or over "of" and "and" into the next one (Gulf of Aden)."""
    limit = run_end
    while limit + 1 < len(tokens) and limit - i < _REACH and tokens[limit].low in _JOINERS:
        ahead = limit + 1
        while ahead < len(tokens) and tokens[ahead].low in {"the", "of"}:
            ahead += 1
        if ahead >= len(tokens) or not capital(tokens[ahead]):
            break
        while ahead < len(tokens) and capital(tokens[ahead]):
            ahead += 1
        limit = ahead
    for j in range(min(limit, i + _REACH), i, -1):
        if j > i + 1 and not capital(tokens[j - 1]) and tokens[j - 1].tag != "CD":
            continue
        entries = atlas.find(" ".join(token.text for token in tokens[i:j]))
        if entries:
            return j, entries
    return i, ()


def _kind_at(tokens: Sequence[Token], k: int) -> tuple[int, str] | None:
    """The kind word or words at token `k` ("refugee camp"): their end and the words."""
    for length in (2, 1):
        if k + length <= len(tokens):
            phrase = " ".join(token.low for token in tokens[k : k + length])
            if phrase in W.KINDS:
                return k + length, phrase
    return None


def _in_run(sentence: Sentence, number: int, atlas: Atlas, start: int, end: int, shout: bool) -> Iterator[Candidate]:
    """Candidates within one run: names of the atlas, each with what is left of the run on both its sides."""
    tokens = sentence.tokens
    matches: list[tuple[int, int, tuple[Entry, ...]]] = []
    k = start
    while k < end:
        low = tokens[k].low
        if low in W.COMPASS and k + 1 < end:
            # "Eastern Ghouta" may be a name of its own; "Western Aleppo" is a part of one.
            j, entries = _longest(tokens, atlas, k, end)
            if j > k + 1:
                matches.append((k, j, entries))
                k = j
            else:
                k += 1
            continue
        j, entries = _longest(tokens, atlas, k, end)
        if not entries or (j == k + 1 and (_demonym(atlas, tokens[k]) or _other(tokens[k].low, end - start))):
            k += 1
            continue
        matches.append((k, j, entries))
        k = j
    whole = _whole(tokens, atlas, start, end, matches)
    if whole is not None:
        matches = []
        start, end = whole
    if not matches:
        first = start
        while start < end and (_demonym(atlas, tokens[start]) or tokens[start].low in W.COMPASS):
            start += 1
        kind = _kind_at(tokens, end)
        if start == end and kind:
            # "Syrian coast", "Korean peninsula": an adjective and a kind word that together are a name.
            entries = atlas.find(" ".join(token.text for token in tokens[first : kind[0]]))
            if entries:
                yield _candidate(sentence, number, atlas, first, kind[0], first, kind[0], entries, shout)
        if start < end:
            yield _candidate(sentence, number, atlas, start, end, start, end, (), shout)
        return
    for n, (i, j, entries) in enumerate(matches):
        # Two names side by side are a longer name (Jack London), unless the second holds the first (Aleppo Syria).
        left = matches[n - 1][1] if n and _holder(matches[n - 1][2], entries) else start
        right = matches[n + 1][0] if n + 1 < len(matches) and _holder(entries, matches[n + 1][2]) else max(end, j)
        yield _candidate(sentence, number, atlas, i, j, left, right, entries, shout)


def _whole(
    tokens: Sequence[Token], atlas: Atlas, start: int, end: int, matches: Sequence[tuple[int, int, tuple[Entry, ...]]]
) -> tuple[int, int] | None:  # fmt: skip
    """A run of several words that a kind word closes ("Bala Hissar fort") is one name, though the atlas knows a part."""
    while start < end and (_demonym(atlas, tokens[start]) or tokens[start].low in W.COMPASS or tokens[start].low in W.CALENDAR):
        start += 1
    kind = _kind_at(tokens, end)
    if not matches or kind is None or end - start < 2 or kind[1] in _VAGUE or any(j - i > 1 for i, j, _ in matches):
        return None
    if any(tokens[k].low in W.ORGANISATION or tokens[k].low in W.TITLES or _demonym(atlas, tokens[k]) for k in range(start, end)):
        return None
    if matches[0][0] == start and matches[-1][1] == end and len(matches) == 1:
        return None
    return start, end


def _other(low: str, length: int) -> bool:
    """Within a longer run, an ordinary word, a title or a word of organisations names no place of its own."""
    return length > 1 and (low in W.ORGANISATION or low in W.TITLES or W.ordinary(low))


def _holder(inner: tuple[Entry, ...], outer: tuple[Entry, ...]) -> bool:
    inside = {entry.country for entry in inner}
    return any(entry.level in {"country", "admin1"} and entry.country in inside for entry in outer)


def _demonym(atlas: Atlas, token: Token) -> bool:
    return "E" in W.kinds(token.low) or atlas.country_of_demonym(token.text) is not None


def _candidate(
    sentence: Sentence, number: int, atlas: Atlas, i: int, j: int, left: int, right: int,
    entries: tuple[Entry, ...], shout: bool,
) -> Candidate:  # fmt: skip
    """Read what stands around the name ``i..j``, which has the rest of its run, ``left..i`` and ``j..right``, beside it."""
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
        elif _demonym(atlas, tokens[k]):
            country = atlas.country_of_demonym(tokens[k].text)
            if country:
                made.countries.add(country)
        elif low in {"lake", "mount", "mt", "camp", "fort", "port", "river", "cape", "gulf", "hotel", "wadi", "jabal", "tel", "tell", "tal", "khan", "kafr", "beit", "sheikh", "deir", "greater", "old", "new", "upper", "lower", "inner", "outer", "port"}:
            # Part of a longer name that the atlas lacks: "Camp Taji", "New Aleppo".
            if low in {"greater", "inner", "outer", "old"}:
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
    kind = _kind_at(tokens, k)
    if kind is None and made.entries == () and right > made.i + 1:
        for split in range(made.i + 1, made.j):
            inner = _kind_at(tokens, split)
            if inner and inner[0] == made.j:
                kind, made.j = inner, split
                k = split
                break
    if kind:
        end, phrase = kind
        level = W.KINDS[phrase]
        small = tokens[k].text[0].islower()
        following = tokens[end] if end < len(tokens) else None
        compound = following is not None and following.tag in {"NN", "NNS"} and small and following.low not in W.KINDS
        if compound and phrase in {"state", "area", "base", "city", "police"}:
            # "Syria state media", "Mosul city council": the noun behind takes it all.
            level = None if phrase != "city" else "town"
        if not made.entries and phrase in _VAGUE:
            level = None
        if level and not (small and phrase in {"road", "street", "capital", "state", "school"} and not made.entries):
            whole = atlas.find(" ".join(token.text for token in tokens[made.i : end]))
            if whole and not made.entries:
                made.entries = whole
            elif whole and whole[0].own:
                made.entries, level = whole, whole[0].level
            made.kind, made.level = phrase, level
            made.strength += 2.5
            # "town" and "city" in small letters stand beside the name; all other kind words are part of the place words.
            if not small or level != "town":
                made.b = end
            k = end
    while k < right:
        low = tokens[k].low
        if made.shouted and low in _ACTING or made.shouted and low not in W.ORGANISATION and (W.plain(low) or low in W.CALENDAR):
            break
        if low in W.ORGANISATION:
            made.refused = made.refused or "it is part of an organisation's name"
        elif _demonym(atlas, tokens[k]) or low in W.COMPASS:
            break
        else:
            made.refused = made.refused or "it is part of a longer name"
        break
    if k < len(tokens) and tokens[k].low in _TOLD and not made.kind:
        made.refused = made.refused or "it is part of an organisation's name"
    if made.kind is None and made.j - made.i > 1 and tokens[made.j - 1].low in W.KINDS:
        made.strength += 2.0  # "Laurel County" is in the atlas as a whole
    if k < len(tokens) and tokens[k].low in {"'s", "'", "’"} and tokens[k].tag == "POS":
        made.possessive = True
    made.b = max(made.b, made.j)


def _frame(made: Candidate, atlas: Atlas) -> None:
    """Signs in the words before and behind: prepositions, "the town of", verbs of speaking, appositions."""
    tokens = made.sentence.tokens
    k = made.a - 1
    if k >= 0 and tokens[k].low in W.COMPASS and made.a == made.i:
        made.part, made.a = W.part(tokens[k].low), k
        made.strength += 1.0
        k -= 1
        if k >= 0 and tokens[k].low in {"and", "or"} and k and tokens[k - 1].low in W.COMPASS:
            k -= 2
    elif made.part:
        made.strength += 1.0
    if k >= 1 and tokens[k].low == "the" and tokens[k - 1].low == "of":
        k -= 1
    if k >= 1 and tokens[k].low in {"of", "called", "named"}:
        head = tokens[k - 1].low
        kind = head if head in W.KINDS else head.removesuffix("s") if head.removesuffix("s") in W.KINDS else None
        if capital(tokens[k - 1]) and (tokens[k - 1].low in W.ORGANISATION or k > 1 and tokens[k - 2].low in W.ORGANISATION and capital(tokens[k - 2])):
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
            if head in W.OF_PART and (compass is not None or head in W.KINDS or head in {"outskirts", "suburbs", "countryside"}) and (compass is not None or head not in {"districts", "neighbourhoods", "neighborhoods", "areas", "state", "port", "district"} or not capital(tokens[k - 1]) and head == "district"):
                if head in W.KINDS:
                    made.kind, made.level = head, W.KINDS[head]
                made.a = first if compass is None else compass
            k = first - 1 if compass is None else compass - 1
    steps = 0
    while k >= 0 and steps < 5 and not (tokens[k].tag.startswith("V") and tokens[k].low in W.VERBS) and (tokens[k].tag in _SKIPPED or _demonym(atlas, tokens[k]) or tokens[k].tag in {"NN"} and tokens[k].low in W.KINDS):
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
    if k < 0 and made.i == made.a == 0 and _dateline(tokens, made.b):
        made.strength += 2.5
    if low == "of" and k and (tokens[k - 1].low in W.COMPASS or tokens[k - 1].low in {"out", "outside", "inside", "capture", "fall", "siege", "battle", "people", "residents", "liberation", "bombing", "bombardment", "shelling"}):
        made.strength += 0.8
        made.direct = True
    if low in W.STRONG and tokens[k].tag != "NNP":
        made.strength += 2.0 if low != "at" else 1.2
        made.direct = True
    elif low in W.WEAK and tokens[k].tag != "NNP":
        made.strength += 1.0 if low != "for" else 0.3
        made.direct = made.direct or low in {"from", "to", "via", "over"}
    elif low in W.VERBS and tokens[k].tag.startswith("V"):
        made.strength += 1.2
    elif low in {"by", "with", "against", "between"}:
        made.agent = True
    _behind(made)


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
        kind = _kind_at(tokens, k)
        k = kind[0] if kind else k
    if k >= len(tokens):
        return
    token = tokens[k]
    if token.low == ",":
        ahead = [t.low for t in tokens[k + 1 : k + 7]]
        if ahead[:1] and ahead[0] in {"a", "an", "the", "its", "his", "their"}:
            for low in ahead[1:]:
                if low in W.KINDS and low not in {"state", "base", "capital"} or low == "capital":
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
        if tag in {"VBD", "VBZ", "VBP", "VB"} and low in W.SPEECH or tag in {"VBD", "VBZ", "VBP"} and not passive:
            made.agent = made.agent or not made.direct
            made.speaks = made.speaks or (low in W.SPEECH and not made.direct)
        if low in {"and", "or"} and not made.direct and k + 1 < len(tokens) and capital(tokens[k + 1]):
            # "Moscow and Tehran want": what is said of the second holds for the first.
            after = k + 2
            while after < len(tokens) and tokens[after].tag in {"RB", "MD"}:
                after += 1
            if after < len(tokens) and tokens[after].tag in {"VBD", "VBZ", "VBP", "VB"} and tokens[after].low not in _BE:
                made.agent = True


def _relate(tokens: Sequence[Token], left: Candidate, right: Candidate) -> None:
    """Two neighbours: "Mosul, Iraq" (the second holds the first), "Homs and Hama" (one list)."""
    between = [token.low for token in tokens[left.b : right.a]]
    if between == [","] and right.entries and (_holder(left.entries, right.entries) or not left.entries):
        left.container = right
        if left.entries and not left.refused:
            left.strength += 2.0
    if left.refused == "it is part of an organisation's name" and between in (["and"], ["and", "the"], [",", "and"]):
        right.refused = left.refused
    if between in ([","], ["and"], ["or"], [",", "and"], [",", "or"], ["to"]) and left.direct and not left.refused:
        right.strength += max(0.0, min(2.5, left.strength)) if not right.direct else 0.0
        right.direct = True
    if between in ([","], ["and"], ["or"], [",", "and"], ["and", "the"], [",", "or"], ["to"], ["and", "in"]):
        right.beside = left
    elif between and between[-1] in {"in", "of", "near", "outside"} and len(between) <= 6 and (between[0] in {",", "("} and any(word in W.KINDS for word in between) or between in (["in"], [",", "in"], ["in", "the"])):
        left.container = right
