"""The flat row of a claim under the names of a format, in its order."""

from collections.abc import Collection, Iterable, Mapping


def renamed_row(
    row: Mapping[str, object],
    names: Mapping[str, str],
    order: Iterable[str] = (),
    without: Collection[str] = (),
) -> dict[str, object]:
    """A row whose keys are called as `names` says, first those of `order`.

    >>> renamed_row({"by": "hand", "start": 1}, {"start": "char_start"}, ["char_start"])
    {'char_start': 1, 'by': 'hand'}
    """
    held = {names.get(key, key): row[key] for key in row if key not in without}
    return {key: held[key] for key in order if key in held} | held
