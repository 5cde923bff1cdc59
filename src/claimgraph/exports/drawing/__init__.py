"""Claims as a networkx graph that drawing programs take without misreading it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

import networkx as nx

from claimgraph.exports import ExportOptions
from claimgraph.exports.features import feature_fields, feature_names
from claimgraph.exports.fields import renamed_row
from claimgraph.exports.loss import GivenClaim, Loss
from claimgraph.exports.wording import (
    COLOURS,
    Entities,
    chain_names,
    marked_relation,
    name_of,
)
from claimgraph.flat import entity_ids, flat
from claimgraph.graph import days_of
from claimgraph.model import Batch, Claim, Entity
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

Drawing: TypeAlias = "nx.MultiDiGraph[str]"
Values = Mapping[str, object]
# what XML 1.0 cannot hold, and carriage returns, which its readers turn into others
UNFIT = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")
JOINT = " > "
NONE = "-"
VALUE = "value"
TYPE_COLOURS = {
    "Group": "#b35900",
    "Person": "#0969da",
    "Attack": "#82071e",
    "Organization": "#6639ba",
    "State": "#1b7c83",
    "Community": "#7d4e00",
    "Place": "#57606a",
    "Claim": "#afb8c1",
}
UNFIT_IN_XML = "control characters become U+FFFD"
IN_ONE = "all speakers stand in one text"
LOSSES = {
    "chain_depth": Loss(IN_ONE, "holders, chain"),
    "hop_stance": Loss(IN_ONE, "stances"),
    "hop_medium": Loss(IN_ONE, "media"),
    "said": Loss("the days of inner speakers stand in one text", "said, days"),
    "unnamed": Loss("speakers are no nodes: unnamed ones are listed", "unnamed_ids"),
    "hop_cue": Loss("no place for the words that mark each speaker", level="lost"),
    "judgements": Loss(
        "no place for judgements; ids are drawn as written", level="lost"
    ),
}
# where the free words of a feature stand, if not under its own name
WORDS = {
    "note_label": "note, claim_label",
    "proposition": "value_of",
    "by_review": "by",
    "replies_to": "reply_claim",
    "kind_role": "role",
    "offsets": "column, xpath, pointer",
}
MANY = Loss("an edge stands for many claims and shows only their counts", level="lost")
AGGREGATED = {
    "proposition": Loss("what is said is the edge itself", "relation and ends"),
    "parallel_claims": Loss("claims that say the same are one edge", "claims"),
}
# `start` and `end` would be times in GEXF, `label` is what programs show, and of
# parallel edges Gephi merges those of one `kind`
RENAMED = {
    "id": "claim",
    "kind": "claim_kind",
    "label": "claim_label",
    "start": "char_start",
    "end": "char_end",
}
NOT_DRAWN = ("subject_id", "object_id", "origin_id", "hops", "digest", "headline")
# a file says them in this order; what is not here comes after them
ORDER = """
    label kind claim relation place_id place polarity reason modality claim_kind role
    former origin quote article article_sha256 valid_words by review confidence grade
    note claim_label loaded proposition unnamed_ids colour chain holders stances media
    days said char_start char_end row column xpath pointer value_min value_max
    value_best value_of value_about value_is on valid valid_from valid_to reply_claim
    reply_how
"""
DRAWN = (
    "Gephi merges parallel edges unless told not to: choose "
    '"Edges merge strategy: Don\'t merge" on import, or export with --aggregate; those '
    "of another relation or polarity it keeps apart by their kind",
    "a denied or withheld claim is an edge: look at polarity, label and colour",
    "a value, and a claim on one end only, is a node of type Claim",
)


@cache
def drawing_losses(options: ExportOptions) -> Mapping[str, Loss]:
    """What an edge or a node cannot hold of one claim, or one edge of many."""
    if options.aggregate:
        every = dict.fromkeys(feature_names(), MANY) | AGGREGATED
        del every["polarity"]
        return every
    unfit = {
        feature: Loss(UNFIT_IN_XML, WORDS.get(feature, feature), when=unfit_in(fields))
        if not feature.startswith("hop_")
        else Loss("no place for it", level="lost")
        for feature, fields in feature_fields().items()
    }
    return unfit | LOSSES


def unfit_in(fields: Sequence[str]) -> Callable[[GivenClaim], bool]:
    """Whether any of some fields of a claim holds what XML cannot."""
    # who is counted is half of a proposition
    names = (*fields, "value_of") if "relation" in fields else fields
    return lambda given: any(
        isinstance(text := given.row.get(name), str) and UNFIT.search(text)
        for name in names
    )


def drawing(batches: Iterable[Batch]) -> Drawing:
    """One edge for each claim with two ends; the others are nodes beside their subject.

    The key of an edge is the claim id. Ids are as written: judgements are not applied.
    """
    schema = load_schema()
    graph: Drawing = nx.MultiDiGraph()
    known: dict[str, Entity] = {}
    for batch in batches:
        known |= {entity.id: entity for entity in batch.entities}
        for claim in batch.claims:
            add_end(graph, claim.subject, known, schema)
            values = claim_values(claim, batch.article.sha256, known)
            if claim.object is not None:
                add_end(graph, claim.object, known, schema)
                graph.add_edge(claim.subject, claim.object, key=claim.id, **values)
                continue
            node = f"claim/{claim.id}"
            held = {"type": "Claim", "name": values["label"], "subject": claim.subject}
            graph.add_node(node, **(dict(values) | held))
            tie = {"label": VALUE, "kind": VALUE}
            graph.add_edge(claim.subject, node, key=f"{claim.id}/of", **tie)
    return graph


def add_end(graph: Drawing, one: str, known: Entities, schema: Schema) -> None:
    """The node of an entity, once."""
    if one in graph:
        return
    entity = known.get(one, Entity(id=one, name=one))
    label = schema.label_of(one) or ""
    graph.add_node(
        one,
        **fit(
            label=entity.name,
            name=entity.name,
            type=label,
            kind=entity.kind,
            unnamed=entity.unnamed or None,
            description=entity.description,
            colour=TYPE_COLOURS.get(label),
        ),
    )


def claim_values(claim: Claim, sha256: str, known: Entities) -> dict[str, object]:
    """The attributes of a claim; absent ones are left out, and nothing is a list."""
    named = sorted(one for one in entity_ids(claim) if one in known)
    unnamed = [one for one in named if known[one].unnamed]
    row = renamed_row(flat(claim), RENAMED, (), NOT_DRAWN) | {
        "label": marked_relation(claim.relation, claim.polarity),
        "kind": tie_kind(claim.relation, claim.polarity),
        "origin": name_of(claim.origin, known),
        "place": name_of(claim.place, known) if claim.place else None,
        "article_sha256": sha256,
        "confidence": None if claim.confidence is None else float(claim.confidence),
        "unnamed_ids": " ".join(unnamed) or None,
        "colour": COLOURS[claim.polarity],
        **days_of({"valid": claim.valid}, ["valid"]),
        **joined_hops(claim, known),
    }
    return fit(**renamed_row(row, {}, ORDER.split()))


def tie_kind(relation: str, polarity: str) -> str:
    """What programs that merge parallel edges must keep apart.

    >>> tie_kind("ALLEGED_LINK", "denied")
    'ALLEGED_LINK denied'
    """
    return f"{relation} {polarity}"


def colour_parts(values: Values) -> tuple[int, int, int] | None:
    """Red, green and blue of an element that has a colour, for programs that show it.

    >>> colour_parts({"colour": "#cf222e"})
    (207, 34, 46)
    """
    colour = values.get("colour")
    if not isinstance(colour, str):
        return None
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def joined_hops(claim: Claim, known: Entities) -> Values:
    """The chain, part by part, each in one text from the outside in."""
    chain = claim.chain
    media = [hop.medium or NONE for hop in chain]
    said = [hop.said or NONE for hop in chain]
    return {
        "chain": chain_names(claim, known),
        "holders": JOINT.join(hop.holder for hop in chain),
        "stances": JOINT.join(hop.stance for hop in chain),
        "media": JOINT.join(media) if {*media} != {NONE} else None,
        "days": JOINT.join(said) if {*said} != {NONE} else None,
    }


def fit(**values: object) -> dict[str, object]:
    """The values that are there, control characters in texts made visible."""
    return {
        name: UNFIT.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in values.items()
        if value is not None
    }
