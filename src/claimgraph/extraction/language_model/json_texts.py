"""JSON that others wrote: whatever it holds, it ends with a value or one ValueError."""

import json
import re
from collections.abc import Iterator

from claimgraph.characters import UNFIT, whole_characters
from claimgraph.type_guards import is_list, is_map

# a key that no JSON of ours has: it marks an object that says one key twice
TWICE = "\0twice"
# what a model says is at most so long, and nests at most so deep
LONGEST = 8 * 2**20
FENCE = re.compile(r"```(?:json|JSON)?[ \t]*\r?\n(.*?)\n?```", re.DOTALL)
# whoever thinks aloud before the answer may open brackets there
STARTS = 5


def read_json(text: str) -> object:
    """The value of a JSON text; ValueError where it is none, with why in a word."""
    try:
        return DECODER.decode(text)
    except RecursionError as error:
        raise ValueError("it nests too deep") from error


def answered_object(content: str) -> dict[str, object] | str:
    """The object that a model answered, fenced or bare; else why there is none."""
    if len(content) > LONGEST:
        return f"the answer is longer than {LONGEST >> 20} MiB"
    if not content.strip():
        return "the answer is empty"
    reason = "the answer is no JSON"
    for text in likely_texts(content):
        try:
            found, _ = DECODER.raw_decode(text)
        except RecursionError:
            return "the answer nests too deep"
        except ValueError:
            if not text.rstrip().endswith(("}", "```")):
                reason = "the answer stops before its end"
            continue
        if is_map(found) and ("claims" in found or "cast" in found):
            return dict(found)
        reason = 'the answer has no "claims"'
    return reason


def likely_texts(content: str) -> Iterator[str]:
    """Where the object may stand: all of it, fenced, or from a bracket on."""
    bare = content.lstrip("\ufeff \t\r\n")
    if bare.startswith("{"):
        yield bare
        return
    for found in FENCE.finditer(content):
        yield found[1].lstrip()
    at = -1
    for _ in range(STARTS):
        at = content.find("{", at + 1)
        if at < 0:
            return
        yield content[at:]


def pairs(told: list[tuple[str, object]]) -> dict[str, object]:
    """An object; one that says a key twice is marked: nobody knows what it means."""
    found = dict(told)
    return found if len(found) == len(told) else {TWICE: True}


def refuse(word: str) -> object:
    """NaN and its like are no JSON."""
    raise ValueError(f"{word} is no number")


def whole_int(digits: str) -> int | None:
    """A whole number; None for one with more digits than any count has."""
    return int(digits) if len(digits) < 20 else None


def fit_text(value: object) -> str | None:
    """A text without what no text may hold; None for anything else."""
    if not isinstance(value, str):
        return None
    text = whole_characters(value)
    return None if UNFIT.search(text) else text


def entries(value: object) -> list[object]:
    """The entries of a list; none of what is no list."""
    return value if is_list(value) else []


DECODER = json.JSONDecoder(
    object_pairs_hook=pairs, parse_constant=refuse, parse_int=whole_int
)
