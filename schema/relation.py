"""From the YAML of one relation to its type: its ends, and what its claims mean."""

import string
from collections.abc import Mapping

from claimgraph.errors import nearest
from claimgraph.schema.forms import FtmForm, RelationForm, SchemaFile, TiesForm
from claimgraph.schema.types import (
    Compared,
    Family,
    FtmLink,
    FtmSchema,
    RelationType,
    Tie,
    Whose,
)

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
    "word": ("word",),
}


def read_relation(name: str, file: SchemaFile, entities: list[str]) -> RelationType:
    """One relation type, whose ends are labels of entities."""
    form = file.form(RelationForm)
    relation = RelationType(
        name=name,
        label=form.label,
        description=form.description,
        source=tuple(form.from_),
        target=tuple(form.to),
        value=form.value,
        symmetric=form.symmetric,
        kinds=tuple(form.kinds),
        roles=tuple(form.roles),
        former=form.former,
        same_type=form.same_type,
        example=form.example,
        close_match=tuple(form.close_match),
        sentence=form.sentence,
        actor=None if form.actor == "none" else form.actor,
        tie=None if form.ties == "none" else read_tie(file, form.ties),
        compared=None if form.compared == "none" else form.compared,
        stix=None if form.stix == "none" else form.stix,
        ftm=None if form.ftm == "none" else read_ftm(file, form.ftm),
        place=form.place,
        undated=form.undated,
        total_of=tuple(form.total_of),
        counts=form.counts,
        kind_notes=form.kinds,
        word_notes=form.words,
    )
    check_ends(relation, file, entities)
    check_meaning(relation, file)
    check_sentence(relation, file)
    return relation


def read_tie(file: SchemaFile, form: TiesForm) -> Tie:
    """The tie that a relation makes, written as `{affiliation: subject}`."""
    held: Mapping[Family, Whose | None] = {
        "affiliation": form.affiliation,
        "custody": form.custody,
        "parts": form.parts,
        "rivals": form.rivals,
        "supporters": form.supporters,
    }
    ties = [Tie(family, whose) for family, whose in held.items() if whose]
    if len(ties) != 1:
        file.refuse("must be one {tie: subject or object}", "ties")
    return ties[0]


def read_ftm(file: SchemaFile, form: FtmForm) -> FtmLink:
    """The schema of FollowTheMoney, and which of its properties hold the ends."""
    wanted = FTM[form.schema_]
    if sorted((form.subject, form.object)) != sorted(wanted):
        file.refuse(f"{form.schema_} ties {' and '.join(wanted)}", "ftm")
    return FtmLink(form.schema_, form.subject, form.object)


def check_ends(relation: RelationType, file: SchemaFile, entities: list[str]) -> None:
    """Refuse ends that no claim could have."""
    for key, labels in (("from", relation.source), ("to", relation.target)):
        for number, label in enumerate(labels):
            if label not in entities:
                reason = f"{label} is no entity type{nearest(label, entities)}"
                file.refuse(reason, key, number)
    if bool(relation.target) == bool(relation.value):
        file.refuse("needs either to or value, and not both")
    if relation.symmetric and set(relation.source) != set(relation.target):
        file.refuse("needs the same labels in from and to", "symmetric")
    if relation.place and relation.value is not None:
        file.refuse("is for a relation that joins two entities", "place")
    for key, given, kind in (
        ("words", bool(relation.word_notes), "word"),
        ("undated", relation.undated, "date"),
        ("total_of", bool(relation.total_of), "number"),
        ("counts", relation.counts is not None, "number"),
    ):
        if given and relation.value != kind:
            file.refuse(f"goes with value: {kind}", key)
    if relation.value == "word" and not relation.word_notes:
        file.refuse("needs words: each that a claim may take, and its meaning")
    if relation.same_type and not set(relation.source) & set(relation.target):
        file.refuse("needs a label that from and to share", "same_type")


def check_meaning(relation: RelationType, file: SchemaFile) -> None:
    """Refuse what a relation with such ends cannot mean."""
    if relation.value is None:
        for key, held in (("stix", relation.stix), ("ftm", relation.ftm)):
            if held is None:
                file.refuse("must say what two ends become: none is for a value", key)
    else:
        if relation.actor == "object":
            file.refuse("a relation with a value has no object", "actor")
        for key, link in (
            ("ties", relation.tie),
            ("stix", relation.stix),
            ("ftm", relation.ftm),
        ):
            if link is not None:
                file.refuse("must be none: a value ties no two ends", key)
    if relation.compared is not None:
        ends = relation.target if relation.value is None else (relation.value,)
        wanted = COMPARABLE[relation.compared]
        if ends != wanted:
            reason = f"{relation.compared} is for {wanted[0]} alone"
            file.refuse(reason, "compared")


def check_sentence(relation: RelationType, file: SchemaFile) -> None:
    """Refuse a sentence that leaves out a part of the claim, or has one too many."""
    try:
        parsed = list(string.Formatter().parse(relation.sentence))
    except ValueError as error:
        file.refuse(f"has a brace that ends nowhere ({error})", "sentence")
    found = [name for _, name, _, _ in parsed if name is not None]
    wanted = {"subject", "value" if relation.value is not None else "object"}
    wanted |= {"kind"} if relation.kinds else set()
    wanted |= {"role"} if relation.roles else set()
    for name in [*found, *sorted(wanted)]:
        if name not in wanted:
            reason = f"{{{name}}} is nothing that its claims have"
            file.refuse(f"{reason}{nearest(name, wanted)}", "sentence")
        if found.count(name) != 1:
            file.refuse(f"must name {{{name}}} once", "sentence")
