"""From the YAML of one relation to its type: its ends, and what its claims mean."""

import string
from collections.abc import Mapping
from typing import get_args

from claimgraph.errors import nearest
from claimgraph.schema.declaration import LABEL, Declaration
from claimgraph.schema.types import (
    Compared,
    End,
    Family,
    FtmLink,
    FtmSchema,
    RelationType,
    StixType,
    Tie,
    ValueKind,
    Whose,
)

VALUES: tuple[ValueKind, ...] = get_args(ValueKind)
ENDS: tuple[End, ...] = get_args(End)
COMPARED: tuple[Compared, ...] = get_args(Compared)
STIX: tuple[StixType, ...] = get_args(StixType)
# whose a tie can be: rivals are each other's, and nobody is part of his own part
FAMILIES: Mapping[Family, tuple[Whose, ...]] = {
    "affiliation": ENDS,
    "custody": ENDS,
    "parts": ENDS,
    "rivals": ("both",),
    "supporters": (*ENDS, "both"),
}
# the properties of each schema of FollowTheMoney that hold what a link ties
FTM: Mapping[FtmSchema, tuple[str, str]] = {
    "Membership": ("member", "organization"),
    "Family": ("person", "relative"),
    "Sanction": ("entity", "authority"),
    "UnknownLink": ("subject", "object"),
}
# what values are compared by: the value or the only label of the object
COMPARABLE: Mapping[Compared, tuple[str, ...]] = {
    "day": ("date",),
    "place": ("Place",),
    "sum": ("number",),
    "leader": ("Person",),
    "count": ("number",),
}


def read_relation(
    name: str, declared: Declaration, entities: list[str]
) -> RelationType:
    """One relation type, whose ends are labels of entities."""
    notes = declared.notes("kinds")
    value = declared.optional("value")
    relation = RelationType(
        name=name,
        label=declared.text("label"),
        description=declared.text("description"),
        source=declared.words("from", LABEL),
        target=declared.words("to", LABEL),
        value=None if value is None else declared.one_of(value, VALUES, "value"),
        symmetric=declared.flag("symmetric"),
        kinds=tuple(notes),
        roles=declared.words("roles"),
        former=declared.flag("former"),
        same_type=declared.flag("same_type"),
        example=declared.text("example"),
        close_match=declared.curies("close_match"),
        sentence=declared.text("sentence"),
        actor=declared.one_or_none("actor", ENDS),
        tie=read_tie(declared),
        compared=declared.one_or_none("compared", COMPARED),
        stix=declared.one_or_none("stix", STIX),
        ftm=read_ftm(declared),
        kind_notes=notes,
    )
    declared.finish()
    check_ends(relation, declared, entities)
    check_meaning(relation, declared)
    check_sentence(relation, declared)
    return relation


def read_tie(declared: Declaration) -> Tie | None:
    """The tie that a relation makes, written as `{affiliation: subject}`."""
    held = declared.mapped_or_none("ties")
    if held is None:
        return None
    if len(held) != 1:
        declared.refuse("must be one {tie: subject or object}", "ties")
    word, whose = next(iter(held.items()))
    family = declared.one_of(word, tuple(FAMILIES), "ties", word)
    return Tie(family, declared.one_of(whose, FAMILIES[family], "ties", word))


def read_ftm(declared: Declaration) -> FtmLink | None:
    """The schema of FollowTheMoney, and which of its properties hold the ends."""
    held = declared.mapped_or_none("ftm")
    if held is None:
        return None
    keys = ("schema", *ENDS)
    for key in keys:
        if key not in held:
            declared.refuse(f"lacks the key {key}", "ftm")
    for key in held.keys() - {*keys}:
        declared.refuse(f"is an unknown key{nearest(key, keys)}", "ftm", key)
    schema = declared.one_of(held["schema"], tuple(FTM), "ftm", "schema")
    subject = declared.one_of(held["subject"], FTM[schema], "ftm", "subject")
    others = [one for one in FTM[schema] if one != subject]
    return FtmLink(
        schema, subject, declared.one_of(held["object"], others, "ftm", "object")
    )


def check_ends(
    relation: RelationType, declared: Declaration, entities: list[str]
) -> None:
    """Refuse ends that no claim could have."""
    if not relation.source:
        declared.refuse("lacks the key from")
    for key, labels in (("from", relation.source), ("to", relation.target)):
        for number, label in enumerate(labels):
            if label not in entities:
                reason = f"{label} is no entity type{nearest(label, entities)}"
                declared.refuse(reason, key, number)
    if bool(relation.target) == bool(relation.value):
        declared.refuse("needs either to or value, and not both")
    if relation.symmetric and set(relation.source) != set(relation.target):
        declared.refuse("needs the same labels in from and to", "symmetric")
    if relation.same_type and not set(relation.source) & set(relation.target):
        declared.refuse("needs a label that from and to share", "same_type")


def check_meaning(relation: RelationType, declared: Declaration) -> None:
    """Refuse what a relation with such ends cannot mean."""
    if relation.value is None:
        for key, held in (("stix", relation.stix), ("ftm", relation.ftm)):
            if held is None:
                declared.refuse(
                    "must say what two ends become: none is for a value", key
                )
    else:
        if relation.actor == "object":
            declared.refuse("a relation with a value has no object", "actor")
        for key, link in (
            ("ties", relation.tie),
            ("stix", relation.stix),
            ("ftm", relation.ftm),
        ):
            if link is not None:
                declared.refuse("must be none: a value ties no two ends", key)
    if relation.compared is not None:
        ends = relation.target if relation.value is None else (relation.value,)
        wanted = COMPARABLE[relation.compared]
        if ends != wanted:
            reason = f"{relation.compared} is for {wanted[0]} alone"
            declared.refuse(reason, "compared")


def check_sentence(relation: RelationType, declared: Declaration) -> None:
    """Refuse a sentence that leaves out a part of the claim, or has one too many."""
    try:
        parsed = list(string.Formatter().parse(relation.sentence))
    except ValueError as error:
        declared.refuse(f"has a brace that ends nowhere ({error})", "sentence")
    found = [name for _, name, _, _ in parsed if name is not None]
    wanted = {"subject", "value" if relation.value is not None else "object"}
    wanted |= {"kind"} if relation.kinds else set()
    wanted |= {"role"} if relation.roles else set()
    for name in [*found, *sorted(wanted)]:
        if name not in wanted:
            reason = f"{{{name}}} is nothing that its claims have"
            declared.refuse(f"{reason}{nearest(name, wanted)}", "sentence")
        if found.count(name) != 1:
            declared.refuse(f"must name {{{name}}} once", "sentence")
