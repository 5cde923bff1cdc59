"""Shape 7: what a proposition may relate, from the relation files."""

from collections.abc import Iterable

from claimgraph.ontology.shacl import at_most_one, exactly_one, one_of, query, shape
from claimgraph.schema.types import RelationType, Schema


def ends_of_relations(schema: Schema) -> list[str]:
    """The shapes of propositions, and of the kinds that their claims may have."""
    relations = list(schema.relations.values())
    return [proposition_shape(schema), kind_shape(relations)]


def proposition_shape(schema: Schema) -> str:
    """Shape 7: subject, relation, and an object or a value kind, as declared."""
    relations = list(schema.relations.values())
    with_object = [relation.name for relation in relations if relation.target]
    return shape(
        "PropositionShape",
        "sh:targetClass cg:Proposition",
        "7: a proposition has a subject, a relation and either an object or a value"
        " kind, neither only where every claim of it is withheld; its ends fit the"
        " relation.",
        [
            exactly_one("cg:relation", one_of(schema.relations)),
            exactly_one("cg:subject", "sh:nodeKind sh:IRI"),
            at_most_one("cg:object", "sh:nodeKind sh:IRI"),
            at_most_one("cg:valueKind", "sh:datatype xsd:string"),
            query(
                "There is neither object nor value, and a claim is not withheld.",
                "?claim cg:proposition $this ; cg:polarity ?polarity . "
                "FILTER(?polarity != cg:withheld) "
                "FILTER NOT EXISTS { $this cg:object ?object } "
                "FILTER NOT EXISTS { $this cg:valueKind ?kind }",
            ),
            query("The subject is of another type.", misfit("subject", relations)),
            query("The object is of another type.", misfit("object", relations)),
            query(
                "This relation has no value.",
                "$this cg:relation ?relation ; cg:valueKind ?kind . "
                f"FILTER(?relation IN ({terms(with_object)}))",
            ),
            query(
                "Both ends must be of one type.",
                "$this cg:relation ?relation ; cg:subject ?one ; cg:object ?other . "
                f"FILTER(?relation IN ({terms(same_types(relations))})) "
                "FILTER NOT EXISTS { ?one a ?type . ?other a ?type . "
                "FILTER(?type != cg:Unnamed) }",
            ),
        ],
    )


def kind_shape(relations: list[RelationType]) -> str:
    """Shape 7 for claims: the kind is one of its relation's."""
    allowed = [
        f"(?relation = cg:{relation.name} && ?kind IN ({terms(relation.kinds)}))"
        for relation in relations
        if relation.kinds
    ]
    return shape(
        "KindShape",
        "sh:targetClass cg:Claim",
        "7: the kind of a claim is one that its relation allows.",
        [
            query(
                "This relation has no such kind.",
                "$this cg:kind ?kind ; cg:proposition/cg:relation ?relation . "
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
        f"$this cg:relation ?relation ; cg:{end} ?end . "
        f"FILTER NOT EXISTS {{ ?end a ?type . FILTER({any_of(fits)}) }}"
    )


def same_types(relations: list[RelationType]) -> list[str]:
    """Names of the relations whose ends must be of one type."""
    return [relation.name for relation in relations if relation.same_type]


def terms(names: Iterable[str]) -> str:
    """Names as terms of our vocabulary, separated by commas."""
    return ", ".join(f"cg:{name}" for name in names)


def any_of(conditions: list[str]) -> str:
    """One condition that holds where one of these does."""
    return "\n      || ".join(conditions) or "false"
