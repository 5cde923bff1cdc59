"""The questions that can be asked: find one, check its arguments, ask it of a graph."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import overload

from claimgraph.errors import QueryError, known_word, near, nearest
from claimgraph.library.arguments import converted_value
from claimgraph.library.header import AnswerColumn, Parameter, read_header
from claimgraph.resources import packaged_path
from claimgraph.store.base import Row, Store

__all__ = [
    "Parameter",
    "Question",
    "Rows",
    "answer",
    "ask",
    "find_question",
    "health_questions",
    "known_parameters",
    "known_question",
    "questions",
]


@dataclass(frozen=True, slots=True)
class Question:
    """One file of the library; `text` is the whole file, as Neo4j Browser takes it.

    One that draws returns nodes and edges; `draws` names the question that gives a
    table of the same.
    """

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[AnswerColumn, ...]
    answers: tuple[str, ...]
    words: tuple[str, ...]
    defect: bool
    draws: str | None
    text: str

    @property
    def in_short(self) -> str:
        """The question alone, and that no row may answer it where each is a defect."""
        asked = "".join(self.question.partition("?")[:2])
        return f"{asked} Must return nothing." if self.defect else asked

    @property
    def notes(self) -> str:
        """What the question leaves out and how it counts; empty where none is said."""
        return self.question.partition("?")[2].strip()

    @property
    def in_full(self) -> str:
        """The question, and what else is to be known of its answer."""
        if self.draws is not None:
            return f"{self.question} For Neo4j Browser; as a table: {self.draws}."
        return f"{self.question} Must return nothing." if self.defect else self.question


@dataclass(frozen=True, slots=True)
class Rows(Sequence[Row]):
    """An answer: a sequence of dicts, one a row, dates as text.

    `rows` holds the same as tuples in the order of `columns`; `told` says for whom a
    part of a name was taken; `limit` is how many rows were wanted, if that was set, and
    `more` whether there are more than these.
    """

    question: Question
    columns: tuple[str, ...]
    rows: list[tuple[object, ...]]
    told: tuple[str, ...] = field(default=(), compare=False)
    limit: int | None = field(default=None, compare=False)
    more: bool = field(default=False, compare=False)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [
                dict(zip(self.columns, row, strict=True)) for row in self.rows[index]
            ]
        return dict(zip(self.columns, self.rows[index], strict=True))

    def __len__(self) -> int:
        return len(self.rows)


@cache
def questions() -> list[Question]:
    """Every question, by name; QueryError with file and line for a bad header."""
    found: list[Question] = []
    for folder in packaged_path("queries").iterdir():
        if not folder.is_dir():
            continue
        for entry in folder.iterdir():
            stem, dot, ending = entry.name.rpartition(".")
            if dot and ending == "cypher":
                name = f"{folder.name}/{stem}"
                found.append(parse_question(name, entry.read_text(encoding="utf-8")))
    return sorted(found, key=lambda question: question.name)


def health_questions() -> list[Question]:
    """Those that ask what is odd in a graph."""
    return [one for one in questions() if one.name.startswith("health/")]


def parse_question(name: str, text: str) -> Question:
    """The question of a file's text; QueryError with file and line where it is bad."""
    header = read_header(f"queries/{name}.cypher", text)
    return Question(
        name=name,
        title=header.title,
        question=header.question,
        parameters=header.parameters,
        columns=header.columns,
        answers=header.answers,
        words=header.words,
        defect=header.defect,
        draws=header.draws,
        text=text,
    )


def known_question(name: str) -> Question | None:
    """The question of that name, in any case; None where there is none."""
    known = {question.name: question for question in questions()}
    meant = known_word(name, known)
    return None if meant is None else known[meant]


def find_question(name: str) -> Question:
    """The question of that name, in any case; QueryError tells the nearest names."""
    found = known_question(name)
    if found is not None:
        return found
    names = [question.name for question in questions()]
    listed = ", ".join(near(name, names)) or "`claimgraph ask` lists them all"
    raise QueryError(f"{name} is no question (nearest: {listed})", target=name)


def ask(store: Store, name: str, arguments: Mapping[str, object] | None = None) -> Rows:
    """The answer of a graph to a question; left out arguments take their defaults.

    Text is converted ("3", "true"), so that arguments may come from a command line.
    QueryError for an unknown question and for an unknown, missing or wrong argument.
    """
    return answer(store, find_question(name), arguments or {})


def answer(store: Store, question: Question, arguments: Mapping[str, object]) -> Rows:
    """The same for a question that was found; QueryError for a wrong argument.

    Also for one that draws: its nodes and edges are for Neo4j Browser.
    """
    if question.draws is not None:
        reason = (
            f"{question.name} draws in Neo4j Browser (see claimgraph browser);"
            f" for a table: claimgraph ask {question.draws}"
        )
        raise QueryError(reason, target=question.name)
    values = check_arguments(question, arguments)
    columns = tuple(column.name for column in question.columns)
    rows: list[tuple[object, ...]] = []
    limit = values.get("limit")
    most = limit if isinstance(limit, int) else None
    # one more than is wanted, to tell whether there are more
    asked = values if most is None else {**values, "limit": most + 1}
    for row in store.read(question.text, asked):
        if set(row) != set(columns):
            reason = f"{question.name} returns other columns than it says"
            raise QueryError(reason, target=question.name)
        rows.append(tuple(row[column] for column in columns))
    more = most is not None and len(rows) > most
    return Rows(question, columns, rows[:most], limit=most, more=more)


def check_arguments(
    question: Question, arguments: Mapping[str, object]
) -> dict[str, object]:
    """A value for every parameter, of its type; QueryError names the first wrong."""
    given = known_parameters(question, arguments)
    values: dict[str, object] = {}
    for parameter in question.parameters:
        if parameter.name in given:
            values[parameter.name] = converted_value(parameter, given[parameter.name])
        elif parameter.required:
            raise QueryError(
                f"{question.name} needs it: {parameter.meaning}", key=parameter.name
            )
        else:
            values[parameter.name] = parameter.default
    check_order(values)
    return values


def check_order(values: Mapping[str, object]) -> None:
    """QueryError where days or entities that belong together leave nothing to find."""
    first, last = values.get("from"), values.get("to")
    if isinstance(first, str) and isinstance(last, str):
        if first == last and "/" in first:
            raise QueryError(f"both ends are {first}: name two", key="to")
        if first > last and "/" not in first:
            raise QueryError(f"{last} is before {first}, where it begins", key="to")
    if values.get("a") is not None and values.get("a") == values.get("b"):
        raise QueryError(f"both are {values['a']}: name two", key="b")


def known_parameters(
    question: Question, arguments: Mapping[str, object]
) -> dict[str, object]:
    """The arguments by the names of parameters, which may come in any case.

    QueryError for one that is no parameter, and for one that is given twice.
    """
    known = [parameter.name for parameter in question.parameters]
    found: dict[str, object] = {}
    for given, value in arguments.items():
        name = known_word(given, known)
        if name is None:
            hint = f"{nearest(given, known)} (there are: {', '.join(known) or 'none'})"
            reason = f"{question.name} has no such parameter{hint}"
            raise QueryError(reason, key=given)
        if name in found:
            raise QueryError("is given twice", key=name)
        found[name] = value
    return found
