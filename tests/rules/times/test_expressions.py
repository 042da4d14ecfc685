"""Calendar expressions in sentences: extent and value, told on Thursday 3 November 2016."""

import pytest

from tests.marks import check

READ = [
    # days by name and tense
    "The depot burned on <time value='2016-10-31'>Monday</time>.",
    "The depot burned on <time value='2016-11-03'>Thursday</time>.",
    "Talks will open on <time value='2016-11-04'>Friday</time>.",
    "The convoy is expected to arrive on <time value='2016-11-07'>Monday</time>.",
    "The mayor demanded that the gunmen leave on <time value='2016-11-04'>Friday</time>.",
    "She refused the demand that the guards go home on <time value='2016-11-05'>Saturday</time>.",
    "She appealed for a pause on <time value='2016-11-06'>Sunday</time>.",
    "Parliament sits on <time value='2016-11-07'>Monday</time>.",
    "The army ordered them to leave by <time value='2016-11-05'>Saturday</time>.",
    "The vote, held <time value='2016-11-02'>Wednesday</time>, was boycotted.",
    "An inquiry into <time value='2016-10-31'>Monday</time>'s raid began.",
    "He spoke <time value='2016-11-02' timex='2016-11-02TMO'>Wednesday morning</time> in the yard.",
    "The mill was hit on <time value='2016-10-28' timex='2016-10-28TNI'>Friday night</time>.",
    "By <time value='2016-10-28'>last Friday</time> the bodies were counted.",
    "<time value='2016-11-02'>Last Wednesday</time> the bridge fell.",
    "They will come <time value='2016-11-05'>this Saturday</time>.",
    "They will come <time value='2016-11-05'>this coming Saturday</time>.",
    "They will come <time value='2016-11-08'>next Tuesday</time>.",
    "The raid began <time value='2016-10-29'>before dawn on Saturday</time>.",
    "It could come as soon as <time value='2016-11-05'>Saturday</time>.",
    "<time value='2016-11-01'>Tuesday</time> saw two raids; <time value='2016-11-02'>Wednesday</time> saw three.",
    # today and its neighbours
    "The crossing is shut <time value='2016-11-03'>today</time>.",
    "He phoned the envoy <time value='2016-11-03'>earlier today</time>.",
    "They fled <time value='2016-11-02'>yesterday</time>.",
    "<time value='2016-11-02' timex='2016-11-02TAF'>Yesterday afternoon</time> two jets came.",
    "It will end <time value='2016-11-04'>tomorrow</time>.",
    "It ended <time value='2016-11-01'>the day before yesterday</time>.",
    "It will end <time value='2016-11-05'>the day after tomorrow</time>.",
    "The pumps failed <time value='2016-11-02' timex='2016-11-02TNI'>last night</time>.",
    "They met <time value='2016-11-03' timex='2016-11-03TMO'>this morning</time>.",
    # days in words
    "The post fell on <time value='2016-09-28'>28 September</time>.",
    "The post fell on <time value='2016-09-28'>Sept. 28</time>.",
    "The post fell on <time value='2016-10-05'>Oct. 5</time>.",
    "The post fell on <time value='2016-09-28'>September 28th</time>.",
    "The post fell on <time value='2016-09-28'>the 28th of September</time>.",
    "A pause begins on <time value='2016-11-04'>November 4</time>.",
    "A pause will begin on <time value='2017-01-04'>January 4</time>.",
    "They met on <time value='2016-11-03'>Thursday 3rd November 2016</time> in the capital.",
    "They met on <time value='2015-10-03'>Saturday, 3 October 2015</time> in the capital.",
    "They met on <time value='2016-10-29'>Saturday, 29 October</time> in the capital.",
    "They met on <time value='2015-01-24'>Saturday, January 24, 2015</time>.",
    "The law of <time value='2012-03-09'>9 March 2012</time> stands.",
    "A <time value='2016-10-01'>Oct. 1</time> raid hit two trucks.",
    "It started <time value='2016-10-20' approx='True'>around 20 October</time>.",
    "He marched with them on <time value='2016-10-19'>the 19th</time>, in the rain.",
    "The truce of <time value='2016-05-03/2016-05-05'>3 to 5 May</time> held.",
    "The truce held from <time value='2016-05-03/2016-05-05'>3 to 5 May</time>.",
    "The raids came between <time value='2015-11-03/2015-11-12'>3 and 12 November 2015</time>.",
    "The raids of <time value='2016-05-03/2016-05-05'>May 3-5</time> failed.",
    "He stayed from <time value='2016-08-30/2016-09-02'>30 August to 2 September</time>.",
    # lists
    "They struck on <time value='2016-10-01'>1</time>, <time value='2016-10-02'>2</time> and "
    "<time value='2016-10-03'>3 October</time>.",
    "They struck on <time value='2016-04-24'>24</time> and <time value='2016-04-25'>25 April</time>.",
    "They struck on <time value='2016-04-24'>April 24</time> and <time value='2016-04-25'>25</time> in the port.",
    "They struck in <time value='2014-03'>March</time> and <time value='2014-04'>April 2014</time>.",
    "They fought between <time value='2016-11-01/2016-11-03'>Tuesday and Thursday</time>.",
    "They will vote from <time value='2016-11-04/2016-11-06'>Friday to Sunday</time>.",
    "On <time value='2016-10-21'>the 21st</time> the group took the hill.",
    "The bridge is reopened on <time value='2017-01-09'>9 January</time>.",
    "The slip stood there: <time value='2016-10-29'>Friday 29 October</time>.",
    # parts of a day
    "It fell on Tuesday. <time value='2016-11-02' approx='True'>By morning</time> it was empty.",
    "<time value='2016-11-03'>Later in the day</time> he flew home.",
    "Ten men have died <time value='2016-11-03' approx='True'>since midnight</time>.",
    # days of telling of their own
    "“We will strike <time value='2016-11-01' anchor='spoken on 2016-10-31'>tomorrow</time>,” he said on Monday.",
    "He told them on Monday: “<time value='2016-10-31' anchor='spoken on 2016-10-31'>Today</time> we lost the hill.”",
    "He said on Monday that he would leave <time value='2016-11-04'>tomorrow</time>.",
    "BASRA, 1 November – The gate fell <time value='2016-10-31' anchor='dateline 2016-11-01'>yesterday</time>.",
    "The gate fell.\n\n28 October\n\n"
    "Scouts came <time value='2016-10-27' anchor='section of 2016-10-28'>yesterday</time>.",
    "The gate fell.\n\nUPDATE <time value='2016-11-05'>Saturday</time> 07:10: they left "
    "<time value='2016-11-04' anchor='update of 2016-11-05'>yesterday</time>.",
    # days in figures
    "Two men were taken on <time value='2016-10-22'>22/10</time> near the well.",
    "The note is dated <time value='2016-11-02'>2016-11-02</time>.",
    "The note is dated <time value='2017-10-27'>27.10.17</time>.",
    "The note is dated <time value='2020-11-30'>30.11.2020</time>.",
    "The note is dated <time value='2016-10-25'>25/10/2016</time>.",
    "The note is dated <time value='2016-10-25'>10/25/2016</time>.",
    "The notes are of <time value='2016-10-25'>25/10/2016</time> and <time value='2015-04-03'>03/04/2015</time>.",
    "The notes are of <time value='2016-10-25'>10/25/2016</time> and <time value='2015-03-04'>03/04/2015</time>.",
    "The note of <time value='null'>03/04/2015</time> is lost.",
    # months
    "The town fell in <time value='2015-08'>August 2015</time>.",
    "The town fell in <time value='2016-08'>August</time>.",
    "The town fell in <time value='2015-12'>December</time>.",
    "The town will vote in <time value='2016-12'>December</time>.",
    "The town fell <time value='2015-12'>last December</time>.",
    "It began in <time value='2016-10-01/2016-10-10' approx='True'>early October</time>.",
    "It began in <time value='2016-10-11/2016-10-20' approx='True'>mid-October</time>.",
    "It began in <time value='2016-10-21/2016-10-31' approx='True'>late October</time>.",
    "It began in <time value='2016-10-11/2016-10-20' approx='True'>the middle of October</time>.",
    "He must send them home by <time value='2016-12-31'>the end of December</time>.",
    "They were held since <time value='2015-06'>June last year</time>.",
    "It lasted from <time value='2016-03/2016-05'>March to May</time>.",
    "It lasted from <time value='2016-01/2016-06'>January to June this year</time>.",
    "The deadline expires at <time value='2016-11-05'>noon on Saturday</time>.",
    "They met at <time value='2016-10-29/2016-10-30'>the weekend</time>.",
    "They starved in <time value='2015-12/2016-02'>the winter of 2015-16</time>.",
    "It fell <time value='2006' approx='True'>a decade ago</time>.",
    "They met <time value='2016-10-25'>last Oct. 25</time> in the hall.",
    "He thought an assault unlikely before <time value='2017-03/2017-05'>spring</time>.",
    "Such counts are hard to square with those of <time value='2016-06/2016-08'>the summer</time>.",
    "“Be gone by <time value='2016-11-08'>Tuesday</time>,” they were told.",
    # years, decades, centuries
    "It started in <time value='2011'>2011</time>.",
    "It started in <time value='2015-09/2015-12' approx='True'>late 2015</time>.",
    "It will be over by <time value='2019'>2019</time>.",
    "The <time value='2003'>2003</time> invasion broke the state.",
    "The war of <time value='1980/1988'>1980-1988</time> emptied the valley.",
    "The war of <time value='1914/1918'>1914-18</time> emptied the valley.",
    "Mines from <time value='1980/1989' timex='198'>the 1980s</time> still kill.",
    "A fort of <time value='1800/1899'>the 19th century</time> stood there.",
    "He died in <time value='1996'>nineteen ninety-six</time> in exile.",
    # periods beside now
    "The envoy left <time value='2016-10-24/2016-10-30' timex='2016-W43'>last week</time>.",
    "The envoy left <time value='2016-10'>last month</time>.",
    "The envoy left <time value='2015'>last year</time>.",
    "The envoy asked <time value='2016-10-31/2016-11-06'>this week</time> for help.",
    "The fleet returns <time value='2016-11-07/2016-11-13'>next week</time>.",
    "The fleet returns <time value='2016-12'>next month</time>.",
    "It will be launched <time value='2016-11-05/2016-11-06' timex='2016-W44-WE'>this weekend</time>.",
    "It was launched <time value='2016-10-29/2016-10-30'>last weekend</time>.",
    "Over <time value='2016-10-31/2016-11-03'>the past three days</time> jets came nine times.",
    "Over <time value='2016-11-02/2016-11-03' timex='PT24H'>the past 24 hours</time> jets came nine times.",
    "Over <time value='2016-10-29/2016-11-03' approx='True'>the last few days</time> jets came.",
    "Over <time value='2015-11/2016-11' approx='True'>the last year</time> jets came.",
    "It will come in <time value='2016-11-04/2016-11-08' approx='True'>the coming days</time>.",
    "The deal must be signed by <time value='2016-11-03/2016-12-31'>the end of the year</time>.",
    "Roads must open <time value='2016-11-03/2016-11-06'>within the week</time>.",
    # so long ago
    "The offensive began <time value='2016-10-26'>eight days ago</time>.",
    "It fell <time value='2016-10-29/2016-11-02' approx='True'>a few days ago</time>.",
    "It fell <time value='2016-10-29/2016-11-02' approx='True'>just a few days ago</time>.",
    "It fell <time value='2016-10-17/2016-10-23'>two weeks ago</time>.",
    "It fell <time value='2016-08'>three months ago</time>.",
    "It fell <time value='2012' approx='True'>nearly four years ago</time>.",
    "It fell <time value='2006'>ten years ago</time>.",
    # the day last spoken of
    "The post fell on 4 May 2015. <time anchor='spoken of before: 2015-05-04'>The following day</time> it burned.",
    "The post fell on 4 May 2015. <time value='2015-05-05'>The next day</time> it burned.",
    "The post fell on 4 May 2015. <time value='2015-05-04'>That night</time> it burned.",
    "The post fell on 4 May 2015. Scouts came <time value='2015-05-03'>the night before</time>.",
    "The post fell on 4 May 2015. Scouts came <time value='2015-05-03'>the previous day</time>.",
    "The post fell on 4 May 2015. It was retaken <time value='2015-05-06'>two days later</time>.",
    "The post fell on 4 May 2015. It was retaken <time value='2015-05-07'>three nights later</time>.",
    "The post fell on 4 May 2015. It was bombed <time value='2015-05-02'>two days earlier</time>.",
    "The post was taken on 9 March 2012. Shells fell <time value='2012-02-27/2012-03-04'>the week before</time>.",
    "He spoke on Wednesday, <time value='2016-11-02'>the 31st day</time> of the siege.",
    # seasons
    "The fleet sailed <time value='2016-06/2016-08' timex='2016-SU'>last summer</time>.",
    "It has gone on since <time value='2016-06' approx='True'>early summer</time>.",
    "It has gone on since <time value='2016-06/2016-08'>the summer</time>.",
    "It has gone on since <time value='2016-06' approx='True'>the start of the summer</time>.",
    "They fought in <time value='2015-06/2015-08'>the summer of 2015</time>.",
    "They starved <time value='2015-12/2016-02'>last winter</time>.",
    # feasts
    "They will not pass before <time value='2017-01-01'>the new year</time>.",
    "The church was hit on <time value='2015-12-25'>Christmas Day</time>.",
    "The truce was for <time value='2016-09-12' approx='True'>Eid al-Adha</time>, he said.",
    "It will not hold until <time value='2017-06-24' approx='True'>the end of Ramadan</time>.",
    "It will not hold until <time value='2017-05-27' approx='True'>Ramadan</time>.",
    "He came on <time value='2016-07-05' approx='True'>the eve of Eid al-Fitr</time>.",
    # durations
    "They will be crushed <time value='2016-11-03/2016-11-08' approx='True'>within days</time>.",
    "They held it for <time value='P14D' timex='P2W'>two weeks</time>.",
    "They have flown no sorties for <time value='P17D'>17 days</time> now.",
    "The war has gone on for <time value='P17Y'>seventeen years</time>.",
    "<time value='P13D'>Thirteen days</time> after the blast the minister spoke.",
    "They must leave <time value='P2D' timex='PT48H'>within 48 hours</time>.",
    "They may be home <time value='2016-11-03/2016-11-17' approx='True'>in two weeks</time>.",
    "The post fell twice <time value='P5D'>in five days</time>.",
    "<time value='null' timex='PRESENT_REF'>At present</time> nobody rules.",
    "Sirens sound <time value='null' timex='XXXX-WXX-5'>every Friday</time>.",
]  # fmt: skip

SILENT = [
    "They may march on the town.",
    "May God help them.",
    "March on the town, he told them.",
    "The second bomb was larger.",
    "Some 2,000 fled.",
    "The list has 2011 fighters.",
    "It was UN Security Council Resolution 2042.",
    "Resolution 2254 calls for talks.",
    "The 22nd Division held the hill.",
    "He paid $2000 for it.",
    "A boy aged 14 was shot.",
    "The boy is 14 years old.",
    "They sat in a cellar under the sun.",
    "Theresa May spoke of the war.",
    "Jan Egeland spoke of the list.",
    "The fall of the city was quick.",
    "A spring ran dry.",
    "They followed the following order.",
    "The last minute offer failed.",
    "The road is 1990 metres long.",
    "At last the gate opened.",
    "Golden Dawn denied it.",
    "They fired 3-5 rounds.",
    "The score was 2-1.",
    "Call 2016-55-99 for help.",
    "It happened at 7:30 a.m. by the gate.",
    "They are on watch on 24/7 duty.",
    "The May 6 Brigade held the hill.",
    "They queue for bread in the morning.",
]  # fmt: skip


@pytest.mark.parametrize("marked", READ)
def test_read(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    check(text, layer="times")


@pytest.mark.parametrize(
    "marked",
    [
        "They met on <time value='null' timex='XXXX-WXX-1'>Monday</time>.",
        "They met <time value='null'>yesterday</time>.",
        "They met in <time value='null' timex='XXXX-05'>May</time>.",
        "They met on <time value='null' timex='XXXX-05-03'>3 May</time>.",
        "They met <time value='null'>eight days ago</time>.",
        "They met in <time value='2014-05'>May 2014</time>.",
        "They reached Pristina before the talks of <time value='null' timex='XXXX-06-09'>9 June</time>.",
        "Talks went on. They signed at Kumanovo on <time value='1999-06-09' rule='times.on_record'>9 June</time>.",
        "They met on 4 May 2015. They fought <time value='2015-05-05'>the next day</time>.",
        "The siege began in early May 2005. On <time value='2005-06-04'>4 June</time> they left. "
        "It was <time value='2006-01-10'>10 January</time> before flour came.",
        "She was born in 1960. On <time value='null'>4 June</time> they left.",
        "On <time value='2016-12-19'>Monday 19 December</time> the Security Council adopted Resolution 2328.",
        "On <time value='null'>Tuesday 19 December</time> the Security Council adopted Resolution 2328.",
        "A bomb killed dozens in Suruc on <time value='2015-07-20'>Monday</time>.",
        "A bomb killed dozens in Suruc on <time value='null'>Tuesday</time>.",
        "A court sat over the Suruc bomb on <time value='null'>Monday</time>.",
    ],
)
def test_without_a_day_of_publication_nothing_is_guessed(marked: str) -> None:
    check(marked, day=None)


def test_weekday_on_the_day_itself() -> None:
    check("The count stood at 19 on <time value='2015-10-05'>Monday</time>.", day="2015-10-05")
    check("It will be clear by <time value='2015-10-07'>Wednesday</time>, he said.", day="2015-10-05")
