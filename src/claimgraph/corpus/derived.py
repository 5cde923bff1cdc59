"""What machine output writes out though it follows from the rest: is it right?"""

from collections.abc import Iterator, Mapping
from functools import cache

from claimgraph.corpus.forms import MachineClaimKeys
from claimgraph.errors import Problem
from claimgraph.model import Claim, Entity, Where
from claimgraph.schema import load_schema


def derived_problems(
    form: MachineClaimKeys,
    claim: Claim,
    entities: Mapping[str, Entity],
    where: Where,
) -> Iterator[Problem]:
    """Derived fields and names that are written out, but not what they must be."""
    for key, path in derived_keys():
        written, worked = getattr(form, key), getattr(claim, path)
        if written is not None and written != worked:
            reason = f"{written} is written, but worked out it is {worked}"
            yield where.problem(key, reason)
    yield from name_problems(form, claim, entities, where)


def name_problems(
    form: MachineClaimKeys,
    claim: Claim,
    entities: Mapping[str, Entity],
    where: Where,
) -> Iterator[Problem]:
    """Names written out beside ids that are not those of the entities."""
    ends = ((claim.subject, form.subject_names), (claim.object, form.object_names))
    for key, (end, names) in zip(("subject", "object"), ends, strict=True):
        entity = entities.get(end or "")
        if not names or entity is None:
            continue
        known = entity.names
        if names != known:
            reason = f"are not those of {end}: {', '.join(known)}"
            yield where.problem(f"{key}_names", reason)
    for index, hop in enumerate(form.chain):
        entity = entities.get(hop.holder)
        if hop.name and entity is not None and hop.name != entity.name:
            reason = f"is not that of {hop.holder}: {entity.name}"
            yield where.problem(f"chain[{index}].name", reason)


@cache
def derived_keys() -> list[tuple[str, str]]:
    """Key and path of each derived field that Claims JSONL writes out."""
    return [
        (field.key, field.path)
        for field in load_schema().claim.node
        if field.derived and field.key is not None and field.path is not None
    ]
