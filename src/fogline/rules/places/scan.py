"""Where in a sentence a place may be named: runs of capitalised words, and what of them the atlas knows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from fogline.atlas import Atlas, Entry
from fogline.grammar import Sentence, Token
from fogline.rules.places import words as W  # noqa: N812
from fogline.rules.places.candidate import Candidate, capital, demonym, holder, kind_at, shouting
from fogline.rules.places.signs import relate, weigh

_JOINERS = frozenset(
    ["of", "and", "the", "al", "el", "ez", "de", "del", "la", "le", "di", "da", "du", "-", "'", "e", "&"]
)
_REACH = 6  # the longest name in words


def _named(tokens: Sequence[Token], k: int) -> bool:
    """Is a word with a capital a name?"""
    token = tokens[k]
    if token.low in W.CALENDAR or token.low in W.FUNCTION:
        return False
    if k == 0 or tokens[k - 1].text in {"“", '"', "‘", ":", "—", "–", "--"}:
        # The first word has its capital from its place: a name only when tagged so, or when no dictionary has it.
        return token.tag.startswith("NNP") or (not W.ordinary(token.low) and token.tag[:2] in {"NN", "JJ", "VB", "FW"})
    return token.tag.startswith(("NN", "JJ", "FW", "VB")) or token.tag == "CD"


def candidates(sentence: Sentence, number: int, atlas: Atlas) -> list[Candidate]:
    """Every run of a sentence that may name a place, in order; also those that the atlas does not know."""
    tokens = sentence.tokens
    shout = shouting(sentence)
    named = [capital(token) and _named(tokens, k) for k, token in enumerate(tokens)]
    if not any(named):
        return []
    found: list[Candidate] = []
    for run_start, run_end in _runs(tokens, named):
        found.extend(_in_run(sentence, number, atlas, run_start, run_end, shout))
    for left, right in pairwise(found):
        relate(tokens, left, right)
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
            elif _owns(tokens, named, k, end) or (
                tokens[end].low in _JOINERS
                and tokens[end].low not in {"of", "and", "the", "&"}
                and end + 1 < n
                and named[end + 1]
            ):
                end += 2
            else:
                break
        yield k, end
        k = end


def _owns(tokens: Sequence[Token], named: Sequence[bool], start: int, k: int) -> bool:
    """Is the genitive at token `k` inside one name, as in Martyrs' Square? A place's own genitive is not."""
    if tokens[k].tag != "POS" or k != start + 1 or k + 1 >= len(tokens) or not named[k + 1]:
        return False
    return W.KINDS.get(tokens[k + 1].low) == "site" and W.plain(tokens[start].low)


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
        if not entries or (j == k + 1 and (demonym(atlas, tokens[k]) or _other(tokens[k].low, end - start))):
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
        while start < end and (demonym(atlas, tokens[start]) or tokens[start].low in W.COMPASS):
            start += 1
        kind = kind_at(tokens, end)
        if start == end and kind:
            # "Syrian coast", "Korean peninsula": an adjective and a kind word that together are a name.
            entries = atlas.find(" ".join(token.text for token in tokens[first : kind[0]]))
            if entries:
                yield weigh(sentence, number, atlas, first, kind[0], first, kind[0], entries, shout)
        if start < end:
            yield weigh(sentence, number, atlas, start, end, start, end, (), shout)
        return
    made: list[Candidate] = []
    for n, (i, j, entries) in enumerate(matches):
        # Two names side by side are a longer name (Jack London), unless the second holds the first (Aleppo Syria).
        left = matches[n - 1][1] if n and holder(matches[n - 1][2], entries) else start
        right = matches[n + 1][0] if n + 1 < len(matches) and holder(entries, matches[n + 1][2]) else max(end, j)
        made.append(weigh(sentence, number, atlas, i, j, left, right, entries, shout))
    while start < end and (demonym(atlas, tokens[start]) or tokens[start].low in W.COMPASS):
        start += 1
    if end - start > 1 and all(one.refused == "it is part of a longer name" for one in made):
        # The longer name may be a place's that the atlas lacks (Wadi Qarzum), or spells in another way (Kfar Nabel).
        yield weigh(sentence, number, atlas, start, end, start, end, (), shout)
    else:
        yield from made


def _whole(
    tokens: Sequence[Token], atlas: Atlas, start: int, end: int, matches: Sequence[tuple[int, int, tuple[Entry, ...]]]
) -> tuple[int, int] | None:  # fmt: skip
    """A run of several words that a kind word closes ("Bala Hissar fort") is one name, whatever the atlas knows."""
    while start < end and (
        demonym(atlas, tokens[start]) or tokens[start].low in W.COMPASS or tokens[start].low in W.CALENDAR
    ):
        start += 1
    kind = kind_at(tokens, end)
    if not matches or kind is None or end - start < 2 or kind[1] in W.VAGUE or any(j - i > 1 for i, j, _ in matches):
        return None
    if any(
        tokens[k].low in W.ORGANISATION or tokens[k].low in W.TITLES or demonym(atlas, tokens[k])
        for k in range(start, end)
    ):
        return None
    if matches[0][0] == start and matches[-1][1] == end and len(matches) == 1:
        return None
    return start, end


def _other(low: str, length: int) -> bool:
    """Within a longer run, an ordinary word, a title or a word of organisations names no place of its own."""
    return length > 1 and (low in W.ORGANISATION or low in W.TITLES or W.ordinary(low))
