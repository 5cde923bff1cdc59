"""The comment in front of a query file: title, question, parameters, columns.

    // Title
    // The question, in one or more lines?
    // :param {group: null, accepted: false}
    // defect
    // draws attacks/attributions
    // answers attack
    // words bombing, raid
    // param group entity(group)?: meaning
    // param accepted boolean=false: meaning
    // returns attack: meaning

`defect` stands where every row is something wrong in the graph; `draws` where the rows
are nodes and edges, for a picture in Neo4j Browser: it names the question that gives a
table of the same; `answers` names, in order, those of the columns without which the
question is not answered; `words`, if there is such a line, are further words by which
people look for it, which the other lines lack. The kind of a
parameter is one of KINDS; `?` lets it be null, which is then its default; `=value` is a
default; with neither it must be given, and the :param line holds an example.
` of a, b` names the only values; those of a `relation`, a `modality`, a `polarity` and
a `method` stand in the schema, a `kind` is one that some entity of the graph has, its
plural, or a type of entity. What is asked with names in place of ids takes an
`entity` for one, only of those with the prefixes in brackets.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from claimgraph.errors import QueryError, nearest
from claimgraph.schema import load_schema

Kind = Literal[
    "text",
    "integer",
    "boolean",
    "date",
    "entity",
    "claim",
    "article",
    "relation",
    "modality",
    "polarity",
    "method",
    "kind",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
TYPES: dict[Kind, type] = {"integer": int, "boolean": bool}
DEFECT = "defect"
DRAWS = "draws "
ANSWERS = "answers "
WORDS = "words "
PARAMETER = re.compile(
    r"param (?P<name>\w+) (?P<kind>\w+)(?:\((?P<prefixes>[^)]*)\))?"
    r"(?P<null>\?)?(?:=(?P<default>'[^']*'|\w+))?(?: of (?P<of>[^:]+))?: (?P<means>.+)"
)
COLUMN = re.compile(r"returns (?P<name>\w+): (?P<means>.+)")
PAIR = re.compile(r"""\s*(\w+):\s*("[^"]*"|'[^']*'|null|true|false|\d+)\s*(?:,|$)""")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be given; `example` stands in its :param line."""

    name: str
    kind: Kind
    prefixes: tuple[str, ...]
    optional: bool
    required: bool
    default: object
    choices: tuple[str, ...]
    example: object
    meaning: str

    @property
    def words(self) -> tuple[str, ...]:
        """The only values; empty where the kind has no list."""
        schema = load_schema()
        if self.kind == "relation":
            return tuple(schema.relations)
        if self.kind == "method":
            return tuple(schema.relations[self.kind.upper()].word_notes)
        return self.choices or tuple(schema.lists.get(self.kind, ()))


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """What a question gives back."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Header:
    """All that a query file says about itself."""

    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[AnswerColumn, ...]
    answers: tuple[str, ...]
    words: tuple[str, ...]
    defect: bool
    draws: str | None


def read_header(file: str, text: str) -> Header:
    """The header of a query file; QueryError with file and line where it is bad."""
    lines = list(comment_lines(text))
    at = next((n for n, line in enumerate(lines) if line.startswith(":param ")), None)
    if at is None or at < 2:
        raise QueryError(
            "the header needs a title, a question and a :param line", file=file, line=1
        )
    examples = read_examples(file, at + 1, lines[at])
    defect = lines[at + 1 : at + 2] == [DEFECT]
    draws = drawn_beside(lines[at + 1 : at + 2])
    first = at + 2 + (defect or draws is not None)
    answers = read_answers(file, first, lines[first - 1 : first])
    words = read_words(lines[first : first + 1])
    start = first + bool(words)
    parameters, columns = read_fields(file, lines[start:], start + 1, examples)
    check_names(file, at + 1, list(examples), [one.name for one in parameters])
    if not columns:
        raise QueryError("the header names no column", file=file, line=len(lines))
    check_answers(file, first, answers, [one.name for one in columns])
    return Header(
        title=lines[0],
        question=" ".join(lines[1:at]),
        parameters=tuple(parameters),
        columns=tuple(columns),
        answers=answers,
        words=words,
        defect=defect,
        draws=draws,
    )


def read_fields(
    file: str, lines: list[str], start: int, examples: dict[str, object]
) -> tuple[list[Parameter], list[AnswerColumn]]:
    """The parameters and then the columns that the lines declare, from that number."""
    parameters: list[Parameter] = []
    columns: list[AnswerColumn] = []
    for number, line in enumerate(lines, start):
        if column := COLUMN.fullmatch(line):
            columns.append(AnswerColumn(column["name"], column["means"]))
        elif not columns and (found := PARAMETER.fullmatch(line)):
            parameters.append(read_parameter(file, number, found, examples))
        else:
            raise QueryError(
                "neither `param NAME KIND: meaning` nor `returns COLUMN: meaning`",
                file=file,
                line=number,
            )
    return parameters, columns


def drawn_beside(line: list[str]) -> str | None:
    """The question beside which a `draws` line stands; None for another line."""
    if not line or not line[0].startswith(DRAWS):
        return None
    return line[0].removeprefix(DRAWS)


def read_answers(file: str, number: int, line: list[str]) -> tuple[str, ...]:
    """The columns that the `answers` line names, in its order."""
    if not line or not line[0].startswith(ANSWERS):
        reason = "write `answers COLUMN, COLUMN …`, which a reader cannot do without"
        raise QueryError(reason, file=file, line=number)
    return tuple(line[0].removeprefix(ANSWERS).split(", "))


def read_words(line: list[str]) -> tuple[str, ...]:
    """The words of a `words` line; none of another one."""
    if not line or not line[0].startswith(WORDS):
        return ()
    return tuple(line[0].removeprefix(WORDS).split(", "))


def check_answers(
    file: str, line: int, answers: tuple[str, ...], columns: list[str]
) -> None:
    """QueryError where an answer is no column, or stands there twice."""
    for at, name in enumerate(answers):
        if name in answers[:at]:
            raise QueryError("is named twice", file=file, line=line, key=name)
        if name not in columns:
            reason = f"is no column that is returned{nearest(name, columns)}"
            raise QueryError(reason, file=file, line=line, key=name)


def comment_lines(text: str) -> Iterator[str]:
    """The lines of the leading comment without their slashes."""
    for line in text.splitlines():
        if not line.startswith("// "):
            return
        yield line.removeprefix("// ")


def read_examples(file: str, number: int, line: str) -> dict[str, object]:
    """Names and values of the :param line, in its order."""
    inner = line.removeprefix(":param ").strip()
    body = inner.removeprefix("{").removesuffix("}")
    rest, values = body, dict[str, object]()
    while rest and (pair := PAIR.match(rest)):
        values[pair[1]] = read_literal(pair[2])
        rest = rest[pair.end() :]
    if rest.strip() or inner != f"{{{body}}}":
        raise QueryError("write `:param {name: value, …}`", file=file, line=number)
    return values


def read_literal(text: str) -> object:
    """What a literal of Cypher stands for: text, number, true, false or null.

    >>> [read_literal(text) for text in ("'any'", "3", "true", "null")]
    ['any', 3, True, None]
    """
    if text[0] in "'\"":
        return text[1:-1]
    words: dict[str, object] = {"null": None, "true": True, "false": False}
    return words[text] if text in words else int(text)


def read_parameter(
    file: str, number: int, found: re.Match[str], examples: dict[str, object]
) -> Parameter:
    """One parameter; its default must be the one of the :param line."""
    name, optional = found["name"], found["null"] is not None
    default = read_literal(found["default"]) if found["default"] else None
    required = not optional and found["default"] is None
    if name not in examples:
        raise QueryError(":param line lacks it", file=file, line=number, key=name)
    kind, prefixes = read_kind(file, number, found)
    example = examples[name]
    fits = type(example) is TYPES.get(kind, str) or (optional and example is None)
    if not fits or (not required and example != default):
        raise QueryError(
            "the :param line gives another value", file=file, line=number, key=name
        )
    return Parameter(
        name=name,
        kind=kind,
        prefixes=prefixes,
        optional=optional,
        required=required,
        default=default,
        choices=tuple(found["of"].split(", ")) if found["of"] else (),
        example=example,
        meaning=found["means"],
    )


def read_kind(
    file: str, number: int, found: re.Match[str]
) -> tuple[Kind, tuple[str, ...]]:
    """The kind of a parameter and, of an entity, the prefixes of its ids."""
    name = found["kind"]
    known: dict[str, Kind] = {kind: kind for kind in KINDS}
    if name not in known:
        listed = ", ".join(KINDS)
        reason = f"{name} is no kind{nearest(name, KINDS)} (there are: {listed})"
        raise QueryError(reason, file=file, line=number, key=found["name"])
    if found["prefixes"] is None:
        return known[name], ()
    prefixes = tuple(found["prefixes"].split(", "))
    there = load_schema().by_prefix
    for prefix in prefixes:
        if name != "entity" or prefix not in there:
            reason = f"{name}({prefix}) is no kind{nearest(prefix, there)}"
            raise QueryError(reason, file=file, line=number, key=found["name"])
    return known[name], prefixes


def check_names(file: str, line: int, examples: list[str], declared: list[str]) -> None:
    """QueryError unless the :param line and the parameters name the same, in order."""
    if examples != declared:
        raise QueryError(
            f"the :param line names {examples}, the header {declared}",
            file=file,
            line=line,
        )
