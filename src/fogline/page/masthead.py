"""What stands above the first paragraph: headline and standfirst, bylines and date lines; the rest is furniture."""

from typing import Final

from fogline.nouns import BlockKind
from fogline.page import heads, shapes
from fogline.page.days import days
from fogline.page.layout import Unit

_WHO: Final = frozenset({"by", "author", "authors", "written by", "reporter", "story by", "reported by"})


def label_head(found: list[Unit], kinds: list[BlockKind], first: int, known: int | None, noisy: bool) -> None:
    """Name the paragraphs above `first`, the first of the prose; `known` is the headline where the markup tells it."""
    candidates = _sort_out(found, kinds, first)
    best = known if known is not None else headline(found, kinds, candidates, first)
    if best is None:
        # No prose yet: a lone short line on top is the headline even where it ran on into the body.
        unit = found[first] if first < len(found) and kinds[first] == "body" else None
        if unit and first == 0 and len(found) > 1 and unit.words <= 25 and not unit.ended:
            kinds[0] = "headline"
        return
    kinds[best] = "headline"
    _below_headline(found, kinds, best, first)
    _lead_in(found, kinds, best, first, noisy)
    _page_title(found, kinds, best)


def _sort_out(found: list[Unit], kinds: list[BlockKind], first: int) -> list[int]:
    """Name the bylines and date lines among the paragraphs above the prose; gives those that may be the headline."""
    candidates: list[int] = []
    for i in range(min(first, len(found))):
        unit = found[i]
        if kinds[i] in {"caption", "correction", "postscript"}:
            continue
        kinds[i] = "furniture"
        if shapes.QUOTED.match(unit.text) or (unit.says("furniture", sure=True) and not shapes.byline(unit)):
            continue
        if heads.issued(unit):
            kinds[i] = "byline"
        elif (
            shapes.date_line(unit)
            or _placed(found, i)
            or (i >= max(1, first - 1) and shapes.PLACE_LINE.match(unit.text))
        ):
            kinds[i] = "dateline"
        elif _is_byline(found, i):
            kinds[i] = "byline"
        elif heads.channel(found, i):
            continue
        elif not _never_a_headline(unit) and 2 <= unit.words <= 30 and any(char.isalpha() for char in unit.text):
            candidates.append(i)
    return candidates


def _placed(found: list[Unit], i: int) -> bool:
    """A place and a day below the name of the body that issues a statement."""
    above = [unit.text for unit in found[max(0, i - 6) : i]]
    return heads.place_and_day(found[i].text) and any(heads.issuer(line) or heads.release(line) for line in above)


def _is_byline(found: list[Unit], i: int) -> bool:
    unit = found[i]
    if i and found[i - 1].text.lower().rstrip(": ") in _WHO and shapes.NAMES_ONLY.match(unit.text):
        return True
    if shapes.MAIL_HEAD.match(unit.text):
        return unit.text.lower().startswith(("date:", "sent:"))
    if shapes.byline(unit):
        return True
    if unit.words > 16 or shapes.WIRE_SLUG.match(unit.text) or not next(days(unit.text[:200]), None):
        return False
    return unit.words <= 9 or bool(shapes.CLOCK.search(unit.text))


def _never_a_headline(unit: Unit) -> bool:
    return bool(
        unit.separators >= 2
        or (unit.says("furniture") and unit.words < 5)
        or shapes.MAIL.match(unit.text)
        or shapes.MAIL_HEAD.match(unit.text)
        or shapes.QUOTED.match(unit.text)
        or shapes.WIRE_SLUG.match(unit.text)
    )


def headline(found: list[Unit], kinds: list[BlockKind], candidates: list[int], first: int) -> int | None:
    """The line above the first paragraph that looks most like a headline, by its length and its neighbours."""
    best: tuple[float, int] | None = None
    between = [0]
    chosen = set(candidates)
    for i in range(first):
        between.append(between[-1] + (kinds[i] == "furniture" and i not in chosen))
    for i in candidates:
        # Of two candidates the upper one is the headline and the lower one its standfirst, unless furniture parts them.
        value = _looks(found[i]) - 0.4 * (between[first] - between[i + 1])
        # A byline or date right below is the surest sign.
        if i + 1 < len(found) and kinds[i + 1] in {"byline", "dateline"}:
            value += 2.0 if found[i].words >= 5 else 1.0
        elif (
            i + 1 in chosen
            and i + 2 < len(found)
            and kinds[i + 2] in {"byline", "dateline"}
            and _stands_first(found, i)
        ):
            value += 2.0
        # Names below a line that could be the headline are those of its authors.
        if (
            (shapes.people(found[i].text) or heads.reporters(found[i].text))
            and i - 1 in chosen
            and found[i - 1].words >= 4
        ):
            value -= 3.0
        if best is None or value > best[0]:
            best = value, i
    return best[1] if best else None


def _stands_first(found: list[Unit], i: int) -> bool:
    """Below a line that could be the headline, a standfirst: a sentence with its full stop."""
    return found[i].words >= 4 and not found[i].ended and found[i + 1].text[-1] == "." and found[i + 1].words >= 5


def _looks(unit: Unit) -> float:
    """How much a line looks like a headline by itself."""
    value = 1.0 if unit.words >= 5 else 0.0 if unit.words >= 3 else -1.5
    value += 0.5 if 6 <= unit.words <= 18 else 0.0
    value -= 1.5 if unit.ended and not unit.text.endswith(("?", "!")) else 0.0
    value -= 1.0 if unit.text.isupper() and unit.words <= 4 else 0.0
    value -= 2.0 if unit.text[-1] == ":" else 0.0
    value -= 0.5 if unit.says("furniture") else 0.0
    value += 3.0 if unit.text.startswith("Subject: ") or heads.slugged(unit) else 0.0
    value -= 2.0 if heads.issuer(unit.text) else 0.0
    nameless = shapes.BULLET.match(unit.text) or shapes.AGENCY_LINE.match(unit.text)
    if nameless or (shapes.NAMES_ONLY.match(unit.text) and unit.words < 4):
        value -= 3.0
    return value


def _below_headline(found: list[Unit], kinds: list[BlockKind], best: int, first: int) -> None:
    """Summary points and a standfirst belong to the headline; names alone are a byline."""
    for j in range(best + 1, first):
        unit = found[j]
        if (
            kinds[j] == "caption"
            and kinds[j - 1] == "furniture"
            and shapes.credit_alone(unit)
            and not _cued(found[j - 1])
        ):
            kinds[j - 1] = "caption"
        if kinds[j] != "furniture" or unit.says("furniture", sure=True) or _never_a_headline(unit):
            continue
        above = kinds[j - 1]
        if shapes.BULLET.match(unit.text):
            kinds[j] = "headline" if above == "headline" else kinds[j]
        elif above in {"headline", "byline"} and _names_alone(unit):
            kinds[j] = "byline"
        elif unit.words >= 8 and above == "headline" and unit.separators == 0 and unit.text[-1] != ":":
            kinds[j] = "headline"


def _cued(unit: Unit) -> bool:
    return unit.words < 4 or unit.says("furniture") is not None or unit.separators > 0


def _names_alone(unit: Unit) -> bool:
    if heads.release(unit.text):
        return False
    return (
        shapes.people(unit.text)
        or heads.reporters(unit.text)
        or (unit.words <= 5 and bool(shapes.AGENCY_LINE.match(unit.text)))
    )


def _lead_in(found: list[Unit], kinds: list[BlockKind], best: int, first: int, noisy: bool) -> None:
    """Right above the prose, "The minister said:" belongs to it; so does the time of a live page's entry."""
    live = sum(1 for unit in found if shapes.STAMP.match(unit.text)) > 1
    for j in range(first - 1, best, -1):
        unit = found[j]
        if live and j == first - 1 and shapes.STAMP.match(unit.text):
            kinds[j] = "body"
            continue
        if kinds[j] != "furniture" or unit.says("furniture") or _never_a_headline(unit) or unit.separators:
            return
        if unit.text[-1] != ":" and not (unit.ended and unit.words >= 5) and noisy:
            return
        kinds[j] = "body"


def _page_title(found: list[Unit], kinds: list[BlockKind], best: int) -> None:
    """The page's own title, above the menu, says the headline once more."""
    main = set(found[best].text.lower().split())
    for j in range(best):
        unit = found[j]
        if kinds[j] != "furniture" or not 4 <= unit.words <= 30 or unit.says("furniture", sure=True):
            continue
        if heads.issuer(unit.text):
            continue
        shared = set(unit.text.lower().split())
        same = len(shared & main)
        titled = j == 0 and same >= 2 and shapes.PAGE_TITLE.search(unit.text)
        if titled or (same >= 3 and same >= 0.4 * min(len(shared), len(main))):
            kinds[j] = "headline"


def split_head(found: list[Unit], kinds: list[BlockKind], first: int) -> int:
    """Where the prose begins when a standfirst stands above "By", a name and a date, each on a line of its own."""
    words = found[first].words if first < len(found) else 0
    for i in range(first + 1, min(first + 5, len(found) - 1)):
        unit = found[i]
        if kinds[i] == "body" and unit.words <= 16 and (unit.text.lower() in {"by", "by:"} or shapes.byline(unit)):
            break
        if kinds[i] == "body" and shapes.dated(unit):
            break
        words += unit.words
        if words > 45:
            return first
    else:
        return first
    last = i
    while last + 1 < len(found) and last < i + 4 and not (found[last + 1].ended or found[last + 1].words > 16):
        last += 1
    if last + 1 >= len(found) or (first == 0 and words > 30):
        return first
    for j in range(first, last + 1):
        if kinds[j] == "body":
            kinds[j] = "furniture"
    return last + 1
