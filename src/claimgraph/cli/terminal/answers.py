"""Answers of a person, or of a file in a pipe, asked for one by one."""

import sys
from collections.abc import Iterable

import click

from claimgraph.cli.terminal.dialogue import BackError, dialogue
from claimgraph.console import STDOUT
from claimgraph.errors import CorpusError
from claimgraph.safe_text import on_one_line, visible

EXPLAIN, BACK = "?", "<"


def on_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, explained: str | Iterable[str], default: str = "") -> str:
    """The answer to a question; an empty one is the default, which stands in brackets.

    `explained` is told on ?; < is BackError. In a pipe each line is an answer, and is
    shown with its question. CorpusError where no answer is left.
    """
    talk = dialogue()
    former = talk.former(question)
    if former is not None:
        text, shown = former
        if shown:
            say(f"{on_one_line(question)}: {visible(text, '')}  (as before)")
        talk.take(question, text)
        return text
    shown_default = f" [{visible(default, '')}]" if default else ""
    prompt = f"{on_one_line(question)}{shown_default}:"
    while True:
        answer = read_line(prompt, question)
        if answer == EXPLAIN:
            lines = [explained] if isinstance(explained, str) else explained
            for line in lines:
                say_found(line)
        elif answer != BACK:
            talk.take(question, answer or default)
            return answer or default
        elif talk.go_back():
            raise BackError
        else:
            say(f"  ! there is no question before this one ({EXPLAIN} explains it)")


def read_line(prompt: str, question: str) -> str:
    """What is typed behind a prompt that fits the terminal."""
    *above, last = STDOUT.wrapped(prompt)
    for line in above:
        click.echo(line)
    try:
        answer = input(f"{last} ")
    except EOFError:
        click.echo()
        reason = f"no answer is left for {on_one_line(question)!r}: nothing was written"
        raise CorpusError(reason) from None
    if not sys.stdin.isatty():
        click.echo(visible(answer, ""))
    return answer.strip()


def ask_yes(question: str, explained: str, default: bool) -> bool:
    """Whether the answer is yes; what is neither yes nor no is asked again."""
    while True:
        shown = "y" if default else "n"
        answer = ask(f"{question} (y/n)", f"{explained}; y is yes, n is no", shown)
        if answer.casefold() in ("y", "yes", "n", "no"):
            return answer[0] in "yY"
        say_wrong("answer y or n")


def say_wrong(reason: str) -> None:
    """Why an answer is not taken, before the question comes again."""
    dialogue().refuse()
    say_problem(reason)


def say_problem(reason: str) -> None:
    """What is wrong with several answers together, each of which was taken."""
    say(f"  ! {on_one_line(reason)}")


def say_found(text: str) -> None:
    """What an answer was taken for."""
    say(f"  {on_one_line(text)}")


def say(text: str) -> None:
    """A text that fits the terminal, unless the person has read it before."""
    if not dialogue().before:
        STDOUT.say(text)
