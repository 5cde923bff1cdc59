"""What stands in a row of a store, as the type that it must have."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar, cast

from claimgraph.errors import StoreChangedError, StoreError

Held = Mapping[str, object]
W = TypeVar("W", bound=str)


def text_at(row: Held, key: str) -> str:
    """The text at a key."""
    value = maybe_text(row, key)
    if value is None:
        raise unfit(key, value)
    return value


def maybe_text(row: Held, key: str) -> str | None:
    """The text at a key, None where there is none."""
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise unfit(key, value)
    return value


def word_at(row: Held, key: str, words: Iterable[W]) -> W:
    """The word of a closed list at a key."""
    text = text_at(row, key)
    found = next((word for word in words if word == text), None)
    if found is None:
        raise unfit(key, text)
    return found


def number_at(row: Held, key: str) -> int:
    """The whole number at a key."""
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, int):
        raise unfit(key, value)
    return value


def maybe_float(row: Held, key: str) -> float | None:
    """The number at a key, None where there is none."""
    value = row.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise unfit(key, value)
    return value


def texts_at(row: Held, key: str) -> list[str]:
    """The texts at a key, none where it is absent."""
    value = row.get(key)
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        raise unfit(key, value)
    found = [*cast("Iterable[object]", value)]
    texts = [one for one in found if isinstance(one, str)]
    if len(texts) < len(found):
        raise unfit(key, found)
    return texts


def map_at(row: Held, key: str) -> dict[str, object]:
    """The map at a key, such as the properties of a node."""
    value = row.get(key)
    if not isinstance(value, Mapping):
        raise unfit(key, value)
    return dict(cast("Held", value))


def maps_at(row: Held, key: str) -> list[dict[str, object]]:
    """The maps at a key, such as the properties of some edges."""
    value = row.get(key)
    if not isinstance(value, list | tuple):
        raise unfit(key, value)
    return [map_at({key: one}, key) for one in cast("Iterable[object]", value)]


def taken_id(reason: str) -> str:
    """What to tell where a constraint says that an id is there already.

    Whatever claimgraph itself has written, a load has looked up before.
    """
    return (
        f"an id is taken already, by something that claimgraph did not write ({reason})"
        ": take that away or give it another id, or keep this graph in a database of "
        "its own"
    )


def check_made(wanted: int, rows: Sequence[Held]) -> None:
    """Nothing where a statement made as much as wanted, else StoreChangedError."""
    made = number_at(rows[0], "made") if rows else 0
    if made != wanted:
        raise StoreChangedError(
            f"nothing was written: {made} of {wanted} nodes or edges could be made; "
            "what the others hang on was taken away meanwhile: load again"
        )


def unfit(key: str, value: object) -> StoreError:
    """What is wrong with a value that no load of ours has written."""
    return StoreError(f"{key} is {str(value)[:40]!r} in this graph: load it anew")
