"""shapes.ttl: the SHACL shapes that an RDF export must pass, from the schema.

They run on the union of all graphs and cannot see the raw text.
"""

from claimgraph.ontology.ends import ends_of_relations
from claimgraph.ontology.shacl import (
    at_most_one,
    declared_prefixes,
    exactly_one,
    graph_shape,
    held,
    one_of,
    query,
    shape,
)
from claimgraph.ontology.turtle import HEADER, prefixes
from claimgraph.schema.types import Schema

ID = '"^[0-9a-f]{20}$"'


def shapes(schema: Schema) -> str:
    """The ten shapes as Turtle: the same schema gives the same bytes."""
    parts = [
        f"# {HEADER}\n",
        prefixes({"cg", "cgs", "oa", "prov", "sh", "xsd", "owl", "rdfs"}),
        declared_prefixes(),
        claim_shape(schema),
        selector_shape(),
        position_shape(),
        hop_shape(schema),
        chain_shape(),
        origin_shape(),
        *date_shapes(),
        reason_shape(),
        *ends_of_relations(schema),
        edge_shape(schema),
        same_as_shape(),
        judgement_shape(schema),
    ]
    return "\n".join(parts)


def claim_shape(schema: Schema) -> str:
    """Shape 1: what every claim has once, and words from the closed lists."""
    lists = schema.lists
    return shape(
        "ClaimShape",
        "sh:targetClass cg:Claim",
        "1: a claim has one article, proposition, polarity, modality, review, origin,"
        " selector, digest and time of loading, at most one day of saying, and a hop.",
        [
            exactly_one("cg:article", "sh:class cg:Article"),
            exactly_one("cg:proposition", "sh:class cg:Proposition"),
            exactly_one("cg:polarity", one_of(lists["polarity"])),
            exactly_one("cg:modality", one_of(lists["modality"])),
            exactly_one("cg:review", one_of(lists["review"])),
            held("cg:reason", one_of(lists["reason"])),
            exactly_one("cg:origin", "sh:nodeKind sh:IRI"),
            exactly_one("cg:selector", "sh:nodeKind sh:IRI"),
            exactly_one("cg:digest", f"sh:pattern {ID}"),
            exactly_one("prov:generatedAtTime", "sh:datatype xsd:dateTime"),
            at_most_one("cg:said", "sh:datatype xsd:string"),
            at_most_one("cg:valid", "sh:datatype xsd:string"),
            at_most_one("cg:value", "sh:class cg:Value"),
            held("cg:hop", "sh:minCount 1", "sh:class cg:Hop"),
        ],
    )


def selector_shape() -> str:
    """Shape 2: one place, one verbatim quote, and offsets that fit its length."""
    place = (
        "?claim cg:selector ?value . "
        "OPTIONAL { ?value oa:hasSelector ?text . ?text a oa:TextPositionSelector } "
        "OPTIONAL { ?value oa:hasSelector ?xpath . ?xpath a oa:XPathSelector } "
        "OPTIONAL { ?value oa:hasSelector?/cg:row ?row ; "
        "oa:hasSelector?/cg:column ?column } "
        "FILTER(!BOUND(?text) && !BOUND(?xpath) && (!BOUND(?row) || !BOUND(?column)))"
    )
    length = (
        "?value oa:hasSelector ?position, ?quote . "
        "?position oa:start ?start ; oa:end ?end . ?quote oa:exact ?exact . "
        "FILTER(?end - ?start != STRLEN(?exact))"
    )
    none = (
        "?claim cg:selector ?value . "
        "FILTER NOT EXISTS { ?value oa:hasSelector/oa:exact ?exact }"
    )
    two = "?value oa:hasSelector/oa:exact ?exact, ?other . FILTER(?exact != ?other)"
    return graph_shape(
        "SelectorShape",
        "2: a selector has one place, one exact quote, and offsets that fit it.",
        [
            query("The quote has no place.", place),
            query("The offsets do not fit the quote.", length),
            query("There is no exact quote.", none),
            query("There are two quotes.", two),
        ],
    )


def position_shape() -> str:
    """Shape 2: a place in the text has both ends."""
    return shape(
        "PositionShape",
        "sh:targetClass oa:TextPositionSelector",
        "2: a position has one start and one end, in code points.",
        [
            exactly_one("oa:start", "sh:datatype xsd:integer", "sh:minInclusive 0"),
            exactly_one("oa:end", "sh:datatype xsd:integer"),
        ],
    )


def hop_shape(schema: Schema) -> str:
    """Shape 3: each hop complete."""
    return shape(
        "HopShape",
        "sh:targetClass cg:Hop",
        "3: a hop has one index, holder and stance.",
        [
            exactly_one("cg:index", "sh:datatype xsd:integer", "sh:minInclusive 1"),
            exactly_one("cg:holder", "sh:nodeKind sh:IRI"),
            exactly_one("cg:stance", one_of(schema.lists["stance"])),
            at_most_one("cg:medium", one_of(schema.lists["medium"])),
        ],
    )


def chain_shape() -> str:
    """Shape 3: indexes from 1 without a gap, cues that fit their offsets."""
    gap = (
        "?value cg:hop/cg:index ?index . FILTER(?index > 1) "
        "FILTER NOT EXISTS { ?value cg:hop/cg:index ?before . "
        "FILTER(?before = ?index - 1) }"
    )
    # asked this way round, an engine need not pair all hops of one index
    twice = (
        "?value cg:hop ?one . ?one cg:index ?index . FILTER EXISTS { "
        "?value cg:hop ?other . ?other cg:index ?same . "
        "FILTER(?same = ?index && ?other != ?one) }"
    )
    short = (
        "?value cg:hops ?hops ; cg:hop/cg:index ?index . "
        "FILTER(?index > ?hops || (?index < ?hops && NOT EXISTS { "
        "?value cg:hop/cg:index ?next . FILTER(?next > ?index) }))"
    )
    cue = (
        "?value cg:cue ?cue ; cg:cueStart ?start ; cg:cueEnd ?end . "
        "FILTER(?end - ?start != STRLEN(?cue))"
    )
    return graph_shape(
        "ChainShape",
        "3: the indexes of a chain run from 1 to the number of hops, and a cue fits"
        " its offsets.",
        [
            query("The chain has a gap.", gap),
            query("Two hops have one index.", twice),
            query("cg:hops is not the number of hops.", short),
            query("The offsets do not fit the cue.", cue),
        ],
    )


def origin_shape() -> str:
    """Shape 4: the origin speaks last, the publisher first."""
    last = (
        "?value cg:origin ?origin ; cg:hop ?hop . "
        "?hop cg:index ?index ; cg:holder ?holder . FILTER(?holder != ?origin) "
        "FILTER NOT EXISTS { ?value cg:hop/cg:index ?next . FILTER(?next > ?index) }"
    )
    first = (
        "?value cg:article ?article ; cg:hop ?hop ."
        " ?hop cg:index 1 ; cg:holder ?holder ."
        " OPTIONAL { ?article cg:publishedBy ?publisher }"
        " OPTIONAL { ?article cg:writtenBy ?author }"
        " FILTER(?holder != COALESCE(?publisher, ?author, ?holder))"
    )
    return graph_shape(
        "OriginShape",
        "4: the origin is the holder of the last hop; the first hop is the article's"
        " publisher, else its author.",
        [
            query("The origin is not the holder of the last hop.", last),
            query("The first hop is neither publisher nor author.", first),
        ],
    )


def date_shapes() -> list[str]:
    """Shape 5: the earliest day is not after the latest."""
    return [
        shape(
            f"{name.capitalize()}DatesShape",
            f"sh:targetSubjectsOf cg:{name}From",
            f"5: cg:{name}From is not after cg:{name}To, and both are days.",
            [
                at_most_one(
                    f"cg:{name}From",
                    "sh:datatype xsd:date",
                    f"sh:lessThanOrEquals cg:{name}To",
                ),
                at_most_one(f"cg:{name}To", "sh:datatype xsd:date"),
            ],
        )
        for name in ("said", "valid", "published", "on")
    ]


def reason_shape() -> str:
    """Shape 6, as two sh:or: one sh:xone would miss a withheld claim without reason."""
    withheld = "[ sh:path cg:polarity ; sh:hasValue cg:withheld ]"
    return shape(
        "ReasonShape",
        "sh:targetClass cg:Claim",
        "6: a withheld claim has exactly one reason, any other has none.",
        [
            f"sh:or ( {withheld} [ sh:path cg:reason ; sh:maxCount 0 ] )",
            f"sh:or ( [ sh:not {withheld} ]\n"
            "    [ sh:path cg:reason ; sh:minCount 1 ; sh:maxCount 1 ] )",
        ],
    )


def edge_shape(schema: Schema) -> str:
    """Shape 8: an edge between two entities needs an affirmed claim that says it."""
    names = [f"cg:{name}" for name, held in schema.relations.items() if held.target]
    both_ways = [f"cg:{name}" for name in schema.relations if schema.symmetric(name)]
    # in a group of its own, so that only edges are looked up, not all triples
    bare = (
        "{ ?value ?relation ?other . "
        f"FILTER(?relation IN ({', '.join(names)})) }} FILTER NOT EXISTS {{ "
        "{ ?said cg:subject ?value ; cg:object ?other ; cg:relation ?relation . "
        "?claim cg:proposition ?said ; cg:polarity cg:affirmed } UNION "
        "{ ?said cg:subject ?other ; cg:object ?value ; cg:relation ?relation . "
        "?claim cg:proposition ?said ; cg:polarity cg:affirmed . "
        f"FILTER(?relation IN ({', '.join(both_ways)})) }} }}"
    )
    return graph_shape(
        "EdgeShape",
        "8: a bare edge stands only where an affirmed claim says it.",
        [query("No affirmed claim says this edge.", bare)],
    )


def same_as_shape() -> str:
    """Shape 9: identity is a claim or a judgement, never owl:sameAs."""
    return shape(
        "SameAsShape",
        "sh:targetSubjectsOf owl:sameAs",
        "9: nothing is owl:sameAs anything.",
        [held("owl:sameAs", "sh:maxCount 0")],
    )


def judgement_shape(schema: Schema) -> str:
    """Shape 10: who decided what about which two ids, when and why."""
    return shape(
        "JudgementShape",
        "sh:targetClass cg:Judgement",
        "10: a judgement has two ids, a verdict, who, when and why.",
        [
            exactly_one("cg:left", "sh:nodeKind sh:IRI"),
            exactly_one("cg:right", "sh:nodeKind sh:IRI", "sh:disjoint cg:left"),
            exactly_one("cg:verdict", one_of(schema.lists["verdict"])),
            *(exactly_one(f"cg:{name}") for name in ("who", "when", "why")),
        ],
    )
