"""What entities of FollowTheMoney are made of: ids that it accepts, no empty lists."""

import hashlib
from collections.abc import Mapping

Properties = dict[str, list[str]]
Block = dict[str, object]
LONGEST = 200


def ftm_id(own: str) -> str:
    """An id of ours in letters that FollowTheMoney accepts; it can be turned back.

    There an id holds letters, digits, dots and dashes and ends with none of the last
    two: `/` becomes a dot, `_` two, and `.e` ends what would end with one. Overlong
    ids become a digest.

    >>> ftm_id("attack/2020-03-25-kabul-gurdwara"), ftm_id("article/000_2c56")
    ('attack.2020-03-25-kabul-gurdwara', 'article.000..2c56')
    >>> ftm_id("group/a_")
    'group.a...e'
    """
    found = own.replace("/", ".").replace("_", "..")
    if not found[-1].isalnum():
        found += ".e"
    if len(found) > LONGEST:
        return f"long.{hashlib.sha256(own.encode()).hexdigest()}"
    return found


def ftm_block(
    own: str, schema: str, held: Mapping[str, str | list[str] | None]
) -> Block:
    """An entity with the properties that have a value."""
    properties: Properties = {}
    for name, value in held.items():
        values = [value] if isinstance(value, str) else value
        if values:
            properties[name] = values
    return {"id": ftm_id(own), "schema": schema, "properties": properties}
