"""Text and tables that fit a terminal; plain lines of 120 columns in a pipe."""

import os
import sys
from typing import TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from claimgraph.safe_text import visible

PIPE_WIDTH = 120
PLAIN = box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


def fits(line: str, indent: int, out: Console) -> bool:
    """Whether a text needs no wrapping, which takes long for thousands of claims."""
    return line.isprintable() and indent + cell_len(line) <= out.width


class Screen:
    """Where people read: a stream, or standard output as it is when something comes."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream

    def console(self) -> Console:
        """The stream for rich: no markup, no highlighting, 120 columns in a pipe.

        With NO_COLOR in the environment there is no bold or dim either, only text.
        """
        out = self.stream or sys.stdout
        width = None
        if not out.isatty():
            given = os.environ.get("COLUMNS", "")
            width = int(given) if given.isdigit() and int(given) > 0 else PIPE_WIDTH
        return Console(
            file=out,
            width=width,
            color_system=None if os.environ.get("NO_COLOR") else "auto",
            markup=False,
            highlight=False,
            emoji=False,
        )

    def say(self, text: str, style: str = "") -> None:
        """A text, wrapped to the width."""
        for line in visible(text).split("\n"):
            bare = line.lstrip(" ")
            self.put(Text(bare, style=style), len(line) - len(bare))

    def wrapped(self, text: str) -> list[str]:
        """The lines of a text that fit the width, one column less to type behind."""
        out = self.console()
        width = max(out.width - 1, 1)
        return [line.plain.rstrip() for line in Text(text).wrap(out, width)]

    def put(self, shown: RenderableType, indent: int = 0) -> None:
        """What rich can draw; in a pipe no line ends with spaces."""
        out = self.console()
        if isinstance(shown, Text) and not shown.plain:
            out.file.write("\n")
            return
        if (
            isinstance(shown, Text)
            and not out.is_terminal
            and fits(shown.plain, indent, out)
        ):
            out.file.write(f"{' ' * indent}{shown.plain}".rstrip() + "\n")
            return
        padded = Padding(shown, (0, 0, 0, indent), expand=False)
        if out.is_terminal:
            out.print(padded)
            return
        with out.capture() as caught:
            out.print(padded)
        lines = caught.get().splitlines()
        out.file.writelines(f"{line.rstrip()}\n" for line in lines)

    def empty_table(self) -> RichTable:
        """A table: a line below the head, on a terminal with letters for it."""
        out = self.console()
        fine = out.is_terminal and not out.options.ascii_only
        return RichTable(
            box=box.SIMPLE_HEAD if fine else PLAIN, pad_edge=False, show_edge=False
        )


STDOUT = Screen()
