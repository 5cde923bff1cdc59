"""shapes.ttl: the SHACL shapes that an RDF export must pass, from the schema.

They run on the union of all graphs and cannot see the raw text.
"""

from claimgraph.ontology.ends import ends_of_relations
from claimgraph.ontology.shacl import (
    at_most_one,
    declared_prefixes,
    exactly_one,
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
        *selector_shapes(),
        *hop_shapes(schema),
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


def selector_shapes() -> list[str]:
    """Shape 2: one place, one verbatim quote, and offsets that fit its length."""
    place = (
        "OPTIONAL { $this oa:hasSelector ?text . ?text a oa:TextPositionSelector } "
        "OPTIONAL { $this oa:hasSelector ?xpath . ?xpath a oa:XPathSelector } "
        "OPTIONAL { $this oa:hasSelector?/cg:row ?row ; "
        "oa:hasSelector?/cg:column ?column } "
        "FILTER(!BOUND(?text) && !BOUND(?xpath) && (!BOUND(?row) || !BOUND(?column)))"
    )
    length = (
        "$this oa:hasSelector ?position, ?quote . "
        "?position oa:start ?start ; oa:end ?end . ?quote oa:exact ?exact . "
        "FILTER(?end - ?start != STRLEN(?exact))"
    )
    whole = "$this oa:hasSelector/oa:exact ?exact ."
    twice = f"{whole} $this oa:hasSelector/oa:exact ?other . FILTER(?exact != ?other)"
    return [
        shape(
            "SelectorShape",
            "sh:targetObjectsOf cg:selector",
            "2: a selector has one place, one exact quote, and offsets that fit it.",
            [
                query("The quote has no place.", place),
                query("The offsets do not fit the quote.", length),
                query("There is no exact quote.", f"FILTER NOT EXISTS {{ {whole} }}"),
                query("There are two quotes.", twice),
            ],
        ),
        shape(
            "PositionShape",
            "sh:targetClass oa:TextPositionSelector",
            "2: a position has one start and one end, in code points.",
            [
                exactly_one("oa:start", "sh:datatype xsd:integer", "sh:minInclusive 0"),
                exactly_one("oa:end", "sh:datatype xsd:integer"),
            ],
        ),
    ]


def hop_shapes(schema: Schema) -> list[str]:
    """Shape 3: each hop complete, indexes from 1 without a gap."""
    gap = (
        "$this cg:hop/cg:index ?index . FILTER(?index > 1) "
        "FILTER NOT EXISTS { $this cg:hop/cg:index ?before . "
        "FILTER(?before = ?index - 1) }"
    )
    twice = (
        "$this cg:hop ?one, ?other . FILTER(?one != ?other) "
        "?one cg:index ?index . ?other cg:index ?index ."
    )
    short = (
        "$this cg:hops ?hops ; cg:hop/cg:index ?index . "
        "FILTER(?index > ?hops || (?index < ?hops && NOT EXISTS { "
        "$this cg:hop/cg:index ?next . FILTER(?next > ?index) }))"
    )
    cue = (
        "$this cg:cue ?cue ; cg:cueStart ?start ; cg:cueEnd ?end . "
        "FILTER(?end - ?start != STRLEN(?cue))"
    )
    return [
        shape(
            "HopShape",
            "sh:targetClass cg:Hop",
            "3: a hop has one index, holder and stance; a cue fits its offsets.",
            [
                exactly_one("cg:index", "sh:datatype xsd:integer", "sh:minInclusive 1"),
                exactly_one("cg:holder", "sh:nodeKind sh:IRI"),
                exactly_one("cg:stance", one_of(schema.lists["stance"])),
                at_most_one("cg:medium", one_of(schema.lists["medium"])),
                query("The offsets do not fit the cue.", cue),
            ],
        ),
        shape(
            "ChainShape",
            "sh:targetClass cg:Claim",
            "3: the indexes of a chain run from 1 to the number of hops.",
            [
                query("The chain has a gap.", gap),
                query("Two hops have one index.", twice),
                query("cg:hops is not the number of hops.", short),
            ],
        ),
    ]


def origin_shape() -> str:
    """Shape 4: the origin speaks last, the publisher first."""
    last = (
        "$this cg:origin ?origin ; cg:hop ?hop . "
        "?hop cg:index ?index ; cg:holder ?holder . FILTER(?holder != ?origin) "
        "FILTER NOT EXISTS { $this cg:hop/cg:index ?next . FILTER(?next > ?index) }"
    )
    first = (
        "$this cg:article ?article ; cg:hop ?hop ."
        " ?hop cg:index 1 ; cg:holder ?holder ."
        " OPTIONAL { ?article cg:publishedBy ?publisher }"
        " OPTIONAL { ?article cg:writtenBy ?author }"
        " FILTER(?holder != COALESCE(?publisher, ?author, ?holder))"
    )
    return shape(
        "OriginShape",
        "sh:targetClass cg:Claim",
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
    names = [f"cg:{name}" for name, r in schema.relations.items() if r.target]
    both_ways = [f"cg:{name}" for name, r in schema.relations.items() if r.symmetric]
    backed = (
        "$this ?relation ?other . "
        f"FILTER(?relation IN ({', '.join(names)})) FILTER NOT EXISTS {{ "
        "?claim cg:polarity cg:affirmed ; cg:proposition ?said . "
        "?said cg:relation ?relation ; cg:subject ?from ; cg:object ?to . "
        "FILTER((?from = $this && ?to = ?other) || (?from = ?other && ?to = $this"
        f" && ?relation IN ({', '.join(both_ways)}))) }}"
    )
    return shape(
        "EdgeShape",
        f"sh:targetSubjectsOf {names[0]}",
        "8: a bare edge stands only where an affirmed claim says it.",
        [
            *(f"sh:targetSubjectsOf {name}" for name in names[1:]),
            query("No affirmed claim says this edge.", backed, "$this ?relation"),
        ],
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
