"""Where the words of a newcomer lead, with the commands to paste."""

import shlex
from contextlib import ExitStack

import click
from click.core import ParameterSource

from claimgraph.api.pointing import Pointers, pointers
from claimgraph.cli.terminal.tables import say
from claimgraph.cli.terminal.target import open_target
from claimgraph.errors import ClaimgraphError
from claimgraph.library import Question
from claimgraph.safe_text import on_one_line

# what most questions take, and says nothing of any
EVERYWHERE = ("accepted", "limit")
# entities that are shown with a command
SHOWN = 3


def tell_pointers(sought: str, target: str) -> bool:
    """Whether some words lead anywhere, which is then told.

    Where no graph can be opened only the questions count. Entities come first where
    the questions speak of a part of the words alone.
    """
    with ExitStack() as stack:
        try:
            store = stack.enter_context(open_target(target))
        except ClaimgraphError:
            store = None
        found = pointers(store, sought)
    if found.guess:
        say("Perhaps this:", "bold")
        click.echo(f"      claimgraph ask {found.guess}{store_words()}")
    if found.others:
        tell_entities(found, sought)
        tell_questions(found)
    else:
        tell_questions(found)
        tell_entities(found, sought)
    if found.in_articles:
        say(f"No question speaks of {on_one_line(sought)}, but the articles do:")
        click.echo(f"      claimgraph search {shell_word(sought)}{store_words()}")
    return bool(found.questions or found.entities or found.in_articles)


def tell_questions(found: Pointers) -> None:
    """The questions that speak of the words, the best first."""
    if found.questions:
        say(f"Questions that speak of {' '.join(found.spoken)}:", style="bold")
    for question in found.questions:
        print_question(question)


def tell_entities(found: Pointers, sought: str) -> None:
    """Who is called so, each with the command that asks for what is said of it."""
    if found.entities:
        say("In the graph, with the command for all that is said of each:", "bold")
    for one in found.entities[:SHOWN]:
        say(f"  {on_one_line(one.name)}")
        click.echo(f"      claimgraph ask claims/about entity={one.id}{store_words()}")
    more = len(found.entities) - SHOWN
    if more > 0:
        say(f"  {more} more:")
        click.echo(f"      claimgraph find {shell_word(sought)}{store_words()}")


def store_words() -> str:
    """The option `--store` as it was typed, if it was, for a command to paste."""
    context = click.get_current_context()
    if context.get_parameter_source("target") != ParameterSource.COMMANDLINE:
        return ""
    return f" --store {shell_word(str(context.params['target']))}"


def shell_word(text: str) -> str:
    """A text as a shell takes it, on one line."""
    return shlex.quote(on_one_line(text))


def print_question(question: Question) -> None:
    """A question in one line with what it takes, and in words; optional in brackets."""
    taken = "".join(
        f" {one.name}=…" if one.required else f" [{one.name}=…]"
        for one in question.parameters
        if one.name not in EVERYWHERE
    )
    say(f"  {question.name}{taken}\n      {on_one_line(question.in_short)}")
