"""Places and days that an event's own sentence leaves out and the sentences around it tell; each says so in `why`."""

from functools import cache
from typing import Final

from fogline.grammar.phrases import NounPhrase
from fogline.grammar.prose import Sentence
from fogline.nouns import EventType, Place
from fogline.rules.context import Context
from fogline.rules.events.binding import why
from fogline.rules.events.draft import Draft, refers, through_pronoun
from fogline.rules.events.scene import Layers, Scene
from fogline.rules.events.words import NounEntry, helpers

REACH: Final = 2
"""How many sentences back a place is looked for when an event's own sentence names none."""
MENTIONS: Final = 3
SHARE: Final = 0.25
LEAD: Final = 1.5
"""A report's main place is named at least `MENTIONS` times, makes `SHARE` of all mentions of places below countries,
and is named `LEAD` times as often as the next."""

_ORDER: Final = {"site": 0, "town": 0, "district": 1, "admin1": 2, "area": 3, "country": 4}


def place_before(drafts: list[Draft], layers: Layers, context: Context) -> None:
    """The sentence names no place, so this one comes from a sentence shortly before, in the same block."""
    sentences = context.prose.sentences
    told: dict[int, Place] = {}
    for draft in drafts:
        if draft.place is not None and draft.own_place:
            told[draft.trigger.scene.number] = draft.place

    @cache
    def named(number: int) -> Place | None:
        sentence = sentences[number]
        found = []
        for place in layers.places.covering(sentence.start, sentence.end):
            k = sentence.first(place.start)
            before = sentence.tokens[k - 1] if k else None
            # "Moscow said": a capital that speaks is not where it happened.
            if (
                place.level != "country"
                and before is not None
                and (before.low in helpers("locate") or before.tag == "JJ")
                and not _speaks(sentence, k)
            ):
                found.append(place)
        return told.get(number) or min(found, key=lambda place: _ORDER[place.level], default=None)

    main = main_place(layers)
    for draft in drafts:
        if draft.place is not None:
            continue
        number = draft.trigger.scene.number
        if main is not None and _definite_town(draft):
            draft.place = main
            draft.why.append(why("place", "main_place", main, "“the city”, “the town”: the report's main place"))
            continue
        pointing = refers(draft) or through_pronoun(draft) or draft.definite
        for back in range(1, REACH + 1):
            if number < back or sentences[number - back].kind != draft.kind or (not pointing and _wide(draft)):
                break
            place = named(number - back)
            if place is not None and (pointing or place.level != "site"):
                draft.place = place
                note = "points back to it" if pointing else "the story goes on there"
                draft.why.append(why("place", "place_before", place, f"named {back} sentence(s) before: {note}"))
                break
        if draft.place is None and main is not None and draft.kind in {"headline", "body"} and not _wide(draft):
            draft.place = main
            draft.why.append(why("place", "main_place", main, "the report's main place, none being named nearby"))


_WIDE: Final[frozenset[EventType]] = frozenset({"sanction", "agreement"})


def _wide(draft: Draft) -> bool:
    """Is it of a whole country or war: "the war", sanctions, the millions displaced so far?"""
    trigger = draft.trigger
    if trigger.type in _WIDE or (isinstance(trigger.entry, NounEntry) and trigger.entry.background):
        return True
    perfect = trigger.group is not None and trigger.group.perfect
    return trigger.type == "displacement" and (perfect or _numerous(trigger.scene, trigger.whom or trigger.who))


def _numerous(scene: Scene, phrase: NounPhrase | None) -> bool:
    """Does it count millions or hundreds of thousands?"""
    if phrase is None:
        return False
    words = {scene.low(k) for k in range(max(0, phrase.i - 3), phrase.j)}
    return bool(words & {"million", "millions"}) or {"hundreds", "thousands"} <= words


def _speaks(sentence: Sentence, k: int) -> bool:
    """Does a verb of saying follow shortly ("the ministry in Moscow said")?"""
    return any(token.low in helpers("tell") for token in sentence.tokens[k + 1 : k + 4])


def main_place(layers: Layers) -> Place | None:
    """Of the places below countries that the report names, most mentions are of this one."""
    counts: dict[str, int] = {}
    first: dict[str, Place] = {}
    for place in layers.places.items:
        if place.level != "country":
            counts[place.name] = counts.get(place.name, 0) + 1
            first.setdefault(place.name, place)
    if not counts:
        return None
    most = sorted(counts, key=lambda name: (-counts[name], first[name].start))[:2]
    often = counts[most[0]]
    leads = len(most) < 2 or often >= LEAD * counts[most[1]]
    return first[most[0]] if leads and often >= max(MENTIONS, SHARE * sum(counts.values())) else None


def _definite_town(draft: Draft) -> bool:
    """Does "the city" or "the town" stand in its sentence?"""
    scene = draft.trigger.scene
    low, high = max(0, draft.trigger.i - 12), min(len(scene.tokens) - 1, draft.trigger.j + 12)
    return any(scene.low(k) == "the" and scene.low(k + 1) in helpers("town") for k in range(low, high))


def when_before(drafts: list[Draft]) -> None:
    """ "Then" or "also" puts it on the day of the event told just before."""
    last: Draft | None = None
    for draft in drafts:
        scene = draft.trigger.scene
        number = scene.number
        clause = scene.clause_at(draft.trigger.i)
        words = {scene.low(k) for k in range(max(clause.i, draft.trigger.i - 15), draft.trigger.i)}
        if (
            draft.when is None
            and last is not None
            and last.when is not None
            and number - last.trigger.scene.number <= 1
            and last.kind == draft.kind
            and words & helpers("then")
        ):
            draft.when = last.when
            draft.why.append(why("when", "when_before", last.when, "“then”: the day of the event told before"))
        last = draft
