"""Has a claim only such finer fields, and such an origin, as its relation allows?"""

from claimgraph.errors import Problem, with_article
from claimgraph.gate.words import check_choice
from claimgraph.model import Claim, Where
from claimgraph.schema.types import RelationType, Schema

# whoever takes responsibility speaks for himself
OWN_WORD = "CLAIMED_BY"


def check_refinements(
    claim: Claim, relation: RelationType, schema: Schema, where: Where
) -> list[Problem]:
    """Whether kind, role, former and place are such as the relation file allows."""
    problems = check_choice(where, "kind", claim.kind, relation.kinds)
    problems += check_choice(where, "role", claim.role, relation.roles)
    if claim.former and not relation.former:
        problems.append(where.problem("former", f"has no place on {relation.name}"))
    if claim.place is not None:
        problems += check_place(claim.place, relation, schema, where)
    return problems


def check_place(
    place: str, relation: RelationType, schema: Schema, where: Where
) -> list[Problem]:
    """Whether the relation has a place, and this is one, known or not."""
    if not relation.place:
        names = [one.name for one in schema.relations.values() if one.place]
        reason = f"is not told of {relation.name}: only of {' and '.join(names)}"
        return [where.problem("place", reason)]
    label = schema.label_of(place)
    if label not in (None, "Place"):
        reason = f"{place} is {with_article(label)}; expected Place"
        return [where.problem("place", reason)]
    return []


def check_own_voice(claim: Claim, where: Where) -> list[Problem]:
    """Whether a claim of responsibility comes from the group itself."""
    if claim.relation != OWN_WORD or not claim.chain:
        return []
    if claim.origin == claim.object:
        return []
    reason = (
        f"the origin of {OWN_WORD} is the group that takes responsibility; "
        f"{claim.origin} speaks here: add the group as last hop, or write ATTRIBUTED_TO"
    )
    return [where.problem("chain", reason)]
