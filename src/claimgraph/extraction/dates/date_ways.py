"""Each way to write a date with what reads it; of equal words the first one counts."""

import re
from collections.abc import Callable, Set

from claimgraph.extraction.dates import date_patterns as ways
from claimgraph.extraction.dates import date_readers as read
from claimgraph.extraction.dates import near_dates as near
from claimgraph.extraction.dates.date_readers import DateTelling

Reader = Callable[[re.Match[str], DateTelling], str | None]
# with the hints without which it finds nothing
READERS: tuple[tuple[re.Pattern[str], Reader, Set[str]], ...] = (
    (ways.ISO, read.read_iso, {"year"}),
    (ways.NINE_ELEVEN, read.read_nine_eleven, {"digit"}),
    (ways.SLASHED, read.read_slashed, {"year"}),
    (ways.MONTH_DAY, read.read_day, {"month", "digit"}),
    (ways.DAY_MONTH, read.read_day, {"month", "digit"}),
    (ways.MONTH_YEAR, read.read_month, {"month", "one of a year"}),
    (ways.LONE_MONTH, read.read_month, {"month"}),
    (ways.PART_YEAR, read.read_part, {"part", "one of a year"}),
    (ways.YEAR_MONTHS, read.read_months, {"months"}),
    (ways.SEASON, read.read_season, {"season"}),
    (ways.DECADE, read.read_decade, {"year"}),
    (ways.YEAR_SPAN, read.read_years, {"year"}),
    (ways.LONE_YEAR, read.read_year, {"year"}),
    (ways.LONE_DAY, near.read_lone_day, {"digit", "ordinal"}),
    (ways.WEEKDAY_WORD, near.read_weekday, {"weekday"}),
    (ways.WORD_DAY, near.read_word, {"of a day"}),
    (ways.AGO, near.read_ago, {"ago"}),
    (ways.PERIOD, near.read_period, {"counted"}),
    (ways.NEAR, near.read_near, {"near"}),
    (ways.WEEKEND, near.read_weekend, {"weekend"}),
    (ways.SHIFTED, near.read_shifted, {"counted"}),
)
