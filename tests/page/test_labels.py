"""Plain pages with their labels written into them, and what the page states of itself."""

import pytest

from fogline.marked import parse_marked
from fogline.page import open_page
from fogline.page.days import days
from fogline.page.shapes import dateline
from tests.marks import check_blocks

FIRST = (
    "Fighters left the northern quarter of the town on Saturday night, two residents and a doctor said by telephone."
)
SECOND = "The governor, who had promised to stay, was seen on the road to the coast with a column of eleven cars."
THIRD = "“We shall be back before the winter,” he told the few people who had come to see him off."

PAGES = {
    "a bare statement": f"""The ministry on the fighting in the north

The minister for the coast, Ruth Okello, said:

{FIRST}

{SECOND}""",
    "a statement with points": f"""What the parties agreed in the valley

{FIRST}

The parties agreed:

- to open the bridge at noon
- to let the wounded out
- to meet again on Friday

{SECOND}""",
    "a transcript": f"""Briefing on the northern quarter

{FIRST}

QUESTION: Who holds the bridge tonight?

COLONEL: We do. Our men crossed it at six, and nobody fired on them from the other bank of the river.

QUESTION: And the town hall?

COLONEL: I can't say.

{SECOND}""",
    "furniture all round": f"""<block kind='furniture'>Skip to content
Home | World | Culture | Sign in
We use cookies. Accept all</block>

Fighters leave the northern quarter
<block kind='byline'>By Aslan Merid and Ruth Okello
Posted 7 April 2015, 16:10</block>
<block kind='furniture'>Share   Tweet   Print</block>

<block kind='caption'>A soldier sleeps on a crate in Kassala in May 2011. Photo: Hanna Brook/Valley Post</block>

<block kind='dateline'>TARIM, April 7 (Coast Agency) --</block> {FIRST}

{SECOND}

<block kind='furniture'>READ NEXT: Flour is late again</block>

{THIRD}

<block kind='correction'>Correction: An earlier version of this report said that eight cars had left.</block>

<block kind='byline'>(Reporting by Aslan Merid; Editing by Ruth Okello)</block>

<block kind='furniture'>Tags: coast, governor
More from the valley
River at its lowest in years
Who owns the salt road
4 comments
millwheel: they will never come back, and who is going to feed the goats now that the mill is shut.
© 2015 The Valley Post</block>""",
    "a column with a postscript": f"""<block kind='furniture'>VALLEY DIARY</block>
The governor who would not wait
<block kind='byline'>Hanna Brook | 14.06.18 | 6 min read</block>

{FIRST} I was not surprised.

{SECOND}

<block kind='postscript'>POSTSCRIPT: Since this was written the column is said to have turned back.</block>

<block kind='furniture'>Hanna Brook is a freelance journalist based in Tarim.

The views of our columnists do not necessarily reflect ours.</block>""",
    "a wire": f"""<block kind='furniture'>CVA0417 4 INT 0468 COAST-FIGHTING</block>
<block kind='byline'>28-OCT-2016 14:37 GMT</block>

Fighters leave the northern quarter of Tarim

* Governor seen on the road to the coast
* Army says nobody was hurt

<block kind='byline'>By Aslan Merid</block>

<block kind='dateline'>TARIM, Oct 28 (Coast Agency) -</block> {FIRST}

{SECOND}

<block kind='furniture'>CVA0417 281437</block>""",
    "readers' comments without a head": f"""Fighters leave the northern quarter

{FIRST}

{SECOND}

{THIRD}

millwheel

<block kind='furniture'>2 hours ago
They will never come back, and I have said so for years to anybody who would listen to me in that town.
Reply
saltroad
1 hour ago
You have said so for years, and for years you have been wrong about the governor and about the goats.
Reply</block>""",
    "a live page": """<block kind='furniture'>Home / News / Middle East
Menu
Search</block>
LIVE: Fighting in Tarim as the truce collapses – as it happened
<block kind='byline'>Hanna Brook and agencies
Tue 12 Mar 2019 18.04 GMT</block>
The army says that it holds the whole of the north bank of the river tonight.
16:10
Governor flees, residents say
Two residents told the Post that the governor had left in a column of eleven cars. The army denied it.
<block kind='furniture'>Facebook Twitter</block>
14:35
"We will be out of fuel by Thursday," the director of the hospital has just told us by phone.
<block kind='caption'>People cross the river on a raft. Photograph: Karim Saleh/AFP/Getty Images</block>
12:20
Good morning. If you are just joining us, the truce in Tarim ended at midnight.
<block kind='furniture'>Topics
Reuse this content</block>""",
    "a press release": """<block kind='furniture'>FOR IMMEDIATE RELEASE
Office of the Spokesperson</block>
<block kind='dateline'>March 12, 2019</block>

Statement on the attack in Tarim

The following statement was issued by the governments of three states:

Begin text:

We condemn in the strongest terms the attack of 10 March on the market, in which at least 14 people were killed.

We call on all parties to let aid pass.""",
    "a wire with its place on a line": """Army retakes a village on the salt road, monitor says
<block kind='byline'>By CVA - 12 March 2019</block>
<block kind='dateline'>Tarim (CVA)</block>
Soldiers on Tuesday retook a village on the salt road, a monitor said, after two days of clashes that left 31 dead.
The monitor said that 19 of the dead were soldiers.
<block kind='byline'>bur/ho/kir</block>
<block kind='furniture'>© Coast Valley Agency. All rights reserved.</block>""",
    "an export": """Village burned in the night, elders say
<block kind='furniture'>Author:</block>
<block kind='byline'>Ruth Okello</block>
<block kind='furniture'>Date:</block>
<block kind='dateline'>Wednesday, 13 March, 2019</block>
<block kind='furniture'>Body:</block>
Elders of a village on the salt road said on Wednesday that some 40 houses were burned in the night by men in uniform.

"We slept in the field," said Hawa Idris, who is 70.

<block kind='furniture'>Source URL: https://valley.example/node/4411</block>""",
    "pictures between paragraphs": """<block kind='furniture'>Advertisement
Skip advertisement</block>

At least 14 killed in strike on market in Tarim

<block kind='caption'>Smoke over Tarim on Sunday. Credit...Karim Saleh/Coast Valley Agency</block>

<block kind='byline'>By Hanna Brook and Aslan Merid</block>

<block kind='dateline'>March 12, 2019</block>

<block kind='dateline'>SANA, Yemen —</block> Fourteen people were killed in the market, officials said.

<block kind='furniture'>Image caption,</block>
<block kind='caption'>The hospital has been without fuel for a week</block>

"The sky fell," said a baker, who gave only his first name, Salim.""",
    "an update on top": f"""Fighters leave the northern quarter

<block kind='postscript'>UPDATE, 6 p.m.: The army now says that two of its men were hurt.</block>

{FIRST}

{SECOND}""",
}


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"readers' comments without a head"}))
def test_page(name: str) -> None:
    text, marks = parse_marked(PAGES[name])
    check_blocks(PAGES[name], text, marks)


def test_comments_without_a_head_are_set_aside() -> None:
    text, _ = parse_marked(PAGES["readers' comments without a head"])
    blocks = open_page(text.encode(), "a.txt").blocks
    assert not any(block.kind == "body" and "Reply" in text[block.start : block.end].split() for block in blocks)
    assert any(block.kind == "body" and THIRD in text[block.start : block.end] for block in blocks)


def test_lines_wrapped_by_a_machine_are_one_paragraph() -> None:
    text = """Fighters leave the northern quarter

Fighters left the northern quarter of the town on Saturday night, two
residents and a doctor said by telephone. The governor, who had promised to
stay, was seen on the road to the coast with a column of eleven cars, all
of them full. More from the same street were said to have left in the night
with what they could carry. Subscribe to nothing that the governor says, an
old man told us, and do not ask me for my name or for the name of my sons.
"""
    assert {block.kind for block in open_page(text.encode(), "a.txt").blocks} == {"headline", "body"}


@pytest.mark.parametrize(
    ("page", "title", "outlet", "author", "day"),
    [
        (
            "furniture all round", "Fighters leave the northern quarter", "The Valley Post",
            "Aslan Merid and Ruth Okello", "2015-04-07",
        ),
        ("a column with a postscript", "The governor who would not wait", "VALLEY DIARY", "Hanna Brook", "2018-06-14"),
        ("a wire", "Fighters leave the northern quarter of Tarim", "Coast Agency", "Aslan Merid", "2016-10-28"),
        ("a live page", "LIVE: Fighting in Tarim as the truce collapses – as it happened", None, None, "2019-03-12"),
        (
            "a press release", "Statement on the attack in Tarim", "Office of the Spokesperson", None, "2019-03-12",
        ),
        ("an export", "Village burned in the night, elders say", None, "Ruth Okello", "2019-03-13"),
        ("a bare statement", "The ministry on the fighting in the north", None, None, None),
    ],
)  # fmt: skip
def test_what_the_words_state(page: str, title: str, outlet: str | None, author: str | None, day: str | None) -> None:
    report = open_page(parse_marked(PAGES[page])[0].encode(), "a.txt")
    assert (report.title, report.outlet, report.author) == (title, outlet, author)
    assert (report.published.value if report.published else None) == day
    assert report.language == "en"
    if report.published:
        assert report.published.basis == "stated"
        assert report.published.words is not None


def test_no_day_is_taken_from_a_caption_or_the_body() -> None:
    text = f"""Fighters leave the northern quarter

A soldier sleeps on a crate in Kassala on 4 May 2011. (Reuters)

{FIRST} The town had been quiet since 3 June 2012.

{SECOND}"""
    assert open_page(text.encode(), "a.txt").published is None


HEADLINE = "Fighters leave the northern quarter"


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("As of 12 March 2019", None),
        ("Next bulletin: 19 March 2019", None),
        ("Reporting period: 6 - 12 March 2019", None),
        ("Covering 6 to 12 March 2019", None),
        ("12 March 2019", "2019-03-12"),
        ("Updated 13 March 2019", "2019-03-13"),
        ("Updated 13 March 2019 | Published 12 March 2019", "2019-03-12"),
        ("By Aslan Merid, 12 March 2019, updated 13 March 2019", "2019-03-12"),
        ("By Aslan Merid, 03/12/2019", None),
        ("By Aslan Merid, 12.03.2019", "2019-03-12"),
        ("A crate in Kassala on 4 May 2011. Photo: H. Brook / archive", None),
        ("FILE — A crate in Kassala on 4 May 2011", None),
    ],
)
def test_which_day_of_a_header_is_the_day_of_publication(header: str, day: str | None) -> None:
    published = open_page(f"{HEADLINE}\n{header}\n\n{FIRST}\n\n{SECOND}".encode(), "a.txt").published
    assert (published.value if published else None) == day


def test_the_dateline_tells_month_and_day_apart() -> None:
    text = f"{HEADLINE}\nBy Aslan Merid, 03/12/2019\n\nTARIM, 3 December – {FIRST}\n\n{SECOND}"
    published = open_page(text.encode(), "a.txt").published
    assert published is not None
    assert (published.value, published.note) == ("2019-12-03", "the dateline tells month and day apart")


def test_a_day_next_to_the_headline_goes_before_the_masthead_s() -> None:
    text = (
        f"The Valley Post\nWednesday, 13 March 2019\n\n{HEADLINE}\nBy Aslan Merid\n12 March 2019\n\n{FIRST}\n\n{SECOND}"
    )
    report = open_page(text.encode(), "a.txt")
    assert report.published is not None
    assert (report.published.value, report.outlet) == ("2019-03-12", "The Valley Post")


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Aslan Merid", "Aslan Merid"),
        ("By Aslan Merid and wire reports", "Aslan Merid"),
        ("by Aslan Merid, Ruth Okello and Hanna van Brook", "Aslan Merid, Ruth Okello and Hanna van Brook"),
        ("Aslan Merid (now) and Ruth Okello (earlier)", "Aslan Merid and Ruth Okello"),
        ("Posted on 12 March 2019 by Aslan Merid", "Aslan Merid"),
        ("Aslan Merid | 12 March 2019", "Aslan Merid"),
        ("Aslan Merid March 12, 2019", "Aslan Merid"),
        ("Aslan Merid in Tarim and Ruth Okello in Port Ardena", "Aslan Merid and Ruth Okello"),
        ("By our correspondent in Tarim", None),
        ("Coast News Agency", "Coast News Agency"),
        ("Posted 12 March 2019", None),
    ],
)
def test_author(byline: str, author: str | None) -> None:
    text = f"{HEADLINE}\n{byline}\n\n{FIRST}\n\n{SECOND}"
    assert open_page(text.encode(), "a.txt").author == author


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("07 April 2015 - 16:10", "2015-04-07"),
        ("14.06.18", "2018-06-14"),
        ("21.05.2020 / 11:08", "2020-05-21"),
        ("Wednesday, January 30, 2019", "2019-01-30"),
        ("Nov. 3rd, 2016", "2016-11-03"),
        ("28-OCT-2016 14:37 GMT", "2016-10-28"),
        ("3 FEB 90", "1990-02-03"),
        ("2016-11-03T09:00", "2016-11-03"),
        ("Posted 10/28/2016 4:12 p.m.", "2016-10-28"),
        ("Friday, 04/03/2016", "2016-03-04"),
        ("Friday, 03/04/2016", "2016-03-04"),
        ("Monday, 03/04/2016", None),
        ("03/04/2016", None),
        ("11/11/2016", "2016-11-11"),
        ("31 February 2016", None),
        ("version 1.2.3.4", None),
        ("at 28 Oct 12:40", None),
        ("in May 2016", None),
    ],
)
def test_days(line: str, day: str | None) -> None:
    assert next((value for _, _, value, _ in days(line)), None) == day


REST = "The last buses left the town on Sunday, the governor said in the morning."


@pytest.mark.parametrize(
    "words",
    [
        "TARIM/SANA, May 7 --", "TARIM CITY—", "NORTH TARIM, March 30. /CVA corr./", "GENEVA –",
        "WASHINGTON (AP) —",
        "(Reuters) —", "HAYWARD, Calif. (AP) —", "Dekalb, Ill. —", "New York, NY –", "NEW DELHI:",
        "Tarim (Coast Agency) -",
        "SEOUL, Nov. 3 (CVA) --",
    ],
)  # fmt: skip
def test_dateline(words: str) -> None:
    assert dateline(f"{words} {REST}") == len(words)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The UN — and nobody else — left the town on Sunday, the governor said in the morning.",
        "QUESTION: Who left the town on Sunday, and did the governor say so in the morning?",
        "NATO, the EU and the UN left the town on Sunday, the governor said in the morning.",
        "U.S. troops left the town on Sunday, the governor said in the morning of that day.",
        "TARIM — short.",
        "",
    ],
)
def test_no_dateline(paragraph: str) -> None:
    assert dateline(paragraph) == 0
