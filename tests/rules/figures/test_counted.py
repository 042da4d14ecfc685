"""What a number counts, whose they are, and which numbers are no figures."""

import pytest

from tests.marks import check, read

WHAT = [
    # a word before the noun
    "The ward treated <figure what='injured'>26</figure> wounded herders.",
    "<figure what='missing'>Thirty</figure> missing sailors were sought.",
    "Raiders shot dead <figure what='killed'>16</figure> salt sellers.",
    "<figure what='killed'>One</figure> of them was killed.",
    "We killed <figure what='killed'>one</figure> and wounded <figure what='injured'>four</figure>.",
    "The siege lasted <figure what='days'>40 days</figure>.",
    # the verb of the clause
    "Gunmen murdered <figure what='killed'>nine</figure> priests.",
    "<figure what='killed'>Nine</figure> priests were shot and killed.",
    "<figure what='killed'>Nine</figure> priests have died.",
    "The column has lost <figure what='killed'>60</figure> men.",
    "Neighbours buried <figure what='killed'>seven</figure>.",
    "The raid killed <figure what='killed'>six</figure> and wounded <figure what='injured'>eleven</figure>.",
    "The raid killed <figure what='killed'>five</figure> people, wounding <figure "
    "what='injured'>eleven</figure> others.",
    "The raid left <figure what='killed'>five</figure> dead and <figure what='injured'>eleven</figure> wounded.",
    "<figure what='killed'>Twelve</figure> of its nurses and <figure what='killed'>10</figure> patients died at dawn.",
    "He spoke of <figure what='killed'>150</figure> policemen, <figure what='killed'>95</figure> villagers and "
    "<figure what='killed'>hundreds</figure> of rebels killed.",
    "<figure what='casualties'>More than 60</figure> herders were hurt or killed.",
    "<figure what='casualties'>Sixty</figure> people were killed or wounded.",
    "They accused the pilots of killing <figure what='killed'>15</figure> shepherds.",
    "The killing of <figure what='killed'>15</figure> shepherds was denied.",
    "Divers found the bodies of <figure what='killed'>44</figure> sailors.",
    "<figure what='killed'>70</figure> people were found dead.",
    "<figure what='killed'>70</figure> people are believed to have been killed.",
    "<figure what='captured'>Forty</figure> students were abducted.",
    "Police arrested <figure what='captured'>40</figure> demonstrators.",
    "The militia freed <figure what='captured'>40</figure> soldiers.",
    "The militia holds <figure what='captured'>40</figure> hostages.",
    "<figure what='displaced'>Nearly 9,000</figure> families abandoned their homes.",
    "<figure what='displaced'>9,000</figure> people were displaced.",
    "The number of refugees reached <figure what='displaced'>9,000</figure>.",
    "<figure what='missing'>Twenty</figure> sailors are missing.",
    "<figure what='missing'>Twenty</figure> clerks cannot be reached.",
    "<figure what='trapped'>200</figure> people are still trapped in the mill.",
    "<figure what='killed'>Two</figure> women, who had hidden in a cellar, were killed.",
    "<figure what='killed'>One</figure> soldier was killed.",
    "Shelling drove <figure what='displaced'>nearly 8,000</figure> people from the valley.",
    "<figure what='displaced'>63,000</figure> people are sheltering in schools, up from "
    "<figure what='displaced'>22,000</figure> a week ago.",
    "<figure what='displaced'>400</figure> villagers have arrived there since.",
    "<figure what='trapped'>300</figure> people are hiding in cellars.",
    "<figure what='captured'>Thirty</figure> boys were led away.",
    "<figure what='fighters'>Hundreds</figure> of rebels escaped.",
    "The guns destroyed <figure what='killed'>up to 30</figure> rebels.",
    "<figure what='injured'>Nine</figure> people choked on the smoke.",
    "<figure what='killed'>Two</figure> of the chief's victims died.",
    "A nurse told us that <figure what='killed'>one</figure> driver had died.",
    "The team counted <figure what='other'>11</figure> craters.",
    "The quarter is <figure low='57' high='57' what='other'>57 per cent</figure> destroyed.",
    "Of <figure what='other'>900</figure> tonnes of flour, <figure what='other'>300</figure> had been given out.",
    "The raid wrecked <figure what='equipment'>five</figure> “Falcon” launchers.",
    "One man was killed and <figure low='1' high='1' what='injured'>one</figure> injured.",
    "<figure what='other'>Some 60 per cent</figure> of the hospitals are closed.",
    "<figure what='killed'>10</figure> of the <figure what='killed'>16</figure> dead were policemen.",
    "<figure what='displaced' side='null'>More than half</figure> of the port's 80,000 people have fled.",
    # a word before the number
    "Rebels killed, <figure what='killed'>413</figure>. Villagers murdered, <figure what='killed'>45</figure>.",
    "The ministry put the dead at <figure what='killed'>58</figure>, the injured at <figure "
    "what='injured'>80</figure>.",
    "The death toll climbed to <figure what='killed'>22</figure>.",
    "The number of sailors killed when the pier burned climbed to <figure what='killed'>22</figure>.",
    "The jets flew again – <figure what='strikes'>eight</figure> strikes in a day.",
    # the noun
    "<figure what='fighters'>3,000</figure> rebels hold the ridge.",
    "<figure what='troops'>1,000</figure> soldiers will go home.",
    "<figure what='civilians'>1,000</figure> villagers live there.",
    "The jets flew <figure what='strikes'>ten</figure> strikes.",
    "<figure what='strikes'>Six</figure> explosions were heard.",
    "The shells destroyed <figure what='equipment'>eight</figure> lorries and <figure "
    "what='other'>nine</figure> houses.",
    "The army seized <figure what='equipment'>90</figure> rockets.",
    "The army took <figure what='territory'>24</figure> villages.",
    "The army took <figure what='territory'>90 square miles</figure> of land.",
    "They asked for <figure what='money'>$3 million</figure>.",
    "They asked for <figure what='money'>3 million</figure> euros.",
    "The fort lies <figure what='distance'>45 km</figure> from the sea.",
    "The ships have not sailed for <figure low='12' what='days'>12 days</figure> now.",
    # what was counted before
    "<figure what='killed'>Twelve</figure> people died; it had counted <figure what='killed'>nine</figure> on Monday.",
    "<figure what='killed'>23</figure> people died. The count on Monday was <figure what='killed'>14</figure>.",
    "The dead are <figure what='killed'>23</figure>. It is <figure what='killed'>over 40</figure>, a driver said.",
    "<figure what='killed'>23</figure> people died, <figure what='killed'>two</figure> of them nurses.",
    "<figure what='killed'>23</figure> sailors drowned, a cook and <figure what='killed'>two</figure> boys among them.",
    "<figure what='killed'>23</figure> people were killed, including <figure what='killed'>three</figure> children.",
    "They counted the number of rebels anew. The figure was <figure what='fighters'>2,400</figure>.",
    "<figure what='killed'>23</figure> people died. <figure what='killed'>About half</figure> of them were nurses.",
    "The envoy saw 5,000 rebels. The army raised that from <figure what='fighters'>5,000</figure> to "
    "<figure what='fighters'>12,000</figure>.",
    "The envoy saw 400 rebels. Later he spoke of <figure what='fighters'>90</figure> men.",
    # whose
    "A mine killed <figure side='police officers'>four</figure> police officers.",
    "A mine killed <figure side='members of the tribe'>four</figure> members of the tribe.",
    "<figure side='Houthi'>Forty</figure> Houthi bodies lay there.",
    "<figure side='null'>Forty</figure> people died.",
    "<figure side='null'>Twelve</figure> lorries burned.",
]

NONE = [
    "Nobody lost their insurance.",
    "He won by a count of 362 to 176.",
    "They range in age from eleven to 75.",
    "She was 18 and sang.",
    "They come from two villages in the hills.",
    "Several groups are counted twice.",
    "The siege began in 2012.",
    "On 4 November the guns fell silent.",
    "Nov. 4 was quiet.",
    "He came at 7 p.m. and left at 15:40.",
    "At 21.45 hours the lights went out.",
    "The boy, aged 12, ran home.",
    "Karim, 34, ran home.",
    "The 12-year-old ran home.",
    "The 22nd Division marched.",
    "They cited Resolution 2254 and Article 5.",
    "Two FA-50s? No: the T-72 and the F-16.",
    "Call 0172 55512.",
    "It was 24°C in the city.",
    "The two sides met.",
    "One of the guards smiled.",
    "Two diplomats told the paper so.",
    "It came within two hours.",
    "Three nights later it rained.",
    "1. The talks",
    "The 1973 building stood.",
    "He lost two of the three games of chess.",
    "A 155mm gun stood there.",
    "They met a third time in six days.",
    "Nothing was said about 24/7 shifts.",
    "Men under 40 were taken off.",
    "A grey Kamaz 5350 lorry stood there.",
    "The first blast came at 2330 (local time).",
]


@pytest.mark.parametrize("marked", WHAT)
def test_what(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("text", NONE)
def test_no_figure(text: str) -> None:
    check(text, layer="figures")


BOUND = [
    ("Guns killed six in Aleppo on Friday, while aid reached Damascus.", "Aleppo", "2016-10-28"),
    ("A mine killed six and wounded nine in Aleppo.", "Aleppo", None),
    ("Aid reached Damascus on Friday, but nine men were killed.", "Damascus", "2016-10-28"),
]


@pytest.mark.parametrize(("text", "place", "as_of"), BOUND)
def test_place_and_time_are_those_of_the_clause(text: str, place: str | None, as_of: str | None) -> None:
    figure = read(text).figures[0]
    assert (figure.place, figure.as_of) == (place, as_of)


def test_a_claim_holds_for_the_count_that_is_joined_to_its_own() -> None:
    first, second = read("The clinic counts 278 dead and 1,332 wounded so far.").figures
    assert first.source == second.source


def test_bylines_hold_no_figures() -> None:
    assert not read("By four staff reporters, 40 people killed", kind="byline").figures


def test_every_value_is_explained() -> None:
    figure = read("Shells killed at least 40 villagers.").figures[0]
    fields = {why.field: why.words.text for why in figure.why if why.words}
    assert fields == {"what": "killed", "bounds": "at least", "side": "villagers"}
    assert figure.rule == "figures.counted_by_verb"


def test_place_day_and_side_are_explained() -> None:
    figure = read("Shells killed 40 villagers in Mosul on Tuesday.").figures[0]
    fields = {why.field: why.words.text for why in figure.why if why.words}
    assert fields["place"] == "Mosul"
    assert fields["as_of"] == "Tuesday"
    assert fields["side"] == "villagers"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The clinic corrected the toll from 90 to 52.", ["90"]),
        ("The clinic corrected the toll to 52 from 90.", ["90"]),
        ("The toll was 52, not 90.", ["90"]),
        ("The clinic had earlier put the toll at 90.", ["90"]),
        ("The clinic, revising an earlier figure of 31 dead, said 52 were killed.", ["31"]),
        ("Earlier, 31 herders were killed in a raid.", []),
        ("At least 52 herders were killed, the clinic said earlier.", []),
    ],
)
def test_a_number_that_the_report_takes_back_says_so(text: str, numbers: list[str]) -> None:
    back = [f.text for f in read(text).figures if any(why.rule == "figures.withdrawn" for why in f.why)]
    assert back == numbers


def test_a_reference_names_what_it_goes_on_from() -> None:
    figures = read("Twelve people died; it had counted nine on Monday.").figures
    assert figures[1].rule == "figures.counted_as_before"
    assert figures[1].why[0].note == "goes on from 'Twelve'"
