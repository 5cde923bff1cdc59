"""What a report asks for: its subjects and its own options, for the command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context
from claimgraph.analysis.selection import Filters
from claimgraph.reports.document import Report


@dataclass(frozen=True, slots=True)
class Argument:
    """A subject of a report: an entity whose id has one of the prefixes.

    `name` is the keyword of `report`; no prefixes: any entity.
    """

    name: str
    meaning: str
    prefixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """An option of one report alone.

    `name` is the keyword of `report`; `choices` of a text, or a flag that is a bool;
    `day` says that the text is an EDTF date.
    """

    name: str
    meaning: str
    choices: tuple[str, ...] = ()
    default: str | None = None
    required: bool = False
    flag: bool = False
    day: bool = False


@dataclass(frozen=True, slots=True)
class HealthRow:
    """What a health question of the library found in the graph.

    `rows` counts its answer; `defect`: there are some, and there should be none.
    """

    name: str
    question: str
    rows: int
    defect: bool


# The claims that a report reads beside all that say, deny or withhold the same:
# about     a subject is an end
# spoken    a subject stands in the chain
# between   both subjects are the ends, or one and a third who has to do with both
# culprits  who leads those who are named for an attack, whose part they are, and
#           what is said of them and nobody else
# deeds     who names parts and members of a subject for an attack
# denials   denied by a subject, or by those who are said to belong to it
# dependants  on the word of those who are said to belong to a subject or held by it
# replies   answers to what a subject passed on or said
# ties      who belongs to whom, who holds, backs or opposes whom: those of a subject
Part = Literal[
    "about",
    "spoken",
    "between",
    "culprits",
    "deeds",
    "denials",
    "dependants",
    "replies",
    "ties",
]
Asked = str | bool | None | tuple[HealthRow, ...]


@runtime_checkable
class Reporter(Protocol):
    """What a module of `claimgraph.reports` has (see its docstring)."""

    ARGUMENTS: Sequence[Argument]
    OPTIONS: Sequence[Option]
    EXAMPLE: str
    READS: Sequence[Part] | None

    def report(
        self,
        claim_set: ClaimSet,
        context: Context,
        filters: Filters,
        **asked: Asked,
    ) -> Report:
        """The report; subjects are standing ids."""
        ...
