"""Cues and what they govern: who says what, by which words."""

# ruff: noqa: E501  (a row of marked text is one line)

import pytest

from tests.marks import check

BEFORE = [
    "<source>The mayor</source> <cue>said</cue> <claim source='The mayor' status='asserted' mode='indirect' cue='said'>the bridge was gone</claim>.",
    "<source>The mayor</source> <cue>said</cue> that <claim cue='said'>the bridge was gone</claim>.",
    "<source>The mayor</source> <cue>said</cue> on Tuesday that <claim said='2016-11-01'>the bridge was gone</claim>.",
    "<source>Officials</source> <cue>say</cue> <claim>three trucks burned</claim>.",
    "<source>The agency</source> <cue>reported</cue> <claim>heavy fighting near the dam</claim>.",
    "<source>The agency</source> <cue>reported</cue> that <claim>the dam had been hit</claim>.",
    "<source>The colonel</source> <cue>told</cue> reporters that <claim>the pass was open</claim>.",
    "<source>The colonel</source> <cue>told</cue> a hall of traders on Friday that <claim>the pass was open</claim>.",
    "<source>The colonel</source> <cue>told</cue> us <claim>the pass was open</claim>.",
    "<source>The ministry</source> <cue>announced</cue> <claim>the end of the curfew</claim>.",
    "<source>The ministry</source> <cue>announced</cue> on Friday that <claim>the road had been mined</claim>.",
    "<source>The council</source> <cue>confirmed</cue> <claim>the deaths of two guards</claim>.",
    "<source>A shepherd</source> <cue>described</cue> <claim>the raid as a massacre</claim>.",
    "<source>The bishop</source> <cue>called</cue> <claim mode='mixed'>the raid “a stain on us all”</claim>.",
    "<source>The hospital</source> <cue>put</cue> <claim>the dead at 14</claim>.",
    "<source>The envoy</source> <cue>asked</cue> <claim>whether the convoy could pass</claim>.",
    "<source>The minister</source> <cue>spoke of</cue> <claim>40 dead and 60 wounded</claim>.",
    "<source>The police</source> <cue>attributed</cue> <claim>the blast to a gas leak</claim>.",
    "<source>The mayor</source> <cue>blamed</cue> <claim>the militia for the fire</claim>.",
    "<source>The envoy</source> <cue>laid</cue> <claim>the blame for the fire on the militia</claim>.",
    "<source>The council</source> <cue>accused</cue> <claim status='asserted'>the army of burning the mill</claim>.",
    "<source>The envoy</source> <cue>acknowledged</cue> that <claim>the talks had failed</claim>.",
    "<source>The surgeon</source> <cue>recalled</cue> that <claim>the lights went out</claim>.",
    "<source>The rebels</source> <cue>insisted</cue> <claim>the hill was theirs</claim>.",
    "<source>A nurse who lives on the coast</source> <cue>said</cue> <claim>the ward was empty</claim>.",
    "<source>The guard that saw the fire</source> <cue>said</cue> <claim>two doctors were missing</claim>.",
    "<source>The clerk of the ministry, Omar Haddad</source>, <cue>claimed</cue> that <claim source='Omar Haddad'>ten men had been hiding there</claim>.",
    "<source>Sara Nasser, of the relief committee</source>, <cue>said</cue> that <claim source='Sara Nasser'>4,000 people had left</claim>.",
    "<source>General Ivan Petrov, who commands the garrison</source>, <cue>said</cue> <claim source='Ivan Petrov'>the gate had held</claim>.",
    "<not layer='claims'>Omar Haddad</not> spoke.",
]

AFTER = [
    "<claim cue='said' mode='indirect'>Two depots burned during the night</claim>, <source>the army</source> <cue>said</cue>.",
    "<claim cue='said'>Two depots burned during the night</claim>, <cue>said</cue> <source>Colonel Omar Haddad</source>.",
    "<claim cue='added'>A third one was empty</claim>, <source>the colonel</source> <cue>added</cue>.",
    "<claim>The mine lay under the road</claim>, <cue>stated</cue> <source>Minister of Works Omar Haddad</source>.",
    "<claim>Two depots burned</claim>, <source>the army</source> <cue>said</cue> on Monday.",
    "<claim>Two depots burned</claim>, <source>the army</source> <cue>said</cue>, while farmers counted their sheep.",
    "<claim>Nearly 900 people have crossed the river</claim>, <source>the Red Crescent</source> <cue>estimates</cue>.",
    "In the north, <source>the press office</source> <cue>said</cue>, <claim>patrols continue to clear the road</claim>.",
    "<claim>The price of bread has doubled since May</claim>, <source>the guild that bakes it</source> <cue>said</cue>, while children played in the yard.",
    "<claim status='demanded'>The curfew should run until May</claim>, as <source>the governor</source> <cue>asked</cue> this week.",
    "Trucks stood idle, and the ministry, the radio said, opened a road.",
]

QUOTED = [
    "<claim mode='direct' cue='said'>“We have lost the bridge and the mill,”</claim> <source>the mayor</source> <cue>said</cue>.",
    "<claim mode='direct' cue='said'>\"We have lost the bridge and the mill,\"</claim> <source>the mayor</source> <cue>said</cue>.",
    "<claim mode='direct' cue='said'>‘We have lost the bridge and the mill,’</claim> <source>the mayor</source> <cue>said</cue>.",
    "<claim mode='direct' cue='said'>«We have lost the bridge and the mill»</claim>, <source>the mayor</source> <cue>said</cue>.",
    "<claim mode='direct' cue='said'>„We have lost the bridge and the mill,“</claim> <source>the mayor</source> <cue>said</cue>.",
    "<claim mode='direct' cue='said'>“We have lost the bridge,” <source>the mayor</source> <cue>said</cue>, “and the mill is next.”</claim>",
    "<claim mode='direct' cue='said'>“We have lost the bridge,” <source>the mayor</source> <cue>said</cue>. “The mill is next.”</claim>",
    "<source>The mayor</source> <cue>said</cue>: <claim mode='direct'>“We have lost the bridge and the mill.”</claim>",
    "<source>The mayor</source> <cue>said</cue>, <claim mode='direct'>“We have lost the bridge and the mill.”</claim>",
    "<source>The mayor</source> <cue>told</cue> reporters: <claim mode='direct'>“We have lost the bridge. The mill is next.”</claim>",
    "<source>The mayor</source> <cue>said</cue> <claim mode='mixed'>the bridge was “gone for good”</claim>.",
    "<source>The mayor</source> <cue>said</cue> that <claim mode='mixed'>“some 20” houses had burned</claim>.",
    "<claim mode='direct'>“We have lost the bridge and the mill,”</claim> <cue>said</cue> <source>Omar Haddad, the mayor</source>.",
    "<claim mode='direct'>“No,”</claim> <source>the mayor</source> <cue>said</cue>.",
    "<source>The mayor</source> shook his head: <claim mode='direct'>“We have lost the bridge and the mill.”</claim>",
    "The mayor said the bridge was gone. <claim mode='direct' source='The mayor' cue='null'>“We never had a chance to save it.”</claim>",
    "<claim mode='direct'>“We have lost the bridge [at Tal] and the mill,”</claim> <source>the mayor</source> <cue>said</cue>.",
    "<claim mode='direct'>“He said ‘go home’ and then they were gone,”</claim> <source>a guard</source> <cue>said</cue>.",
    "<claim mode='direct'>‘He said “go home” and then they were gone,’</claim> <source>a guard</source> <cue>said</cue>.",
    "<claim mode='direct'>“The first day was quiet.\n\n“The second day was not,”</claim> <source>a guard</source> <cue>said</cue>.",
    "<source>A guard</source> <cue>said</cue>: <claim mode='direct'>“The first day was quiet.\n\nThe second day was not.”</claim>",
    "<claim mode='direct'>“The farmers' wells are poisoned and the soldiers' camp is full,”</claim> <source>a guard</source> <cue>said</cue>.",
    "<claim mode='direct'>''We have lost the bridge and the mill,''</claim> <source>the mayor</source> <cue>said</cue>.",
]

CELLS = [
    '"<claim mode=\'direct\'>""We have lost the bridge and the mill,""</claim> <source>the mayor</source> <cue>said</cue>."',
    '"<source>The mayor</source> <cue>said</cue> the bridge was ""gone for good"" and left."',
]

NOT_SPEECH = [
    "The “liberated” quarter was empty.",
    "The novel “War and Peace” lay on the table.",
    "The so-called “Lions of the Valley” left the town.",
    'It was 5" wide and 6" long.',
    "They don't know the soldiers' names.",
    "She wrote three novels before the war.",
    "The column stated its aims.",
    "They added two rooms to the clinic.",
    "The shelling continued all night.",
    "The convoy reached the town at noon.",
    "The order was lost.",
    "He put the sacks at the gate.",
    "Even if the army tells them to leave, the road is mined.",
    "Nobody can tell how the fire began.",
    "The report was late.",
    "The call was cut off.",
    "Demand for bread rose.",
    "A boat appeared on the river.",
]

TO = [
    "<source>The governor</source> <cue>promised</cue> <claim status='planned'>to rebuild the school</claim>.",
    "<source>The governor</source> <cue>vowed</cue> <claim status='planned'>to rebuild the school</claim>.",
    "<source>The governor</source> <cue>pledged</cue> <claim status='planned'>an offensive in the south</claim>.",
    "<source>The army</source> <cue>plans</cue> <claim status='planned'>to open the road</claim>.",
    "<source>The envoy</source> <cue>urged</cue> both sides <claim status='demanded'>to spare the wells</claim>.",
    "<source>The envoy</source> <cue>called on</cue> both sides <claim status='demanded'>to spare the wells</claim>.",
    "<source>The envoy</source> <cue>called for</cue> <claim status='demanded'>a truce</claim>.",
    "<source>The envoy</source> <cue>appealed</cue> to all families for <claim status='demanded'>a truce at noon</claim>.",
    "<source>The general</source> <cue>ordered</cue> his men <claim status='demanded'>to hold the hill</claim>.",
    "<source>The clans</source> <cue>want</cue> the garrison <claim status='demanded'>to leave</claim>.",
    "<source>The opposition</source> <cue>demanded</cue> <claim status='demanded'>an open inquiry</claim>.",
    "<source>The opposition</source> <cue>demanded</cue> that <claim status='demanded'>the governor go</claim>.",
    "<source>The envoy</source> <cue>recommended</cue> that <claim status='demanded'>the troops withdraw</claim>.",
    "<source>The captain</source> <cue>threatened</cue> <claim status='planned'>to burn the mill</claim>.",
]

OTHERS = [
    "<cue>According to</cue> <source>the mayor</source>, <claim>the bridge is gone</claim>.",
    "<claim>The bridge is gone</claim>, <cue>according to</cue> <source>the mayor</source>.",
    "<claim>The bridge is gone</claim>, <cue>according to</cue> <source>a guard who fled to the coast</source>.",
    "There were <hedge>reports</hedge> of <claim source='unnamed' status='hedged'>shots near the port</claim>.",
    "There is <hedge>speculation</hedge> that <claim source='unnamed' status='hedged'>the garrison has left</claim>.",
    "They turned down <source>the governor</source>'s <cue>demand</cue> that <claim source='the governor' status='demanded'>the wells must open</claim>.",
    "Nobody trusts <source>the governor</source>'s <cue>promise</cue> <claim status='planned'>to rebuild the school</claim>.",
    "<claim source='unnamed' status='hedged' cue='reported'>The convoy <hedge>was reported</hedge> to have left</claim>.",
    "<claim source='unnamed' status='hedged' cue='believed'>The captain <hedge>is believed</hedge> to be abroad</claim>.",
    "<claim source='unnamed' status='hedged' cue='thought'>The captain <hedge>is thought</hedge> to be asleep</claim>.",
    "<claim source='unnamed' status='forecast' cue='expected'>The convoy is expected to arrive on Friday</claim>.",
    "<claim source='unnamed' status='asserted' cue='accused'>The brigade has been accused of burning the mill</claim>.",
    "<claim source='The brigade' cue='claimed responsibility'>The brigade claimed responsibility for the blast</claim>.",
    "<source>The clans</source> do not <cue>endorse</cue> <claim status='denied'>the truce</claim>.",
    "Twenty houses burned, which the guards call a lie. Police said so.",
    "<source>The mayor</source> <cue>said</cue> <claim source='The mayor'>twenty houses had burned</claim>, which <source>the guards</source> <cue>deny</cue>.",
    "The number of carts they say are near the dam has grown.",
]

RELAYS = [
    "<source>The army</source> <cue>told Reuters</cue> that <claim source='The army' via='Reuters'>two depots had burned</claim>.",
    "The radio <cue>quoted a guard as saying</cue> <claim source='a guard' via='The radio'>two depots had burned</claim>.",
    "<source>The general</source> was <cue>quoted as saying</cue> <claim source='The general'>two depots had burned</claim>.",
    "“We have lost the bridge and the mill,” the radio quoted a guard as saying.",
    "<claim source='the army' via='Reuters'>Two depots burned</claim>, the army said, according to Reuters.",
    "The mayor <cue>said</cue> <claim via='The mayor' source='a count of the bakers’ guild'>90 people had left</claim>, citing a count of the bakers’ guild.",
]

STATUS = [
    "<source>The army</source> <cue>denied</cue> that <claim status='denied'>its guns had fired</claim>.",
    "<source>The rebels</source> <cue>rejected</cue> <claim status='denied'>the offer of a truce</claim>.",
    "The mayor said <claim status='forecast'>the front would freeze</claim>.",
    "The mayor said <claim status='planned'>he would rebuild the school</claim>.",
    "The mayor said <claim status='forecast' hedge='might'>the front might freeze</claim>.",
    "The mayor said <claim status='demanded'>the garrison must leave</claim>.",
    "The mayor said <claim status='denied'>the bridge had not fallen</claim>.",
    "<source>Both shepherds</source> <cue>believe</cue> <claim status='hedged'>the shots came from the ridge</claim>.",
    "A guard <hedge>reportedly</hedge> said <claim status='hedged'>the bridge had fallen</claim>.",
    "<source>Analysts</source> <cue>predict</cue> that <claim status='forecast'>the front will freeze</claim>.",
    "The mayor said that <claim status='asserted'>the bridge had fallen</claim> and that <claim status='forecast'>the mill would be next</claim>.",
    "<claim status='denied'>“That is untrue, and you know it,”</claim> the mayor said.",
]

HEDGED = [
    "<claim source='author' status='hedged' cue='null' hedge='reportedly'>Three boats were reportedly seized at the pier</claim>.",
    "<claim source='author' hedge='allegedly'>A boy was allegedly shot near the well</claim>.",
    "<hedge>Presumably</hedge> <claim source='author'>the crew is asleep</claim>.",
    "<claim source='author' hedge='appears'>The fire appears to have begun in the mill</claim>.",
    "<hedge>It is unclear</hedge> <claim source='author'>who opened the gate</claim>.",
    "<hedge>It remains unclear</hedge> whether <claim source='author'>the raid caused any deaths</claim>.",
    "<claim source='author' status='hedged' hedge='is not clear'>The cause of the leak is not clear</claim>.",
    "Dozens fell in the raid, <hedge>reportedly</hedge> <claim source='author'>led by the captain</claim>.",
]


@pytest.mark.parametrize("marked", [*BEFORE, *AFTER, *QUOTED, *CELLS, *TO, *OTHERS, *RELAYS, *STATUS, *HEDGED])
def test_claim(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_no_claim(text: str) -> None:
    check(text, layer="claims")
