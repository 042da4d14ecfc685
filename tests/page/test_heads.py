"""What stands above the first sentence, in the makes of wires, ministries, channels, portals, bulletins and blogs.

The blocks of the same pages are checked with all others in ``test_makes.py``.
"""

import pytest

from fogline.page import heads, open_page
from fogline.page.layout import unit
from tests.page.test_makes import opened

STATED: dict[str, tuple[str | None, str | None, str | None, str | None]] = {
    "head-agency-alone": ("Fighters leave northern Selmet", None, "ASSOCIATED PRESS", None),
    "head-agency-and-credits": ("Fighters leave northern Selmet", None, "COAST PRESS", None),
    "head-blog-day-before-name": ("Who fired on the bus?", None, "Hanna Brook", "2021-08-06"),
    "head-blog-with-categories": ("Who fired on the bus?", None, None, "2021-08-06"),
    "head-byline-in-parts": ("Fighters leave northern Selmet", None, "Staff reporters", "2021-08-06"),
    "head-byline-with-bullets": ("Fighters leave northern Selmet", None, "Aslan Merid", "2021-08-06"),
    "head-channel-post": ("‼️ Bus under fire near Selmet", None, None, None),
    "head-channel-with-subscribers": (None, "Selmet Military Administration", None, None),
    "head-council-statement": ("Security Council Press Statement on Attack in Ardenia", None, None, "2021-06-17"),
    "head-date-of-issue": ("Selmet Valley: cholera and fighting, situation at 16 June 2023", None, None, "2023-06-17"),
    "head-day-in-parts": ("Fighters leave northern Selmet", None, "Aslan Merid", "2021-08-06"),
    "head-day-then-update": ("Fighters leave northern Selmet", None, None, "2021-08-06"),
    "head-issued-with-a-sentence": ("Selmet weekly security note, 10-16 June 2023", None, None, "2023-06-17"),
    "head-letter-by-mail": ("The bus, the mayor and the bridge", "The Valley Brief", "Hanna Brook", "2021-08-06"),
    "head-portal-of-bulletins": (
        "Ardenia: Humanitarian needs in Selmet, Flash Update #3 (17 June 2023)",
        "Valley Relief Council",
        None,
        "2023-06-17",
    ),
    "head-printed-bulletin": ("Situation report on the displaced of Selmet", "Ardenia Crisis Cell", None, "2023-06-17"),
    "head-regional-paper": (
        "Four die as bus comes under fire near Selmet",
        "THE ARDENA HERALD",
        "ASLAN MERID",
        "2021-08-07",
    ),
    "head-report-date": ("Protection monitoring, Selmet", None, None, "2023-06-17"),
    "head-secretariat-page": (
        "Secretary-General Condemns Attack on Bus in Ardenia",
        "United Nations",
        None,
        "2021-06-17",
    ),
    "head-standfirst-and-caption": (
        "Bus ambush near Selmet: what we know",
        None,
        "ASLAN MERID, RUTH OKELLO",
        "2021-08-06",
    ),
    "head-statement-of-a-ministry": (
        "Statement on the shelling of the market in Selmet",
        "Ministry of Foreign Affairs of Ardenia",
        None,
        "2023-06-17",
    ),
    "head-statement-with-its-place": (
        "Statement by the Minister of Defence",
        "Ministry of Defence",
        None,
        "2023-06-17",
    ),
    "head-weekly-count": (
        "Weekly count of civilians killed in Selmet district, 10-16 June 2023",
        "Valley Network for Human Rights",
        None,
        "2023-06-18",
    ),
    "head-wire-corrected": (
        "CORRECTED-Shells fall on the market of Selmet, nine dead",
        "Coast Agency",
        None,
        "2021-08-06",
    ),
    "head-wire-correction-slug": ("CORRECTION - Shells fall on Selmet as envoys meet", None, None, "2021-08-06"),
    "head-wire-on-the-web": ("Bus ambush kills four in southern Ardenia - mayor", None, "Aslan Merid", "2021-08-06"),
    "head-wire-refile": ("REFILE-WRAPUP 3-Shells fall on Selmet as envoys meet", None, None, None),
    "head-wire-update": (
        "UPDATE 2-Shells fall on the market of Selmet, nine dead",
        "Coast Agency",
        "Aslan Merid and Ruth Okello",
        None,
    ),
    "head-wire-with-initials": (
        "Bus ambush kills four in southern Ardenia: mayor",
        "Coast Valley Agency",
        "Aslan Merid",
        "2021-08-06",
    ),
    "head-wire-with-slashes": ("Army says four killed as bus comes under fire near Selmet", None, None, None),
    "head-wire-with-source": (
        "Four killed as bus comes under fire in southern Ardenia",
        "Coast Newswire",
        None,
        "2021-08-06",
    ),
}


@pytest.mark.parametrize("name", sorted(STATED))
def test_what_a_head_states(name: str) -> None:
    report = opened(name)
    day = report.published.value if report.published else None
    assert (report.title, report.outlet, report.author, day) == STATED[name]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("UPDATE 2-Shells fall on Selmet", True),
        ("REFILE-UPDATE 3-Shells fall on Selmet", True),
        ("EXCLUSIVE-Army knew of the bus", True),
        ("RPT-Shells fall on Selmet", True),
        ("CORRECTED-(OFFICIAL)-Shells fall on Selmet", False),
        ("UPDATE, 5 p.m.: Two more buses have left.", False),
        ("UPDATE 5 p.m. - Two more buses have left the town.", False),
        ("Updated figures for the shelling of Selmet", False),
        ("FACTBOX", False),
    ],
)
def test_slugged(line: str, wanted: bool) -> None:
    assert heads.slugged(unit(line)) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Ministry of Foreign Affairs of Ardenia", True),
        ("Office of the High Commissioner for the Valley", True),
        ("The Permanent Mission of Ardenia to the League of Nations", True),
        ("United Nations", True),
        ("Government Forces Take Selmet", False),
        ("Ministry of Defence Says Nine Killed in Selmet", False),
        ("Secretary-General Condemns Attack on Bus in Ardenia", False),
        ("Statement by the Minister of Defence", False),
        ("The ministry on the fighting in the north", False),
        ("Ministry", False),
    ],
)
def test_issuer(line: str, wanted: bool) -> None:
    assert heads.issuer(line) is wanted


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Issued: Saturday 17 June 2023, Port Ardena. Covers reports received up to 16 June 2023.", "2023-06-17"),
        ("Released: 17 June 2023", "2023-06-17"),
        ("Posted on: June 17, 2023 at 8:41 a.m. by the press desk of the network in the capital", "2023-06-17"),
        ("Date of issue: 17/06/2023 | Period covered: 10-16 June 2023", "2023-06-17"),
        ("Report date: 2023-06-17. The next report will be published on or around 24 June 2023.", "2023-06-17"),
        ("Date: between 10 June 2023 and 16 June 2023", None),
        ("Released prisoners were seen on 17 June 2023 at the bridge.", None),
    ],
)
def test_the_day_of_issue_opens_a_line_that_runs_on(line: str, day: str | None) -> None:
    text = (
        f"Weekly note on Selmet, 10-16 June 2023\n\n{line}\n\nFighters left the northern quarter of Selmet on Friday "
        "night, two residents and a doctor said by telephone.\n\nThe governor was seen on the road to the coast."
    )
    published = open_page(text.encode(), "a.txt").published
    assert (published.value if published else None) == day


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("By Staff reporters | Fri 6 August 2021 08:41 GMT | Updated 12:10 GMT | 4 min read", True),
        ("By Aslan Merid • 4 min read", True),
        ("Aslan Merid | Aug 6, 2021 at 8:41 a.m. | 12 comments", True),
        ("Home | World | Culture | Sign in", False),
        ("Selmet | Port Ardena | Three buses and a mill | 6 August 2021", False),
        ("By the river", False),
    ],
)
def test_in_parts(line: str, wanted: bool) -> None:
    assert heads.in_parts(unit(line)) is wanted


@pytest.mark.parametrize(
    "headline", ["UPDATE: Bus under fire near Selmet, four dead", "Four Die in Selmet", "CORRECTION - Bus under fire"]
)
def test_a_first_line_that_is_no_sentence_is_the_headline(headline: str) -> None:
    text = (
        f"{headline}\n\n6 August 2021\n\nFighters fired on a bus near Selmet on Thursday and killed four of its "
        "passengers, the mayor told reporters.\n\nThe governor was seen on the road to the coast that night."
    )
    assert open_page(text.encode(), "a.txt").title == headline
