"""Calendar sums against days that anybody can look up."""

from datetime import date

import pytest

from fogline.roster.chronicle import load_chronicle
from fogline.rules.times import almanac


@pytest.mark.parametrize(
    ("year", "orthodox", "day"),
    [
        (2000, False, "2000-04-23"),
        (2008, False, "2008-03-23"),
        (2016, False, "2016-03-27"),
        (2011, False, "2011-04-24"),
        (2016, True, "2016-05-01"),
        (2017, True, "2017-04-16"),
        (2021, True, "2021-05-02"),
    ],
)
def test_easter(year: int, orthodox: bool, day: str) -> None:
    assert almanac.easter(year, orthodox).isoformat() == day


@pytest.mark.parametrize(
    ("year", "rule", "day"),
    [
        (2016, "fitr", "2016-07-06"),
        (2017, "fitr", "2017-06-25"),
        (2016, "adha", "2016-09-12"),
        (2019, "fitr", "2019-06-04"),
        (2016, "thanksgiving", "2016-11-24"),
        (2018, "easter-2", "2018-03-30"),
        (2015, "12-24", "2015-12-24"),
    ],
)
def test_feasts(year: int, rule: str, day: str) -> None:
    found = almanac.feast(year, rule)
    assert found is not None
    assert abs((found.first - date.fromisoformat(day)).days) <= (1 if rule in {"fitr", "adha"} else 0)


def test_edges_of_the_calendar() -> None:
    assert almanac.shift(date.max, 5) == date.max
    assert almanac.add_months(date(1, 1, 1), -1) == date.min
    assert almanac.add_months(date(2016, 1, 31), 1) == date(2016, 2, 29)
    assert almanac.valid(2015, 2, 29) is None


def test_weeks() -> None:
    assert almanac.week(date(2016, 11, 3)).iso == "2016-10-31/2016-11-06"
    assert almanac.week(date(2017, 1, 3), sunday=True).iso == "2017-01-01/2017-01-07"
    assert almanac.season(2015, "WI").iso == "2015-12/2016-02"


def test_chronicle_is_sound() -> None:
    record = load_chronicle()
    assert len(record.happenings) > 300
    for row in record.happenings:
        assert row.first <= row.last, row.title
        assert len(row.groups) >= 2, row.title
        assert all(group for group in row.groups), row.title
    for office in record.offices:
        assert office.last is None or office.first <= office.last, office.title
