"""What a case of a YAML file holds, by its key."""

from typing import cast

from analysis.seeds_again import Case


def text(case: Case, key: str) -> str | None:
    """A text, or None where the case leaves it out."""
    found = case.get(key)
    assert found is None or isinstance(found, str), (key, found)
    return found


def texts(case: Case, key: str) -> list[str]:
    """A list of texts; none where the case leaves it out."""
    return [str(one) for one in cast("list[object]", case.get(key, []))]


def rows(case: Case, key: str) -> list[list[object]]:
    """A list of lists."""
    return cast("list[list[object]]", case[key])
