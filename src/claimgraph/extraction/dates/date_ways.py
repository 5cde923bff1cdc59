"""Each way to write a date with what reads it; of equal words the first one counts."""

import re
from collections.abc import Callable

from claimgraph.extraction.dates import date_patterns as ways
from claimgraph.extraction.dates import date_readers as read
from claimgraph.extraction.dates import near_dates as near
from claimgraph.extraction.dates.date_readers import DateTelling

Reader = Callable[[re.Match[str], DateTelling], str | None]
# with the class of words without which it finds nothing
READERS: tuple[tuple[re.Pattern[str], Reader, str], ...] = (
    (ways.ISO, read.read_iso, "digit"),
    (ways.NINE_ELEVEN, read.read_nine_eleven, "digit"),
    (ways.SLASHED, read.read_slashed, "digit"),
    (ways.MONTH_DAY, read.read_day, "month"),
    (ways.DAY_MONTH, read.read_day, "month"),
    (ways.MONTH_YEAR, read.read_month, "month"),
    (ways.LONE_MONTH, read.read_month, "month"),
    (ways.PART_YEAR, read.read_part, "part"),
    (ways.YEAR_MONTHS, read.read_months, "near"),
    (ways.SEASON, read.read_season, "season"),
    (ways.DECADE, read.read_decade, "digit"),
    (ways.YEAR_SPAN, read.read_years, "digit"),
    (ways.LONE_YEAR, read.read_year, "digit"),
    (ways.LONE_DAY, near.read_lone_day, "digit"),
    (ways.WEEKDAY_WORD, near.read_weekday, "weekday"),
    (ways.WORD_DAY, near.read_word, "near"),
    (ways.AGO, near.read_ago, "near"),
    (ways.PERIOD, near.read_period, "near"),
    (ways.NEAR, near.read_near, "near"),
    (ways.WEEKEND, near.read_weekend, "near"),
    (ways.SHIFTED, near.read_shifted, "near"),
)
