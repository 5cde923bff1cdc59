"""Edges, type by type and from both their ends, against what the nodes ask for."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from claimgraph.api.verifying.content import Content, Edge, Ends
from claimgraph.api.verifying.differences import Difference, going_on
from claimgraph.cypher import MARK, sweeps
from claimgraph.graph import byline_edges, retelling_rows
from claimgraph.schema.types import STRUCTURE_EDGES
from claimgraph.store.rows import map_at

# those that claims lead to their own
OF_CLAIMS = ("SUBJECT", "OBJECT", "SAID_BY", "IN_ARTICLE")
# what can follow an id of hex digits
LAST = "~"
INTO = ", read from where it leads"
# claim edges that are read at once
PAGE = 10_000


def edge_differences(content: Content) -> Iterator[Difference]:
    """Edges that are missing, too many, or not what they should be."""
    want_of_articles(content)
    for edge in STRUCTURE_EDGES:
        if edge not in OF_CLAIMS:
            yield from going_on(f"{edge} edges", partial(small, content, edge))
    for edge in content.schema.claim_edges:
        yield from going_on(f"{edge} edges", partial(own_edges, content, edge))
    for edge in (*OF_CLAIMS, *content.schema.claim_edges):
        yield from going_on(f"{edge} edges", partial(ends, content, edge))
    yield from going_on("all edges", partial(count_differences, content))


def want_of_articles(content: Content) -> None:
    """Notes which edges the articles, the works and the replies ask for."""
    for one, article in content.articles.items():
        for edge, holder in byline_edges(one, article.publisher, article.author):
            content.want(edge, one, content.identity.canonical(holder), {})
        for row in retelling_rows(article):
            work = str(row["work"])
            if work in content.articles or work in content.works:
                content.want("RETELLS", one, work, map_at(row, "props"))
    for one in content.tied:
        publisher = content.works[one].publisher or ""
        standing = content.identity.canonical(publisher)
        content.want("PUBLISHED_BY", one, standing, {})
    content.replies.present = content.replies.wanted & content.claims.keys()
    for source, answered, how in content.replies.edges():
        content.want("REPLIES_TO", source, answered, {"how": how})


def small(content: Content, edge: str) -> Iterator[Difference]:
    """Differences of a type of which the memory holds all."""
    wanted = content.edges.setdefault(edge, Counter())
    for query, side in ((sweeps.EDGES_FROM, ""), (sweeps.EDGES_INTO, INTO)):
        found: Counter[Edge] = Counter()
        for row in content.store.read(query.format(edge=edge)):
            content.read += not side and map_at(row, "row").get(MARK) is True
            if (one := content.edge_at(row)) is not None:
                found[one] += 1
        if edge == "PUBLISHED_BY" and not side:
            wanted.update(one for one in found if is_old_tie(content, one))
        yield from unlike(edge, wanted, found, side)


def is_old_tie(content: Content, edge: Edge) -> bool:
    """Whether it is the publisher of a work, known to a corpus that was loaded once."""
    source, target, props = edge
    work = content.works.get(source)
    if work is None or work.publisher is None or source in content.tied or props:
        return False
    return target == content.identity.canonical(work.publisher)


def unlike(
    edge: str, wanted: Counter[Edge], found: Counter[Edge], side: str
) -> Iterator[Difference]:
    """What is missing or too much, by its ends."""
    for what, some in (("is missing", wanted - found), ("is too much", found - wanted)):
        for source, target, props in some.elements():
            told = ", ".join(f"{name} {value}" for name, value in props)
            which = f"{edge} from {source} to {target}{f' ({told})' if told else ''}"
            yield Difference(f"{edge} edges{side}", f"{which} {what}{side}")


def own_edges(content: Content, edge: str) -> Iterator[Difference]:
    """The edges of claims that do not say what the claims say."""
    wanted = content.claim_edges.get(edge, {})
    ids = sorted(wanted)
    firsts = ["", *ids[PAGE::PAGE]]
    for first, end in zip(firsts, [*firsts[1:], LAST], strict=True):
        left = {one: wanted[one] for one in ids if first <= one < end}
        asked = {"first": first, "end": end}
        for row in content.store.read(sweeps.CLAIM_EDGES.format(edge=edge), asked):
            found, claim = content.edge_at(row), str(row["claim"])
            if found is not None and left.pop(claim, None) != hash(found):
                article = content.claims.get(claim, "no article")
                words = "its edge says something else, or is too much"
                yield Difference(
                    f"{edge} edges", f"claim {claim} of {article}: {words} ({edge})"
                )
        for one in left:
            words = f"claim {one} of {content.claims[one]}: its edge {edge} is missing"
            yield Difference(f"{edge} edges", words)


def ends(content: Content, edge: str) -> Iterator[Difference]:
    """Whether a type has just the edges that the claims ask for, from both ends."""
    wanted = content.ends.get(edge, Ends())
    for query, side in ((sweeps.ENDS_FROM, ""), (sweeps.ENDS_INTO, INTO)):
        found = Ends()
        for row in content.store.read(query.format(edge=edge)):
            source, target = content.at(row["source"]), content.at(row["target"])
            if row["mark"] is True:
                content.read += not side
                found.add(source, target, row["key"])
            elif row["source"] in content.places and row["target"] in content.places:
                found.add(source, target, "without a mark")
        if found.number != wanted.number:
            words = f"{found.number} {edge} edges are there{side}"
            yield Difference(edge, f"{words}, {wanted.number} should be")
        elif found != wanted:
            words = f"{edge} edges lead from or to other nodes{side}"
            yield Difference(edge, words)


def count_differences(content: Content) -> Iterator[Difference]:
    """Edges of ours beside those that were read by their types."""
    [row] = content.store.read(sweeps.EDGE_COUNT)
    if row["n"] != content.read:
        words = f"{row['n']} edges are there, {content.read} have a type that is known"
        yield Difference("edges", words)
