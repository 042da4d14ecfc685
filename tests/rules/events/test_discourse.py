"""What stands outside the event's own clause: earlier sentences, merged mentions, tolls, claims, reasons."""

import pytest

from fogline.nouns import Event
from tests.marks import read


def events(text: str) -> tuple[Event, ...]:
    return read(text).events


def one(text: str) -> Event:
    found = events(text)
    assert len(found) == 1, [(event.text, event.type) for event in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A car bomb exploded in Baghdad on Tuesday. The blast killed six people.", "car bomb"),
        ("Gunmen attacked a clinic in Gao on Monday. Nine nurses died in the attack.", "attacked"),
        ("Nine nurses were killed when gunmen attacked a clinic in Gao on Monday.", "attacked"),
        ("A bomb killed a judge in Basra on Friday. It was the second bombing of its kind, police said.", "bomb"),
        ("Jets fired missiles at a depot near Homs, destroying four lorries.", "fired"),
        ("Soldiers repulsed the assault near Homs on Sunday.", "repulsed"),
        ("The army began an offensive to retake Mosul on Monday.", "offensive"),
        ("An air strike in Idlib killed nine farmers on Friday. The strike hit a market.", "air strike"),
    ],
)
def test_one_happening(text: str, trigger: str) -> None:
    assert one(text).text == trigger


def test_body_before_headline() -> None:
    from fogline.desk import load_desk
    from fogline.nouns import Block, Report

    head, body = "Militants kidnap two nurses", "Militants kidnapped two nurses near Gao on Friday."
    text = f"{head}\n\n{body}"
    blocks = (Block(0, len(head), "headline"), Block(len(head) + 2, len(text), "body"))
    report = Report("r", text, None, None, None, "en", None, blocks)
    (event,) = load_desk().read(report).events
    assert event.start > len(head)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Militants killed nine farmers in Gao on Monday. Soldiers arrested two men in Basra on Friday.", 2),
        ("A car bomb exploded in Baghdad on Monday. A car bomb exploded in Mosul on Friday.", 2),
        ("Militants shot dead a judge in Basra. Militants shot dead six nurses in Mosul.", 2),
    ],
)
def test_different_happenings(text: str, count: int) -> None:
    assert len(events(text)) == count


def test_toll() -> None:
    event = one("A car bomb in Baghdad killed at least six people and injured twenty on Tuesday.")
    assert event.killed is not None
    assert event.killed.low == 6
    assert event.killed.high is None
    assert event.injured is not None
    assert event.injured.low == 20


def test_place_from_the_sentence_before() -> None:
    event = next(
        e for e in events("Calm held in Basra until dawn. Gunmen kidnapped two nurses.") if e.type == "abduction"
    )
    assert event.place is not None
    assert event.place.text == "Basra"
    reason = next(why for why in event.why if why.field == "place")
    assert reason.rule == "events.place_before"
    assert reason.note


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A clinic in Homs was hit on Monday. The war has displaced 11 million people.", "displacement"),
        ("The envoy spoke in Basra. The rebels agreed to a ceasefire.", "agreement"),
    ],
)
def test_what_is_everywhere_takes_no_place_from_before(text: str, type_: str) -> None:
    assert next(event for event in events(text) if event.type == type_).place is None


def test_the_dead_have_their_reason() -> None:
    (reason,) = [why for why in one("A car bomb in Baghdad killed six people on Tuesday.").why if why.field == "killed"]
    assert reason.rule == "events.toll"
    assert reason.words is not None
    assert "six" in reason.words.text


@pytest.mark.parametrize(
    "text",
    [
        "Peace talks with the rebels were to resume in Juba before the June 30 deadline.",
        "Jets bombed the mill near Homs at noon.",
        "Clashes near Gao, where no rain has fallen since May, went on.",
    ],
)
def test_the_day_of_something_else_is_not_taken(text: str) -> None:
    assert one(text).when is None


def test_no_date_is_no_date() -> None:
    assert one("Gunmen kidnapped two nurses near Gao.").when is None


def test_day_of_saying_is_not_the_day_of_the_event() -> None:
    assert one("Gunmen kidnapped two nurses near Gao, police said on Monday.").when is None


def test_claim_holds_the_event() -> None:
    reading = read("Rebels recaptured the hill near Homs, a spokesman said.")
    (event,) = reading.events
    assert event.claim in {claim.id for claim in reading.claims}


def test_every_rule_can_be_explained() -> None:
    import fogline.rules.events as package

    text = "Rebels captured Homs on Monday. Soldiers then shelled the city, killing six people. The attack went on."
    for event in events(text):
        for name in (event.rule, *(why.rule for why in event.why)):
            assert (getattr(package, name.removeprefix("events.")).__doc__ or "").strip()


def test_reasons_for_every_field() -> None:
    event = one("On Monday jets bombed a bakery in Homs.")
    assert {why.field for why in event.why} >= {"type", "actor", "target", "place", "when"}


def test_an_older_happening_gives_its_dead_to_nobody_else() -> None:
    attack, older = events(
        "Gunmen attacked the editor near his home. In 2014 he survived a raid that left six men dead."
    )
    assert (attack.type, attack.when, attack.killed) == ("attack", None, None)
    assert older.when == "2014"
