"""Each way to write a date with what reads it; of equal words the first one counts."""

import re
from collections.abc import Callable

from claimgraph.extraction import date_patterns as ways
from claimgraph.extraction import date_readers as read
from claimgraph.extraction import near_dates as near
from claimgraph.extraction.date_readers import Telling

Reader = Callable[[re.Match[str], Telling], str | None]
READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (ways.ISO, read.read_iso),
    (ways.SLASHED, read.read_slashed),
    (ways.MONTH_DAY, read.read_day),
    (ways.DAY_MONTH, read.read_day),
    (ways.MONTH_YEAR, read.read_month),
    (ways.LONE_MONTH, read.read_month),
    (ways.PART_YEAR, read.read_part),
    (ways.YEAR_MONTHS, read.read_months),
    (ways.SEASON, read.read_season),
    (ways.DECADE, read.read_decade),
    (ways.YEAR_SPAN, read.read_years),
    (ways.LONE_YEAR, read.read_year),
    (ways.LONE_DAY, near.read_lone_day),
    (ways.WEEKDAY_WORD, near.read_weekday),
    (ways.WORD_DAY, near.read_word),
    (ways.AGO, near.read_ago),
    (ways.PERIOD, near.read_period),
    (ways.NEAR, near.read_near),
    (ways.WEEKEND, near.read_weekend),
    (ways.SHIFTED, near.read_shifted),
)
