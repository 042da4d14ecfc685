"""Are two mentions one happening? A table of named tests, asked in order; the first that holds decides."""

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from fogline.nouns import Mention, Place
from fogline.rules.events.draft import RETOLD, VIOLENCE, Draft, is_outcome, refers, through_pronoun
from fogline.rules.events.trigger import LIGHT

POINTS: Final = 6
"""How many sentences back "the attack" may point to a happening of another type."""
NEAR: Final = 5
"""How many sentences back "they" and "it" may."""
_STOP: Final = frozenset(
    ["the", "a", "an", "of", "and", "in", "on", "at", "to", "his", "its", "their", "that", "s", "'s"]
)


class Pair(Struct, frozen=True):
    """Two mentions in the order of the text, `near` sentences apart."""

    earlier: Draft
    later: Draft
    near: int

    @property
    def violent(self) -> bool:
        """Are both acts of violence?"""
        return self.earlier.type in VIOLENCE and self.later.type in VIOLENCE

    @property
    def alike(self) -> bool:
        """Are they of one type?"""
        return self.earlier.type == self.later.type

    @property
    def new(self) -> bool:
        """Is the later one told as another: "launched an attack", "a second raid"?"""
        return self.near > 0 and (self.later.trigger.ways[0] == LIGHT or self.later.indefinite)


def same(earlier: Draft, later: Draft) -> bool:
    """May these two be one happening?"""
    pair = Pair(earlier, later, later.trigger.scene.number - earlier.trigger.scene.number)
    return next((verdict for test, verdict in _TESTS if test(pair)), False)


def later_is_outcome(pair: Pair) -> bool:
    """ "The blast …, killing nine": the later mention tells how the act of violence ended."""
    return pair.near == 0 and is_outcome(pair.later) and pair.earlier.type in VIOLENCE


def earlier_is_outcome(pair: Pair) -> bool:
    """ "Nine were killed when gunmen attacked": the outcome comes first."""
    if pair.near or not is_outcome(pair.earlier) or pair.later.type not in VIOLENCE:
        return False
    return pair.later.trigger.noun or pair.earlier.actor is None


def goes_on(pair: Pair) -> bool:
    """The later one is a participle that goes on telling the earlier."""
    return pair.near == 0 and pair.alike and _follows(pair.earlier, pair.later)


def by_pronoun(pair: Pair) -> bool:
    """The later act of violence has only "they" or "it" for its parts, and no day of its own."""
    dated = pair.later.own_when and not pair.earlier.own_when
    return pair.violent and pair.near <= NEAR and through_pronoun(pair.later) and not dated


def points_back(pair: Pair) -> bool:
    """The later one is "the attack", "this bombing", a word for such an event."""
    return pair.violent and pair.near > 0 and refers(pair.later, pair.earlier.type)


def in_headline(pair: Pair) -> bool:
    """One of them stands in a headline or a correction."""
    return bool({pair.earlier.kind, pair.later.kind} & RETOLD)


def other_kind(pair: Pair) -> bool:
    """They are of different types, and neither word is a general one for the other's."""
    types = {pair.earlier.type, pair.later.type}
    general = "attack" in types or types == {"ied", "suicide_bomb"}
    headed = pair.violent and in_headline(pair) and general
    return not (pair.alike or by_pronoun(pair) or points_back(pair) or headed)


def apart(pair: Pair) -> bool:
    """They tell different actors, places or days."""
    return _apart(pair.earlier, pair.later)


def of_another_year(pair: Pair) -> bool:
    """The later one has a year or month of its own, as older happenings are told: "in 2014 he survived a raid"."""
    when = pair.later.when
    return pair.later.own_when and when is not None and len(when.value or "") in {4, 7} and not pair.earlier.own_when


def points_near(pair: Pair) -> bool:
    """It points back, and not from far away."""
    return points_back(pair) and (pair.near <= POINTS or pair.alike)


def other_type(pair: Pair) -> bool:
    """They are of different types."""
    return not pair.alike


def named_again(pair: Pair) -> bool:
    """A noun in the same sentence that is not "a" or "another"."""
    return pair.near == 0 and pair.later.trigger.noun and not pair.later.indefinite


def bare_noun(pair: Pair) -> bool:
    """The later one is a noun that tells no place or day of its own, and no new one."""
    return pair.later.trigger.noun and _bare(pair.later) and not pair.new


def bare_noun_of_another(pair: Pair) -> bool:
    """Such a noun with another target."""
    return bare_noun(pair) and _shared(pair.earlier.target, pair.later.target) is False


def bare_noun_before(pair: Pair) -> bool:
    """The earlier noun, a sentence back at most, is filled in by the later one."""
    return pair.near <= 1 and pair.earlier.trigger.noun and pair.later.trigger.noun and _bare(pair.earlier)


def one_day_one_place(pair: Pair) -> bool:
    """Both tell the same day and have a place, and their type is no collection of many things."""
    earlier, later = pair.earlier, pair.later
    if earlier.when is None or later.when is None or earlier.when.value != later.when.value:
        return False
    return earlier.place is not None and later.place is not None and later.type not in {"attack", "other"}


def other_words(pair: Pair) -> bool:
    """Both are "other", by different words."""
    return pair.later.type == "other" and pair.earlier.words != pair.later.words


def shares_target(pair: Pair) -> bool:
    """They have a target in common and no different actors, and the later one is not told as new."""
    if pair.new or not _shared(pair.earlier.target, pair.later.target):
        return False
    return _shared(pair.earlier.actor, pair.later.actor) is not False


_TESTS: Final[tuple[tuple[Callable[[Pair], bool], bool], ...]] = (
    (later_is_outcome, True),
    (earlier_is_outcome, True),
    (goes_on, True),
    (other_kind, False),
    (apart, False),
    (in_headline, True),
    (of_another_year, False),
    (by_pronoun, True),
    (points_near, True),
    (points_back, False),
    (other_type, False),
    (named_again, True),
    (bare_noun_of_another, False),
    (bare_noun, True),
    (bare_noun_before, True),
    (one_day_one_place, True),
    (other_words, False),
    (shares_target, True),
)
"""What each test says where it holds: True for one happening, False for two. None holding, they are two."""


def _bare(draft: Draft) -> bool:
    return not draft.own_place and not draft.own_when


def _follows(earlier: Draft, later: Draft) -> bool:
    """Is the later one a participle that only goes on telling the earlier ("fired missiles, striking a depot")?"""
    group = later.trigger.group
    tags = later.trigger.scene.tag
    gerund = group is not None and tags(group.i) == "VBG" and tags(group.i - 1) == ","
    return gerund and earlier.trigger.group is not None and later.trigger.who == earlier.trigger.who


def _apart(earlier: Draft, later: Draft) -> bool:
    """Do they tell different actors, places or days?"""
    if (
        earlier.own_place
        and later.own_place
        and earlier.place
        and later.place
        and not _near(earlier.place, later.place)
    ):
        return True
    if (
        earlier.own_when
        and later.own_when
        and earlier.when
        and later.when
        and not _overlap(earlier.when.value or "", later.when.value or "")
    ):
        return True
    if _shared(earlier.actor, later.actor) is False and not refers(later):
        return True
    return {earlier.status, later.status} in ({"denied", "asserted"}, {"demanded", "asserted"}) and not refers(later)


def _near(one: Place, other: Place) -> bool:
    if _words(one.name) & _words(other.name) or _words(one.text) & _words(other.text):
        return True
    wide = {"country", "admin1", "area"}
    return (one.level in wide) != (other.level in wide)


def _overlap(one: str, other: str) -> bool:
    """Do two time values share a day, or is one within the other? Compared as ISO text."""
    a, _, b = one.partition("/")
    c, _, d = other.partition("/")
    b, d = b or a, d or c
    return a[: len(d)] <= d[: len(a)] and c[: len(b)] <= b[: len(c)]


def _words(name: str) -> set[str]:
    return set(name.lower().replace("’", "'").split()) - _STOP


def _shared(one: Mention | None, other: Mention | None) -> bool | None:
    """Do two mentions share a word of their names? None when one is missing."""
    if one is None or other is None:
        return None
    return bool((_words(one.name) | _words(one.text)) & (_words(other.name) | _words(other.text)))
