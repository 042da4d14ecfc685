# ruff: noqa: E501
"""Places: each sentence was written for the test; the marks say which words are a place, and what it is."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline import rules
from fogline.nouns import Place
from fogline.rules import places
from tests.marks import check, read

NAMED = [
    "Rebels shelled <place name='Aleppo' country='SY' level='town'>Aleppo</place> on Monday.",
    "The army entered <place name='Mosul' country='IQ' level='town'>Mosul</place> at dawn.",
    "A bomb went off near <place country='AF' level='town'>Kunduz</place> in the morning.",
    "Fighting went on in <place country='SY' level='town'>Homs</place> and <place country='SY' level='town'>Hama</place>.",
    "They drove from <place country='SY' level='town'>Idlib</place> to <place country='SY' level='town'>Latakia</place> in Syria.",
    "Troops left <place country='UA' level='town'>Bakhmut</place>, a town in Ukraine.",
    "The column passed through <place country='SO' level='town'>Baidoa</place>, Somalia.",
    "Gunmen raided a school in <place country='NG' level='town'>Maiduguri</place>, in the north-east of Nigeria.",
    "Shells landed in <place country='UA' level='area'>Donbas</place> for the third night.",
    "Aid lorries waited outside the <place country='PS' level='area'>Gaza Strip</place>.",
    "Drones crossed the <place level='area'>Golan Heights</place> at noon.",
    "Pirates took a tanker in the <place level='area'>Gulf of Aden</place>.",
    "The frigate sailed into the <place level='area'>Black Sea</place> on Friday.",
    "Hunger spread across <place country='SD' level='area'>Darfur</place> that year.",
    "Villages burned in <place country='ET' level='area'>Tigray</place> again.",
    "Guards were posted at <place country='IQ' level='site'>Baghdad International Airport</place>.",
    "Sappers found charges under the <place country='SY' level='site'>Tabqa Dam</place>.",
    "Trucks queued at the <place country='SY' level='site'>Bab al-Hawa crossing</place>.",
    "Jets took off from <place country='TR' level='site'>Incirlik air base</place> at night.",
    "Families reached <place country='JO' level='site'>Zaatari camp</place> on foot.",
    "The monitors met in <place level='country' country='SY'>Syria</place> last week.",
    "Violence grew across <place level='country' country='IQ'>Iraq</place> in spring.",
]

DIVISIONS = [
    "Clashes broke out in <place name='Latakia' country='SY' level='admin1'>Latakia province</place> on Monday.",
    "Aid reached the <place country='SY' level='admin1'>governorate of Idlib</place> in Syria.",
    "Police searched homes in <place country='AF' level='admin1'>Helmand province</place>.",
    "Two soldiers died in <place country='IQ' level='admin1'>Anbar</place>, Iraq.",
    "Rockets hit <place country='UA' level='admin1'>Kharkiv region</place> and its roads.",
    "The river burst its banks in <place country='AF' level='admin1'>Wardak province</place>.",
    "Farms burned in <place country='MM' level='admin1'>Rakhine state</place> overnight.",
]

PARTS = [
    "Barrel bombs fell on <place part='east' level='town'>eastern Aleppo</place> on Monday.",
    "Smoke rose over <place part='west' level='town'>western Mosul</place> all day.",
    "Cars were searched in <place part='central' level='town'>central Baghdad</place>.",
    "The front moved in <place part='north' level='area' country='SY'>northern Syria</place>.",
    "Militias roam <place part='north-west' level='area' country='SY'>north-western Syria</place>.",
    "Locusts came to <place part='south' level='area' country='SO'>southern Somalia</place>.",
    "Shells hit the <place level='district'>Damascus suburbs</place> before noon.",
    "Snipers held the <place level='district' part='north'>northern suburbs of Ramadi</place>.",
    "Tanks stood in the <place level='district' part='west'>western outskirts of Mosul</place>.",
    "Ships gathered off the <place country='SY' level='area'>Syrian coast</place>.",
]

SPELT = [
    "In Syria, planes struck <place country='SY' name='Kafranbel'>Kfar Nabel</place> twice; Syrian medics counted nine dead.",
    "Syrian rebels said they were in <place country='SY' level='town'>Kafr Nabl</place>.",
    "Syrian state television showed <place country='SY'>Raqqah</place>, a city in Syria.",
    "The Ethiopian army entered <place country='ET' level='town'>Mekelle</place>, a city in Ethiopia.",
    "The Ethiopian army shelled <place country='ET' level='town'>Mek'ele</place>, a city in Ethiopia.",
    "Yemeni boats left <place country='YE'>Hodeida</place>, a port in Yemen.",
    "They met in <place country='SY' level='town'>DEIR EZ-ZOR</place>, Syria.",
]

CHOSEN = [
    "Libyan militias fought in <place country='LY' level='town'>Tripoli</place> as Libya voted.",
    "Lebanese troops deployed in <place country='LB' level='town'>Tripoli</place> after Lebanon closed the border.",
    "Syrian rebels fled <place country='SY' level='town'>Hama</place>, Syria.",
    "A fire broke out in <place country='US' level='town'>Tripoli</place>, Iowa.",
    "The Iraqi city of <place country='IQ' level='town'>Mosul</place> was quiet.",
    "Farmers in <place country='CO' level='town'>Cartagena</place>, Colombia, marched.",
    "Spanish police closed roads in <place country='ES' level='town'>Cartagena</place>, Spain.",
    "Buses burned in <place country='VE' level='town'>Valencia</place>, Venezuela.",
]

FRAMED = [
    "They fled the village of <place lat='null' level='town'>Qarzumiya</place> at night.",
    "Nobody had been seen in <place lat='null'>Tarbakhel</place> since then.",
    "A lorry exploded at the <place rule='places.located' country='SO' level='site'>Bilad Hawo hotel</place> in Mogadishu, Somalia.",
    "He was shot at <place rule='places.located' country='AF' level='site'>Zarghun roundabout</place> in Kabul, Afghanistan.",
    "The village of <place rule='places.located' country='IQ'>Qarzumiya</place>, about 20 km (12 miles) south of Mosul, was empty.",
    "People in <place rule='places.located' country='SY'>Tarbakhel</place>, 15km north of Aleppo, heard jets.",
    "A convoy was hit <place rule='places.relative' level='town'>62km (39 miles) east of Basra</place>, Iraq.",
    "The wreck lies <place rule='places.relative'>thirty miles west of Kabul</place>.",
]

WHOLE = [
    "Trucks burned on the <place rule='places.route' level='site' country='AF'>Kabul–Kandahar highway</place> in Afghanistan.",
    "Mines lay on the <place rule='places.route' country='IQ'>Baghdad-Basra road</place> in Iraq.",
    "Families slept along the <place rule='places.border' level='area'>Iraqi-Syrian border</place>.",
    "They drove to <place rule='places.located' level='site' country='LY'>Pilgrims' Square</place> in Tripoli, Libya.",
    "A van blew up at the <place rule='places.located' country='IQ'>Jordan Hotel</place> in Baghdad, Iraq.",
    "Shells fell on <place part='west' country='IQ'>western rural Mosul</place> in Iraq.",
    "Shells fell in <place part='east' level='district'>Mosul's eastern outskirts</place> in Iraq.",
    "Storms spread in the <place part='south' level='area' country='LY'>south of Libya</place> again.",
    "Congolese rebels took <place country='CD' level='town'>Sake</place>, west of Goma.",
    "Iraqi towns including <place country='IQ' level='town'>Zummar</place> were empty.",
    "They were driven out of <place country='SY' level='town'>Kobane</place>, said the Iraqi army in Baghdad.",
    "Delegates flew to <place name='New York City' level='town'>New York</place> on Friday.",
    "Boats left the <place name='Red Sea' level='area'>Red Sea</place> port of <place level='town'>Massawa</place>, Eritrea.",
    "Donors had met at the <place country='GB'>London</place> conference.",
]

NOT = [
    "President <not layer='places'>Lincoln Hastings</not> spoke for an hour.",
    "The novels of <not layer='places'>Jack London</not> were read aloud.",
    "Guests photographed <not layer='places'>Paris Hilton</not> at the gate.",
    "Colonel <not layer='places'>Homs</not> saluted.",
    "The <not layer='places'>Aleppo Media Centre</not> filmed it.",
    "The Central <not layer='places'>Bank of Syria</not> printed notes.",
    "Fighters of <not layer='places'>Islamic State of Iraq and the Levant</not> fled.",
    "<not layer='places'>Moscow said</not> that talks would go on.",
    "<not layer='places'>Washington warned</not> that time was short.",
    "The deal was brokered by <not layer='places'>Tehran</not> in secret.",
    "<not layer='places'>Russia</not> said nothing.",
    "<not layer='places'>Afghanistan's</not> army fought on.",
    "Most <not layer='places'>Syrians</not> stayed; the <not layer='places'>Iraqi</not> army left.",
    "<not layer='places'>Both</not> sides and the <not layer='places'>Police</not> waited until <not layer='places'>March</not>.",
    "<not layer='places'>Nice</not> words, he thought, while <not layer='places'>Reading</not> them.",
    "<not layer='places'>Many</not> came, <not layer='places'>None</not> stayed.",
    "The <not layer='places'>Houthis</not> fired again, and the <not layer='places'>Houthi</not> fire was answered.",
    "The <not layer='places'>White House</not> had no comment.",
    "It appeared in the <not layer='places'>Kabul Times</not> on <not layer='places'>Nov.</not> 4.",
    "According to <not layer='places'>Reuters</not>, nobody was hurt.",
    "The <not layer='places'>Oxford University Press</not> printed it.",
    "A <not layer='places'>Baghdad-based</not> lawyer spoke to the <not layer='places'>Basra-born</not> judge.",
    "The <not layer='places'>Baghdad government</not> and the <not layer='places'>Kurdistan regional government</not> met.",
    "Nobody kept the <not layer='places'>Minsk agreements</not>; the <not layer='places'>Mosul brigade</not> left.",
    "The clip had been posted on <not layer='places'>ClipHub</not> and in <not layer='places'>ViewTube</not> before.",
    "She had taught at the <not layer='places'>University of Leeds</not>.",
    "The mayor of Basra, <not layer='places'>Orhan Qertiko</not>, said no.",
    "He is from the <not layer='places'>SDF</not> and hates the <not layer='places'>UN</not>.",
]


@pytest.mark.parametrize("marked", [*NAMED, *DIVISIONS, *PARTS, *SPELT, *CHOSEN, *FRAMED, *WHOLE, *NOT])
def test_marked(marked: str) -> None:
    check(marked)


def found(text: str) -> dict[str, Place]:
    return {place.text: place for place in read(text).places}


def test_a_point_is_moved_into_its_part() -> None:
    places_ = found("Fighting spread in northern Syria and in southern Syria.")
    north, south = places_["northern Syria"], places_["southern Syria"]
    assert north.lat is not None
    assert south.lat is not None
    assert north.lat > south.lat + 1


def test_a_distance_is_reckoned() -> None:
    place = found("The truck burned 100 km north of Baghdad, Iraq.")["100 km north of Baghdad"]
    assert place.lat is not None
    assert place.lon is not None
    assert abs(place.lat - (33.34 + 0.9)) < 0.05
    assert abs(place.lon - 44.4) < 0.05
    assert place.radius_km == 20
    assert place.geonameid is None


def test_one_sense_a_report() -> None:
    text = (
        "Tripoli was calm.\n\nLibyan guards patrolled in Tripoli. Nobody in Tripoli slept, and Libya held its breath."
    )
    assert {place.country for place in read(text).places if place.text == "Tripoli"} == {"LY"}


def test_every_mention_counts() -> None:
    text = "Rebels left Idlib. They had held Idlib for years, and Idlib was their last town in Syria."
    assert [place.text for place in read(text).places].count("Idlib") == 3


def test_every_rule_can_be_explained() -> None:
    text = (
        "Syrian planes hit eastern Aleppo, Homs and Kfar Nabel in Syria. A mine went off in the village of Qarzumiya. "
        "Shops at Zarghun junction in Homs were shut; a bus burned 20 km north of Hama."
    )
    rules_used = {place.rule for place in read(text).places}
    assert rules_used == {
        "places.named",
        "places.part_of",
        "places.respelt",
        "places.framed",
        "places.located",
        "places.relative",
    }
    for rule in rules_used:
        first = (getattr(rules.places, rule.removeprefix("places.")).__doc__ or "").split("\n")[0]
        assert first.endswith(".")
    assert all(place.why and place.why[0].note for place in read(text).places)


def test_the_reasons_are_plain_english() -> None:
    found_ = found("Rebels in Syria shelled western Aleppo, and a lorry burned on the Homs–Aleppo road.")
    assert [why.note for why in found_["western Aleppo"].why] == [
        "the report is about Syria",
        "moved 6 km west from the middle of Aleppo",
    ]
    assert [why.note for why in found_["Homs–Aleppo road"].why] == ["halfway between Homs and Aleppo"]


def test_a_dateline_is_context_only() -> None:
    assert read("TRIPOLI, Libya", kind="dateline").places == ()


def test_only_prose_is_read() -> None:
    assert read("Fighting in Aleppo, Syria.", kind="byline").places == ()
    assert read("Fighting in Aleppo, Syria.", kind="furniture").places == ()
    assert read("Fighting in Aleppo, Syria.", kind="caption").places != ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=12),
            st.sampled_from(
                [
                    "Aleppo,",
                    "in",
                    "of",
                    "the",
                    "village",
                    "Syria",
                    "km",
                    "20",
                    "north",
                    "(",
                    ")",
                    "—",
                    "“",
                    "Islamic",
                    "State",
                    "al-Bab",
                    "'s",
                    "province",
                    "Mr",
                ]
            ),
        ),
        max_size=30,
    )
)
def test_no_text_makes_it_raise(words: list[str]) -> None:
    text = " ".join(words)
    if not text:
        return
    last = -1
    for place in read(text).places:
        assert text[place.start : place.end] == place.text
        assert place.start >= last
        last = place.end
        assert (place.lat is None) == (place.lon is None)


def test_time_grows_with_length() -> None:
    once = (
        "Syrian planes hit eastern Aleppo and Homs on Monday, said Colonel Adnan Harb. In Latakia province, rebels entered "
        "the village of Qarzumiya, about 20 km north of Azaz. Moscow said that it knew of nothing.\n\n"
    )
    read(once * 5)

    def taken(times: int) -> float:
        started = time.perf_counter()
        read(once * times)
        return time.perf_counter() - started

    short, long = min(taken(20) for _ in range(3)), min(taken(200) for _ in range(2))
    assert long < 25 * short


@pytest.mark.parametrize(
    "text", ["Aleppo " * 20_000, "of the " * 20_000, "Al-" * 50_000, "A of " * 20_000, "( 5 km " * 20_000]
)
def test_hostile_lines_end_soon(text: str) -> None:
    from fogline.atlas import load_atlas
    from fogline.grammar import parse
    from fogline.grammar.tagger import load_tagger
    from fogline.roster import load_roster
    from fogline.rules.context import Context
    from tests.marks import report_of

    context = Context(prose=parse(report_of(text), load_tagger()), atlas=load_atlas(), roster=load_roster())
    started = time.perf_counter()
    places.find(context)
    assert time.perf_counter() - started < 5


def test_a_city_is_not_a_small_namesake_in_the_country_of_its_visitors() -> None:
    check("The US envoy said talks in <place country='CH'>Geneva</place> would go on. US officials met there.")
