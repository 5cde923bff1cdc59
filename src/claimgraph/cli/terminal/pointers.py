"""Where the words of a newcomer lead, with the commands to paste."""

from contextlib import ExitStack

import click
from click.core import ParameterSource

from claimgraph.api.asking import nearest_words
from claimgraph.api.pointing import SHOWN, Pointers, pointers
from claimgraph.cli.terminal.failures import say_aside
from claimgraph.cli.terminal.tables import say
from claimgraph.cli.terminal.target import open_target
from claimgraph.errors import ClaimgraphError
from claimgraph.library import Question
from claimgraph.safe_text import on_one_line, shell_word
from claimgraph.store.base import Store

# what most questions take, and says nothing of any
EVERYWHERE = ("accepted", "limit")
# what people ask first of an entity of a type
OF_TYPE = {
    "attack": ("ask attacks/who-did-it attack=", "report attack "),
    "group": ("report group ",),
    "place": ("ask attacks/list place=",),
}


def tell_pointers(sought: str, target: str) -> bool:
    """Whether some words lead anywhere, which is then told.

    Entities come first where one is meant for certain, or few attacks are. Where no
    graph can be opened only the questions count, and what stood in the way is told; it
    is the error where the words are near to no question.
    """
    closed: ClaimgraphError | None = None
    with ExitStack() as stack:
        store: Store | None = None
        try:
            store = stack.enter_context(open_target(target))
        except ClaimgraphError as error:
            closed = error
        found = pointers(store, sought)
    if closed is not None and not (found.questions or nearest_words(sought)):
        raise closed
    if found.guess:
        say("Perhaps this:", "bold")
        tell_command(f"ask {found.guess}")
    if found.guess or found.few_attacks:
        tell_entities(found)
        tell_questions(found)
    else:
        tell_questions(found)
        tell_entities(found)
    if closed is not None:
        say_aside(f"No graph was asked who is called so: {closed}")
    if found.in_articles:
        say(f"No question speaks of {on_one_line(sought)}, but the articles do:")
        tell_command(f"search {shell_word(sought)}")
    return bool(found.questions or found.entities or found.in_articles)


def tell_questions(found: Pointers) -> None:
    """The questions that speak of the words, the best first."""
    if found.questions:
        say(f"Questions that speak of {' '.join(found.spoken)}:", style="bold")
    for question in found.questions:
        print_question(question)


def tell_entities(found: Pointers) -> None:
    """Who is called so, with commands for what is said of each, and what each says."""
    if found.entities:
        say("In the graph, with commands for what is said of it, and by it:", "bold")
    for one in found.entities[:SHOWN]:
        say(f"  {on_one_line(one.name)}")
        for words in OF_TYPE.get(one.prefix, ()):
            tell_command(f"{words}{one.id}")
        if one.id in found.told or one.id not in found.speaking:
            tell_command(f"ask claims/about entity={one.id}")
        if one.id in found.speaking:
            tell_command(f"ask sources/according-to source={one.id}")
    more = len(found.entities) - SHOWN
    if more > 0:
        say(f"  {more} more:")
        tell_command(f"find {shell_word(found.called)}")


def tell_command(words: str) -> None:
    """A command on one line, however long, to be pasted."""
    click.echo(f"      claimgraph {words}{store_words()}")


def store_words() -> str:
    """The option `--store` as it was typed, if it was, for a command to paste."""
    context = click.get_current_context()
    if context.get_parameter_source("target") != ParameterSource.COMMANDLINE:
        return ""
    return f" --store {shell_word(str(context.params['target']))}"


def print_question(question: Question) -> None:
    """A question in one line with what it takes, and in words; optional in brackets."""
    taken = "".join(
        f" {one.name}=…" if one.required else f" [{one.name}=…]"
        for one in question.parameters
        if one.name not in EVERYWHERE
    )
    say(f"  {question.name}{taken}\n      {on_one_line(question.in_short)}")
