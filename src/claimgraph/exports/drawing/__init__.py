"""Claims as a networkx graph that drawing programs take without misreading it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

import networkx as nx

from claimgraph.dates import span
from claimgraph.exports.features import FEATURES, feature_fields
from claimgraph.exports.loss import GivenClaim, Loss
from claimgraph.exports.places import place_fields
from claimgraph.model import Batch, Claim, Entity
from claimgraph.safe_text import tame
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

Drawing: TypeAlias = "nx.MultiDiGraph[str]"
Values = Mapping[str, object]
# what XML 1.0 cannot hold, and carriage returns, which its readers turn into others
UNFIT = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")
JOINT = " > "
NONE = "-"
COLOURS = {"affirmed": "#1a7f37", "denied": "#cf222e", "withheld": "#8c8c8c"}
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
    "offsets": "column, xpath",
}
MANY = Loss("an edge stands for many claims and shows only their counts", level="lost")
AGGREGATED = dict.fromkeys(FEATURES, MANY) | {
    "proposition": Loss("what is said is the edge itself", "relation and ends"),
    "parallel_claims": Loss("claims that say the same are one edge", "claims"),
}
del AGGREGATED["polarity"]
DRAWN = (
    "Gephi merges parallel edges unless told not to: choose "
    '"Edges merge strategy: Don\'t merge" on import, or export with --aggregate',
    "a denied or withheld claim is an edge: look at polarity, label and colour",
    "a value, and a claim on one end only, is a node of type Claim",
)


@cache
def drawing_losses() -> Mapping[str, Loss]:
    """What an edge or a node cannot hold of one claim."""
    unfit = {
        feature: Loss(UNFIT_IN_XML, WORDS.get(feature, feature), when=unfit_in(fields))
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
            graph.add_edge(claim.subject, node, key=f"{claim.id}/of", label="value")
    return graph


def add_end(
    graph: Drawing, one: str, known: Mapping[str, Entity], schema: Schema
) -> None:
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


def claim_values(
    claim: Claim, sha256: str, known: Mapping[str, Entity]
) -> dict[str, object]:
    """The attributes of a claim; absent ones are left out, and nothing is a list."""
    unnamed = sorted(
        one
        for one in {claim.subject, claim.object, *(hop.holder for hop in claim.chain)}
        if one is not None and one in known and known[one].unnamed
    )
    return fit(
        label=label_of(claim.relation, claim.polarity),
        claim=claim.id,
        relation=claim.relation,
        polarity=claim.polarity,
        reason=claim.reason,
        modality=claim.modality,
        kind=claim.kind,
        role=claim.role,
        former=claim.former or None,
        origin=name_of(claim.origin, known),
        quote=claim.quote,
        article=claim.article,
        article_sha256=sha256,
        valid_words=claim.valid_words,
        by=claim.by,
        review=claim.review,
        confidence=None if claim.confidence is None else float(claim.confidence),
        grade=claim.grade,
        note=claim.note,
        claim_label=claim.label,
        loaded=claim.loaded,
        proposition=claim.proposition,
        unnamed_ids=" ".join(unnamed) or None,
        colour=COLOURS[claim.polarity],
        **chain_texts(claim, known),
        **place(claim),
        **other(claim),
    )


def label_of(relation: str, polarity: str) -> str:
    """What an edge is called: programs show no other attribute by themselves.

    >>> label_of("ALLEGED_LINK", "denied")
    'DENIED ALLEGED_LINK'
    """
    return relation if polarity == "affirmed" else f"{polarity.upper()} {relation}"


def other(claim: Claim) -> Values:
    """What only some claims have: a value, a period, an answer."""
    value, reply = claim.value, claim.reply
    days = span(claim.valid) if claim.valid else None
    return {
        "value_min": value.min if value else None,
        "value_max": value.max if value else None,
        "value_of": value.of if value else None,
        "value_about": (value.about or None) if value else None,
        "on": value.on if value else None,
        "valid": claim.valid,
        "valid_from": days.earliest if days else None,
        "valid_to": days.latest if days else None,
        "reply_claim": reply.claim if reply else None,
        "reply_how": reply.how if reply else None,
    }


def chain_texts(claim: Claim, known: Mapping[str, Entity]) -> Values:
    """The chain, part by part, each in one text from the outside in."""
    chain = claim.chain
    media = [hop.medium or NONE for hop in chain]
    said = [hop.said or NONE for hop in chain]
    return {
        "chain": JOINT.join(name_of(hop.holder, known) for hop in chain),
        "holders": JOINT.join(hop.holder for hop in chain),
        "stances": JOINT.join(hop.stance for hop in chain),
        "media": JOINT.join(media) if {*media} != {NONE} else None,
        "days": JOINT.join(said) if {*said} != {NONE} else None,
        "said": claim.said,
    }


def name_of(one: str, known: Mapping[str, Entity]) -> str:
    """The name of an entity, on one line; its id where it is not at hand."""
    return tame(known[one].name) if one in known else one


def place(claim: Claim) -> Values:
    """Where the quote stands; `start` and `end` would be times in GEXF."""
    return place_fields(claim.selector)


def fit(**values: object) -> dict[str, object]:
    """The values that are there, control characters in texts made visible."""
    return {
        name: UNFIT.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in values.items()
        if value is not None
    }
