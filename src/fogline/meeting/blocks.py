"""The reader sees a report without its furniture, and what it finds stays within one block."""

from bisect import bisect_right

from msgspec.structs import replace

from fogline.nouns import Report
from fogline.reader.model import Reader
from fogline.reader.sight import Marked, Put, Sight, Span, Told, look

STRETCH = 50_000
"""Characters that are cut into word pieces together."""


def seen(reader: Reader, report: Report) -> Sight:
    """Give what the reader finds in a report, cut to its blocks."""
    parts: list[Span] = []
    for block in report.blocks:
        if block.kind == "furniture":
            continue
        if parts and block.end - parts[-1][0] <= STRETCH and not report.text[parts[-1][1] : block.start].strip():
            parts[-1] = (parts[-1][0], block.end)
        else:
            parts += stretches(report.text, block.start, block.end)
    sight = look(reader, report.text, parts)
    blocks = Blocks(report)
    return replace(
        sight,
        figures=tuple(one for one in sight.figures if blocks.hold(one)),
        forecasts=tuple(one for one in sight.forecasts if blocks.hold(one)),
        claims=tuple(put for one in sight.claims if (put := blocks.put(one)) is not None),
        events=tuple(blocks.told(one) for one in sight.events if blocks.hold(one)),
    )


def stretches(text: str, start: int, end: int) -> list[Span]:
    """Cut a long block at a line's end, else between words, so that its pieces do not all lie in memory at once."""
    found = []
    while end - start > STRETCH:
        cut = max(text.rfind("\n", start + STRETCH // 2, start + STRETCH), 0) or text.rfind(" ", start, start + STRETCH)
        cut = cut if cut > start else start + STRETCH
        found.append((start, cut))
        start = cut
    return [*found, (start, end)]


class Blocks:
    """The blocks of a report that are no furniture, to be asked which of them holds some words."""

    def __init__(self, report: Report) -> None:
        self._blocks = [block for block in report.blocks if block.kind != "furniture"]
        self._starts = [block.start for block in self._blocks]

    def around(self, start: int) -> Span | None:
        """Give the block at an offset."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or self._blocks[at].end <= start:
            return None
        return self._blocks[at].start, self._blocks[at].end

    def within(self, words: Span | None) -> Span | None:
        """Give the words if one block holds them all."""
        if words is None:
            return None
        block = self.around(words[0])
        return words if block and words[1] <= block[1] else None

    def hold(self, one: Marked | Told) -> bool:
        """Does one block hold all the words of a find?"""
        return self.within((one.start, one.end)) is not None

    def put(self, one: Put) -> Put | None:
        """Cut a claim's contents to the block of the longest; None if nothing is left or its cue crosses an edge."""
        block = self.around(max(one.contents, key=lambda span: span[1] - span[0])[0])
        if block is None or self.within(one.cue) is None:
            return None
        contents = tuple((max(a, block[0]), min(b, block[1])) for a, b in one.contents if a < block[1] and block[0] < b)
        return replace(one, contents=contents, source=self.within(one.source))

    def told(self, one: Told) -> Told:
        """Keep the words that fill a role where they stand in the trigger's block: nothing happens in a dateline."""
        block = self.around(one.start)

        def kept(words: Span | None) -> Span | None:
            return words if words and block and block[0] <= words[0] and words[1] <= block[1] else None

        return replace(one, actor=kept(one.actor), target=kept(one.target), place=kept(one.place))
