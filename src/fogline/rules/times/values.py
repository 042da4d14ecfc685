"""The rule for each form of the grammar."""

from collections.abc import Callable
from typing import Final

from fogline.rules.times.named import (
    date_named,
    day_month,
    day_of_month,
    decade,
    feast,
    half_of,
    month,
    numeric,
    quarter,
    season,
    weekday,
    year,
)
from fogline.rules.times.ranges import date_range, month_range, weekday_range, year_range
from fogline.rules.times.relative import (
    ago,
    ahead,
    beside_day,
    beside_today,
    day_part,
    duration,
    end_of,
    near,
    nth,
    part,
    present,
    recurring,
    shifted,
    today,
    vague,
    within,
)
from fogline.rules.times.scan import Expression
from fogline.rules.times.setting import Setting, Value

Rule = Callable[[Expression, Setting], Value | None]

RULES: Final[dict[str, Rule]] = {
    "numeric": numeric, "date_range": date_range, "month_range": month_range, "year_range": year_range,
    "date": date_named, "month": month, "half_of": half_of, "quarter": quarter, "weekday": weekday,
    "weekday_short": weekday, "beside_today": beside_today, "today": today, "beside_day": beside_day, "near": near,
    "day_month": day_month, "weekday_range": weekday_range, "day_part": day_part,
    "end_of": end_of, "season": season, "ago": ago, "shifted": shifted, "nth": nth, "within": within, "ahead": ahead,
    "decade": decade, "feast": feast, "year": year, "day_of_month": day_of_month, "recurring": recurring,
    "duration": duration, "present": present, "vague": vague, "part": part,
}  # fmt: skip
"""The rule for each form of the grammar."""
