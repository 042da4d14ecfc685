"""Who can act or speak in a report: persons, bodies, states, forces, descriptions of people, and pronouns for them.

`find` looks at each sentence once (`scan`), takes names (`names`, with `persons` and `bodies`) and descriptions
(`descriptions`), decides who is who over the whole report (`chains`), and then whom pronouns mean (`pronouns`).
"""

from fogline.rules.actors import chains
from fogline.rules.actors.bodies import body_name, initials, roster_name, state
from fogline.rules.actors.descriptions import (
    appositions,
    conjunction,
    conjunctions,
    description,
    descriptions,
    merge,
    some,
)
from fogline.rules.actors.found import Found, Scan
from fogline.rules.actors.names import names
from fogline.rules.actors.persons import person
from fogline.rules.actors.pronouns import pronoun, pronouns, who
from fogline.rules.actors.scan import scan
from fogline.rules.actors.words import Words, load_words
from fogline.rules.context import Actor, Context, Index

__all__ = [
    "body_name", "conjunction", "description", "find", "initials", "person", "pronoun", "roster_name", "some", "state",
    "who",
]  # fmt: skip


def find(context: Context) -> tuple[Actor, ...]:
    """Every mention of somebody who can act or speak, in order; furniture is left out."""
    words = load_words()
    places = Index(context.places)
    text = context.text
    scans = []
    day = context.published or context.report.published
    year = int(day.value[:4]) if day else None
    for s, sentence in enumerate(context.prose.sentences):
        one = scan(s, sentence, context.roster, words, year)
        names(one, words, places)
        scans.append(one)
    _settle(scans, words)
    for one in scans:
        descriptions(one, words)
        merge(one)
        appositions(one)
        conjunctions(one)
    chains.people(scans, text)
    chains.bodies(scans, text)
    chains.others(scans, text)
    pronouns(scans, words)
    made: dict[tuple[int, int], Actor] = {}
    for one in scans:
        for found in one.found:
            actor = _actor(one, found, text)
            made.setdefault((actor.start, actor.end), actor)
    return tuple(sorted(made.values(), key=lambda actor: (actor.start, -actor.end)))


def _actor(scan: Scan, found: Found, text: str) -> Actor:
    start, end = scan.sentence.tokens[found.i].start, scan.sentence.tokens[found.j - 1].end
    return Actor(
        start=start,
        end=end,
        text=text[start:end],
        name=found.name,
        kind=found.kind,
        how=found.how,
        plural=found.plural,
        rule=found.rule,
        gender=found.gender,
        roster=found.key,
    )


def _settle(scans: list[Scan], words: Words) -> None:
    """Take an unsure name when the report has that person elsewhere, by surname."""
    surnames: set[str] = set()
    for one in scans:
        for found in one.found:
            if found.kind == "person":
                surnames.update(chains.folded(word) for word in one.words[found.a : found.b] if len(word) > 2)
    surnames.discard("")
    known_initials = {one.words[f.a] for one in scans for f in one.found if f.rule == "actors.initials"}
    slips: dict[str, bool] = {}
    longer = [name for name in list(surnames)[:200] if len(name) >= 6]
    for one in scans:
        for found in one.unsure:
            if found.rule == "actors.initials":
                if one.words[found.a] in known_initials:
                    one.found.append(found)
                continue
            last = chains.folded(one.words[found.b - 1])
            known = last in surnames
            if not known and found.b - found.a == 1 and len(last) >= 6 and found.kind != "thing":
                if last not in slips:
                    slips[last] = len(slips) < 400 and any(chains.near(last, name) for name in longer)
                known = slips[last]
            if known:
                found.kind = "person"
                one.found.append(found)
        if one.titled:
            _headline(one, surnames)


def _headline(one: Scan, surnames: set[str]) -> None:
    taken = {k for found in one.found for k in range(found.i, found.j)}
    t = 0
    while t < len(one.words):
        j = t
        while j < len(one.words) and j not in taken and one.caps[j] and chains.folded(one.words[j]) in surnames:
            j += 1
        if j > t:
            one.found.append(Found(one.s, t, j, "person", "actors.person", a=t, b=j))
        t = j + 1
