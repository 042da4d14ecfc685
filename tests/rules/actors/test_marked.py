# ruff: noqa: E501
"""Actors in marked text: who is found, under which name, and what is nobody."""

import time

import pytest

from tests.marks import actors_of, check

TITLES = [
    "<actor name='Adel Karim' kind='person'>Defence Minister Adel Karim</actor> said the road was open.",
    "<actor name='Adel Karim'>Norland's Deputy Foreign Minister Adel Karim</actor> said the road was open.",
    "<actor name='Viktor Orlov' gender='m'>Russia's Deputy Defence Minister Viktor Orlov</actor> denied it.",
    "<actor name='Ramon Ilagan'>Lt. Col. Ramon Ilagan</actor> told reporters that the bridge held.",
    "<actor name='Ramon Ilagan'>Maj. Gen. Ramon Ilagan</actor> told reporters that the bridge held.",
    "<actor name='Pieter Brandt'>Prof. Pieter Brandt</actor> said the siege would go on.",
    "<actor name='Okello' gender='m'>Mr Okello</actor> said no lorry came.",
    "<actor name='Lindqvist' gender='f'>Mrs Lindqvist</actor> said no lorry came.",
    "<actor name='Astrid Lindqvist'>UN envoy Astrid Lindqvist</actor> met the mayor.",
    "<actor name='Karim Sabri'>Sheikh Karim Sabri</actor> called for calm.",
    "<actor name='Jorge Maza'>Secretary of State Jorge Maza</actor> arrived on Monday.",
    "<actor name='Jorge Maza'>Minister of Information Jorge Maza</actor> said so.",
    "<actor name='Jorge Maza'>Interior Ministry spokesman Jorge Maza</actor> said so.",
    "<actor name='Leila Haddad'>Foreign Ministry Spokeswoman Leila Haddad</actor> said so.",
    "<actor name='Hassan al-Tamimi'>army chief Hassan al-Tamimi</actor> warned of reprisals.",
    "<actor name='Hassan al-Tamimi'>Syrian President Hassan al-Tamimi</actor> warned of reprisals.",
    "<actor name='Omar bin Saleh'>the analyst Omar bin Saleh</actor> expects a siege.",
    "<actor name='Tomas Reyes'>Police chief Tomas Reyes</actor> said three men were held.",
    "<actor name='Ana Duarte' gender='f'>Ana Duarte</actor>, who runs the clinic, said it was full.",
    "The order came from <actor name='Yusuf Warsame'>General Yusuf Warsame</actor> himself.",
]
SAME = [
    "<actor name='Sergei Antonov'>Foreign Minister Sergei Antonov</actor> spoke. <actor name='Sergei Antonov'>Antonov</actor> said no.",
    "<actor name='Sergei Antonov'>Antonov</actor> spoke first. Later <actor name='Sergei Antonov'>Sergei Antonov</actor> said no.",
    "<actor name='Sergei Antonov'>Sergei Antonov</actor> spoke. <actor name='Sergei Antonov'>Mr Antonov</actor> said no.",
    "<actor name='Sergei Antonov'>Sergei Antonov</actor> spoke. <actor name='Sergei Antonov'>Minister Antonov</actor> said no.",
    "<actor name='Sergei Bakhtin'>Sergei Bakhtin</actor> spoke. <actor name='Ivan Bakhtin'>Ivan Bakhtin</actor> did not speak.",
    "<actor name='Moussa al-Rahmani'>Moussa al-Rahmani</actor> spoke. <actor name='Moussa al-Rahmani'>Al-Rahmani</actor> said no.",
    "<actor name='Adel Karim'>Defence Minister Adel Karim</actor> spoke. <actor name='Adel Karim'>The minister</actor> said no.",
    "<actor name='Adel Karim'>Prime Minister Adel Karim</actor> spoke. <actor name='Adel Karim'>The prime minister</actor> said no.",
    "Defence Minister Adel Karim spoke. Health Minister Ana Duarte too. <actor name='The minister'>The minister</actor> said no.",
    "Vice President Adel Karim spoke. <actor name='The president'>The president</actor> said no.",
    "<actor name='Adel Karim'>Adel Karim</actor>, <actor name='Adel Karim'>a spokesman for the port</actor>, said no.",
    "<actor name='Adel Karim'>A spokesman for the border guard</actor>, <actor name='Adel Karim'>Adel Karim</actor>, said no.",
    "<actor name='Adel Karim'>The port's director</actor>, <actor name='Adel Karim'>Adel Karim</actor>, said no.",
    "<actor name='Zoltan Farkas'>Zoltan Farkas</actor>, <actor name='Zoltan Farkas'>the mayor</actor>, said no.",
]  # fmt: skip
SLIPS = [
    "Minister Pavel Zhdanov spoke. <actor name='Pavel Zhdanov'>Zhadnov</actor> said no. Zhdanov left.",
    "General Martin Hallowell spoke. <actor name='Martin Hallowell'>Hallowel</actor> said no. Hallowell left.",
    "Rosa Villamor spoke. <actor name='Rosa Villamor'>Villamar</actor> said no. Villamor left.",
    "Minister Temesgen Haileselassie spoke. <actor name='Temesgen Haileselassie'>Haileselasie</actor> said no.",
    "Sergei Petrenko spoke. <actor name='Sergei Petrenko'>Sergey Petrenko</actor> said no.",
    "Ali Rahman spoke. <actor name='Omar Rahmat'>Omar Rahmat</actor> said no.",
    "Petrov and Petrova: Ivan Petrov spoke twice. Petrov left. <actor name='Anna Petrova'>Anna Petrova</actor> said no.",
    "Ali Khan spoke. <actor name='Kahn'>Mr Kahn</actor> said no.",
]
PRONOUNS = [
    "Carlos Benavente fled. <actor name='Carlos Benavente' gender='m'>He</actor> said the wall fell.",
    "Fatima Noori fled. <actor name='Fatima Noori' gender='f'>She</actor> said the wall fell.",
    "Carlos Benavente met Fatima Noori. <actor name='Fatima Noori'>She</actor> said the wall fell.",
    "Fatima Noori met Carlos Benavente. <actor name='Carlos Benavente'>He</actor> said the wall fell.",
    "Minister Adel Karim said <actor name='Adel Karim'>he</actor> would go.",
    "Mr Okello said <actor name='Okello'>he</actor> would go.",
    "The rebels left. <actor name='The rebels'>They</actor> said the town was empty.",
    "Two men who crossed the river said <actor name='Two men who crossed the river'>they</actor> saw tanks.",
    "The charity closed its clinic. <actor name='The charity'>It</actor> said the road was mined.",
    "The army said <actor name='The army'>it</actor> had seized the hill.",
    "Police met Ana Duarte and asked <actor name='Ana Duarte'>her</actor> for a list.",
    "The residents waved and the soldiers shot at <actor plural='True'>them</actor>.",
    "<actor name='A nurse'>A nurse</actor>, <actor name='A nurse'>who</actor> gave no name, said so.",
    "<not layer='actors'>It</not> was raining.",
    "<not layer='actors'>It</not> is not known how many died.",
    "The bridge fell. <not layer='actors'>He</not> said nothing.",
    "<not layer='actors'>I</not> saw nothing, and <not layer='actors'>we</not> heard nothing.",
    "Ana Duarte spoke. The wall is old. <actor name='Ana Duarte'>She</actor> said more would follow.",
    "Ana Duarte spoke. <not layer='actors'>He</not> said more would follow.",
]
BODIES = [
    "<actor name='Doctors Without Borders (MSF)'>Doctors Without Borders (MSF)</actor> said so. <actor name='Doctors Without Borders (MSF)'>MSF</actor> left.",
    "<actor name='The Valley Relief Fund (VRF)'>The Valley Relief Fund (VRF)</actor> said so. <actor name='The Valley Relief Fund (VRF)'>VRF</actor> left.",
    "<actor name='The UN' kind='organisation' roster='un'>The UN</actor> said so.",
    "<actor name='The United Nations' roster='un'>The UN</actor> said so. <actor name='The United Nations'>The United Nations</actor> left.",
    "<actor name='Da’esh' kind='group' roster='isis'>Da’esh</actor> claimed the attack.",
    "<actor name='Islamic State' roster='isis'>IS</actor> claimed it. <actor roster='isis'>Islamic State</actor> left.",
    "<actor kind='agency' roster='reuters'>Reuters</actor> reported three dead.",
    "A source told <actor kind='agency' roster='reuters'>Reuters</actor> that three died.",
    "<actor kind='agency' roster='tass'>TASS</actor> quoted the envoy.",
    "<actor kind='agency' name='Port Sorrow Gazette'>Port Sorrow Gazette</actor> wrote that three died.",
    "<actor kind='organisation' name='the Ministry of Peace'>the Ministry of Peace</actor> rejected it.",
    "<actor kind='group' name='The Free Valley Front'>The Free Valley Front</actor> attacked a post.",
    "<actor kind='force'>The Third Coastal Brigade</actor> attacked a post.",
    "<actor kind='organisation' roster='sohr'>The Syrian Observatory for Human Rights</actor> counted nine.",
    "<actor kind='group' roster='taliban'>The Taliban</actor> said it was theirs.",
    "<actor kind='group' roster='al-shabaab'>Al Shabaab</actor> attacked a convoy.",
    "<actor kind='organisation' roster='amnesty'>Amnesty International</actor> accused the guards.",
    "<actor kind='organisation' roster='kremlin'>The Kremlin</actor> denied it.",
    "<actor kind='force' plural='True'>Iraqi security forces</actor> entered the town.",
    "<actor kind='force'>the Syrian army</actor> entered the town.",
    "<actor kind='force'>the US-led coalition</actor> bombed the depot.",
]
STATES = [
    "<actor name='Russia' kind='state' roster='RU'>Russia</actor> said the pause would hold.",
    "<actor name='Syria' kind='state'>Syria</actor> accuses <actor name='Israel' kind='state'>Israel</actor> of a raid.",
    "The raid was ordered by <actor kind='state'>Israel</actor>.",
    "The army fights <not layer='actors'>in Syria</not>.",
    "Trucks came <not layer='actors'>from Turkey</not> at noon.",
    "<actor kind='state' name='The United States'>The United States</actor> sent ships.",
    "<actor name='Washington'>Washington</actor> said the pause would hold.",
    "Rain fell on <not layer='actors'>Washington</not>.",
    "The ministers <not layer='actors'>of May</not> and <not layer='actors'>June</not> resigned.",
]
ROWS = [
    "The Serbs and the Croats met. <actor name='The Serbs and the Croats'>They</actor> said no.",
    "<actor plural='True' name='The Serbs, the Croats and the Bosniaks'>The Serbs, the Croats and the Bosniaks</actor> claim it.",
    "<actor name='The Syrians' kind='people' plural='True'>The Syrians</actor> and the Iranians claim it.",
    "<actor plural='True' kind='state'>Russia and Turkey</actor> agreed on a pause.",
    "<actor plural='True' kind='people'>A baker and two sons</actor> were killed.",
    "<actor plural='True' kind='person'>Ana Duarte and Carlos Benavente</actor> said so.",
    "<actor plural='True'>Soldiers, police and volunteers</actor> searched the ruins.",
    "Ana Duarte, <actor name='Ana Duarte'>the mayor</actor>, and <actor name='Carlos Benavente'>Carlos Benavente</actor> said so.",
]
DESCRIPTIONS = [
    "<actor kind='person'>A midwife who walked to Tal Omar</actor> said the ward was full.",
    "<actor kind='person'>a shopkeeper near the mill</actor> said the guns never stopped.",
    "<actor kind='people' plural='True'>Two boys who hid in the loft on Sunday</actor> said the guns never stopped.",
    "<actor kind='force' plural='True'>Police</actor> said three men were held.",
    "<actor kind='organisation'>The ministry</actor> said nine died.",
    "<actor kind='organisation'>the health ministry</actor> said nine died.",
    "<actor kind='people' plural='True'>Some lawmakers</actor> demanded a vote.",
    "<actor kind='people' plural='True'>Officials</actor> said nine died.",
    "<actor kind='people' plural='True'>Residents of the old town</actor> said nine died.",
    "<actor kind='people' plural='True'>Witnesses from the port</actor> said nine died.",
    "<actor kind='force'>the army</actor> said nine died.",
    "<actor kind='group' plural='True'>Rebels</actor> shot down a jet.",
    "<actor kind='group' plural='True'>the Jihadis</actor> shot down a jet.",
    "<actor kind='person'>A source within the Interior Ministry</actor> said nine died.",
    "<actor kind='person'>A colonel in Marka</actor> said nine died.",
    "<actor kind='person'>An ambulance driver</actor> said nine died.",
    "<actor kind='agency'>State television</actor> said nine died.",
    "<actor kind='people' plural='True'>at least 19 people</actor> died.",
    "The blast killed <actor plural='True'>two soldiers</actor> on the bridge.",
    "Snow fell on <not layer='actors'>the road to the north</not>.",
    "<not layer='actors'>The offensive</not> began in <not layer='actors'>October</not>.",
    "<not layer='actors'>Smoke</not> rose behind <not layer='actors'>the hospital</not>.",
]


@pytest.mark.parametrize("marked", TITLES + SAME + SLIPS + PRONOUNS + BODIES + STATES + ROWS + DESCRIPTIONS)
def test_actors(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "<not layer='actors'>Heavy Shelling Hits Northern Towns As Winter Nears</not>",
        "<actor kind='group' name='Taliban'>Taliban</actor> Seize Second Town In Two Days",
    ],
)
def test_headline(marked: str) -> None:
    check(marked, kind="headline")


REGRESSIONS = [
    "A shopkeeper near Harbour Gate said no. <actor name='A shopkeeper near Harbour Gate'>He</actor> left.",
    "<actor name='The firm that guards it'>The firm that guards it</actor> said no.",
    "<actor name='Robert F. Marlow'>Robert F. Marlow</actor> said no. <actor name='Robert F. Marlow'>Marlow</actor> left.",
    "The coalition, which includes <actor kind='state' plural='True'>France, Jordan and Turkey</actor>, bombed a depot.",
    "<actor name='Omar'>The general's aide Omar</actor> spoke. <actor name='The general'>The general</actor> did not.",
    "Ana Duarte told <actor name='a reporter'>a reporter</actor> that <actor name='Ana Duarte'>she</actor> was fine.",
    "<actor kind='people'>Sources close to the presidency</actor> said no. <actor kind='people'>They</actor> left.",
    "<actor kind='person'>One official</actor> said nobody fled.",
    "<actor kind='person'>The Coastal Coordinator</actor> appeals for calm.",
    "The truce was broken by <actor kind='group' plural='True'>both sides</actor>.",
    "<actor name='Viktor Orlov'>Norland's envoy to the UN</actor>, <actor name='Viktor Orlov'>Viktor Orlov</actor>, left.",
    "<actor name='Adel Karim'>The chief of the Norland navy</actor>, <actor name='Adel Karim'>Adel Karim</actor>, left.",
    "<actor kind='people'>Those who stayed</actor> said no. <actor kind='people'>Many</actor> told AFP so.",
    "Police held two men and took <actor name='two men'>them</actor> to the mill.",
    "The rebels and the army met. It said <actor name='The rebels and the army'>they</actor> had agreed.",
    "Ana Karim spoke. <actor name='Ana Karim'>Ms Karim</actor> left. Omar Karim spoke. <actor name='Omar Karim'>Karim</actor> left.",
    "By <not layer='actors'>the time</not> <actor name='Okello'>Mr Okello</actor> left, the rest had fled.",
    "<actor kind='organisation' name='The Delta Casualty Monitor'>The Delta Casualty Monitor</actor> counted nine.",
    "They cited <not layer='actors'>Resolution</not> 77 and <not layer='actors'>the Zalin Accords</not>.",
    "Jets left <not layer='actors'>the Admiral Norden</not> at dawn.",
    "He was <actor name='the son of Karim Saleh'>the son of Karim Saleh</actor>; <actor name='Karim Saleh'>Karim Saleh</actor> died.",
    "Bombs fell in <not layer='actors'>Tariq al-Zalin</not> and near <not layer='actors'>Victoria Park</not>.",
    "They accused <actor>the army</actor> of theft and urged <actor kind='organisation'>Damascus</actor> to act.",
    "<not layer='actors'>WHAT WE ASK FOR</not>",
    "<actor name='Abu Farouk'>Abu Farouk</actor>, <actor name='Abu Farouk'>a man who calls himself the emir</actor>, left.",
]


@pytest.mark.parametrize("marked", REGRESSIONS)
def test_more_actors(marked: str) -> None:
    check(marked)


def test_time_grows_with_length_only() -> None:
    """One sentence of 20,000 words of each awkward sort is read in a few seconds, not in minutes."""
    for words in ("men, ", "a man who ", "the ", "Ab ", "(UN) ", "X and ", "Iran, ", "Iran and "):
        started = time.process_time()
        actors_of(words * 5_000)
        assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "weird", ["\u202eMr Okello", "Mr", "the", "(UN", "’s", "🜁 said", "He", "al-", "Lt. Col.", "A\u0301 B\u0301 said"]
)
def test_weird_text(weird: str) -> None:
    for actor in actors_of(weird):
        assert weird[actor.start : actor.end] == actor.text
