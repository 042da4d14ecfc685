"""Who says what: quotations, reported speech, relays, demands, promises, denials, and what the author leaves open."""

from fogline.nouns import Claim
from fogline.rules.context import Context
from fogline.rules.speech.collect import judged
from fogline.rules.speech.continued import after_colon, of_units, same_speaker
from fogline.rules.speech.drafts import Desk
from fogline.rules.speech.frames import verbal
from fogline.rules.speech.hedged import author_hedges
from fogline.rules.speech.inside import within
from fogline.rules.speech.nominal import according_to, counted, nominal, quoted_as
from fogline.rules.speech.passives import passive
from fogline.rules.speech.sources import Speakers
from fogline.rules.speech.status import firmness
from fogline.rules.speech.turns import statement, transcript
from fogline.rules.speech.units import units

__all__ = [
    "according_to",
    "after_colon",
    "author_hedges",
    "counted",
    "find",
    "firmness",
    "judged",
    "nominal",
    "passive",
    "quoted_as",
    "same_speaker",
    "speaker",
    "statement",
    "transcript",
    "unnamed_source",
    "verbal",
    "within",
]

speaker = Speakers.of
unnamed_source = Speakers.unnamed


def find(context: Context) -> tuple[Claim, ...]:
    """Everything that somebody other than the narrator puts forward, and what the narrator hedges, in order."""
    made = [claim for claims in of_units(Desk(context), units(context.prose)) for claim in claims]
    inner = [
        part
        for claim in made
        if claim.mode == "direct" and claim.end - claim.start > 40
        for part in within(context.prose, context.text, claim, context.report.id)
    ]
    known: set[tuple[int, int, str] | str] = set()
    kept = []
    for claim in (*made, *inner):
        # The same words are one claim of a speaker, and one id is one claim, whoever two rules say that it is of.
        keys: set[tuple[int, int, str] | str] = {(claim.start, claim.end, claim.source.name), claim.id}
        if not known & keys:
            known |= keys
            kept.append(claim)
    return tuple(sorted(kept, key=lambda claim: (claim.start, -claim.end)))
