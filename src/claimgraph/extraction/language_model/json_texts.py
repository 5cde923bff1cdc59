"""JSON that others wrote: whatever it holds, it ends with a value or one ValueError."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimgraph.characters import UNFIT, whole_characters
from claimgraph.type_guards import is_list, is_map

# a key that no JSON of ours has: it marks an object that says one key twice
TWICE = "\0twice"
# what a model says is at most so long, and nests at most so deep
LONGEST = 8 * 2**20
# a comma before an end, outside texts, of which the last may have no end of its own
EXTRA_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\\?\Z))|,(?=\s*[}\]])', re.DOTALL)
# how an answer begins
CUT = re.compile(r'\{\s*"(?:cast|claims)"')
# characters that are read in vain, and those that each try counts for: whoever thinks
# aloud may open brackets
MOST_WORK = 4 * LONGEST
EACH_TRY = MOST_WORK // 1000


def read_json(text: str) -> object:
    """The value of a JSON text; ValueError where it is none, with why in a word."""
    try:
        return DECODER.decode(text)
    except RecursionError as error:
        raise ValueError("it nests too deep") from error


def answered_object(content: str) -> dict[str, object] | str:
    """The object that a model answered; else why there is none.

    Of several it is the last that has claims: drafts and thoughts stand before it. A
    cast may stand in an object before it; a comma too many is left out.
    """
    if len(content) > LONGEST:
        return f"the answer is longer than {LONGEST >> 20} MiB"
    if not content.strip():
        return "the answer is empty"
    try:
        found = list(objects_in(content))
        if not any(is_answer(one.value) for one in found):
            found = list(objects_in(EXTRA_COMMA.sub(r"\1", content))) or found
    except RecursionError:
        return "the answer nests too deep"
    listed = [one for one in found if is_answer(one.value)]
    full = [one for one in listed if one.value["claims"]]
    spoilt = [one for one in found if is_spoilt(one)]
    # what was given up or cut after a draft is what was meant
    for told in (full or listed)[-1:]:
        if not spoilt or spoilt[-1].start < told.start:
            return with_cast(told, found)
    return why_none(content, spoilt[-1:] or found)


@dataclass(frozen=True, slots=True)
class FoundObject:
    """An object in an answer and where it begins; `cut` is one without an end."""

    start: int
    value: dict[str, object]
    cut: bool = False


def objects_in(content: str) -> Iterator[FoundObject]:
    """The outermost objects of a text in their order, fenced or bare."""
    at, left = content.find("{"), MOST_WORK
    while at >= 0 and left > 0:
        try:
            value, end = DECODER.raw_decode(content, at)
            yield FoundObject(at, answer_inside(dict(value)))
        except ValueError as error:
            stop = error.pos if isinstance(error, json.JSONDecodeError) else LONGEST
            left -= stop - at + EACH_TRY
            end = at + 1
            if CUT.match(content, at):
                yield FoundObject(at, {}, cut=True)
        at = content.find("{", end)


def answer_inside(value: dict[str, object]) -> dict[str, object]:
    """The answer inside an object that has nothing but it, else that object."""
    inner = next(iter(value.values()), None) if len(value) == 1 else None
    return dict(inner) if is_map(inner) and is_answer(inner) else value


def with_cast(told: FoundObject, found: Sequence[FoundObject]) -> dict[str, object]:
    """An answer with the cast that stands in an object of its own before it."""
    casts = [
        one.value["cast"]
        for one in found
        if one.start < told.start and one.value.keys() == {"cast"}
    ]
    return {"cast": casts[-1], **told.value} if casts else told.value


def is_answer(told: Mapping[str, object]) -> bool:
    """Whether an object has a list of claims, and no cast that is no list."""
    return is_list(told.get("claims")) and is_list(told.get("cast", []))


def is_spoilt(found: FoundObject) -> bool:
    """Whether an object would be an answer, if it were whole and of the right form."""
    told = found.value
    keys = told.keys() & {"claims", "cast", TWICE}
    return found.cut or (bool(keys) and not is_answer(told))


def why_none(content: str, found: Sequence[FoundObject]) -> str:
    """Why no object of an answer is one."""
    if any(one.cut for one in found) or not found:
        ends = content.rstrip().endswith(("}", "]", "```")) or "{" not in content
        return "the answer is no JSON" if ends else "the answer stops before its end"
    for key in ("claims", "cast"):
        if any(key in one.value and not is_list(one.value[key]) for one in found):
            return f'"{key}" of the answer is no list'
    return 'the answer has no "claims"'


def pairs(told: list[tuple[str, object]]) -> dict[str, object]:
    """An object; one that says a key twice is marked: nobody knows what it means."""
    found = dict(told)
    return found if len(found) == len(told) else {TWICE: True}


def refuse(word: str) -> object:
    """NaN and its like are no JSON."""
    raise ValueError(f"{word} is no number")


def whole_int(digits: str) -> int | str:
    """A whole number; only its digits where it has more than any count."""
    return int(digits) if len(digits) < 20 else digits


def fit_text(value: object) -> str | None:
    """A text without what no text may hold; None for anything else."""
    if not isinstance(value, str):
        return None
    text = whole_characters(value)
    return None if UNFIT.search(text) else text


DECODER = json.JSONDecoder(
    object_pairs_hook=pairs,
    parse_constant=refuse,
    parse_int=whole_int,
    # a text may run over lines
    strict=False,
)
