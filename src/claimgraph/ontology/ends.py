"""Shape 7: what a proposition may relate, from the relation files."""

from collections.abc import Iterable

from claimgraph.ontology.shacl import (
    at_most_one,
    exactly_one,
    graph_shape,
    one_of,
    query,
    shape,
)
from claimgraph.schema.types import RelationType, Schema


def ends_of_relations(schema: Schema) -> list[str]:
    """The shapes of propositions, and of the kinds that their claims may have."""
    relations = list(schema.relations.values())
    return [proposition_shape(schema), ends_shape(relations), kind_shape(relations)]


def proposition_shape(schema: Schema) -> str:
    """Shape 7: one subject and relation, at most one object or value kind."""
    return shape(
        "PropositionShape",
        "sh:targetClass cg:Proposition",
        "7: a proposition has one subject and relation.",
        [
            exactly_one("cg:relation", one_of(schema.relations)),
            exactly_one("cg:subject", "sh:nodeKind sh:IRI"),
            at_most_one("cg:object", "sh:nodeKind sh:IRI"),
            at_most_one("cg:valueKind", "sh:datatype xsd:string"),
        ],
    )


def ends_shape(relations: list[RelationType]) -> str:
    """Shape 7: what stands at both ends is what the relation files declare."""
    with_object = terms(relation.name for relation in relations if relation.target)
    same_type = terms(relation.name for relation in relations if relation.same_type)
    empty = (
        "?claim cg:proposition ?value ; cg:polarity ?polarity . "
        "FILTER(?polarity != cg:withheld) "
        "FILTER NOT EXISTS { ?value cg:object ?object } "
        "FILTER NOT EXISTS { ?value cg:valueKind ?kind }"
    )
    valued = (
        "?value cg:relation ?relation ; cg:valueKind ?kind . "
        f"FILTER(?relation IN ({with_object}))"
    )
    mixed = (
        "?value cg:relation ?relation ; cg:subject ?one ; cg:object ?other . "
        f"FILTER(?relation IN ({same_type})) FILTER NOT EXISTS {{ "
        "?one a ?type . ?other a ?type . FILTER(?type != cg:Unnamed) }"
    )
    return graph_shape(
        "EndsShape",
        "7: there is an object or a value kind, neither only where every claim is"
        " withheld; both ends fit the relation.",
        [
            query("A claim that is not withheld has no object or value.", empty),
            query("The subject is of another type.", misfit("subject", relations)),
            query("The object is of another type.", misfit("object", relations)),
            query("This relation has no value.", valued),
            query("Both ends must be of one type.", mixed),
        ],
    )


def kind_shape(relations: list[RelationType]) -> str:
    """Shape 7 for claims: the kind is one of its relation's."""
    allowed = [
        f"(?relation = cg:{relation.name} && ?kind IN ({terms(relation.kinds)}))"
        for relation in relations
        if relation.kinds
    ]
    return graph_shape(
        "KindShape",
        "7: the kind of a claim is one that its relation allows.",
        [
            query(
                "This relation has no such kind.",
                "?value cg:kind ?kind ; cg:proposition/cg:relation ?relation . "
                f"FILTER(!({any_of(allowed)}))",
            )
        ],
    )


def misfit(end: str, relations: list[RelationType]) -> str:
    """A query that finds an end whose type the relation does not name."""
    fits = [
        f"(?relation = cg:{relation.name} && ?type IN ({terms(labels)}))"
        for relation in relations
        if (labels := relation.source if end == "subject" else relation.target)
    ]
    return (
        f"?value cg:relation ?relation ; cg:{end} ?end . "
        f"FILTER NOT EXISTS {{ ?end a ?type . FILTER({any_of(fits)}) }}"
    )


def terms(names: Iterable[str]) -> str:
    """Names as terms of our vocabulary, separated by commas."""
    return ", ".join(f"cg:{name}" for name in names)


def any_of(conditions: list[str]) -> str:
    """One condition that holds where one of these does."""
    return "\n      || ".join(conditions) or "false"
