"""Which part of a plain page is the report, and what each part is: by words, by layout and by what stands next to it.

A line alone tells little: "Related: two dead in crash" may be a link or a heading. So each paragraph gets a score for
being prose, and the cheapest way to cut the page into content and furniture is searched over the whole sequence.
"""

import re
from typing import Final

from fogline.nouns import Block, BlockKind
from fogline.page.days import days
from fogline.page.layout import Unit, units

# Measured on dumps of the article extraction benchmark, where an article is prose amid menus, teasers and comments.
_SWITCH: Final = 3.0
"""What it costs to pass from content to furniture or back: about one paragraph of prose."""
_BOILER: Final = 2.0
"""What a line of boilerplate counts against its surroundings; it is furniture itself in any case."""
_SHORT: Final = 0.9
"""What a short line that closes no sentence counts against them."""
_NEVER: Final = 1000.0
_AFTER: Final = 6.0
"""What it costs to come back after the heads of comments or of link lists."""

_PLACE: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-ZÀ-ÖØ-ÞĀ-Ž.'’-]{2,24}"
_CAPITALS: Final = rf"{_PLACE}(?:[ /-]{{1,3}}{_PLACE}){{0,3}}"
_MONTH_DAY: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2} )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?: \d{1,2})?(?:,? \d{4})?\.?"
)
_AGENCY: Final = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)"
_REGION: Final = r"[A-Z][\w.’' -]{1,30}"
_DATELINE: Final = re.compile(
    rf"(?:{_CAPITALS}(?:, {_REGION}?)??(?:, {_MONTH_DAY})?(?: {_AGENCY})?\s{{0,2}}(?:—|–|--|- |:(?= ))"
    rf"|{_CAPITALS}(?:, {_REGION}?)??, {_MONTH_DAY} {_AGENCY}"
    rf"|[A-Z][\w’'-]{{1,20}}(?: [A-Z][\w’'-]{{1,20}}){{0,2}}(?:, [A-Z][\w.’' ]{{1,20}}?)??"
    rf"(?:,? {_MONTH_DAY})?(?: {_AGENCY})\s{{0,2}}(?:—|–|--|-(?= ))"
    rf"|[A-Z][\w’'-]{{1,20}}(?: [A-Z][\w’'-]{{1,20}}){{0,2}}, (?:{_MONTH_DAY}|[A-Z][a-z]{{1,5}}\.|[A-Z]{{2}})\s{{1,2}}(?:—|–|--|-)(?= )"
    rf"|{_AGENCY}\s{{1,2}}(?:—|–|--|-)(?= ))"
)
_MONTH_WORD: Final = re.compile(r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d")
_CREDIT: Final = re.compile(
    r"(?:/ ?(?:AFP|AP|Reuters|REUTERS|EPA|Getty)(?: ?/| |$)[^.!?]{0,60}$"
    r"|[([](?:[^()\n]{0,40}[ /])?(?:AFP|AP|Reuters|REUTERS|EPA|EFE|Getty|TASS|Sputnik|Xinhua|Anadolu|Handout|Archive|archive|Photo|photo"
    r"|Courtesy|Supplied|File|Pool)(?: [Pp]hoto)?(?:/[^()\n]{1,40})?[)\]]$"
    r"|[([][A-ZÀ-Þ][\w.’'-]{1,20}(?: [A-ZÀ-Þ][\w.’'-]{1,20}){1,3} ?/ ?[A-Z][^()\n]{1,40}[)\]]$"
    r"|(?:Photo|PHOTO|Photograph|Picture|Image|Foto|Credit)s?(?: [Cc]redit)?(?::| by ) ?[^.!?\n]{2,60}$"
    r"|©\s?[A-Z][^.!?\n]{1,50}$"
    r"|(?:REUTERS|AFP|EPA|AP)/[A-Z][^.!?\n]{1,40}$"
    r"|[.”’)] [A-Z]{2,4}/[A-Z][\w.’ -]{2,30}$)"
)
_NAME: Final = r"[A-ZÀ-Þ][\w’'.-]{0,24}"
_NAMES_ONLY: Final = re.compile(rf"{_NAME}(?: (?:(?:de|van|von|al|el|bin|der|da) )?{_NAME}){{1,3}}$")
_AGENCY_LINE: Final = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,4}(?:News Agency|news agency|Press|Agency|Wire|Service|Staff|staff|Reporters?|Correspondent)$"
)
_CLOCK: Final = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_INITIALS: Final = re.compile(r"\(?[A-Za-z]{1,3}\.? ?[A-Za-z]{0,2}\.?(?: ?/ ?[A-Za-z]{1,3}\.? ?[A-Za-z]{0,2}\.?)+\)?$")
_COUNTERS: Final = re.compile(
    r"(?:^|\W)[\d.,]+[kKmM]? (?:views?|shares?|comments?|reactions?|likes?|reads?|min)\b|views?: ?[\d ,.]+",
    re.IGNORECASE,
)
_AGO: Final = re.compile(
    r"^(?:\S{1,30} ){0,3}(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago\b", re.IGNORECASE
)
_ANSWER: Final = re.compile(
    r"^(?:Reply|Permalink|Upvote|Downvote|Log in to Reply|Flag as inappropriate|Report comment)\W{0,4}$|^(?:\S{1,30} ){1,3}says:$|^Rating: [+-]?\d+ Votes?$",
    re.IGNORECASE,
)
_PAGE_TITLE: Final = re.compile(r"\s[|–—-]\s[A-ZÀ-Þ][\w’'.&]*(?: [\w’'.&]+){0,4}$")
_MAIL: Final = re.compile(r"^\S{1,40}\s?(?:@|\(at\)|\[at\])\s?\S{1,60}$")
_ADDRESS: Final = re.compile(r"^(?:https?://|www\.)\S+$")
_WIRE_SLUG: Final = re.compile(r"^[A-Z]{2,5}\d{3,6}\b")
_BULLET: Final = re.compile(r"^(?:[•*·▪■◦►>-]|\d{1,2}[.)])\s")
_BIO: Final = re.compile(
    rf"^(?:{_NAME}(?: {_NAME}){{1,3}}|The (?:author|writer)|(?:He|She)) (?:is|was|grew up|writes|covers|reports|works|has (?:written|worked|reported|covered))\b"
)
_BIO_WORDS: Final = re.compile(
    r"\b(?:freelance|journalist|correspondent|columnist|reporter|editor|author of|fellow at|professor|lecturer|based in|writes (?:on|about|for)|"
    r"covers|contributor|contributing|her views|his views|analyst at|researcher)\b",
    re.IGNORECASE,
)


def label(text: str) -> list[Block]:
    """The labelled blocks of a plain text, in order; every visible character lies in one of them. Linear."""
    found = units(text)
    kinds = kinds_of(found)
    return blocks_of(text, found, kinds)


def score(unit: Unit) -> float:
    """How much a paragraph looks like the report's own prose; below zero it looks like furniture."""
    n = unit.words
    value: float
    if unit.ended and n >= 5:
        value = min(0.6 + 0.07 * n, 3.6)
    elif n >= 30:
        value = 1.6
    elif n >= 13:
        value = 0.2
    else:
        value = -_SHORT
        if n >= 4 and unit.capitals > 0.8:
            value -= 0.3
    if n >= 8 and unit.stops > 0.3:
        value += 0.4
    elif n >= 12 and unit.stops < 0.08:
        value -= 0.8
    if unit.text[-1] == ":" and n >= 4:
        value += 0.8
    if unit.text[0] in '“«"' and n >= 4:
        value += 0.7
    value -= min(2.0, 0.7 * unit.separators)
    if unit.says("furniture", sure=True):
        return -_BOILER
    if unit.says("furniture", sure=False):
        value -= 1.2
    if unit.says("correction") or unit.says("postscript"):
        value = max(value, 2.0)
    if _COUNTERS.search(unit.text[:200]) and n < 16:
        value -= 1.0
    return value


def content(found: list[Unit], lean: list[float] | None = None) -> list[bool]:
    """For each paragraph: does it lie in a stretch of content? The cheapest cut of the whole sequence (Viterbi).

    `lean` adds what is known of a paragraph besides its words (an extractor's vote, the share of links).
    """
    scores = [score(unit) for unit in found]
    if lean is not None:
        scores = [value + more for value, more in zip(scores, lean, strict=True)]
    total = sum(value for value in scores if value > 0)
    # A page of one paragraph has little to pay with: its edges are cheap.
    switch = min(_SWITCH, 0.3 * total)
    enough = min(0.35 * total, 9.0)
    back = switch
    seen = 0.0
    best_in, best_out = 0.0, 0.0
    came_in: list[bool] = []
    came_out: list[bool] = []
    stamp = answer = -100
    limit = 0
    for i, (unit, value) in enumerate(zip(found, scores, strict=True)):
        over = False
        if seen > enough and unit.words <= 14:
            # "2 hours ago" may be a live page's; with "Reply" or "Maria says:" close by, it is a reader's comment.
            replied = _ANSWER.search(unit.text) is not None
            ago = _AGO.search(unit.text) is not None
            over = (replied and i - 6 <= max(stamp, answer)) or (ago and i - 6 <= answer)
            answer = i if replied else answer
            stamp = i if ago else stamp
            for cue in unit.cues:
                over = over or cue.opens == "comments"
                if cue.opens == "links":
                    back = max(back, _AFTER)
        from_in = best_in >= best_out - back
        new_in = (best_in if from_in else best_out - back) + value
        from_out = best_out >= best_in - switch
        new_out = best_out if from_out else best_in - switch
        if over:
            # What readers write looks like prose, so nothing after the head of their comments is the report's.
            back = _NEVER
            limit = limit or i
            new_in = new_out - _NEVER
        came_in.append(from_in)
        came_out.append(not from_out)
        best_in, best_out = new_in, new_out
        seen += max(0.0, value)
    inside = best_in >= best_out
    result = [False] * len(found)
    for i in range(len(found) - 1, -1, -1):
        result[i] = inside
        inside = came_in[i] if inside else came_out[i]
    if not any(result):
        _least(result, scores[: limit if limit else len(found)])
    return result


def _least(result: list[bool], scores: list[float]) -> None:
    """Every page has some content: the run of paragraphs with the highest sum."""
    best: tuple[float, int, int] = (-_NEVER, 0, 1)
    total, start = 0.0, 0
    for i, value in enumerate(scores):
        if total <= 0.0:
            total, start = 0.0, i
        total += value
        if total > best[0]:
            best = total, start, i + 1
    for i in range(best[1], min(best[2], len(result))):
        result[i] = True


def kinds_of(found: list[Unit], inside: list[bool] | None = None, headline: int | None = None) -> list[BlockKind]:
    """The kind of each paragraph. An HTML page's markup may tell beforehand what is `inside` and where the `headline` is."""
    if not found:
        return []
    if inside is None:
        inside = content(found)
    kinds: list[BlockKind] = ["body" if flag else "furniture" for flag in inside]
    prose = (i for i, unit in enumerate(found) if inside[i] and unit.words >= 5 and score(unit) > 0.8)
    first = next((i for i in prose if _note(found[i]) is None), None)
    if first is None:
        first = next((i for i, flag in enumerate(inside) if flag), len(found))
    last = max((i for i, flag in enumerate(inside) if flag), default=-1)
    for i, unit in enumerate(found):
        if unit.says("furniture", sure=True) and not _caption(unit):
            kinds[i] = "furniture"
        elif i <= last and (i < first or inside[i]) and _caption(unit):
            kinds[i] = "caption"
        elif inside[i] or i > first:
            kind = _note(unit)
            if kind and (inside[i] or unit.words >= 6):
                kinds[i] = kind
    first = next((i for i in range(first, len(found)) if kinds[i] == "body"), first)
    first = _split_header(found, kinds, first)
    _header(found, kinds, first, headline)
    _footer(found, kinds, first, last)
    return kinds


def _split_header(found: list[Unit], kinds: list[BlockKind], first: int) -> int:
    """Where the prose begins when a standfirst stands above "By", a name and a date, each on a line of its own."""
    for i in range(first + 1, min(first + 4, len(found) - 1)):
        unit = found[i]
        if unit.ended and unit.words > 4:
            break
        if (
            kinds[i] == "body"
            and unit.words <= 16
            and (unit.text.lower() in {"by", "by:"} or _byline(unit) or _dated(unit))
        ):
            last = i
            while last + 1 < len(found) and last < i + 4 and not (found[last + 1].ended or found[last + 1].words > 16):
                last += 1
            if first >= 1 or found[first].words <= 30:
                for j in range(first, last + 1):
                    if kinds[j] == "body":
                        kinds[j] = "furniture"
                return last + 1 if last + 1 < len(found) else first
    return first


def _dated(unit: Unit) -> bool:
    """A line that is a date and little else."""
    if unit.words > 12:
        return False
    day = next(iter(days(unit.text[:200])), None)
    return day is not None and day[1] - day[0] >= len(unit.text) / 3


def _caption(unit: Unit) -> bool:
    if unit.words > 120:
        return False
    if unit.says("caption"):
        return unit.words > 2
    return unit.words > 3 and bool(_CREDIT.search(unit.text[-120:]))


def _note(unit: Unit) -> BlockKind | None:
    if unit.says("correction"):
        return "correction"
    if unit.says("postscript"):
        return "postscript"
    return None


def _header(found: list[Unit], kinds: list[BlockKind], first: int, known: int | None) -> None:
    """Headline, byline, dateline and masthead: what stands above the first paragraph of prose."""
    candidates: list[int] = []
    for i in range(min(first, len(found))):
        unit = found[i]
        if kinds[i] in {"caption", "correction", "postscript"}:
            continue
        if unit.says("furniture", sure=True) and not _byline(unit):
            kinds[i] = "furniture"
            continue
        day = next(iter(days(unit.text[:200])), None) if unit.words <= 16 else None
        if day and day[1] - day[0] >= len(unit.text) - 2 and not _CLOCK.search(unit.text):
            kinds[i] = "dateline"
        elif (
            day
            and unit.words <= 16
            and not _WIRE_SLUG.match(unit.text)
            and (unit.words <= 9 or _byline(unit) or _CLOCK.search(unit.text))
        ) or _byline(unit):
            kinds[i] = "byline"
        elif unit.separators >= 2 or unit.says("furniture") or _MAIL.match(unit.text) or _WIRE_SLUG.match(unit.text):
            kinds[i] = "furniture"
        else:
            kinds[i] = "furniture"
            if 2 <= unit.words <= 30 and any(char.isalpha() for char in unit.text):
                candidates.append(i)
    best = known if known is not None else _headline(found, kinds, candidates, first)
    if best is None and first < len(found) and kinds[first] == "body":
        # No prose yet: a lone short line on top is the headline even where it ran on into the body.
        unit = found[first]
        if first == 0 and len(found) > 1 and unit.words <= 25 and not unit.ended:
            kinds[0] = "headline"
        return
    if best is None:
        return
    kinds[best] = "headline"
    for j in range(best + 1, first):
        if kinds[j] == "furniture" and not found[j].says("furniture", sure=True):
            unit = found[j]
            # Summary points and a standfirst belong to the headline; names alone are a byline.
            if _BULLET.match(unit.text) and kinds[j - 1] == "headline":
                kinds[j] = "headline"
            elif (
                (_NAMES_ONLY.match(unit.text) or _AGENCY_LINE.match(unit.text))
                and kinds[j - 1] in {"headline", "byline"}
                and unit.words <= 5
            ):
                kinds[j] = "byline"
            elif unit.words >= 8 and kinds[j - 1] == "headline" and unit.separators == 0:
                kinds[j] = "headline"
    # The page's own title, above the menu, says the headline once more.
    main = set(found[best].text.lower().split())
    for j in range(best):
        shared = set(found[j].text.lower().split())
        if kinds[j] == "furniture" and 4 <= found[j].words <= 30 and not found[j].says("furniture", sure=True):
            same = len(shared & main)
            if (same >= 0.4 * min(len(shared), len(main)) and same >= 3) or (
                j == 0 and same >= 2 and _PAGE_TITLE.search(found[j].text)
            ):
                kinds[j] = "headline"


def _headline(found: list[Unit], kinds: list[BlockKind], candidates: list[int], first: int) -> int | None:
    best: tuple[float, int] | None = None
    for i in candidates:
        unit = found[i]
        value = 0.0
        value += 1.0 if unit.words >= 5 else 0.0 if unit.words >= 3 else -1.5
        value += 0.5 if 6 <= unit.words <= 18 else 0.0
        value -= 1.5 if unit.ended and not unit.text.endswith(("?", "!")) else 0.0
        value -= 1.0 if unit.text.isupper() and unit.words <= 4 else 0.0
        value -= 0.15 * (first - i)
        # A byline or date right below is the surest sign.
        if i + 1 < len(found) and kinds[i + 1] in {"byline", "dateline"}:
            value += 2.0
        value -= (
            3.0
            if _BULLET.match(unit.text)
            or _AGENCY_LINE.match(unit.text)
            or (_NAMES_ONLY.match(unit.text) and unit.words < 4)
            else 0.0
        )
        if best is None or value > best[0]:
            best = value, i
    return best[1] if best else None


def _byline(unit: Unit) -> bool:
    if unit.words > 26:
        return False
    cue = unit.says("byline")
    if cue and cue.tail:
        return True
    text = unit.text
    if unit.ended and unit.words > 8 and not _COUNTERS.search(text):
        return False
    if re.match(r"(?:by|By|BY) (?:our|Our|OUR|[A-ZÀ-Þ])", text) and unit.words <= 20:
        rest = text[3:]
        return (
            bool(re.match(rf"(?:our|Our|{_NAME}(?:[ ,]|$))", rest)) and not _MONTH_WORD.match(rest) and unit.words <= 16
        )
    if cue and unit.words <= 16 and (next(iter(days(text[:200])), None) or _CLOCK.search(text)):
        return True
    return bool(_COUNTERS.search(text)) and unit.separators >= 1 and bool(next(iter(days(text[:200])), None))


def _footer(found: list[Unit], kinds: list[BlockKind], first: int, last: int) -> None:
    """Below the first paragraph: credits, an author's bio, addresses, and what trails after the notes."""
    titles = {unit.text for unit, kind in zip(found, kinds, strict=True) if kind == "headline"}
    noisy = sum(1 for unit in found if unit.cues and unit.says("furniture", sure=True)) >= 4
    for i in range(first, len(found)):
        unit = found[i]
        if kinds[i] == "body" and not unit.ended and i > first and (unit.text in titles or (noisy and _shouted(unit))):
            kinds[i] = "furniture"
        if kinds[i] not in {"body", "furniture"}:
            continue
        cue = unit.says("byline")
        if cue and cue.tail and (kinds[i] == "body" or i >= last):
            kinds[i] = "byline"
        elif kinds[i] != "body":
            continue
        elif (
            _MAIL.match(unit.text)
            or (i >= last - 1 and _WIRE_SLUG.match(unit.text) and unit.words <= 3)
            or (i >= last - 2 and _ADDRESS.match(unit.text))
        ):
            kinds[i] = "furniture"
        elif i >= last - 3 and _INITIALS.match(unit.text) and len(unit.text) < 20:
            kinds[i] = "byline"
        elif (
            i > first and unit.words <= 60 and i >= last - 2 and _BIO.match(unit.text) and _BIO_WORDS.search(unit.text)
        ) or (i > first and unit.words <= 3 and unit.separators == 0 and i > first and _is_tail(found, kinds, i)):
            kinds[i] = "furniture"


def _shouted(unit: Unit) -> bool:
    """A link in capitals to another story, as pages deep in furniture set them between paragraphs."""
    return 6 <= unit.words <= 20 and unit.text.isupper()


def _is_tail(found: list[Unit], kinds: list[BlockKind], i: int) -> bool:
    """A scrap of a line with nothing but furniture below."""
    if found[i].ended:
        return False
    following = kinds[i + 1 : i + 4]
    return bool(following) and all(kind == "furniture" for kind in following)


def blocks_of(text: str, found: list[Unit], kinds: list[BlockKind]) -> list[Block]:
    """Join neighbours of one kind into blocks, and cut the dateline off the first paragraphs of the body."""
    blocks: list[Block] = []
    bodies = 0
    for unit, kind in zip(found, kinds, strict=True):
        start = unit.start
        if kind == "body":
            bodies += 1
            cut = dateline(unit.text) if bodies <= 2 else 0
            if cut and unit.text[cut - 1] == ":" and (bodies > 1 or text.count(unit.text[:cut]) > 1):
                cut = 0  # a speaker's turn in a transcript, not a city
            if cut:
                blocks.append(Block(start, start + cut, "dateline", "page.dateline"))
                start += cut
                while start < unit.end and text[start].isspace():
                    start += 1
        if start >= unit.end:
            continue
        if blocks and blocks[-1].kind == kind and kind != "caption":
            blocks[-1] = Block(blocks[-1].start, unit.end, kind, blocks[-1].rule)
        else:
            blocks.append(Block(start, unit.end, kind, f"page.{kind}"))
    return blocks


def dateline(paragraph: str) -> int:
    """The length of the dateline at the head of a paragraph, up to and with its dash; 0 where there is none."""
    match = _DATELINE.match(paragraph[:140])
    if not match:
        return 0
    words, rest = match.group().strip(), paragraph[match.end() :].lstrip()
    if not rest or not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "“\"«‘'(") or len(rest) < 40:
        return 0
    if words.endswith(":") and (
        "," in words
        or len(words) > 30
        or words.split()[0].rstrip(":") in {"BREAKING", "UPDATE", "WATCH", "CORRECTION", "POSTSCRIPT", "LTCOL"}
    ):
        return 0
    return len(match.group().rstrip())
