"""One sentence as a stage: who stands before and after a verb, what kind of thing each noun phrase names."""

from bisect import bisect_left, bisect_right
from typing import Final

from fogline.grammar.phrases import Clause, NounPhrase, VerbGroup, clauses
from fogline.grammar.prose import Sentence, Token
from fogline.nouns import Place, Time
from fogline.rules.context import Actor, Context, Index
from fogline.rules.events.phrasing import parts
from fogline.rules.events.words import helpers, kinds

DEPTH: Final = 5
"""How many verbs a missing subject is looked for through ("promised to try to retake"): deeper ones are guesses."""

REACH: Final = 80
"""How many words from a trigger a place or time may stand; longer sentences are lists or no prose at all."""
_ACTOR_KINDS: Final = {
    "person": ("people", "official"),
    "group": ("group",),
    "force": ("armed", "group", "force"),
    "state": ("state",),
    "organisation": ("organisation", "people"),
    "people": ("people", "civilian"),
}
_OPENERS: Final = frozenset({"as", "that", "after", "while"})
_PREPOSITIONS: Final = frozenset({"IN", "TO"})


class Layers:
    """What the layers before this one found, each ready to be asked what lies where."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.times: Index[Time] = Index(context.times)
        self.places: Index[Place] = Index(context.places)
        self.actors: Index[Actor] = Index(context.actors)
        named: dict[str, list[Actor]] = {}
        for actor in self.actors.items:
            if actor.how != "pronoun":
                named.setdefault(actor.name, []).append(actor)
        self.named = {name: Index(mentions) for name, mentions in named.items()}
        """The mentions of each actor but for pronouns."""


class Scene:
    """A sentence with its phrases, and the questions that the rules ask about them. Indices are token indices."""

    def __init__(self, sentence: Sentence, number: int, layers: Layers) -> None:
        self.sentence = sentence
        self.number = number
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.lows = sentence.lows
        self.tags = sentence.tags
        self.layers = layers
        self.phrases, self.groups = parts(sentence, layers.actors)
        self.clauses = clauses(sentence)
        self._phrase_starts = [phrase.i for phrase in self.phrases]
        self._group_starts = [group.i for group in self.groups]
        self._clause_starts = [clause.i for clause in self.clauses]
        self.marks: list[int] = []
        """The tokens of the triggers found here, in order; a rule that binds words asks what stands between."""
        self._kinds: dict[NounPhrase, frozenset[str]] = {}

    def low(self, i: int) -> str:
        """The word at `i` in lower case, empty beyond the ends."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def tag(self, i: int) -> str:
        """The tag at `i`, empty beyond the ends."""
        return self.tags[i] if 0 <= i < len(self.tags) else ""

    def phrase_at(self, i: int) -> NounPhrase | None:
        """The noun phrase that holds token `i`."""
        k = bisect_right(self._phrase_starts, i) - 1
        return self.phrases[k] if k >= 0 and i < self.phrases[k].j else None

    def group_at(self, i: int) -> VerbGroup | None:
        """The verb group that holds token `i`."""
        k = bisect_right(self._group_starts, i) - 1
        return self.groups[k] if k >= 0 and i < self.groups[k].j else None

    def group_before(self, group: VerbGroup) -> VerbGroup | None:
        """The verb group before this one."""
        k = bisect_left(self._group_starts, group.i) - 1
        return self.groups[k] if k >= 0 else None

    def around(self, i: int) -> tuple[int, int]:
        """The offsets of the words that can be bound to token `i`: `REACH` on either side, within the sentence."""
        first, last = max(0, i - REACH), min(len(self.tokens) - 1, i + REACH)
        return self.tokens[first].start, self.tokens[last].end

    def clause_at(self, i: int) -> Clause:
        """The clause that holds token `i`."""
        return self.clauses[max(0, bisect_right(self._clause_starts, i) - 1)]

    def index(self, offset: int) -> int:
        """The token index at an offset of the report."""
        return self.sentence.first(offset)

    def following(self, i: int, most: int = 8) -> tuple[NounPhrase, ...]:
        """The next noun phrases that start at or after `i`."""
        k = bisect_left(self._phrase_starts, i)
        return self.phrases[k : k + most]

    def preceding(self, i: int, most: int = 8) -> tuple[NounPhrase, ...]:
        """The noun phrases that start before `i`, the nearest first."""
        k = bisect_left(self._phrase_starts, i)
        return self.phrases[max(0, k - most) : k][::-1]

    def temporal(self, phrase: NounPhrase) -> bool:
        """Do these words tell a time?"""
        token = self.tokens[phrase.head]
        return bool(self.layers.times.covering(token.start, token.end)) or token.low in helpers("time")

    def kinds(self, phrase: NounPhrase | None) -> frozenset[str]:
        """What a noun phrase names: kinds of the lexicon, of the actor or place found there, ``pronoun``, ``none``…"""
        if phrase is None:
            return frozenset({"none"})
        found = self._kinds.get(phrase)
        if found is None:
            self._kinds[phrase] = found = self._kinds_of(phrase, 2)
        return found

    def _kinds_of(self, phrase: NounPhrase, depth: int) -> frozenset[str]:
        head = self.tokens[phrase.head]
        table = kinds()
        pair = f"{self.low(phrase.head - 1)} {head.low}" if phrase.head > phrase.i else ""
        # "suicide bomber" is no bomber, "fire brigade" no brigade.
        pairs = (f"{self.low(k)} {head.low}" for k in range(max(phrase.i, phrase.head - 3), phrase.head - 1))
        pair = pair if pair in table else next((words for words in pairs if words in table), pair)
        found = set(table[pair] if pair in table else table.get(head.low, ()))
        for actor in self.layers.actors.covering(head.start, head.end):
            if not found or actor.kind in {"force", "state"}:
                found.update(_ACTOR_KINDS.get(actor.kind, ()))
            # "The Kenyans pulled back": a people named by its country may be its army.
            if actor.kind == "people" and head.tag == "NNPS" and self.tag(phrase.head - 1) != "CD":
                found.update(("force", "armed"))
        for place in self.layers.places.covering(head.start, head.end):
            found.update(("place", "state") if place.level == "country" else ("place", "territory"))
        if head.tag in {"PRP", "PRP$"}:
            found.update(("pronoun", "he") if head.low in {"he", "him", "she", "her"} else ("pronoun",))
        if head.low in {"those", "these"}:
            found.update(("pronoun", "civilian"))
        if head.tag == "CD":
            found.update(("number", "civilian"))
        if not found and head.tag == "JJ" and head.text[:1].isupper():
            found.add("people")
        if not found and head.tag in {"NNP", "NNPS"}:
            # In a headline any word may look like a name.
            found.update(("name",) if self.sentence.kind == "headline" else ("state", "people", "name"))
        found.add("any")
        of_what = self.of_phrase(phrase) if depth and (head.low in helpers("amount") or head.tag == "CD") else None
        if of_what:
            found = set(self._kinds_of(of_what, depth - 1))
        return frozenset(found)

    def plural(self, phrase: NounPhrase) -> bool:
        """Does it name more than one?"""
        head = self.tokens[phrase.head]
        many = {"they", "we", "those", "people", "families", "them", "number", "half"}
        counted = any(self.tag(k) == "CD" and self.low(k) not in {"one", "1"} for k in range(phrase.i, phrase.head))
        return counted or head.tag in {"NNS", "NNPS", "CD"} or head.low in many or head.low in helpers("amount")

    def of_phrase(self, phrase: NounPhrase) -> NounPhrase | None:
        """The noun phrase that an "of" joins to this one."""
        if self.low(phrase.j) != "of":
            return None
        following = self.following(phrase.j + 1, 1)
        return following[0] if following and following[0].i == phrase.j + 1 else None

    def extent(self, phrase: NounPhrase, coordinate: bool = True) -> tuple[int, int]:
        """Token range of a noun phrase with its "of …" and the phrases that "and" joins to it."""
        i, j = phrase.i, phrase.j
        for _ in range(4):
            join = self.low(j)
            if join == "of" or (coordinate and join == "and" and not self.group_starts(j + 1)):
                following = self.following(j + 1, 1)
                if not following or following[0].i != j + 1:
                    break
                # "the army and the rebels fled": what stands before a verb is its subject, not part of an object.
                if join == "and" and self.group_at(following[0].j) and phrase.i > self._first_verb():
                    break
                j = following[0].j
            else:
                break
        for _ in range(6):
            # "soldiers, policemen and tribesmen": the list that ends here.
            before = self.preceding(i, 1)
            joined = self.low(i - 1) == "and" or (self.low(i - 1) == "," and i < phrase.i)
            if not joined or not before or before[0].j not in {i - 1, i - 2} or self.temporal(before[0]):
                break
            if before[0].j == i - 2 and self.low(i - 2) != ",":
                break
            if not self.kinds(before[0]) & self.kinds(phrase) - {"any"}:
                break
            i = before[0].i
        return i, j

    def _first_verb(self) -> int:
        return self._group_starts[0] if self._group_starts else len(self.tokens)

    def group_starts(self, i: int) -> bool:
        """Does a verb group start at `i`?"""
        k = bisect_left(self._group_starts, i)
        return k < len(self._group_starts) and self._group_starts[k] == i

    def passive(self, group: VerbGroup) -> bool:
        """Does its subject suffer it? Also participles after a noun and those that "and" joins to a passive."""
        if group.passive:
            return True
        if self.tag(group.head) not in {"VBN", "VBD"} or (group.i != group.head and group.perfect):
            return False
        if self.low(group.head) in helpers("intransitive"):
            return False
        if group.perfect or group.head != group.i:
            return False
        before = self.group_before(group)
        joined = self.tag(group.i - 1) == "CC" or self.low(group.i - 1) == ","
        if self.object_phrase(group) is not None:
            return False
        if joined and before is not None and before.passive:
            return True
        if (
            before is not None
            and self.low(before.head) in {"was", "were", "is", "are", "been"}
            and self._only_time(before.j, group.i)
        ):
            return True
        if self.tag(group.head) == "VBN" and not (before is not None and joined and before.perfect):
            return True
        return self.low(group.j) == "by" and not self.temporal_by(group.j)

    def _only_time(self, i: int, j: int) -> bool:
        """Does nothing but a time stand there ("was at noon raided")?"""
        inside = [phrase for phrase in self.following(i, 2) if phrase.j <= j]
        return 0 < j - i <= 5 and bool(inside) and all(self.temporal(phrase) for phrase in inside)

    def temporal_by(self, i: int) -> bool:
        """Is this "by" one of time ("by Monday")?"""
        following = self.following(i + 1, 1)
        return bool(following) and self.temporal(following[0])

    def object_phrase(self, group: VerbGroup, aims: tuple[str, ...] = ()) -> NounPhrase | None:
        """The noun phrase right after a verb, or after the verb and one of the prepositions `aims`."""
        j = group.head + 1
        while j < len(self.tokens) and self.tokens[j].tag in {"RB", "RP", "PDT"} and j - group.head < 4:
            j += 1
        j = self._joined(group, j)
        # "wounding nearly ninety guests"
        while self.low(j) in helpers("about") and j - group.head < 6:
            if self.low(j) == "at" and self.low(j + 1) not in {"least", "most"}:
                break
            j += 1
        here = self.phrase_at(j)
        if here is not None and not self.temporal(here):
            return NounPhrase(j, here.j, max(j, here.head))
        if aims and self.low(j) in aims:
            following = self.following(j + 1, 1)
            if following and following[0].i == j + 1 and not self.temporal(following[0]):
                return following[0]
        return None

    def _joined(self, group: VerbGroup, j: int) -> int:
        """Where the object starts that this verb shares with one that "or" or "and" joins to it at `j`."""
        second = self.group_at(j + 1) if self.low(j) in {"or", "and"} and j == group.head + 1 else None
        if second is None or second.head != j + 1 or self.tag(j + 1)[:3] not in {self.tag(group.head), "VBN"}:
            return j
        return j if self.low(group.head) in helpers("intransitive") else j + 2

    def aimed(self, j: int, aims: tuple[str, ...]) -> NounPhrase | None:
        """The noun phrase after one of the prepositions `aims` within the clause, at most twelve words on."""
        end = min(self.clause_at(j - 1).j, j + 12)
        for k in range(j, end):
            if self.low(k) in aims:
                following = self.following(k + 1, 1)
                if following and following[0].i <= k + 2 and not self.temporal(following[0]):
                    return following[0]
            if self.group_starts(k) and k > j:
                return None
        return None

    def by_phrase(self, group: VerbGroup) -> NounPhrase | None:
        """Who did it, in a passive: the noun phrase after "by" in the same clause."""
        found = self.aimed(group.j, ("by",))
        return None if found is None or self.tag(found.head) == "VBG" else found

    def subject(self, group: VerbGroup, depth: int = DEPTH) -> NounPhrase | None:
        """The grammatical subject, also through relative clauses, infinitives and verbs joined by "and"."""
        clause = self.clause_at(group.head)
        before = self.group_before(group)
        opener = group.i - 1
        while self.tag(opener) == "RB":
            opener -= 1
        if before is not None and self.tag(opener) == "CC" and group.i == group.head and depth:
            # "killed nine men and destroyed a bridge": the verb that "and" joins has the subject of the first.
            return self.subject(before, depth - 1)
        if group.finite and self.tag(opener) in {"WP", "WDT"}:
            heads = self.preceding(opener, 1)
            return self._whole(heads[0]) if heads else None
        floor = max(clause.i, before.j if before and before.i >= clause.i else clause.i)
        if not group.finite and self.tag(group.i) == "VBN" and (before is None or before.i < clause.i):
            before = None
        if group.finite or before is None:
            found = self._nearest(group.i, floor)
            if found is None and not group.finite and before is None and depth:
                # "Waving from the gate, the envoy left": the subject of the main verb.
                main = next((verb for verb in self.groups[1:4] if verb.finite), None)
                return self.subject(main, 0) if main is not None and group is self.groups[0] else None
            if found is not None or not group.finite:
                return found
            if before is not None and not before.finite and before.i >= clause.i and depth:
                # "The brigade, backed by jets, launched …": what stands between belongs to the participle.
                return self.subject(before, depth - 1)
            marker = clause.marker
            if (
                marker is not None
                and self.low(marker) in {"who", "which", "that"}
                and self.tag(marker) in {"WP", "WDT"}
            ):
                heads = self.preceding(marker, 1)
                return self._whole(heads[0]) if heads else None
            if before is not None and self.low(before.head) in helpers("tell"):
                # "police said nine men, two of them boys, had died": what follows "said" is the subject.
                told = [phrase for phrase in self.following(before.j, 3) if phrase.j <= group.i]
                told = [phrase for phrase in told if not self.temporal(phrase)]
                if told:
                    return told[0]
            return self.subject(before, depth - 1) if before is not None and depth else None
        series = self._series(group)
        if series is not None and depth:
            return self.subject(series, depth - 1)
        # Not finite: a participle right after a noun, an object that is told to, or the subject of the verb before.
        beside = self.phrase_at(group.i - 1)
        if self.tag(group.i) == "VBN" and group.i == group.head and beside is not None and beside.j == group.i:
            return beside
        between = self._nearest(group.i, before.j, direct=True)
        if between is not None and (
            (self.tag(group.i) in {"VBN", "VBG"} and between.j == group.i)
            or (self.tag(group.i) == "VBN" and between.j == group.i - 1 and self.low(between.j) == ",")
            or self.low(between.i - 1) == "for"
            or (
                self.low(before.head) in helpers("control")
                and (group.infinitive or self.tag(group.i) == "VB" or self.low(group.i - 1) in {"of", "for", "from"})
            )
        ):
            return between
        return self.subject(before, depth - 1) if depth else None

    def _series(self, group: VerbGroup) -> VerbGroup | None:
        """For "has flown missions, conducted raids and trained men": the verb with the auxiliary that all share."""
        alone = group.i == group.head and self.tag(group.i) == "VBN"
        if not alone or self.low(group.i - 1) not in {",", "and"} or self.object_phrase(group) is None:
            return None
        k = bisect_left(self._group_starts, group.i)
        return next((before for before in self.groups[max(0, k - 4) : k][::-1] if before.perfect), None)

    def _nearest(self, i: int, floor: int, direct: bool = False) -> NounPhrase | None:
        """The nearest noun phrase before `i` that can be a subject: no time, not after a preposition, no apposition."""
        held = None
        for phrase in self.preceding(i, 12):
            if phrase.i < floor:
                break
            if self.temporal(phrase):
                continue
            prior = self.tag(phrase.i - 1)
            if prior in _PREPOSITIONS and phrase.i - 1 >= floor and not self._opens(phrase):
                if direct and self.low(phrase.i - 1) in {"on", "for"}:
                    return phrase
                continue
            # "Mr Sarif, a spokesman, …": the name before the commas is the subject.
            comma = self.low(phrase.i - 1) == "," or (
                self.low(phrase.i - 2) == "," and self.low(phrase.i - 1) == "once"
            )
            if comma and held is None and self.low(self.extent(phrase, coordinate=False)[1]) == ",":
                held = phrase
                continue
            return phrase
        return held

    def _opens(self, phrase: NounPhrase) -> bool:
        """Is the word before a phrase no preposition: a conjunction, or part of "at least nine"?"""
        before = self.low(phrase.i - 1)
        counted = any(self.tag(k) == "CD" for k in range(phrase.i, phrase.j))
        if counted and (before in {"than", "about", "around"} or (before == "at" and self.low(phrase.i) == "least")):
            return True
        return self._marks(phrase.i - 1) or (counted and before == "to" and self.low(phrase.i - 2) == "up")

    def _marks(self, i: int) -> bool:
        """Does the word at `i` open a clause rather than join a noun?"""
        return any(clause.marker == i for clause in (self.clause_at(i),)) or self.low(i) in _OPENERS

    def _whole(self, phrase: NounPhrase) -> NounPhrase:
        """For "members of the group who …", "people across the country who …": the first phrase of the chain."""
        for prior in self.preceding(phrase.i, 1):
            place = "place" in self.kinds(phrase) and self.low(phrase.j) == "who" and self.tag(prior.j) == "IN"
            if prior.j + 1 == phrase.i and (self.low(prior.j) == "of" or place):
                return prior
        return phrase
