"""What stands below the first paragraph besides the story: notes, credits, an author's bio, addresses, page numbers."""

from collections import Counter
from itertools import pairwise
from typing import Final

from fogline.nouns import BlockKind
from fogline.page import shapes
from fogline.page.layout import Unit

_ABOUT_NOTES: Final = (
    "report story article version post entry headline paragraph caption misstated misspelled misspelt originally "
    "incorrectly wrongly corrected clarify clarified updated earlier"
)
_NOTE_WORDS: Final = frozenset(_ABOUT_NOTES.split())


_ASIDES: Final = frozenset({"edit", "ed. ", "note"})


def notes_go_on(found: list[Unit], kinds: list[BlockKind], first: int) -> None:
    """A correction or postscript below the story runs to the end of it: its further paragraphs belong to it."""
    bodies = [i for i, kind in enumerate(kinds) if kind == "body" and i > first]
    if not bodies:
        return
    end = bodies[-1]
    start = end
    while start > first and kinds[start] in {"body", "furniture"}:
        start -= 1
    opened = kinds[start]
    # An editor's note may interrupt a story; a correction or an update below it does not.
    if start <= first or opened not in {"correction", "postscript"} or found[start].text[:4].lower() in _ASIDES:
        return
    rest = [i for i in range(start + 1, end + 1) if kinds[i] == "body"]
    # A live page goes on after an amended entry, and so does a story with its correction in the middle.
    if len(rest) > 4 or any(shapes.STAMP.match(found[i].text) for i in rest) or rest != list(range(start + 1, end + 1)):
        return
    words = sum(found[i].words for i in rest)
    before = sum(found[i].words for i in range(first, start) if kinds[i] == "body")
    about = all(_NOTE_WORDS & set(found[i].text.lower().replace(",", " ").split()) for i in rest)
    if words * 3 <= before and (opened == "postscript" or about):
        for i in rest:
            kinds[i] = opened


def label_foot(found: list[Unit], kinds: list[BlockKind], first: int, last: int, noisy: bool) -> None:
    """Below the first paragraph: credits, an author's bio, addresses, and what trails after the notes."""
    titles = {unit.text for unit, kind in zip(found, kinds, strict=True) if kind == "headline"}
    for i in range(first, len(found)):
        unit = found[i]
        if kinds[i] not in {"body", "furniture"}:
            continue
        if _is_credit(found, kinds, i, first, last):
            kinds[i] = "byline"
        elif kinds[i] == "body" and i > first and _trails(found, kinds, i, last, noisy, unit.text in titles):
            kinds[i] = "furniture"
    _page_marks(found, kinds, first)
    _closing(found, kinds, first)


def _is_credit(found: list[Unit], kinds: list[BlockKind], i: int, first: int, last: int) -> bool:
    """Does the line say who wrote, edited or signed the report?"""
    unit = found[i]
    if shapes.credits(unit):
        return kinds[i] == "body" or i >= last
    if i >= last - 3 and shapes.initials(unit):
        return True
    signed = first < i and last - 1 <= i <= last + 1 and kinds[i - 1] == "body"
    return signed and bool(shapes.SIGNED.match(unit.text))


def _trails(found: list[Unit], kinds: list[BlockKind], i: int, last: int, noisy: bool, title: bool) -> bool:
    """Is this line of the body none of the story: an address, a slug, a bio, the title once more?"""
    unit = found[i]
    if not unit.ended and (title or (noisy and shapes.shouted(unit))):
        return True
    if shapes.JUMP.match(unit.text[:80]) or (i >= last - 4 and _reactions(unit)):
        return True
    if shapes.COUNTED.match(unit.text[:80]) and not unit.cues:
        return False
    if shapes.MAIL.match(unit.text) or (i >= last - 1 and shapes.WIRE_SLUG.match(unit.text) and unit.words <= 3):
        return True
    if i >= last - 2 and (shapes.ADDRESS.match(unit.text) or _is_bio(found, kinds, i)):
        return True
    return unit.words <= 3 and unit.separators == 0 and _is_scrap(found, kinds, i)


def _reactions(unit: Unit) -> bool:
    """Small pictures with numbers, as messengers count what readers felt."""
    text = unit.text
    if len(text) > 80 or not any(ord(char) > 0x2600 for char in text):
        return False
    letters = [char for char in text if char.isalpha()]
    return any(char.isdigit() for char in text) and (len(letters) <= 3 or bool(shapes.COUNTERS.search(text)))


def _is_bio(found: list[Unit], kinds: list[BlockKind], i: int) -> bool:
    """Does the paragraph present the author? A story may end with who somebody else is or was."""
    text = found[i].text
    if not shapes.bio(found[i]):
        return False
    if text.startswith(("The author", "The writer", "The columnist")):
        return True
    if text.startswith(("He ", "She ")):
        return kinds[i - 1] == "furniture"
    signed = {
        word.strip(",;|")
        for unit, kind in zip(found, kinds, strict=True)
        if kind == "byline"
        for word in unit.text.split()
    }
    name = [word for word in text.split()[:4] if word[0].isupper()]
    return bool(signed & set(name)) if signed else text.split()[len(name)] in {"is", "writes", "covers", "grew", "has"}


def _is_scrap(found: list[Unit], kinds: list[BlockKind], i: int) -> bool:
    """A scrap of a line with nothing but furniture below."""
    if found[i].ended:
        return False
    following = kinds[i + 1 : i + 4]
    return all(kind == "furniture" for kind in following or kinds[i - 1 : i])


def _page_marks(found: list[Unit], kinds: list[BlockKind], first: int) -> None:
    """Numbers of printed pages, and the lines that are printed again beside them on every page."""
    marks = [i for i, unit in enumerate(found) if shapes.page_number(unit) is not None]
    numbers = [shapes.page_number(found[i]) for i in marks]
    said = any("page" in found[i].text.lower() or "of" in found[i].text.lower() for i in marks)
    if not said and not any(b == (a or 0) + 1 for a, b in pairwise(numbers)):
        return
    heads = Counter(" ".join(unit.text.split()) for unit in found if unit.words <= 16 and not unit.ended)
    for i in marks:
        for j in range(max(0, i - 2), min(len(found), i + 3)):
            if heads[" ".join(found[j].text.split())] > 1 and kinds[j] == "body":
                kinds[j] = "furniture"
        if kinds[i] == "body" and i > first:
            kinds[i] = "furniture"


def _closing(found: list[Unit], kinds: list[BlockKind], first: int) -> None:
    """After "Ends", a mail's signature mark or the head of contacts, only notes and credits are the report's."""
    closed = False
    for i in range(first + 1, len(found)):
        unit = found[i]
        signed = unit.text in {"--", "-- ", "__"} and i >= len(found) - 10
        contacts = any(cue.opens == "contacts" for cue in unit.cues)
        presented = i >= len(found) - 8 and _about_itself(found, i)
        closed = closed or signed or contacts or presented or bool(shapes.ENDS.match(unit.text))
        if closed and kinds[i] == "body":
            kinds[i] = "furniture"


def _about_itself(found: list[Unit], i: int) -> bool:
    """ "About Somebody" above a paragraph that begins with the same name: a sender presents itself."""
    words = found[i].text.split()
    if not 2 <= len(words) <= 7 or words[0].lower() != "about" or i + 1 >= len(found) or found[i].ended:
        return False
    name = " ".join(words[1:]).lower().removeprefix("the ")
    return found[i + 1].text.lower().removeprefix("the ").startswith(name)
