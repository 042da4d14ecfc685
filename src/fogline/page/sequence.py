"""Which stretch of a page is the report: each paragraph gets a score for being prose, and the cheapest cut is searched.

A line alone tells little: "Two dead in crash" may be a link or a heading. What stands around it decides.
"""

from typing import Final

from fogline.page.layout import Unit
from fogline.page.shapes import AGO, ANSWER, COUNTED, COUNTERS, POINT, STAMP, note

# Measured on dumps of the article extraction benchmark, where an article is prose amid menus, teasers and comments;
# the figures move by less than 0.015 when any of these is halved or doubled.
_SWITCH: Final = 3.0
"""What it costs to pass from content to furniture or back: about one paragraph of prose."""
_BOILER: Final = 2.0
"""What a line of boilerplate counts against its surroundings; it is furniture itself in any case."""
_SHORT: Final = 0.9
"""What a short line that closes no sentence counts against them."""
_AFTER: Final = 9.0
"""What it costs to come back after the heads of comments or of link lists."""
_SMALL: Final = 12.0
"""Some four paragraphs of prose."""
_NEVER: Final = 1000.0


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
    if unit.text[-1] == ":" and n >= 2:
        value += 0.8
    counted = n <= 7 and not unit.cues and COUNTED.match(unit.text)
    if (POINT.match(unit.text) and n >= 3) or STAMP.match(unit.text):
        value = max(value, -0.1)
    if counted:
        value = 0.1
    if unit.text[0] in '“«"' and n >= 4:
        value += 0.7
    value -= min(2.0, 0.7 * unit.separators)
    if unit.says("furniture", sure=True):
        return -_BOILER
    if unit.says("furniture", sure=False) and not (unit.ended and n >= 12):
        value -= 1.2
    credit = unit.says("byline")
    if credit and credit.tail:
        value = max(value, 1.0)
    if (unit.says("correction") or unit.says("postscript")) and note(unit):
        value = max(value, 2.0)
    if COUNTERS.search(unit.text[:200]) and n < 16:
        value -= 1.0
    return value


def content(found: list[Unit], lean: list[float] | None = None) -> list[bool]:
    """The paragraph lies in the stretch of the page that reads like prose, or outside it.

    One flag a paragraph; the cheapest cut of the whole sequence (Viterbi), linear in its length.
    `lean` adds what is known of a paragraph besides its words (an extractor's vote, the share of links).
    """
    scores = [score(unit) for unit in found]
    if lean is not None:
        scores = [value + more for value, more in zip(scores, lean, strict=True)]
    total = sum(value for value in scores if value > 0)
    if total < _SMALL:
        # In a short message, boilerplate is set aside line by line and should not drag its neighbours along.
        scores = [value if value > 0 else value * total / _SMALL for value in scores]
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
            replied = ANSWER.search(unit.text) is not None
            ago = AGO.search(unit.text) is not None
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
        _least(result, scores[: limit or len(found)])
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
