"""What dates mean that only say how far they lie from the day of the article."""

import re
from datetime import date, timedelta

from claimgraph.dates import WEEKDAYS
from claimgraph.extraction.dates.date_readers import (
    YEAR_PARTS,
    DateTelling,
    iso,
    last_year_with,
    number_in,
    part_in,
)
from claimgraph.extraction.words.word_lists import words

DAY_NUMBERS = {name[:3].lower(): at for at, name in enumerate(WEEKDAYS)}
NO_DAYS = words("dates", "no_days")
# for earlier and for next, so many days
STEPS = {"same": 0, "next": 1, "following": 1, "previous": -1}
LATER = ("later", "after")


def day_after(day: date, days: int) -> date | None:
    """The day so many days away; None where calendars end."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def day_text(day: date | None) -> str | None:
    """A day as EDTF."""
    return day.isoformat() if day is not None else None


def stretch(
    first: date | None, last: date | None, form: str = "[{}..{}]"
) -> str | None:
    """Some day between two, or with another form all of them."""
    if first is None or last is None or first > last:
        return None
    return form.format(first, last) if first != last else day_text(first)


def month_back(day: date, months: int) -> str | None:
    """The month so many months before one."""
    at = day.year * 12 + day.month - 1 - months
    return iso(at // 12, at % 12 + 1) if at >= 12 else None


def read_lone_day(found: re.Match[str], telling: DateTelling) -> str | None:
    """On the 25th: of this month or the last."""
    today, day = telling.today, int(found["day"])
    if today is None or telling.ahead or not 1 <= day <= 31:
        return None
    if day <= today.day:
        return iso(today.year, today.month, day)
    month = today.month - 1 or 12
    return iso(last_year_with(month, None, telling), month, day)


def read_weekday(found: re.Match[str], telling: DateTelling) -> str | None:
    """Friday, last Friday, Friday last week."""
    today, which = telling.today, (found["which"] or "").lower()
    if telling.ahead or which in NO_DAYS:
        return None
    if today is None:
        return None if which or found["week"] else telling.anchor.rough
    at, week = DAY_NUMBERS[found["weekday"][:3].lower()], (found["week"] or "").lower()
    if week:
        weeks = {"last week": -7, "this week": 0}.get(week)
        if weeks is None:
            return None
        return day_text(day_after(today, at - today.weekday() + weeks))
    back = (today.weekday() - at) % 7
    return day_text(day_after(today, -(back or 7 * (which == "last"))))


def read_word(found: re.Match[str], telling: DateTelling) -> str | None:
    """Today, last night, yesterday."""
    word = found["word"].lower()
    days = {"the day before yesterday": 2, "yesterday": 1, "last night": 1}
    return (
        day_text(day_after(telling.today, -days.get(word, 0)))
        if telling.today
        else None
    )


def read_ago(found: re.Match[str], telling: DateTelling) -> str | None:
    """Three days ago; what is told in weeks is known to a week, and so on."""
    return day_from(telling.today, found["unit"].lower(), -number_in(found))


def day_from(day: date | None, unit: str, number: int) -> str | None:
    """What lies so many days, weeks, months or years from a day."""
    if day is None or not -10_000 < number < 10_000:
        return None
    if unit == "day":
        return day_text(day_after(day, number))
    if unit == "week":
        return stretch(day_after(day, 7 * number - 3), day_after(day, 7 * number + 3))
    if unit == "month":
        return month_back(day, -number)
    year = day.year + number
    return f"{year:04}" if 1 <= year <= 9999 else None


def read_period(found: re.Match[str], telling: DateTelling) -> str | None:
    """The past three months, up to now."""
    today = telling.today
    if today is None:
        return None
    number = number_in(found) if found["number"] else 1
    unit = (found["unit"] or found["one"]).lower()
    days = {"hour": (number + 23) // 24, "day": number, "week": 7 * number}
    if unit in days:
        return stretch(day_after(today, -days[unit]), today, "{}/{}")
    first = month_back(today, number if unit == "month" else 12 * number)
    return f"{first}/{iso(today.year, today.month)}" if first else None


def read_near(found: re.Match[str], telling: DateTelling) -> str | None:
    """Last week, earlier this month, late last year."""
    today, which = telling.today, found["which"].lower()
    if today is None:
        # a year or month may be known where the day is not
        today = telling.anchor.day if found["unit"].lower() == "year" else None
    if today is None or which == "next":
        return None
    unit = found["unit"].lower()
    if unit == "year":
        return near_year(today, which, part_in(found))
    if unit == "month":
        return near_month(today, which, part_in(found))
    return near_week(today, which, unit)


def near_week(today: date, which: str, unit: str) -> str | None:
    """This or the last week or weekend."""
    monday = day_after(today, -today.weekday() - 7 * (which == "last"))
    if monday is None:
        return None
    if unit == "weekend":
        return stretch(day_after(monday, 5), day_after(monday, 6))
    last = day_after(monday, 6)
    return stretch(monday, min(last, today) if last else None)


def near_month(today: date, which: str, part: str | None) -> str | None:
    """This or the last month, or what of this one is over."""
    if which == "last":
        return month_back(today, 1) if part is None else None
    if part == "earlier":
        return stretch(today.replace(day=1), today)
    return iso(today.year, today.month) if part is None else None


def near_year(today: date, which: str, part: str | None) -> str | None:
    """This or the last year, or a part of it."""
    year = today.year - (which == "last")
    if year < 1:
        return None
    if part in YEAR_PARTS:
        least, most = YEAR_PARTS[part]
        return f"[{iso(year, least)}..{iso(year, most)}]"
    if part == "earlier" and which == "this":
        return f"[{iso(year, 1)}..{iso(year, today.month)}]"
    return f"{year:04}" if part is None else None


def read_weekend(_: re.Match[str], telling: DateTelling) -> str | None:
    """Over the weekend: the one that is over, or nearly."""
    today = telling.today
    if today is None or telling.ahead:
        return None
    this = today.weekday() >= 5
    return near_week(today, "this" if this else "last", "weekend")


def read_shifted(found: re.Match[str], telling: DateTelling) -> str | None:
    """Two days earlier, the next day: from the day told last."""
    try:
        base = date.fromisoformat(telling.last or "")
    except ValueError:
        return None
    if found["number"] is None:
        step = STEPS[found["next"].lower()] if found["next"] else -1
        return day_text(day_after(base, step))
    later = found["to"].lower().startswith(LATER)
    return day_from(
        base, found["unit"].lower(), number_in(found) * (1 if later else -1)
    )
