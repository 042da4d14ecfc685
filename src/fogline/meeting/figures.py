"""Figures of the reader and of the rules, put together."""

from fogline.meeting.bounds import FIGURE_ALONE, FIGURE_DOUBT
from fogline.nouns import AUTHOR, Claim, Counted, Figure, Source, Why, identity, span
from fogline.reader.sight import Marked, Sight
from fogline.rules.context import Context, Index
from fogline.rules.figures.amounts import quantities


def meet(found: tuple[Figure, ...], context: Context, sight: Sight) -> tuple[Figure, ...]:
    """Give the figures of both."""
    kept = [one for one in found if sight.odds.most("figure", one.start, one.end) >= FIGURE_DOUBT]
    index: Index[Figure] = Index(found)
    claims: Index[Claim] = Index(context.claims)
    alone = [one for one in sight.figures if one.score >= FIGURE_ALONE and not index.covering(one.start, one.end)]
    made = {figure.id: figure for one in alone if (figure := seen_figure(one, context, claims)) is not None}
    kept += [figure for figure in made.values() if not index.covering(figure.start, figure.end)]
    return tuple(sorted(kept, key=lambda figure: (figure.start, figure.end)))


def seen_figure(one: Marked, context: Context, claims: Index[Claim]) -> Figure | None:
    """A count that the trained reader holds for one that matters to the conflict."""
    sentence = context.prose.sentence_at(one.start)
    if sentence is None or sentence.kind in {"byline", "dateline"}:
        return None
    for quantity in quantities(sentence.tokens, points=False):
        start, end = sentence.tokens[quantity.i].start, sentence.tokens[quantity.j - 1].end
        if start < one.end and one.start < end:
            words = span(context.text, start, end)
            claim = claims.innermost(start, end)
            what: Counted = one.label  # type: ignore[assignment]
            return Figure(
                start=start,
                end=end,
                text=words.text,
                id=identity("figure", context.report.id, start, end),
                claim=claim.id if claim else None,
                low=quantity.low,
                high=quantity.high,
                what=what,
                side=None,
                place=None,
                source=claim.source if claim else Source(AUTHOR),
                as_of=None,
                rule="meeting.seen_figure",
                why=(
                    Why("what", "meeting.seen_figure", words, f"the reader is {one.score:.0%} sure that this counts"),
                ),
            )
    return None
