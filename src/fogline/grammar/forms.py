"""Inflected forms of English verbs and nouns, so that the lexicon lists each word once.

What is not regular stands in ``verbs.txt`` beside this module, whose head says how to read it.
"""

from functools import cache
from importlib import resources

from fogline.errors import DataError

Cells = tuple[tuple[str, ...], ...]

_O_TO_OES = frozenset(["go", "do", "veto", "echo", "embargo", "torpedo", "hero", "cargo"])


@cache
def _irregular() -> dict[str, Cells]:
    """Past, participle, -ing form and third person of each verb of ``verbs.txt``; () where a form is regular."""
    table: dict[str, Cells] = {}
    text = resources.files("fogline.grammar").joinpath("verbs.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        how, colon, verbs = line.partition(":")
        if colon and how in {"double", "either"}:
            for verb in verbs.split():
                table[verb] = _doubling(verb, either=how == "either")
            continue
        lemma, *cells = (cell.strip() for cell in line.split("|"))
        if not 1 <= len(cells) <= 4:
            raise DataError(f"grammar verbs.txt, line {number}: cannot be read: {line[:60]!r}")
        table[lemma] = tuple(tuple(part for part in cell.split("/") if part) for cell in cells)
    return table


def _doubling(verb: str, *, either: bool) -> Cells:
    stem = verb + verb[-1]
    past: tuple[str, ...] = (f"{stem}ed", f"{verb}ed") if either else (f"{stem}ed",)
    return past, past, (f"{stem}ing", f"{verb}ing") if either else (f"{stem}ing",)


@cache
def verb_forms(lemma: str) -> frozenset[str]:
    """All forms of a verb, the lemma included; a phrase ("carry out") inflects its first word.

    >>> sorted(verb_forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    first, _, rest = lemma.partition(" ")
    if rest:
        return frozenset(f"{form} {rest}" for form in verb_forms(first))
    prefix, _, tail = first.rpartition("-")
    if prefix and tail:
        return frozenset(f"{prefix}-{form}" for form in verb_forms(tail))
    past, participle, gerund, third = (*_irregular().get(first, ()), (), (), (), ())[:4]
    past = past or (_add(first, "ed"),)
    return frozenset(
        {first, *past, *(participle or past), *(gerund or (_add(first, "ing"),)), *(third or (_plural(first),))}
    )


@cache
def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural of a noun; a phrase inflects its last word.

    >>> sorted(noun_forms("army base"))
    ['army base', 'army bases']
    """
    head, _, last = lemma.rpartition(" ")
    return frozenset({lemma, f"{head} {_plural(last)}".strip()})


def _plural(word: str) -> str:
    """The -s form of a noun or verb."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word in _O_TO_OES else "s")


def _add(word: str, ending: str) -> str:
    """A regular -ed or -ing form."""
    if word.endswith("ie") and ending == "ing":
        return word[:-2] + "ying"
    if word.endswith(("ee", "ye", "oe")):
        return word + ending.removeprefix("e")
    if word.endswith("e"):
        return word[:-1] + ending
    if word.endswith("y") and word[-2:-1] not in "aeiou" and ending == "ed":
        return word[:-1] + "ied"
    return word + ending
