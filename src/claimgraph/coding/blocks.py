"""Claims and entries as a person would write them in YAML."""

from collections.abc import Mapping, Sequence

from claimgraph.errors import CorpusError
from claimgraph.gate.near_quotes import is_unseen, spelt_out
from claimgraph.yaml_file import YamlFile

# what other readers of YAML take for true and false
SWITCHES = frozenset({"yes", "no", "on", "off", "y", "n"})
# what may mean something else at the start of a value
SIGNS = frozenset(":-?,[]{}#&*!|>'\"%@`~=<")
Scalar = str | int | bool | None
Flow = Mapping[str, Scalar] | Sequence[Mapping[str, Scalar] | str]
Block = Mapping[str, Scalar | Flow]


def item_lines(block: Block, indent: str) -> list[str]:
    """A block as an item of a list, a line for each key; None is a key to fill in."""
    head = f"{indent}- "
    lines: list[str] = []
    for key, held in block.items():
        value = "" if held is None else f" {flow_text(held)}"
        lines.append(f"{head}{key}:{value}")
        head = f"{indent}  "
    return lines


def flow_item(block: Block, indent: str) -> str:
    """A block as an item of a list on one line."""
    inner = ", ".join(f"{key}: {flow_text(held)}" for key, held in block.items())
    return f"{indent}- {{{inner}}}"


def flow_text(held: Scalar | Flow) -> str:
    """A value on one line.

    >>> flow_text([{"holder": "org/a", "implicit": True}, "b: c"])
    '[{holder: org/a, implicit: true}, "b: c"]'
    """
    if isinstance(held, Mapping):
        inner = ", ".join(f"{key}: {flow_text(one)}" for key, one in held.items())
        return f"{{{inner}}}"
    if isinstance(held, str):
        return scalar_text(held)
    if isinstance(held, bool):
        return str(held).lower()
    if isinstance(held, int):
        return str(held)
    return f"[{', '.join(map(flow_text, held or ()))}]"


def scalar_text(text: str) -> str:
    r"""A text as YAML reads it back: bare where that is safe anywhere, else in quotes.

    >>> scalar_text("the NDS said"), scalar_text("Brigade #3"), scalar_text("no")
    ('the NDS said', '"Brigade #3"', '"no"')
    """
    return text if is_bare(text) else spelt_out(text)


def is_bare(text: str) -> bool:
    """Whether a text needs no quotes, be it in a block or within brackets."""
    seen = all(one == " " or not is_unseen(one) for one in text)
    if not text or not seen or text != text.strip() or text.lower() in SWITCHES:
        return False
    if text[0] in SIGNS:
        return False
    try:
        block = YamlFile(f"- {text}\n- {{k: {text}}}\n- [{text}, x]\n", "")
    except CorpusError:
        return False
    return block.plain == [text, {"k": text}, [text, "x"]] and not block.cut
