"""Claims, page by page: their nodes, and all that they lead to."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from claimgraph.api.verifying.content import Content, Frozen, frozen
from claimgraph.api.verifying.differences import UNFIT, Difference, going_on
from claimgraph.batches import BATCH
from claimgraph.captions import Named, named_entity
from claimgraph.cypher import MARK, Row, lookups, sweeps
from claimgraph.exports.graph_dump import loaded_rows
from claimgraph.exports.graph_dump.elements import Element, of_claims
from claimgraph.flat import entity_ids
from claimgraph.ids import identified_claim
from claimgraph.model import Article, Claim
from claimgraph.readback import claim_from
from claimgraph.store.rows import map_at, text_at, texts_at

# type, id of the target and properties of what leads from a claim
Held = Counter[tuple[str, str, Frozen]]


def claim_differences(content: Content) -> Iterator[Difference]:
    """Claims that are not what their digests say, or do not lead where they should."""
    yield from going_on("the claims", partial(listed_claims, content))
    ids = sorted(content.claims, key=lambda one: (content.claims[one], one))
    for start in range(0, len(ids), BATCH):
        page = ids[start : start + BATCH]
        what = f"the claims from {page[0]} to {page[-1]}"
        yield from going_on(what, partial(page_differences, content, page))


def listed_claims(content: Content) -> Iterator[Difference]:
    """Notes every claim that is there."""
    for row in content.store.read(sweeps.CLAIMS):
        content.nodes += 1
        try:
            one, article = text_at(row, "id"), text_at(row, "article")
        except UNFIT as error:
            yield Difference("claims", f"claim {row['id']}: it is not whole: {error}")
            continue
        if one in content.claims:
            yield Difference("claims", f"claim {one}: it is there twice")
        if texts_at(row, "labels") != ["Claim"]:
            yield Difference("claims", f"claim {one}: it has other labels")
        content.places[row["place"]], content.claims[one] = one, article


def page_differences(content: Content, page: Sequence[str]) -> Iterator[Difference]:
    """What is wrong with some claims."""
    rows = content.store.read(lookups.STORED_CLAIMS, {"ids": list(page)})
    held = {str(map_at(row, "claim").get("id")): row for row in rows}
    whole: list[Claim] = []
    for one in page:
        named = f"claim {one} of {content.claims[one]}"
        try:
            claim = content.titled(claim_from(held[one]))
            changed = is_changed(claim, content.articles.get(claim.article), content)
        except KeyError:
            yield Difference("claims", f"{named}: it is not found by its id")
        except UNFIT as error:
            yield Difference("claims", f"{named}: it is not whole: {error}")
        else:
            if not claim.chain or changed:
                reason = "what its digest says" if claim.chain else "whole"
                yield Difference("claims", f"{named}: it is not {reason}")
            if claim.chain and (not changed or has_rows(claim, content)):
                whole.append(claim)
    content.replies.note(whole)
    for claim in whole:
        article = content.articles.get(claim.article)
        content.name(entity_ids(claim), article.corpus if article else "")
    yield from led_differences(content, whole, held)


def is_changed(claim: Claim, article: Article | None, content: Content) -> bool:
    """Whether id, digest, proposition or day of saying do not follow from the rest."""
    if article is None or claim.relation not in content.schema.relations:
        return True
    symmetric = content.schema.symmetric(claim.relation)
    again = identified_claim(claim, article, symmetric)
    # the text of the article is not at hand here
    return replace(again, headline=claim.headline) != claim


def has_rows(claim: Claim, content: Content) -> bool:
    """Whether a changed claim still says which edges it asks for."""
    try:
        loaded_rows([claim], defaultdict(nameless), content.identity, content.schema)
    except (KeyError, *UNFIT):
        return False
    return True


def nameless() -> Named:
    """The name of an entity that is not there."""
    return Named("", "")


def led_differences(
    content: Content, claims: Sequence[Claim], held: dict[str, Row]
) -> Iterator[Difference]:
    """Where nodes of claims say what follows from other things, or lead elsewhere."""
    known = {one: named_entity(held) for one, held in content.entities.items()}
    names = defaultdict(nameless, known)
    rows = loaded_rows(claims, names, content.identity, content.schema)
    wanted: dict[str, Held] = {claim.id: Counter() for claim in claims}
    for element in of_claims(rows):
        one = element.ends[0]
        if element.table == "claims":
            props = map_at(held[one], "claim")
            props.pop(MARK, None)
            yield from row_differences(element, props, content.claims[one])
            continue
        content.want_of_claim(element)
        if element.table != "edges":
            wanted[one][element.kind[0], element.ends[1], frozen(element.row)] += 1
    found: dict[str, Held] = {one: Counter() for one in wanted}
    ids = {"ids": [*wanted]}
    for row in content.store.read(sweeps.EDGES_FROM_CLAIMS, ids) if wanted else ():
        edge = content.edge_at(row)
        if edge is not None:
            found[text_at(row, "claim")][text_at(row, "type"), edge[1], edge[2]] += 1
    for one, edges in wanted.items():
        if edges != found[one]:
            named = f"claim {one} of {content.claims[one]}"
            yield from unlike(named, edges, found[one])


def row_differences(element: Element, props: Row, article: str) -> Iterator[Difference]:
    """A node that does not say what follows from the claim and its speakers."""
    if props != element.row:
        both = props.keys() | element.row.keys()
        unlike = sorted(
            name for name in both if props.get(name) != element.row.get(name)
        )
        words = f"its {', '.join(unlike)} does not follow from the rest of it"
        one = f"claim {element.ends[0]} of {article}"
        yield Difference("claims", f"{one}: {words}")


def unlike(named: str, wanted: Held, found: Held) -> Iterator[Difference]:
    """The edges of a claim that are missing, too many, or say something else."""
    missing, more = wanted - found, found - wanted
    for edge, target, _ in missing:
        other = any(one[:2] == (edge, target) for one in more)
        what = "says something else" if other else "is missing"
        sort = f"{edge} edges"
        yield Difference(sort, f"{named}: its edge {edge} to {target} {what}")
    known = {one[:2] for one in missing}
    for edge, target, _ in more:
        if (edge, target) not in known:
            words = f"{named}: its edge {edge} to {target} is too much"
            yield Difference(f"{edge} edges", words)
