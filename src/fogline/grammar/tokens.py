"""Words of a text with their exact offsets. Nothing is normalised: ``text[start:end]`` is the token."""

import re
from collections.abc import Iterator
from functools import lru_cache

# A letter for us is a word character or a mark that rides on one: accents, Arabic vowels, soft hyphen, joiners.
_L = r"[^\W\d_]|[\u00ad\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d]"

_TITLES = (
    "Mr Mrs Ms Dr Prof Rev Fr Hon Gen Lt Col Maj Capt Cmdr Cdr Cpl Sgt Pvt Pfc Spc Adm Brig Gov Sen Rep Pres Amb Sec "
    "Dep Supt Insp Det Cllr Msgr Ret Messrs Mme Maj-Gen Lt-Gen Lt-Col Brig-Gen St Mt Ft Approx "
    "approx vs ca cf Bn Bldg Rte"
)
_ENDINGS = (
    "Sr Jr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri etc Inc Corp Ltd Co "
    "Bros Univ Dept"
)
ABBREVIATIONS = frozenset(f"{word}." for word in f"{_TITLES} {_ENDINGS} No Nos no nos".split())
"""Words that keep their full stop, and after which a capital does not start a sentence."""
FINAL = frozenset(f"{word}." for word in _ENDINGS.split())
"""Those of them that may be the last word of a sentence."""

_TOKEN = re.compile(
    rf"""
      (?P<url>(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]
        | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,4}} | [@#]\w+)
    | (?P<dots>\.\.\.+|…)
    | (?P<number>\d+(?:[.,:]\d+)*(?:(?:{_L}|-(?=[^\W\d_]))+\d*)*)
    | (?P<initials>(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![\w.]))?|[A-Z]\.[A-Z](?![\w.]))
    | (?P<abbreviation>\b(?:{"|".join(f"{_TITLES} {_ENDINGS}".split())})\.|[Nn]os?[.](?=[ ]?\d))
    | (?P<word>(?:{_L}|_)(?:{_L}|[\d_])*(?:[-'’‘ʿʾʻ`‑](?:{_L}|\d)+)*)
    | (?P<dash>-{{2,}}|—|–)
    | (?P<other>[^\s])
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n['’`]t|['’‘`](?:s|re|ve|ll|d|m))$", re.IGNORECASE)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Give (start, end) of each token of ``text[start:end]``; contractions and possessives stand apart.

    >>> [("Russia's 3,000 U.S. troops don't")[a:b] for a, b in tokens("Russia's 3,000 U.S. troops don't")]
    ['Russia', "'s", '3,000', 'U.S.', 'troops', 'do', "n't"]
    """
    end = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    # No token holds white space, and most stretches between spaces come again and again.
    for stretch in _STRETCH.finditer(text, start, end):
        words, (at, stop) = stretch[0], stretch.span()
        if words[-1] == "." and words.endswith(_NUMBERED):
            # The one sign that looks beyond the space: "No. 5".
            for token in _cut(text, at, end):
                if token[0] >= stop:
                    break
                found.append(token)
        elif stop - at > _COMMON:
            found += _cut(text, at, stop)
        else:
            found += [(at + a, at + b) for a, b in _cut_before(words)]
    return found


_STRETCH = re.compile(r"\S+")
_NUMBERED = ("No.", "no.", "Nos.", "nos.")
_COMMON = 24
"""Characters of a stretch that is remembered; longer ones hardly come again."""


@lru_cache(maxsize=1 << 14)
def _cut_before(words: str) -> tuple[tuple[int, int], ...]:
    return tuple(_cut(words, 0, len(words)))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _TOKEN.finditer(text, start, end):
        a, b = match.span()
        if match.lastgroup == "word":
            clitic = _CLITIC.search(text, a, b)
            if clitic and clitic.start() > a:
                yield a, clitic.start()
                yield clitic.start(), b
                continue
        yield a, b
