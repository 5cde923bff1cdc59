"""The commands of README and docs: which are run here, and why others are not."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LISTED = ROOT / "docs" / "testing.md"
# a shell block, or what is shown of the output of the block before
BLOCK = re.compile(
    r"^```sh\n(?P<typed>.*?)^```$|^<!-- shown -->\n```text\n(?P<shown>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
HEREDOC = re.compile(r" <<'(\w+)'$")
REASON = re.compile(r"^\| ((?:`[^`]+`(?:, )?)+) \| (.+) \|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Command:
    """A line of a shell block, what it says to whom, and what it is given to read."""

    line: str
    words: tuple[str, ...]
    given: str = ""


@dataclass(slots=True)
class Block:
    """The commands of a shell block, and the lines that a page shows of its output."""

    commands: list[Command]
    shown: list[str] = field(default_factory=list[str])


def blocks(text: str) -> list[Block]:
    """The shell blocks of a page in order, each with what is shown behind it.

    >>> shown = "<!-- shown -->\\n```text\\nz …\\n```\\n"
    >>> (found,) = blocks(f"```sh\\nx  # y\\n```\\n\\n{shown}")
    >>> found.commands[0].words, found.shown
    (('x',), ['z'])
    """
    found: list[Block] = []
    for each in BLOCK.finditer(text):
        if each["typed"] is not None:
            found.append(Block([*commands(each["typed"])]))
        else:
            lines = (" ".join(one.split()) for one in each["shown"].splitlines())
            found[-1].shown += [one.removesuffix("…").strip() for one in lines if one]
    return found


def commands(typed: str) -> Iterator[Command]:
    """The commands of a block; comments are nobody's, and here-documents are read."""
    lines = iter(typed.splitlines())
    for line in lines:
        end = HEREDOC.search(line)
        words = tuple(shlex.split(HEREDOC.sub("", line), comments=True))
        if words:
            given = [] if end is None else [*iter(lambda: next(lines), end[1])]
            yield Command(line, words, "".join(f"{one}\n" for one in given))


def reasons() -> dict[str, str]:
    """What stands in a command that cannot be run, and why, by docs/testing.md."""
    section = LISTED.read_text("utf-8").partition("## Commands of the pages\n")[2]
    table = section.partition("\n## ")[0]
    return {
        sign: why
        for signs, why in REASON.findall(table)
        for sign in re.findall(r"`([^`]+)`", signs)
    }


def reason(command: Command, known: dict[str, str]) -> str | None:
    """The sign by which a command is left out; None for one that is run.

    A sign is how a line begins; an option or an address may stand anywhere.
    """
    line = f"{' '.join(command.words)} "
    for sign in known:
        anywhere = sign.startswith("--") or "://" in sign
        if line.startswith(f"{sign} ") or (anywhere and f" {sign}" in line):
            return sign
    return None
