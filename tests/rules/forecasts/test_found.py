"""Forecasts: each row is marked text; the span is the clause with its condition. Published on Thursday 2016-11-03."""

import pytest

from tests.marks import check, read

ROWS = [
    # the future tense
    "<forecast likelihood='unstated' condition='null' outcome='open'>The garrison will hold the pass</forecast>.",
    "<forecast likelihood='unstated'>We will not leave the valley</forecast>.",
    "<forecast likelihood='unstated'>They'll storm the gate</forecast>.",
    "<forecast likelihood='unstated' horizon='2016-11-04'>The pause will begin on Friday</forecast>.",
    "But <forecast likelihood='unstated'>the convoy won't come</forecast>.",
    "<forecast>The men who hold the hill will be relieved</forecast>.",
    "Because the road is shut, <forecast>the town will starve</forecast>.",
    "Although the guns are silent, <forecast>the siege will last</forecast>.",
    "The town was hungry, and <forecast>the river will rise</forecast>.",
    "<forecast>The army will take the port</forecast>, the minister said.",
    "The minister said that <forecast>the army will take the port</forecast>.",
    "The minister said <forecast>his men would take the port</forecast>.",
    "“<forecast>We will take the port</forecast>,” the minister said.",
    # timetables
    "<forecast likelihood='unstated' horizon='2016-11-05'>The tribunal sits on Saturday</forecast>.",
    "<forecast likelihood='unstated' horizon='2016-11-04'>The garrison is leaving tomorrow</forecast>.",
    "<forecast likelihood='unstated' horizon='2016-11-04'>The envoys are to meet on Friday</forecast>.",
    "<forecast likelihood='likely' horizon='2016-11-04'>The barges should arrive on Friday</forecast>.",
    # what is near or dreaded
    "<forecast likelihood='unstated'>The fort is on the brink of collapse</forecast>.",
    "<forecast likelihood='likely'>The garrison is on track to win</forecast>.",
    "<forecast likelihood='almost_certain'>The fall of the fort is a matter of time</forecast>.",
    "<forecast likelihood='very_likely'>The warlord's days are numbered</forecast>.",
    "<forecast likelihood='almost_certain'>A new raid is inevitable</forecast>.",
    "The risk of <forecast likelihood='unstated'>a new siege</forecast> has grown.",
    "The clerk warned of <forecast likelihood='unstated'>a famine</forecast>.",
    "<forecast likelihood='unstated'>The garrison is preparing for an assault</forecast>.",
    "<forecast likelihood='likely'>The elders expect the siege to last months</forecast>.",
    # what is only supposed
    "<forecast condition='If the road closed'>If the road closed, the town would starve</forecast>.",
    "<forecast likelihood='unstated'>Any raid would be met with force</forecast>.",
    "<forecast likelihood='unstated'>The pact would let barges into the port</forecast>.",
    "<forecast condition='As long as the guns stay'>As long as the guns stay, the envoy will not return</forecast>.",
    # conditions
    "<forecast condition='If the road stays shut'>If the road stays shut, the town will starve</forecast>.",
    "<forecast condition='Unless help comes'>Unless help comes, the town will starve</forecast>.",
    "<forecast condition='unless help comes'>The town will starve unless help comes</forecast>.",
    "<forecast condition='if help comes'>The town will live if help comes</forecast>.",
    "<forecast condition='once the bridge is mended'>The lorries will pass once the bridge is mended</forecast>.",
    "<forecast condition='provided the guns fall silent'>The lorries will pass provided the guns fall "
    "silent</forecast>.",
    "<forecast condition='until the raiders leave'>The siege will go on until the raiders leave</forecast>.",
    "<forecast condition='If the gate opens'>If the gate opens, this could end soon</forecast>.",
    # modal verbs
    "<forecast likelihood='even'>The two columns might meet at the bridge</forecast>.",
    "<forecast likelihood='even'>The rebels may strike again</forecast>.",
    "<forecast likelihood='even'>The siege could soon end</forecast>.",
    # adverbs
    "<forecast likelihood='likely'>The wells will probably run dry</forecast>.",
    "<forecast likelihood='very_likely'>The siege will very likely last into spring</forecast>.",
    "<forecast likelihood='almost_certain'>The village will almost certainly be lost</forecast>.",
    "<forecast likelihood='almost_certain'>The village will surely fall</forecast>.",
    "<forecast likelihood='even'>The siege will perhaps last into spring</forecast>.",
    # expectations
    "<forecast likelihood='likely'>I expect the assault to fail</forecast>.",
    "<forecast likelihood='unlikely'>We don't expect the assault to succeed</forecast>.",
    "<forecast likelihood='unlikely'>We do not expect them to leave the city</forecast>.",
    "<forecast likelihood='likely'>We anticipate that the assault will come shortly</forecast>.",
    "<forecast likelihood='likely'>I predict that the truce will collapse</forecast>.",
    "<forecast likelihood='unlikely'>I doubt that the truce will hold</forecast>.",
    "<forecast likelihood='likely' horizon='2016-11-04'>The fleet is expected to arrive on Friday</forecast>.",
    "<forecast likelihood='unlikely'>The fleet is not expected to arrive in time</forecast>.",
    "<forecast likelihood='unstated'>We fear that the dam will break</forecast>.",
    "<forecast likelihood='likely'>They very much fear that a dam will break</forecast>.",
    # predicates
    "<forecast likelihood='likely'>The bridge is likely to fall</forecast>.",
    "<forecast likelihood='unlikely'>The bridge is unlikely to fall</forecast>.",
    "<forecast likelihood='unlikely'>The bridge is not likely to fall</forecast>.",
    "<forecast likelihood='very_unlikely'>A truce is very unlikely</forecast>.",
    "<forecast likelihood='very_likely'>A long siege is very probable</forecast>.",
    "<forecast likelihood='almost_certain'>The fort is bound to fall</forecast>.",
    "<forecast likelihood='almost_certain'>The fort is certain to fall</forecast>.",
    "<forecast likelihood='very_unlikely'>I would be very surprised if the truce lasted a week</forecast>.",
    "<forecast likelihood='even'>I would not be surprised if the truce ended</forecast>.",
    "<forecast likelihood='very_unlikely'>There is little chance that the truce will last</forecast>.",
    "<forecast likelihood='remote'>There is no chance that the truce will last</forecast>.",
    "<forecast likelihood='unstated'>The militia is about to storm the station</forecast>.",
    "<forecast likelihood='unstated' horizon='2016-11-04'>The talks are due to begin on Friday</forecast>.",
    "<forecast likelihood='even'>We do not rule out that the line will move</forecast>.",
    # plans and promises
    "The minister promised to <forecast likelihood='unstated'>dismiss the officers</forecast>.",
    "The rebels threatened to <forecast likelihood='unstated'>shell the port</forecast>.",
    "<forecast likelihood='unstated'>The rebels plan to shell the port</forecast>.",
    "<forecast likelihood='unstated'>We intend to hold the bridge</forecast>.",
    "The chief promises <forecast likelihood='unstated' horizon='2016-11-04'>an offensive on Friday</forecast>.",
    "The council gave its word to <forecast>open the gate tomorrow</forecast>.",
    # odds, judgements, exclusions, asides
    "He put <forecast likelihood='even'>the chances of a truce at fifty-fifty</forecast>.",
    "<forecast likelihood='very_unlikely'>The chances of a truce are 15 percent</forecast>.",
    "<forecast likelihood='likely'>The probability that the dam holds is 70%</forecast>.",
    "Observers consider <forecast likelihood='unlikely'>an early truce unlikely</forecast>.",
    "<forecast likelihood='even'>A second raid cannot be ruled out</forecast>.",
    "He would not rule out <forecast likelihood='even'>an assault on the port</forecast>.",
    "<forecast likelihood='unlikely'>The truce is, we think, unlikely to last</forecast>.",
    "He said <forecast likelihood='likely'>the river was likely to rise</forecast>.",
    "<forecast likelihood='likely'>The clerk is confident that the gate will hold</forecast>.",
    "<forecast likelihood='remote'>Such a chief can never unite the clans</forecast>.",
    # what one thing leads to, what is near, what is announced
    "<forecast likelihood='even'>A new raid could spark a wider war</forecast>.",
    "<forecast likelihood='even'>There may yet be another raid</forecast>.",
    "<forecast condition='If heeded'>If heeded, the call can open the road to talks</forecast>.",
    "But <forecast condition='if heeded'>if heeded it can open the road to talks</forecast>.",
    "The envoy spoke of <forecast>an imminent assault on the port</forecast>.",
    "The union announced <forecast>a complete withdrawal</forecast>.",
    "The union is committing to <forecast>send more nurses</forecast>.",
    "He told the crowd that <forecast>his men would “march to the sea”</forecast>.",
    # the clause
    "<forecast horizon='2017-01-20'>By the time he leaves on 20 January, there will be nothing left</forecast>.",
    "<forecast condition='If it goes on like that'>If it goes on like that they will run out of flour</forecast>.",
    "<forecast>A pact that says nothing about the port will not last</forecast>.",
    "<forecast condition='once there is flour'>There might be bread, but only once there is flour</forecast>.",
    "The ford is deep; <forecast>in that case many people might drown</forecast>.",
    "There is <forecast likelihood='unlikely'>a 30 percent chance that the truce will hold</forecast>.",
    "We don't think <forecast likelihood='unlikely'>they will come</forecast>.",
    "Herders fear <forecast condition='if the army comes'>a massacre if the army comes</forecast>.",
    "The guard warned that <forecast>any attack would be met with force</forecast>.",
    "<forecast horizon='2016-12-14'>Elections are scheduled for 14 December</forecast>.",
    # two in a sentence
    "<forecast likelihood='very_likely'>A raid is very likely</forecast> and <forecast>will not be small</forecast>.",
]

SOURCES = [
    ("The water company expects to mend the pump within two days.", "water company"),
    ("The convoy is expected on Friday.", "unnamed"),
    ("The envoy flew home and vowed to send flour.", "envoy"),
    ("The town will starve.", "author"),
]

HORIZONS = [
    ("The convoy will come by Saturday.", "2016-11-03/2016-11-05"),
    ("The pass will close before December.", "2016-11-03/2016-12"),
    ("The talks will begin later this week.", "2016-11-03/2016-11-06"),
    ("If the pump is not mended by Saturday, the wells will run dry.", None),
]

NONE = [
    "The tribunal sits in the old mill.",
    "The tribunal sat on Saturday.",
    "The aim of the mission is to win.",
    "The consul should resign.",
    "The consul is to blame.",
    "The pact is to be welcomed.",
    "The fort is close to the river.",
    "He committed a crime on Friday.",
    "The villagers live under threat of attack.",
    "They made plans to dig a well.",
    "I shall write again.",
    "If they can hold it, good.",
    "They decided nothing; they must agree to leave.",
    "The raid was likely her doing.",
    "We haven't decided to come.",
    "The shot may have mistakenly hit the tower.",
    "Will the garrison hold?",
    "He made a will.",
    "The captain would later lose an eye.",
    "This story will be updated.",
    "The shot may have come from the ridge.",
    "They could see the tower.",
    "The far bank could not be seen.",
    "It is unclear whether the army will come.",
    "They asked how the city will be fed.",
    "I hope the truce will hold.",
    "They demand that he will leave.",
    "You will find the map below.",
    "Everybody can see it.",
    "He was surprised.",
    "Be sure to follow us.",
    "They were due to the rain.",
    "In May the river rose.",
    "Nobody had expected it.",
    "The lamp may be short.",
    "They agreed with him.",
    "For details, readers may contact the office.",
    "It is likely that he was there.",
    "You would expect them to sleep.",
    "He usually did what he had planned to do.",
]


@pytest.mark.parametrize("marked", ROWS)
def test_forecast(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("text", NONE)
def test_no_forecast(text: str) -> None:
    check(text, layer="forecasts")


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_who_foretells(text: str, source: str) -> None:
    (forecast,) = read(text).forecasts
    assert source in forecast.source.name.lower()


@pytest.mark.parametrize(("text", "value"), HORIZONS)
def test_horizon(text: str, value: str | None) -> None:
    (forecast,) = read(text).forecasts
    assert forecast.horizon == value


def test_a_year_that_was_is_no_horizon_where_no_day_of_publication_is_known() -> None:
    (forecast,) = read("The talks of 4 May 2016 failed. The clans of 2012 will fight on.", day=None).forecasts
    assert forecast.horizon is None


def test_a_weekday_in_a_forecast_is_the_coming_one() -> None:
    (forecast,) = read("A raid is possible on Monday.").forecasts
    assert forecast.horizon == "2016-11-07"


def test_every_value_is_explained() -> None:
    (forecast,) = read("If the road stays shut, the town will probably starve on Friday.").forecasts
    words = {why.field: why.words.text for why in forecast.why if why.words}
    assert words["likelihood"] == "probably"
    assert words["condition"] == "If the road stays shut"
    assert "Friday" in words["horizon"]
