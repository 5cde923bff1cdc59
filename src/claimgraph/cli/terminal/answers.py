"""Answers of a person, or of a file in a pipe, asked for one by one."""

import sys

import click

from claimgraph.errors import CorpusError
from claimgraph.safe_text import on_one_line, visible


def on_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "") -> str:
    """The answer to a question; an empty one is the default.

    In a pipe each line is an answer, and is shown with its question. CorpusError where
    no answer is left.
    """
    shown = f" [{visible(default, '')}]" if default else ""
    prompt = f"{on_one_line(question)}{shown}: "
    try:
        answer = input(prompt)
    except EOFError:
        click.echo()
        reason = f"no answer is left for {on_one_line(question)!r}: nothing was written"
        raise CorpusError(reason) from None
    if not sys.stdin.isatty():
        click.echo(visible(answer, ""))
    return answer.strip() or default


def ask_yes(question: str, default: bool) -> bool:
    """Whether the answer is yes; what is neither yes nor no is asked again."""
    while True:
        answer = ask(f"{question} (y/n)", "y" if default else "n").casefold()
        if answer in ("y", "yes", "n", "no"):
            return answer[0] == "y"
        say_wrong("answer y or n")


def say_wrong(reason: str) -> None:
    """Why an answer is not taken, before the question comes again."""
    click.echo(f"  ! {on_one_line(reason)}")


def say_found(text: str) -> None:
    """What an answer was taken for."""
    click.echo(f"  {on_one_line(text)}")
