"""Who speaks: the fullest name that the report has for the words at hand, and who only relays."""

import re

from msgspec import Struct

from fogline.nouns import UNNAMED, Source, Why
from fogline.rules.context import Actor, Context, Index
from fogline.rules.speech.subjects import WEEKDAYS, Subject
from fogline.rules.speech.units import Unit
from fogline.rules.speech.words import media, roles

_SINGULAR = frozenset(["he", "she", "it", "him", "her"])
_PLURAL = frozenset(["they", "them", "we", "both", "these", "those"])
_SELF = frozenset(["i", "we", "me", "us"])
_NAME = re.compile(r"\b[A-Z][\w'’.-]*(?:\s+(?:al-|bin |ibn |de |van )?[A-Z][\w'’.-]*)+")
_PREPOSITIONS = frozenset(
    ["of", "for", "to", "in", "from", "with", "by", "at", "on", "near", "under", "against", "inside"]
)
_OF_THEM = frozenset(["one", "another", "others", "both", "all"])
_MEMORY = 8


class Named(Struct, frozen=True):
    """A resolved source, with what it rests on; `own`: the first person of the report itself."""

    source: Source
    why: Why
    plural: bool = False
    own: bool = False


class Speakers:
    """Resolves the words that name a speaker; remembers who spoke last, for pronouns and cueless quotations."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.actors: Index[Actor] = Index(context.actors)
        self.recent: list[tuple[Source, bool]] = []
        self.before: tuple[Unit, Subject] | None = None
        """The subject of the sentence before, in the same paragraph."""
        self._full: dict[str, str] | None = None

    def remember(self, named: Named) -> None:
        """Note that this source has spoken."""
        if named.source.name not in {UNNAMED, "author"}:
            self.recent = [entry for entry in self.recent if entry[0].name != named.source.name][-_MEMORY:]
            self.recent.append((named.source, named.plural))

    def of(self, unit: Unit, subject: Subject) -> Named:
        """These words name the speaker; the name is the fullest that the report has for them."""
        tokens = unit.tokens[subject.i : subject.j]
        while tokens and (
            tokens[-1].low in {",", "—", "–", ":", "both", "all", "and", "but"} or tokens[-1].tag.startswith("RB")
        ):
            tokens = tokens[:-1]
        while tokens and (tokens[0].low in {",", "and", "but"} or (tokens[0].low in WEEKDAYS and len(tokens) > 1)):
            tokens = tokens[1:]
        if not tokens:
            return self.unnamed("no words name the speaker")
        start, end = tokens[0].start, tokens[-1].end
        words = self.text[start:end]
        low = tokens[0].low
        if len(tokens) == 1 and low in _OF_THEM:
            whole = next((source for source, many in reversed(self.recent) if many), None)
            if whole is not None:
                note = f"“{words}” is read as one of {whole.name}, who spoke before"
                return Named(Source(whole.name, start, end, words), self._why(start, end, note), low in {"both", "all"})
        if len(tokens) == 1 and (tokens[0].tag == "PRP" or low in _SINGULAR | _PLURAL | _SELF):
            return self._pronoun(low, start, end)
        head = unit.tokens[min(subject.head, subject.j) - 1]
        plural = head.tag in {"NNS", "NNPS"} or any(token.low == "and" for token in tokens)
        actor = self._actor(unit, subject, start, end)
        if actor is not None:
            name = actor.name
            start = min(start, actor.start) if actor.end == end else start
            words = self.text[start:end]
            return Named(
                Source(name, start, end, words),
                self._why(start, end, f"the fullest name in the report is {name}", actor.rule),
                actor.plural or plural,
            )
        name = self.full(self._bare(unit, subject, words))
        return Named(Source(name, start, end, words), self._why(start, end, "these words name the speaker"), plural)

    def words(self, start: int, end: int) -> Named:
        """Who the words ``start..end`` name."""
        words = self.text[start:end]
        inside = [
            actor
            for actor in self.actors.covering(start, end)
            if actor.how != "pronoun" and actor.start < end and start <= actor.start
        ]
        people = [actor for actor in inside if actor.kind == "person" and actor.how == "name"]
        first = people[0] if people else (inside[0] if inside and inside[0].start - start <= 4 else None)
        name = first.name if first is not None else self.full(words)
        return Named(Source(name, start, end, words), self._why(start, end, "these words name the speaker"))

    def _actor(self, unit: Unit, subject: Subject, start: int, end: int) -> Actor | None:
        """The actor that the subject names: a person's name in it before its head."""
        holding = self.actors.innermost(start, end)
        if holding is not None and holding.how == "name" and holding.start < start and holding.kind != "person":
            return holding  # "Borders (MSF)" is the end of a longer name
        inside = [actor for actor in self.actors.covering(start, end) if start <= actor.start and actor.end <= end]
        if not inside:
            return holding if holding is not None and holding.how != "pronoun" else None
        if any(unit.low(k) == "and" for k in range(subject.i, subject.j)) and len(inside) > 1:
            return None
        head_end = unit.tokens[min(subject.head, subject.j) - 1].end
        depth = [actor for actor in inside if not self._hangs(actor, start)]
        people = [actor for actor in depth if actor.kind == "person" and actor.how == "name"]
        if people:
            return people[0]
        heads = [actor for actor in inside if actor.end == head_end or actor.start <= head_end <= actor.end]
        named = [actor for actor in heads if actor.how == "name"]
        pick = next(iter(named or heads), None)
        if pick is not None and (end - start > 2 * (pick.end - pick.start) + 10):
            return None if pick.how != "name" else pick
        return pick

    def _hangs(self, actor: Actor, start: int) -> bool:
        """Does the actor hang on a preposition inside the subject: "a spokesman for Mr Assad"?"""
        before = self.text[start : actor.start].rstrip().lower().rsplit(None, 1)
        word = before[-1] if before else ""
        return word in _PREPOSITIONS or self.text[actor.end : actor.end + 2] in {"'s", "’s"}

    def _bare(self, unit: Unit, subject: Subject, words: str) -> str:
        """The name proper: an inserted person's name rather than the description before it."""
        if "," in words:
            parts = [part.strip() for part in words.split(",")]
            names = [part for part in parts if _NAME.fullmatch(part)]
            if names:
                return names[-1] if not _NAME.fullmatch(parts[0]) else parts[0]
            return parts[0]
        return words

    def _pronoun(self, low: str, start: int, end: int) -> Named:
        words = self.text[start:end]
        if low in _SELF:
            return Named(
                Source("author", start, end, words), self._why(start, end, "the report's own first person"), own=True
            )
        actor = next((a for a in self.actors.covering(start, end) if a.how == "pronoun" and a.start == start), None)
        if actor is not None and actor.name.lower() != low:
            return Named(
                Source(actor.name, start, end, words),
                self._why(start, end, f"“{words}” stands for {actor.name}", actor.rule),
                actor.plural,
            )
        plural = low in _PLURAL
        last = next(
            (s for s, many in reversed(self.recent) if many == plural), self.recent[-1][0] if self.recent else None
        )
        if last is None:
            return Named(
                Source(UNNAMED, start, end, words),
                self._why(start, end, f"nothing before “{words}” says whom it means"),
            )
        return Named(
            Source(last.name, start, end, words),
            self._why(start, end, f"“{words}” is read as {last.name}, who spoke last"),
            plural,
        )

    def outside(self, named: Named, start: int, end: int) -> Named:
        """A pronoun beside a quotation means nobody who stands in the quoted words ``start..end`` alone."""
        name, source = named.source.name, named.source
        if name not in self.text[start:end] or source.start is None or source.end is None:
            return named
        gender = {"he": "m", "she": "f"}.get((source.text or "").lower())
        before = [
            actor
            for actor in reversed(self.actors.covering(max(0, start - 800), start))
            if actor.end <= start
            and actor.kind == "person"
            and actor.how != "pronoun"
            and actor.gender in {None, gender}
            and actor.name != name
        ]
        # A name rather than a description: "the last child" in the paragraph before did not speak.
        pick = next((actor for actor in before if actor.how == "name"), next(iter(before), None))
        if pick is None:
            return named
        words = Source(pick.name, source.start, source.end, source.text)
        return Named(words, self._why(source.start, source.end, f"{pick.name} is named before the quotation"))

    def just_introduced(self, named: Named, gender: str) -> Named | None:
        """The person who is the subject of the sentence before, for a pronoun after its words: "…, she said"."""
        if self.before is None:
            return None
        unit, subject = self.before
        if not self._one_person(unit, subject, gender):
            return None
        topic = self.of(unit, subject)
        if topic.plural or topic.source.name == named.source.name:
            return None
        words = Source(topic.source.name, named.source.start, named.source.end, named.source.text)
        note = f"{words.name} is the subject of the sentence before"
        return Named(words, self._why(named.source.start or 0, named.source.end or 0, note))

    def _one_person(self, unit: Unit, subject: Subject, gender: str) -> bool:
        """Is the subject one person who may be of this gender: a role ("an official") or a person's name?"""
        head = unit.tokens[min(subject.head, subject.j) - 1]
        start = unit.tokens[subject.i].start
        if head.low in roles():
            return roles()[head.low] in {None, gender}
        named = [actor for actor in self.actors.covering(start, head.end) if actor.start < head.end <= actor.end]
        if named:
            person = named[0]
            return person.kind == "person" and person.how == "name" and person.gender in {None, gender}
        # "Umm Ahmad, who …": a name that nobody has listed is a person's when "who" follows.
        return head.tag == "NNP" and unit.low(subject.head) == "," and unit.low(subject.head + 1) in {"who", "whose"}

    def unnamed(self, note: str) -> Named:
        """Nobody is named who answers for it."""
        return Named(Source(UNNAMED), Why("source", "speech.unnamed_source", None, note))

    def last(self) -> Named | None:
        """Who spoke last."""
        if not self.recent:
            return None
        source, plural = self.recent[-1]
        return Named(
            Source(source.name), Why("source", "speech.same_speaker", None, f"{source.name} spoke just before"), plural
        )

    def full(self, words: str) -> str:
        """The fullest name that the report has for a name; the words themselves when there is none."""
        if self._full is None:
            self._full = {}
            for match in _NAME.finditer(self.text):
                name = match.group()
                last = name.split()[-1].strip(".'’")
                if len(name) > len(self._full.get(last, "")) and len(name) < 60:
                    self._full[last] = name
        pieces = words.split()
        if (
            len(pieces) <= 2
            and pieces
            and pieces[-1][:1].isupper()
            and (len(pieces) == 1 or pieces[0].rstrip(".") in {"Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "President"})
        ):
            return self._full.get(pieces[-1].strip(".'’"), words)
        return words

    def _why(self, start: int, end: int, note: str, rule: str = "speech.speaker") -> Why:
        from fogline.nouns import span

        return Why("source", rule, span(self.text, start, end), note)


def is_outlet(words: str) -> bool:
    """Do these words name an outlet, who relays rather than speaks?"""
    low = words.lower().replace("’", "'")
    known = media()
    if low in known or low.removeprefix("the ") in known:
        return True
    return any(piece.strip(",.'") in known for piece in low.split())
