"""Constructions that real reports taught: long attributions, relays, interruptions, conditions of speaking."""

# ruff: noqa: E501  (a row of marked text is one line)

import pytest

from tests.marks import check

ROWS = [
    "<claim mode='direct'>“What do they want from us?”</claim> <source>Clara Voss</source> <cue>said</cue>.",
    "<claim mode='direct'>“What do they want from us?” <source>the mayor</source> <cue>said</cue>. “We have no more flour.”</claim>",
    "<claim mode='direct'>“They never asked us,”</claim> <source>Rep. Clara Voss (N-Tal), a member of the panel</source>, <cue>said</cue>.",
    "<claim mode='direct'>“They never asked us,” <cue>said</cue> <source>Clara Voss, a lawyer at Tal</source>, who speaks for the villages. “It was bound to fail.”</claim>",
    "<claim mode='direct'>“They never asked us,”</claim> <source>Colonel Omar Haddad of the Northern Brigade</source> <cue>said</cue> by telephone.",
    "<claim mode='mixed'>Thousands had left, <source>the envoy</source> <cue>said</cue>, “and nobody counted them.”</claim>",
    "<source>The envoy</source> <cue>said</cue> <claim mode='mixed'>the rebels “might get through by night”</claim>.",
    "<claim mode='mixed'>The bridge “is gone for good now”</claim>, <source>a guard</source> <cue>said</cue>.",
    "They opened <claim source='the rebels'>an offensive the rebels said was meant to end the siege</claim>.",
    "<source>An army officer in the city, who asked not to be named</source>, <cue>said</cue> <claim>the assault had been foiled</claim>.",
    "<source>A guard, who declined to be named</source>, <cue>said</cue> <claim>the gate was open</claim>.",
    "<claim source='a farmer' via='the agency'>The mill had burned</claim>, a farmer said, the agency reported.",
    "<source>The militia</source> <cue>said</cue> <claim>at least 18 people, including four children, had been killed</claim>.",
    "<source>The ministry</source> <cue>said</cue> <claim>aircraft had kept away</claim> and <cue>denied</cue> that <claim status='denied' source='The ministry'>they took part</claim>.",
    "<source>Police</source> <cue>said</cue> <claim>a man fled</claim>.",
    "<source>The monitor</source> <cue>said</cue> <claim status='forecast'>the toll was likely to rise</claim>.",
    "<claim status='planned'>Six roads will be opened on Friday</claim>, <source>the ministry</source> <cue>said</cue>.",
    "<source>The ministry</source> does not <cue>exclude</cue> that <claim status='forecast'>the truce will be extended</claim>.",
    "The army neither denied nor confirmed the raid.",
    "<source>The factions</source> <cue>deny</cue> <claim status='denied'>having used such weapons</claim>.",
    "<source>The factions</source> have <cue>told us of</cue> <claim>ten dead</claim>.",
    "<source>The council</source> <cue>said</cue> that <claim>if the road is shut, the clinic will close</claim>.",
    "The first version of our report said <claim status='denied'>the dam had burst</claim>.",
    "<claim status='demanded' mode='direct'>“We urge both sides to spare the wells,”</claim> the envoy said.",
    "<claim status='planned' mode='direct'>“We are planning to open the road,”</claim> the envoy said.",
    "<claim status='denied' mode='direct'>“We burned no barn on that road,”</claim> the captain said.",
    "The captain said <claim status='asserted'>the men who did not flee were shot</claim>.",
    "The premier speaking to a think tank <cue>called</cue> <claim>the deal “a mistake”</claim>.",
    "<source>Analysts asked for this story</source> <cue>said</cue> <claim>the ship adds little</claim>.",
    "The Red Crescent (RC), whose trucks passed on Sunday, said that <claim>the road was open</claim>.",
    "<source>Reports from the port</source> <cue>say</cue> <claim status='hedged' hedge='Reports'>two ships sank</claim>.",
    "A clerk who knows the harbour <cue>denied</cue> that <claim status='denied'>anyone was hurt</claim>.",
    "<cue>According to</cue> <source>information available to the army</source>, <claim>the hill has fallen</claim>.",
    "<cue>According to</cue> <source>Clara Voss</source>, director of the clinic, <claim>the road is shut</claim>.",
    "By his own account, he fired first.",
    "The clinic is full, <source>the doctor</source> said; <claim source='the doctor'>“we have no beds left for anyone”</claim>.",
    "He repeated the demand: <claim status='demanded'>free the two captives by noon</claim>.",
    "Mayor Omar Haddad spoke at noon. What TASS reports the mayor to have stated:\n\n<claim via='TASS' source='Omar Haddad' mode='direct'>“The work goes on and the road is open.”</claim>",
]
QUIET = [
    "The film “The Long Road,” shot in Tal, won a prize.",
    "As a teacher at “The Ark,” she met the villagers.",
    "The plan agreed on Monday collapsed.",
    "A letter written in haste lay on the desk.",
    "She belongs to a think tank in the north.",
]


@pytest.mark.parametrize("marked", ROWS)
def test_construction(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("text", QUIET)
def test_quiet(text: str) -> None:
    check(text, layer="claims")
