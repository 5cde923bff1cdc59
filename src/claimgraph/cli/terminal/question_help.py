"""What a question asks, takes and gives back, for a terminal."""

from collections.abc import Iterable, Iterator

from claimgraph.api.asking import kind_words
from claimgraph.cli.terminal.line_breaks import lines_of
from claimgraph.library import Question
from claimgraph.library.header import Parameter

# what an empty value means is told by "default: all"
NULL = "; null for"


def question_help(question: Question, width: int) -> str:
    """The lines that `ask NAME --help` prints."""
    taken = [one.name for one in question.parameters]
    widest = max(map(len, taken), default=0)
    lines = [f"Usage: claimgraph ask {question.name} [NAME=VALUE]..."]
    lines += ["", f"  {question.title}", "", f"  {question.in_full}"]
    if taken:
        lines += ["", "Takes:"]
        lines += [parameter_line(one, widest) for one in question.parameters]
    lines += ["", "Answers with:", f"  {', '.join(question.answers)}"]
    lines += ["", "JSON and CSV hold:"]
    lines += [f"  {', '.join(column.name for column in question.columns)}"]
    return "\n".join(lines_in_width(lines, width, widest + 2))


def parameter_line(one: Parameter, widest: int) -> str:
    """A parameter: its name, what it means, and what may be given."""
    meaning = one.meaning.partition(NULL)[0]
    return f"  {one.name:{widest}}  {meaning} {kind_words(one)}"


def lines_in_width(lines: Iterable[str], width: int, hanging: int) -> Iterator[str]:
    """The lines in the width; those of parameters go on below their meaning."""
    taking = False
    for line in lines:
        taking = line == "Takes:" or (taking and line != "")
        yield from lines_of(line, width, hanging if taking else 0)
