"""What the reader and the rules make of each other's findings, with sights made by hand."""

from typing import Any

import numpy as np
from msgspec.structs import replace

from fogline.desk import load_desk
from fogline.grammar import parse
from fogline.meeting import MEETINGS, claims
from fogline.meeting.blocks import STRETCH, Blocks, stretches
from fogline.meeting.bounds import CLAIM_ALONE, EVENT_ALONE, FIGURE_ALONE, FORECAST_ALONE
from fogline.nouns import Block
from fogline.reader.sight import ODDS, Marked, Odds, Put, Sight, Told
from fogline.rules import FINDERS
from fogline.rules.context import Context
from tests.marks import report_of, rules_only

SURE, UNSURE = 0.95, 0.1


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def sight_of(text: str, odds: float = 0.5, **found: Any) -> Sight:
    starts = np.array([0, *(i + 1 for i, c in enumerate(text) if c == " ")], dtype=np.int64)
    values = {head: np.full(len(starts), odds, dtype=np.float32) for head in ODDS}
    empty: dict[str, Any] = dict.fromkeys(("claims", "events", "figures", "forecasts"), ())
    return Sight(**(empty | found), odds=Odds(starts, values))


def context_of(text: str, until: str) -> Context:
    """The context as the layer `until` finds it, its own rules' findings included."""
    desk = rules_only()
    context = Context(prose=parse(report_of(text), desk.tagger), atlas=desk.atlas, roster=desk.roster)
    for layer, find in FINDERS:
        context = replace(context, **{layer: find(context)})
        if layer == until:
            break
    return context


def met(layer: str, text: str, sight: Sight) -> Any:
    context = context_of(text, layer)
    return MEETINGS[layer](getattr(context, layer), context, sight)


def put(text: str, cue: str, source: str | None, *contents: str, kind: str = "cue", score: float = SURE) -> Put:
    return Put(
        cue=at(text, cue), kind=kind, source=at(text, source) if source else None,
        contents=tuple(at(text, words) for words in contents), status="asserted", score=score,
    )  # fmt: skip


TALE = "The governor let it slip over tea that the bridge at Homs had been mined."


def test_a_claim_that_no_rule_finds_comes_in_with_its_source() -> None:
    one = put(TALE, "let it slip", "The governor", "the bridge at Homs had been mined")
    found = met("claims", TALE, sight_of(TALE, claims=(one,)))
    assert [(c.text, c.source.name, c.cue.text, c.rule, c.score) for c in found] == [
        ("the bridge at Homs had been mined", "The governor", "let it slip", "meeting.seen_claim", SURE)
    ]


def test_an_unsure_claim_stays_out() -> None:
    one = put(TALE, "let it slip", "The governor", "the bridge at Homs had been mined", score=CLAIM_ALONE - 0.01)
    assert met("claims", TALE, sight_of(TALE, claims=(one,))) == ()


def test_a_claim_of_both_stays_as_the_rules_have_it() -> None:
    text = "Police said three men died."
    one = put(text, "said", "Police", "three men died")
    (claim,) = met("claims", text, sight_of(text, claims=(one,)))
    assert claim.rule == "speech.verbal"
    assert claim.score == SURE


def test_a_claim_that_the_reader_doubts_goes() -> None:
    text = "Police said three men died."
    assert len(met("claims", text, sight_of(text, odds=0.5))) == 1
    assert met("claims", text, sight_of(text, odds=0.001)) == ()


def test_a_hedge_inside_a_claim_makes_no_second_one() -> None:
    text = "The mayor let it slip that the town had apparently fallen."
    spoken = put(text, "let it slip", "The mayor", "the town had apparently fallen")
    hedge = put(text, "apparently", None, "the town had", kind="hedge")
    found = met("claims", text, sight_of(text, odds=0.001, claims=(spoken, hedge)))
    assert [claim.text for claim in found] == ["the town had apparently fallen"]


def test_a_hedge_of_the_report_is_its_own() -> None:
    text = "For all one could tell the town had fallen."
    hedge = put(text, "For all one could tell", None, "the town had fallen", kind="hedge")
    (claim,) = met("claims", text, sight_of(text, claims=(hedge,)))
    assert (claim.source.name, claim.status, claim.cue) == ("author", "hedged", None)
    assert claim.hedge is not None


def test_an_interrupted_quotation_is_one_claim() -> None:
    text = "“We leave,” so the captain, “and we do not come back.”"
    one = put(text, "so", "the captain", "“We leave,”", "“and we do not come back.”")
    content = claims.content_of(one, text)
    assert content is not None
    assert content.text == text
    assert claims.mode_of(content.text) == "direct"


def told(text: str, words: str, kind: str, score: float = SURE, again: float = 0.1, **roles: str) -> Told:
    filled: dict[str, Any] = {
        role: at(text, roles[role]) if role in roles else None for role in ("actor", "target", "place")
    }
    return Told(*at(text, words), type=kind, status="asserted", again=again, score=score, **filled)


RUIN = "On Thursday the Tiger Brigade made matchwood of the market in Homs."


def test_a_happening_that_no_rule_finds_comes_in_with_time_and_place() -> None:
    one = told(RUIN, "made matchwood of", "looting", actor="the Tiger Brigade", target="the market", place="Homs")
    (event,) = met("events", RUIN, sight_of(RUIN, events=(one,)))
    assert (event.type, event.when, event.rule) == ("looting", "2016-11-03", "meeting.seen_event")
    assert event.actor is not None
    assert "Tiger Brigade" in event.actor.text
    assert event.place is not None
    assert event.place.text == "Homs"


def test_a_happening_mentioned_again_or_unsure_stays_out() -> None:
    for one in (
        told(RUIN, "made matchwood of", "looting", again=0.9),
        told(RUIN, "made", "looting", score=EVENT_ALONE - 0.01),
    ):
        assert met("events", RUIN, sight_of(RUIN, events=(one,))) == ()


def test_an_event_that_the_reader_doubts_goes() -> None:
    text = "Rebels attacked the village of Atareb on Thursday."
    assert len(met("events", text, sight_of(text, odds=0.5))) == 1
    assert met("events", text, sight_of(text, odds=0.001)) == ()


def test_a_figure_of_the_reader_has_the_bounds_of_its_words() -> None:
    text = "The ledger of the clinic had at least 40 names more by dusk."
    one = Marked(*at(text, "40"), "injured", SURE)
    (figure,) = met("figures", text, sight_of(text, figures=(one,)))
    assert (figure.text, figure.low, figure.high, figure.what) == ("at least 40", 40, None, "injured")
    unsure = Marked(*at(text, "40"), "injured", FIGURE_ALONE - 0.01)
    assert met("figures", text, sight_of(text, figures=(unsure,))) == ()


def test_a_forecast_of_the_reader_comes_in() -> None:
    text = "Come spring the passes open and the guns with them."
    one = Marked(*at(text, "the passes open and the guns with them"), "likely", SURE)
    (forecast,) = met("forecasts", text, sight_of(text, forecasts=(one,)))
    assert (forecast.likelihood, forecast.rule) == ("likely", "meeting.seen_forecast")
    assert met("forecasts", text, sight_of(text, forecasts=(replace(one, score=FORECAST_ALONE - 0.01),))) == ()


def test_what_crosses_the_edge_of_a_block_is_cut_or_left_out() -> None:
    report = replace(report_of("One two three. Four five six."), blocks=(Block(0, 14, "body"), Block(15, 29, "body")))
    blocks = Blocks(report)
    assert blocks.within((0, 14)) == (0, 14)
    assert blocks.within((10, 20)) is None
    assert blocks.hold(Marked(15, 19, "x", 1.0))
    crossing = Put((0, 3), "cue", (10, 20), ((4, 14), (15, 19)), "asserted", 1.0)
    kept = blocks.put(crossing)
    assert kept is not None
    assert kept.contents == ((4, 14),)
    assert kept.source is None
    assert blocks.put(replace(crossing, cue=(10, 20))) is None


def test_a_long_block_is_cut_between_words() -> None:
    text = "word " * 30_000
    cut = stretches(text, 0, len(text))
    assert all(b - a <= STRETCH for a, b in cut)
    assert "".join(text[a:b] for a, b in cut) == text
    assert stretches("x" * 120_000, 0, 120_000) == [(0, 50_000), (50_000, 100_000), (100_000, 120_000)]


def test_the_desk_says_whether_a_reader_sat_with_it() -> None:
    assert "no reader" in rules_only().version
    assert load_desk().reader is None or "reader" in load_desk().version
