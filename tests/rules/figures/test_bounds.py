"""Numbers and qualifiers: each row is marked text; `low` and `high` are the bounds, null for an open end."""

import pytest

from tests.marks import check

ROWS = [
    # figures and words
    "A mine killed <figure low='4' high='4'>four</figure> men.",
    "A mine killed <figure low='37' high='37'>thirty-seven</figure> men.",
    "A mine killed <figure low='112' high='112'>112</figure> men.",
    "<figure low='1500' high='1500'>1,500</figure> people fled.",
    "<figure low='1500000' high='1500000'>1.5 million</figure> people fled.",
    "<figure low='2000000' high='2000000'>Two million</figure> people fled.",
    "<figure low='300000' high='300000'>300 000</figure> people fled.",
    "<figure low='120' high='120'>One hundred and twenty</figure> people fled.",
    "<figure low='250' high='250'>Two hundred and fifty</figure> people fled.",
    "<figure low='12' high='12'>A dozen</figure> soldiers were killed.",
    "<figure low='24' high='24'>Two dozen</figure> soldiers were killed.",
    "<figure low='6' high='6'>Half a dozen</figure> soldiers were killed.",
    "<figure low='500000' high='500000'>Half a million</figure> people fled.",
    "<figure low='100' high='100'>A hundred</figure> soldiers were killed.",
    "<figure low='1000' high='1000'>A thousand</figure> soldiers were killed.",
    "Sailors said <figure low='9' high='9'>nine</figure> were dead.",
    "The army took <figure low='12000' high='12000'>12k</figure> prisoners.",
    # low only
    "<figure low='40' high='null'>At least 40</figure> people died.",
    "<figure low='24000' high='null'>More than 24,000</figure> people fled.",
    "<figure low='90' high='null'>Over 90</figure> people died.",
    "<figure low='600' high='null'>Upwards of 600</figure> people were wounded.",
    "<figure low='30' high='null'>No fewer than 30</figure> people died.",
    "<figure low='30' high='null'>Well over 30</figure> people died.",
    "<figure low='30' high='null'>Just over 30</figure> people died.",
    "<figure low='30' high='null'>30 or more</figure> people died.",
    "Losses in excess of 50 were feared; <figure low='20' high='null'>a minimum of 20</figure> soldiers died.",
    "The death toll <figure low='70' high='null'>topped 70</figure>.",
    "The number of dead <figure low='70' high='null'>surpassed 70</figure>.",
    # high only
    "<figure low='null' high='300'>Nearly 300</figure> people were wounded.",
    "<figure low='null' high='8000'>Almost 8,000</figure> people fled.",
    "<figure low='null' high='50'>Up to 50</figure> people died.",
    "<figure low='null' high='2600'>As many as 2,600</figure> herders fled.",
    "<figure low='null' high='20'>Fewer than twenty</figure> fighters died.",
    "<figure low='null' high='20'>Less than 20</figure> fighters died.",
    "<figure low='null' high='20'>Not more than 20</figure> fighters died.",
    "<figure low='null' high='90'>Not even ninety</figure> fighters died.",
    "<figure low='null' high='800'>Close to 800</figure> people were injured.",
    "<figure low='null' high='20'>20 at most</figure> were killed.",
    "The patrol came <figure low='null' high='7.5'>within 7.5 kilometres</figure> of the dam.",
    # the number itself
    "<figure low='100' high='100'>About a hundred</figure> women marched.",
    "<figure low='20' high='20'>Around twenty</figure> people were injured.",
    "<figure low='300' high='300'>Some 300</figure> men were arrested.",
    "<figure low='60' high='60'>Roughly 60</figure> rebels died.",
    "<figure low='60' high='60'>Approximately 60</figure> rebels died.",
    "<figure low='60' high='60'>An estimated 60</figure> rebels died.",
    "<figure low='60' high='60'>60 or so</figure> rebels died.",
    # ranges
    "<figure low='12' high='18'>12 to 18</figure> raiders hid there.",
    "<figure low='30' high='40'>Between 30 and 40</figure> people died.",
    "<figure low='60' high='80'>60-80</figure> rebels remain.",
    "<figure low='60' high='80'>60–80</figure> rebels remain.",
    "<figure low='2000' high='2500'>2,000 to 2,500</figure> raiders are in the town.",
    "<figure low='2' high='3'>Two or three</figure> people were killed.",
    "<figure low='10000' high='15000'>10 to 15 thousand</figure> people fled.",
    "<figure low='19' high='27'>At least 19, maybe 27</figure> people died.",
    "They raised the number of rebels from <figure low='3000' high='3000'>3,000</figure> to "
    "<figure low='16000' high='16000'>16,000</figure>.",
    "The death toll rose from <figure low='14' high='14'>14</figure> to <figure low='31' high='31'>31</figure>.",
    # vague counts
    "<figure low='24' high='null'>Dozens</figure> of people died.",
    "<figure low='40' high='null'>Scores</figure> of people died.",
    "<figure low='200' high='null'>Hundreds</figure> of people died.",
    "<figure low='2000' high='null'>Thousands</figure> of people died.",
    "<figure low='20000' high='null'>Tens of thousands</figure> of people died.",
    "<figure low='200000' high='null'>Hundreds of thousands</figure> of people fled.",
    "<figure low='3' high='null'>Several</figure> people died.",
    "<figure low='300' high='null'>Several hundred</figure> people died.",
    "<figure low='36' high='null'>Several dozen</figure> people died.",
    "<figure low='3' high='null'>A few</figure> soldiers died.",
    "A drone might kill <figure low='1' high='2'>a captain or two</figure>.",
    # parts
    "The clans hold <figure low='33.3' high='33.3'>a third</figure> of that land.",
    "The rebels took <figure low='66.7' high='66.7'>two thirds</figure> of the country.",
    "The rebels took <figure low='75' high='75'>three quarters</figure> of the city.",
    "The rebels took <figure low='30' high='30'>30%</figure> of the territory.",
    "The rebels took <figure low='30' high='30'>30 percent</figure> of the territory.",
    "The rebels took <figure low='30' high='30'>30 per cent</figure> of the territory.",
    "The rest hold <figure low='0.5' high='0.5'>half a square kilometre</figure>.",
    # nobody
    "There were <figure low='0' high='0' what='casualties'>no casualties</figure>.",
    "<figure low='0' high='0' what='injured'>No passenger</figure> was hurt.",
    "<figure low='0' high='0' what='killed'>Nobody</figure> was killed.",
    "<figure low='0' high='0' what='killed'>No one</figure> was killed.",
]


@pytest.mark.parametrize("marked", ROWS)
def test_bounds(marked: str) -> None:
    check(marked)


def test_full_stops_part_thousands_where_the_report_uses_no_commas() -> None:
    check(
        "The army freed <figure low='7000' high='7000'>7.000</figure> soldiers. <figure "
        "low='43000'>43.000</figure> people fled."
    )
    check("The walk was 7.000 long. <figure low='43000'>43,000</figure> people fled.")
