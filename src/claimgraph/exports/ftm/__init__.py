"""What entities of FollowTheMoney are made of: ids that it accepts, no empty lists."""

import hashlib
from collections.abc import Mapping

Properties = dict[str, list[str]]
Block = dict[str, object]
LONGEST = 200


def ftm_id(own: str) -> str:
    """An id of ours in letters that FollowTheMoney accepts; it can be turned back.

    FollowTheMoney and Aleph take what follows the last dot of an id for a signature
    and replace it, so ours have none: `/` becomes a dash. Our ids hold no capital
    letters: `U` is an underscore, and `D` the dash that an id may not end with.
    Overlong ids become a digest.

    >>> ftm_id("attack/2020-03-25-kabul-gurdwara"), ftm_id("article/000_2c56")
    ('attack-2020-03-25-kabul-gurdwara', 'article-000U2c56')
    >>> ftm_id("group/a-"), ftm_id("group/a_")
    ('group-aD', 'group-aU')
    """
    found = own.replace("/", "-").replace("_", "U")
    if found.endswith("-"):
        found = f"{found[:-1]}D"
    if len(found) > LONGEST:
        return f"long-{hashlib.sha256(own.encode()).hexdigest()}"
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
