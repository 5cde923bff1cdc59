"""What machine output writes out though it follows from the rest: is it right?"""

import re
from collections.abc import Iterator, Mapping

from claimgraph.corpus.forms import MachineClaimForm
from claimgraph.errors import Problem
from claimgraph.model import Claim, Entity, Where

LOADED = re.compile(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ", re.ASCII)


def derived_problems(
    form: MachineClaimForm,
    claim: Claim,
    entities: Mapping[str, Entity],
    where: Where,
) -> Iterator[Problem]:
    """Derived fields and names that are written out, but not what they must be."""
    for key, written, worked in (
        ("id", form.id, claim.id),
        ("digest", form.digest, claim.digest),
        ("proposition", form.proposition, claim.proposition),
        ("said", form.said, claim.said),
    ):
        if written is not None and written != worked:
            reason = f"{written} is written, but worked out it is {worked}"
            yield where.problem(key, reason)
    if form.loaded is not None and not LOADED.fullmatch(form.loaded):
        reason = f"{form.loaded[:40]!r} is no time such as 2026-11-22T12:00:00Z"
        yield where.problem("loaded", reason)
    yield from name_problems(form, entities, where)


def name_problems(
    form: MachineClaimForm, entities: Mapping[str, Entity], where: Where
) -> Iterator[Problem]:
    """Names written out beside ids that are not those of the entities."""
    ends = ((form.subject, form.subject_names), (form.object, form.object_names))
    for key, (end, names) in zip(("subject", "object"), ends, strict=True):
        entity = entities.get(end or "")
        if not names or entity is None:
            continue
        known = [entity.name, *(alias.name for alias in entity.aliases)]
        if names != known:
            reason = f"are not those of {end}: {', '.join(known)}"
            yield where.problem(f"{key}_names", reason)
    for index, hop in enumerate(form.chain):
        entity = entities.get(hop.holder)
        if hop.name and entity is not None and hop.name != entity.name:
            reason = f"is not that of {hop.holder}: {entity.name}"
            yield where.problem(f"chain[{index}].name", reason)
