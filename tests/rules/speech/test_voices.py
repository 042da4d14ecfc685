"""Who speaks and how firmly: announcements, orders, counts put forward, denials of what was said before, pronouns."""

# ruff: noqa: E501  (a row of marked text is one line)

import pytest

from tests.marks import check, read

FIRM = [
    "<source>Its leader</source> <cue>announced</cue> that <claim status='planned'>the movement will leave the town</claim>.",
    "<source>The governor</source> <cue>announced</cue> <claim status='planned'>a pull-out from the hills</claim>.",
    "<source>The governor</source> <cue>announced</cue> <claim status='asserted'>the end of the pull-out</claim>.",
    "<source>The captain</source> <cue>told</cue> his men <claim status='demanded'>to hold the bridge</claim>.",
    "<source>The council</source> <cue>asked for</cue> <claim status='demanded'>ten trucks of flour</claim>.",
    "<source>The envoy</source> <cue>warned against</cue> <claim status='demanded'>another raid</claim>.",
    "<source>The ministry</source> did not <cue>say</cue> <claim status='hedged'>who had laid the mines</claim>.",
    "<source>The clinic</source> <cue>said</cue> <claim status='denied'>it held no prisoners</claim>.",
    "<source>The minister</source> <cue>said</cue> <claim status='hedged'>the blast was likely a mine</claim>.",
    "<source>The minister</source> <cue>said</cue> <claim status='forecast'>the truce was likely to fail</claim>.",
    "<claim mode='direct' status='demanded'>“We expect from the army a full account of that night,”</claim> the mayor said.",
    "<claim mode='direct' status='asserted'>“We want to thank the drivers who stayed,”</claim> the mayor said.",
    "<source>A guard, who would not be named because he was not allowed to speak</source>, <cue>said</cue> <claim status='asserted'>the raid had failed</claim>.",
    "Clerks left early. <claim source='A miller' status='denied'>A miller denied that</claim>.",
]
FRAMES = [
    "<source>Moscow</source> <cue>raised</cue> <claim>that from 40 to 55</claim>.",
    "<source>The hospital</source> now <cue>has</cue> <claim>31 dead and 12 wounded</claim>.",
    "<source>A diplomat quoted by Reuters</source> <cue>put</cue> <claim>the odds of a truce at “one in three at best”</claim>.",
    "<source>A potter</source> <cue>saw</cue> <claim>gunmen break the lock</claim>.",
    "<claim cue='claimed' source='the brigade'>The blast was claimed by the brigade</claim>.",
    "An earlier claim by the clinic that <claim source='the clinic'>ten men had died</claim> was withdrawn.",
    "The town <cue>denied</cue> <claim status='denied' source='The town'>arming the clan</claim>, as a panel alleges.",
    "<claim>The museum, Mr Haddad <cue>said</cue>, opened in May</claim>.",
    "<claim>Though the road is open, he said, nobody uses it</claim>.",
    "<claim>The mill was a ruin, the guild <cue>said</cue>, until the army mended it</claim>.",
    "I must mend my figure: <claim>there were four</claim>, <source>the town</source> <cue>says</cue>.",
    "More than 300 people, <claim source='the council'>most of them farmers</claim> according to the council, have fled.",
    "They carried what <source>the guards</source> <cue>said</cue> <claim>was a mine</claim>.",
    "All <source>the drivers we met</source> <cue>said</cue> <claim>the pass was shut</claim>.",
    "<source>Three drivers met at the port</source> <cue>said</cue> <claim>the pass was shut</claim>.",
    "<source>A pilot whom I trust, and who fears for his post</source>, <cue>tells me of</cue> <claim>nine flights since May</claim>.",
    "<source>Omar Haddad, 43, a father of three</source>, <cue>said</cue> <claim source='Omar Haddad'>the mill had burned</claim>.",
    "He changed his mind, <cue>telling</cue> drivers that <claim>the pass was shut</claim>.",
    "<source>The envoy</source> <cue>announced</cue> <claim>a truce for the port, the mill and the bridge</claim>.",
]
VOICES = [
    "Western diplomats fear a raid. One said <claim source='Western diplomats'>the pass was mined</claim>.",
    "Omar Haddad said in May that the road was shut.\n\nA relief official defended the count. <claim source='A relief official'>More than 90 people had left</claim>, she said.",
    "From Omar Haddad, head of the clinic:\n\n<claim source='Omar Haddad' mode='direct'>We have no more bread. The pass is shut.</claim>\n\nThe road was quiet.",
]


@pytest.mark.parametrize("marked", [*FIRM, *FRAMES, *VOICES])
def test_claim(marked: str) -> None:
    check(marked)


QUIET = [
    "The flood raised the toll to 31.",
    "These could not be confirmed.",
    "They depend on guarantees that have not been given.",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(text: str) -> None:
    check(text, layer="claims")


def test_a_charge_and_its_denial_are_two_claims() -> None:
    claims = read("The monitor blamed the army for the fire, a charge the army denies.", "2016-11-03").claims
    rows = [(claim.source.name, claim.text, claim.status) for claim in claims]
    assert ("The monitor", "the army for the fire", "asserted") in rows
    assert ("the army", "the army for the fire", "denied") in rows
