"""What the cells of a column look like: days in which form, numbers, codes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimgraph.errors import ClaimgraphError
from claimgraph.tables.days import read_day
from claimgraph.tables.numbers import degrees, whole_number

# the likeliest first, where several fit
FORMS = (
    *("DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY", "DD-MM-YYYY", "MM-DD-YYYY"),
    *("D MMM YYYY", "D. MMM YYYY", "D-MMM-YYYY", "D-MMM-YY", "MMM D, YYYY"),
    *("DD.MM.YY", "DD/MM/YY", "MM/DD/YY", "YYYY/MM/DD", "YYYYMMDD", "MM.YYYY"),
    *("MM/YYYY", "MMM YYYY"),
)
# of the cells with words so many must fit
MOST = 0.6
SHORT_YEARS = 1970


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table with its cells that have words, of the first rows."""

    name: str
    cells: tuple[str, ...]

    def share(self, fitting: Iterable[bool]) -> float:
        """How many of the cells fit, as a part of all."""
        return sum(fitting) / len(self.cells) if self.cells else 0.0

    def counted(self) -> list[tuple[str, int]]:
        """The different cells, the frequent ones first."""
        return Counter(self.cells).most_common()


@dataclass(frozen=True, slots=True)
class DayLook:
    """The forms in which days stand, how many cells have one, and whether days and
    months could be taken for each other.
    """

    forms: tuple[str, ...]
    fitting: int
    twofold: bool


def is_day(text: str, forms: Sequence[str]) -> bool:
    """Whether a cell is a day in one of the forms, or has its year first."""
    try:
        read_day(text, forms, SHORT_YEARS)
    except ClaimgraphError:
        return False
    return True


def day_look(column: Column) -> DayLook | None:
    """In which forms the days of a column stand; None where too few cells are days."""
    left: list[str] = [one for one in column.cells if not is_day(one, ())]
    iso = len(column.cells) - len(left)
    forms: list[str] = []
    twofold = False
    while left and len(forms) < 3:
        scored = [(sum(is_day(one, [form]) for one in left), form) for form in FORMS]
        best = max(number for number, _ in scored)
        fitting = [form for number, form in scored if number == best]
        if best < max(1, len(left) * 0.05):
            break
        forms.append(fitting[0])
        turned = fitting[0].replace("DD", "?").replace("MM", "DD").replace("?", "MM")
        twofold = twofold or (turned != fitting[0] and turned in fitting)
        left = [one for one in left if not is_day(one, [fitting[0]])]
    found = len(column.cells) - len(left)
    if found < MOST * len(column.cells) or found == 0 or (not forms and not iso):
        return None
    return DayLook(tuple(forms), found, twofold)


def is_whole(text: str, decimal: str) -> bool:
    """Whether a cell counts something."""
    try:
        whole_number(text, decimal)
    except ClaimgraphError:
        return False
    return True


def is_degrees(text: str, most: int, decimal: str) -> bool:
    """Whether a cell can be a coordinate."""
    try:
        degrees(text, most, decimal)
    except ClaimgraphError:
        return False
    return True


def has_decimal_commas(columns: Iterable[Column]) -> bool:
    """Whether numbers with a comma in them are those with a part: 34,5012."""
    commas = points = 0
    for column in columns:
        for cell in column.cells:
            whole, _, part = cell.partition(",")
            if whole.lstrip("+-").isdecimal() and part.isdecimal():
                commas += len(part) != 3
            whole, _, part = cell.partition(".")
            if whole.lstrip("+-").isdecimal() and part.isdecimal():
                points += len(part) != 3
    return commas > points
