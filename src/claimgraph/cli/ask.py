"""`claimgraph ask`: a question of the library."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

import click
from click.shell_completion import CompletionItem

from claimgraph.api.asking import (
    article_titles,
    ask,
    find_question,
    known_question,
    nearest_words,
    questions,
)
from claimgraph.api.stores import holds_claims
from claimgraph.cli.terminal.columns import cell
from claimgraph.cli.terminal.failures import say_aside
from claimgraph.cli.terminal.formats import all_option, format_option, print_rows
from claimgraph.cli.terminal.pointers import print_question, tell_pointers
from claimgraph.cli.terminal.question_help import question_help
from claimgraph.cli.terminal.tables import say
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import QueryError, number_of
from claimgraph.library import Question, Rows

# how many times as many rows to ask for next
MORE = 5
HOW_TO_ASK = (
    "claimgraph ask NAME, with NAME=VALUE for its parameters (most take accepted=true, "
    "which leaves proposed claims out); `claimgraph ask WORD` lists those that speak "
    "of it, `claimgraph docs queries` has them all"
)


def complete_name(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The questions that begin so, for the shell."""
    return [
        CompletionItem(question.name, help=question.title)
        for question in questions()
        if question.name.startswith(incomplete)
    ]


def complete_argument(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The parameters of the question that was typed, for the shell."""
    name = ctx.params.get("question")
    return [
        CompletionItem(f"{parameter.name}=", help=parameter.meaning)
        for question in questions()
        if question.name == name
        for parameter in question.parameters
        if parameter.name.startswith(incomplete)
    ]


NAMED = "claimgraph.cli.ask.question"


class Asking(click.Command):
    """A command whose help is that of the question, where one is named before it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What click makes of the words; the question is noted for the help."""
        words = [known_question(one) for one in args if not one.startswith("-")]
        ctx.meta[NAMED] = next(iter(words), None)
        return super().parse_args(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """What the question asks, takes and gives back; else the help of `ask`."""
        found: object = ctx.meta.get(NAMED)
        if not isinstance(found, Question):
            return super().get_help(ctx)
        return question_help(found, ctx.make_formatter().width)


@click.command(cls=Asking)
@click.argument("question", required=False, shell_complete=complete_name)
@click.argument(
    "arguments", metavar="[NAME=VALUE]...", nargs=-1, shell_complete=complete_argument
)
@format_option
@all_option
@click.option("--limit", type=click.IntRange(min=1), help="At most so many rows.")
@store_option
def command(
    question: str | None,
    arguments: tuple[str, ...],
    form: str,
    everything: bool,
    limit: int | None,
    target: str,
) -> None:
    """Ask a question of the library; without one, list them all by topic.

    Other words, or a question in words, lead to those that speak of them.

    Where an id is wanted, a name or an alias does, or a part of one, if only one entity
    of the wanted type has it. `ask NAME --help` tells what a question takes and gives.

    Example: claimgraph ask groups/pair a="Haqqani Network" b=ISIS-K
    """
    if question is None:
        list_questions()
        return
    sought = " ".join((question, *arguments))
    if known_question(question) is None and not re.search("[/=]", sought):
        tell_where(sought, target)
        return
    asked = find_question(question)
    given = pairs(asked, arguments)
    if limit is not None and "limit" in [one.name for one in asked.parameters]:
        given.setdefault("limit", str(limit))
    with open_target(target) as store:
        answer = ask(store, asked.name, given)
        told = form == "table" and not everything
        titles = article_titles(store, answer) if told else {}
        empty = not answer.rows and not holds_claims(store)
    for line in answer.told:
        say_aside(line)
    print_answer(with_titles(answer, titles), form, everything, limit)
    if empty:
        say_aside("the graph holds no claims: `claimgraph load` puts some in")
    elif not answer.rows:
        say_aside("no rows")


def print_answer(answer: Rows, form: str, everything: bool, limit: int | None) -> None:
    """The rows; in a table the question, what they come to, the rows, and notes."""
    rows = answer.rows[:limit] if limit is not None else answer.rows
    if form != "table":
        print_rows(form, answer.columns, rows, everything)
        return
    say(answer.question.in_short, style="bold")
    if rows:
        say(summary(answer, len(rows)))
        print_rows(form, answer.columns, rows, everything, answer.question.answers)
    if answer.question.notes:
        say(answer.question.notes, style="dim")


def with_titles(answer: Rows, titles: Mapping[str, str]) -> Rows:
    """The answer with titles, where there are any, in place of the ids of articles."""
    if not titles:
        return answer
    at = answer.columns.index("article")
    rows = [
        (*row[:at], titles.get(str(row[at]), row[at]), *row[at + 1 :])
        for row in answer.rows
    ]
    return replace(answer, rows=rows)


def summary(answer: Rows, shown: int) -> str:
    """How many rows there are, by how many origins, and how strongly they say it."""
    told, advice = number_of(shown, "row"), ""
    if answer.more:
        told = f"the first {shown} of more than {told}"
        advice = f"; limit={MORE * shown} shows more"
    elif shown < len(answer):
        told = f"the first {shown} of {number_of(len(answer), 'row')}"
        advice = "; a higher --limit shows more"
    if {"says", "origin"} <= {*answer.columns}:
        rows = answer[:shown]
        ways = Counter(cell(row["says"]) for row in rows).most_common()
        told += f", {number_of(len({row['origin'] for row in rows}), 'origin')}"
        told += f" ({'; '.join(f'{words}: {number}' for words, number in ways)})"
    return told + advice


def pairs(question: Question, arguments: tuple[str, ...]) -> dict[str, str]:
    """The arguments by name; QueryError for one that is no NAME=VALUE."""
    found: dict[str, str] = {}
    names = ", ".join(parameter.name for parameter in question.parameters) or "none"
    for argument in arguments:
        name, mark, value = argument.partition("=")
        if not mark:
            hint = f"{argument!r} is no NAME=VALUE ({question.name} takes: {names})"
            raise QueryError(hint)
        if name in found:
            raise QueryError("is given twice", key=name)
        found[name] = value
    return found


def tell_where(sought: str, target: str) -> None:
    """Where words lead that are no question; QueryError with the nearest if nowhere."""
    if not tell_pointers(sought, target):
        like = nearest_words(sought)
        hint = f" (nearest: {like})" if like else ""
        raise QueryError(f"{sought} is no question, and nothing speaks of it{hint}")


def list_questions() -> None:
    """Every question with its parameters, by topic."""
    for topic, group in groupby(questions(), lambda one: one.name.partition("/")[0]):
        say(topic, style="bold")
        for question in group:
            print_question(question)
    say(f"\n{HOW_TO_ASK}")
