"""The blocks of schema/shapes.ttl that follow from closed lists and relations."""

import re
from collections.abc import Iterable, Mapping

from claimgraph.errors import SchemaError
from claimgraph.ontology.turtle import literal
from claimgraph.schema.types import RelationType, Schema

BLOCK = re.compile(r"^# generated: (\w+)\n.*?^# end$", re.DOTALL | re.MULTILINE)
ONCE, AT_MOST_ONCE = " sh:minCount 1 ; sh:maxCount 1 ;", " sh:maxCount 1 ;"
# which property of which shape has its words from the closed list of that name
LISTS = (
    ("ClaimShape", "polarity", ONCE),
    ("ClaimShape", "modality", ONCE),
    ("ClaimShape", "review", ONCE),
    ("ClaimShape", "reason", ""),
    ("HopShape", "stance", ONCE),
    ("HopShape", "medium", AT_MOST_ONCE),
    ("JudgementShape", "verdict", ONCE),
    ("PropositionShape", "relation", ONCE),
)


def filled_shapes(text: str, schema: Schema) -> str:
    """The text of shapes.ttl with its three blocks as the schema makes them now."""
    relations = list(schema.relations.values())
    blocks = {
        "lists": list_rules(schema),
        "ends": end_rules(relations, schema),
        "kinds": [kind_rule(relations), word_rule(relations), place_rule(relations)],
    }
    if sorted(BLOCK.findall(text)) != sorted(blocks):
        reason = f"must have one block each for {', '.join(blocks)}"
        raise SchemaError(reason, file="schema/shapes.ttl")

    def filled_block(found: re.Match[str]) -> str:
        return "\n".join([f"# generated: {found[1]}", *blocks[found[1]], "# end"])

    return BLOCK.sub(filled_block, text)


def list_rules(schema: Schema) -> list[str]:
    """The properties whose value is one word of a list."""
    lists: Mapping[str, Iterable[str]] = {**schema.lists, "relation": schema.relations}
    return [
        f"cgs:{shape} sh:property [ sh:path cg:{name} ;{count}\n"
        f"    sh:in ( {' '.join(f'cg:{word}' for word in lists[name])} ) ] ."
        for shape, name, count in LISTS
    ]


def end_rules(relations: list[RelationType], schema: Schema) -> list[str]:
    """What may stand at both ends of a proposition, and of a bare edge."""
    with_object = terms(relation.name for relation in relations if relation.target)
    same_type = terms(relation.name for relation in relations if relation.same_type)
    both_ways = terms(name for name in schema.relations if schema.symmetric(name))
    valued = f"""?value cg:relation ?relation ; cg:valueKind ?kind .
      FILTER(?relation IN ({with_object}))"""
    mixed = f"""?value cg:relation ?relation ; cg:subject ?one ; cg:object ?other .
      FILTER(?relation IN ({same_type}))
      FILTER NOT EXISTS {{
        ?one a ?type . ?other a ?type . FILTER(?type != cg:Unnamed) }}"""
    # in a group of its own, so that only edges are looked up, not all triples
    bare = f"""{{ ?value ?relation ?other .
        FILTER(?relation IN ({with_object})) }}
      FILTER NOT EXISTS {{
        {{ ?said cg:subject ?value ; cg:object ?other ; cg:relation ?relation .
          ?claim cg:proposition ?said ; cg:polarity cg:affirmed }}
        UNION
        {{ ?said cg:subject ?other ; cg:object ?value ; cg:relation ?relation .
          ?claim cg:proposition ?said ; cg:polarity cg:affirmed .
          FILTER(?relation IN ({both_ways})) }} }}"""
    misfits = {end: misfit_query(end, relations) for end in ("subject", "object")}
    return [
        query_rule("EndsShape", "The subject is of another type.", misfits["subject"]),
        query_rule("EndsShape", "The object is of another type.", misfits["object"]),
        query_rule("EndsShape", "This relation has no value.", valued),
        query_rule("EndsShape", "Both ends must be of one type.", mixed),
        query_rule("EdgeShape", "No affirmed claim says this edge.", bare),
    ]


def misfit_query(end: str, relations: list[RelationType]) -> str:
    """A query that finds an end whose type the relation does not name."""
    fits = [
        f"(?relation = cg:{relation.name} && ?type IN ({terms(labels)}))"
        for relation in relations
        if (labels := relation.source if end == "subject" else relation.target)
    ]
    return f"""?value cg:relation ?relation ; cg:{end} ?end .
      FILTER NOT EXISTS {{ ?end a ?type . FILTER({any_of(fits)}) }}"""


def kind_rule(relations: list[RelationType]) -> str:
    """The kinds that the claims of each relation may have."""
    allowed = [
        f"(?relation = cg:{relation.name} && ?kind IN ({terms(relation.kinds)}))"
        for relation in relations
        if relation.kinds
    ]
    where = f"""?value cg:kind ?kind ; cg:proposition/cg:relation ?relation .
      FILTER(!({any_of(allowed)}))"""
    return query_rule("KindShape", "This relation has no such kind.", where)


def word_rule(relations: list[RelationType]) -> str:
    """The words that the values of each relation may take."""
    allowed = [
        f"(?relation = cg:{relation.name} && ?word IN ({words}))"
        for relation in relations
        if (words := ", ".join(map(literal, relation.word_notes)))
    ]
    where = f"""?value cg:value/cg:is ?word ; cg:proposition/cg:relation ?relation .
      FILTER(!({any_of(allowed)}))"""
    return query_rule("KindShape", "This relation has no such word.", where)


def place_rule(relations: list[RelationType]) -> str:
    """Only claims of some relations tell where it was."""
    placed = terms(relation.name for relation in relations if relation.place)
    where = f"""?value cg:place ?place ; cg:proposition/cg:relation ?relation .
      FILTER(?relation NOT IN ({placed}))"""
    return query_rule("KindShape", "This relation tells no place.", where)


def query_rule(shape: str, message: str, where: str) -> str:
    """A rule that is broken for every `?value` that the query finds."""
    return (
        f"cgs:{shape} sh:sparql [ sh:message {literal(message)} ;"
        " sh:prefixes cgs:prefixes ;\n"
        f'    sh:select """SELECT $this ?value WHERE {{\n      {where} }}""" ] .'
    )


def terms(names: Iterable[str]) -> str:
    """Names as terms of our vocabulary, separated by commas."""
    return ", ".join(f"cg:{name}" for name in names)


def any_of(conditions: list[str]) -> str:
    """One condition that holds where one of these does."""
    return "\n      || ".join(conditions) or "false"
