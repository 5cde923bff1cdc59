"""The cells of a row by what a mapping says of them; what is not read is counted."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import translate
from functools import cache
from typing import TypeVar

from claimgraph.characters import is_storable
from claimgraph.errors import ClaimgraphError
from claimgraph.loaders.builder import ClaimBuilder
from claimgraph.safe_text import on_one_line
from claimgraph.tables.forms import WhenForm, WordForm
from claimgraph.tables.mapping import BRACES

V = TypeVar("V")
# characters of a cell that is quoted, and of what is shown of one
LONGEST, SHOWN = 10_000, 30
UNKNOWN = "say that nobody knows"


class RowCells:
    """The cells of the row at hand, by column.

    `unknown` are cells that say nothing. What is left out is counted by column and
    reason, once a row, with the first such cell.
    """

    def __init__(self, builder: ClaimBuilder, unknown: Iterable[str]) -> None:
        self.builder, self.unknown = builder, frozenset(unknown)
        self.number, self.texts = 0, dict[str, str]()
        self.told: set[tuple[str, str]] = set()
        # columns of the row that a key passed over and why, and those that one took
        self.passed: dict[str, str] = {}
        self.taken: set[str] = set()
        self.first: dict[str, str] = {}

    def take(self, number: int, texts: dict[str, str]) -> None:
        """Goes on to the next row."""
        self.number, self.texts = number, texts
        self.told.clear()
        self.passed.clear()
        self.taken.clear()

    def leave_passed(self) -> None:
        """Counts the cells that a key passed over and no other one took."""
        for column, reason in self.passed.items():
            if column not in self.taken:
                self.leave_cell(column, reason)

    def leave_row(self, reason: str) -> None:
        """Counts the row as one that is not read."""
        self.leave(f"rows: {reason}", f"row {self.number}")

    def leave_cell(self, column: str, reason: str) -> None:
        """Counts a cell as one that is not read, once a row."""
        if (column, reason) not in self.told:
            self.told.add((column, reason))
            text = on_one_line(self.texts.get(column, ""))
            cut = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
            self.leave(f"cells of {column}: {reason}", f"row {self.number}, {cut!r}")

    def leave(self, reason: str, place: str) -> None:
        """Counts what is not read, and keeps the first place."""
        self.first.setdefault(reason, place)
        self.builder.leave_out(reason)

    def name_first_places(self) -> None:
        """Puts the first place behind each reason, when all is read."""
        counted = self.builder.left_out
        for reason, place in self.first.items():
            counted[f"{reason} (first: {place})"] = counted.pop(reason)

    def raw(self, column: str) -> str:
        """A cell as it is written, for a quote."""
        return self.texts.get(column, "")

    def text(self, column: str | None, unknown: Sequence[str] = ()) -> str:
        """The words of a cell; empty where it has none, or none that say anything."""
        text = self.texts.get(column, "").strip() if column is not None else ""
        if not text or column is None:
            return ""
        if text in self.unknown or text in unknown:
            self.leave_cell(column, UNKNOWN)
            return ""
        if len(text) > LONGEST:
            self.leave_cell(column, f"are longer than {LONGEST} characters")
            return ""
        if not is_storable(text):
            self.leave_cell(column, "hold a NUL or half a character")
            return ""
        return text

    def parsed(
        self, column: str | None, parse: Callable[[str], V], unknown: Sequence[str] = ()
    ) -> V | None:
        """What a cell comes to; None where it is empty or cannot be read."""
        text = self.text(column, unknown)
        if not text or column is None:
            return None
        try:
            return parse(text)
        except ClaimgraphError as error:
            self.leave_cell(column, error.message)
            return None

    def holds(self, when: WhenForm | None) -> bool:
        """Whether a condition is true of the row."""
        if when is None:
            return True
        text = self.texts.get(when.column, "").strip()
        return text not in when.isnt and (not when.is_ or text in when.is_)

    def is_read(self, column: str, when: WhenForm | None) -> bool:
        """The same; where it is not, a cell with words is counted."""
        if when is None or self.holds(when):
            return True
        if self.text(column):
            reason = f"the mapping reads them for other cells of {when.column}"
            self.passed.setdefault(column, reason)
        return False

    def word(self, given: str | WordForm | None) -> str | None:
        """The word that the mapping says, or that a cell stands for."""
        if given is None or isinstance(given, str):
            return given
        text = self.text(given.column)
        found = given.words.get(text, given.otherwise) if text else given.otherwise
        if found is not None:
            self.taken.add(given.column)
        elif text:
            self.passed.setdefault(given.column, "the mapping has no word for them")
        return found

    def filled(self, template: str | None) -> str:
        """The parts of a text whose columns all have words, on one line."""
        return " ".join(filled_text(template or "", self.text).split())


def filled_text(template: str, text_of: Callable[[str], str]) -> str:
    """A text with cells in the place of `{column}`; a part that lacks one is left out.

    >>> filled_text("{a} in {b}, {c}, row", {"a": "x", "b": "", "c": "y"}.__getitem__)
    'y, row'
    """
    found: list[str] = []
    for part in template.split(", "):
        held = {name: text_of(name) for name in BRACES.findall(part)}
        if all(held.values()):
            pieces = BRACES.split(part)
            pieces[1::2] = [held[name] for name in pieces[1::2]]
            found.append("".join(pieces))
    return ", ".join(found)


@cache
def pattern_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """What matches any of some words in which * stands for anything."""
    return re.compile("|".join(translate(one.casefold()) for one in patterns))


def matches(text: str, patterns: Sequence[str]) -> bool:
    """Whether a text is one of the words, in any case; * is anything.

    >>> matches("Unidentified Armed Group (Ruritania)", ["unidentified*"])
    True
    """
    return bool(patterns) and bool(pattern_of(tuple(patterns)).match(text.casefold()))


def named_by_id(ids: Mapping[str, str]) -> Mapping[str, list[str]]:
    """All names that a mapping has for each id, in their order."""
    found: dict[str, list[str]] = {}
    for name, one in ids.items():
        found.setdefault(one, []).append(name)
    return found
