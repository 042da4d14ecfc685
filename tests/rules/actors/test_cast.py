"""Asking a cast who is named where, and that rules are what a reading says they are."""

import fogline.rules.actors as actors
from fogline.rules.context import Cast
from tests.marks import actors_of

TEXT = "Russia's envoy Ana Duarte met Omar Saleh and the rebels. She told AFP that they had agreed."
CAST = Cast(actors_of(TEXT))


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_actor_of() -> None:
    found = CAST.actor_of(*at("Russia's envoy Ana Duarte"))
    assert found is not None
    assert found.name == "Ana Duarte"
    part = CAST.actor_of(*at("Duarte"))
    assert part is not None
    assert part.name == "Ana Duarte"
    assert CAST.actor_of(*at("agreed")) is None


def test_speaker_before() -> None:
    before = CAST.speaker_before(TEXT.index(" told"))
    assert before is not None
    assert before.name == "Ana Duarte"
    row = CAST.speaker_before(TEXT.index(" She"))
    assert row is not None
    assert row.plural
    assert CAST.speaker_before(0) is None


def test_mentions() -> None:
    assert [one.text for one in CAST.mentions("Ana Duarte")] == ["Russia's envoy Ana Duarte", "She"]


def test_every_rule_can_be_explained() -> None:
    text = TEXT + " A nurse, who fled the Free Valley Front, blamed the WXYZ. Iran and the Valley Council agreed."
    rules = {actor.rule for actor in actors_of(text)}
    assert len(rules) > 6
    for rule in rules:
        package, _, function = rule.partition(".")
        assert package == "actors"
        assert (getattr(actors, function).__doc__ or "").strip()
