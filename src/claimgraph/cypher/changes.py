"""Steps that create, replace and delete what a batch brings."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from claimgraph.cypher import MARK, MARKED, NewEdges, NewNodes, Row, Step
from claimgraph.model import Claim
from claimgraph.schema.types import CLAIM_EDGES, Schema

WITHIN_DEPTH = 12
MADE = " RETURN count(*) AS made"
# only the statement that takes entities away knows how many there were
FEWER = (
    " WITH count(*) AS gone MATCH (g:Graph {cg: true}) "
    "SET g.entities = g.entities - gone"
)


def create_entities(rows: Mapping[tuple[str, bool], Sequence[Row]]) -> list[Step]:
    """New entity nodes, by label and whether they are unnamed."""
    steps: list[Step] = []
    for (label, unnamed), group in sorted(rows.items()):
        labels = ("Entity", label, *(("Unnamed",) if unnamed else ()))
        query = f"UNWIND $rows AS row CREATE (n:{':'.join(labels)}) SET n = row"
        marked = marked_rows(group)
        nodes = NewNodes(labels, marked)
        creates, adds = partial(iter, (nodes,)), {"entities": len(marked)}
        steps.append(Step(query, {"rows": marked}, creates, adds=adds))
    return steps


def marked_rows(rows: Sequence[Row]) -> list[Row]:
    """The properties of nodes, with our mark."""
    return [row | MARKED for row in rows]


def replace_entities(rows: Sequence[Row]) -> list[Step]:
    """Other properties for entity nodes that are there."""
    query = (
        "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) "
        "OPTIONAL MATCH (n)-[r:WITHIN {cg: true}]->() DELETE r "
        "WITH DISTINCT n, row SET n = row" + MADE
    )
    return [Step(query, {"rows": marked_rows(rows)}, makes=len(rows))] if rows else []


def delete_entities(ids: Sequence[str]) -> list[Step]:
    """Takes away entity nodes that are made anew with other labels."""
    query = (
        "UNWIND $ids AS id MATCH (n:Entity {id: id, cg: true}) DETACH DELETE n"
    ) + FEWER
    return [Step(query, {"ids": list(ids)})] if ids else []


def link_places(rows: Sequence[Row]) -> list[Step]:
    """WITHIN edges for places: `{id, within}`."""
    query = (
        "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) "
        "MATCH (w:Entity {id: row.within}) CREATE (n)-[:WITHIN {cg: true}]->(w)" + MADE
    )
    if not rows:
        return []
    ends = [(str(row["id"]), str(row["within"]), MARKED) for row in rows]
    edges = NewEdges("WITHIN", "Entity", "Entity", ends)
    parameters = {"rows": list(rows)}
    return [Step(query, parameters, partial(iter, (edges,)), len(rows))]


def write_articles(
    rows: Sequence[Row], voices: Iterable[tuple[str, str, str]], is_new: bool
) -> list[Step]:
    """Article nodes with their publishers and authors: `(article, edge, holder)`."""
    found = (
        "CREATE (a:Article)"
        if is_new
        else "MATCH (a:Article {id: row.id}) "
        "OPTIONAL MATCH (a)-[r:PUBLISHED_BY|WRITTEN_BY|RETELLS {cg: true}]->() "
        "DELETE r WITH DISTINCT a, row"
    )
    whole = marked_rows(rows)
    nodes = NewNodes(("Article",), whole)
    step = Step(
        f"UNWIND $rows AS row {found} SET a = row{MADE}",
        {"rows": whole},
        partial(iter, (nodes,)) if is_new else None,
        makes=len(whole),
        adds={"articles": len(whole) if is_new else 0},
    )
    return [step, *link_voices(voices)]


def day_values(dates: Row) -> Row:
    """Days from their ISO texts, as values that the engines keep as dates."""
    return {
        name: date.fromisoformat(str(day))
        for name, day in dates.items()
        if day is not None
    }


def link_voices(voices: Iterable[tuple[str, str, str]]) -> list[Step]:
    """The edges from articles to who publishes or writes them, a step each type."""
    groups: dict[str, list[tuple[str, str, Row]]] = {}
    for article, edge, holder in voices:
        groups.setdefault(edge, []).append((article, holder, MARKED))
    steps: list[Step] = []
    for edge, ends in groups.items():
        query = (
            "UNWIND $rows AS row MATCH (a:Article {id: row.article}) "
            "MATCH (h:Entity {id: row.holder}) "
            f"CREATE (a)-[:{edge} {{{MARK}: true}}]->(h){MADE}"
        )
        rows = [{"article": article, "holder": holder} for article, holder, _ in ends]
        edges = NewEdges(edge, "Article", "Entity", ends)
        made = partial(iter, (edges,))
        steps.append(Step(query, {"rows": rows}, made, makes=len(rows)))
    return steps


def unlink_voices(articles: Sequence[str]) -> list[Step]:
    """Takes away who publishes and writes the articles, to be linked anew."""
    query = (
        "UNWIND $ids AS id MATCH (a:Article {id: id}) "
        "MATCH (a)-[r:PUBLISHED_BY|WRITTEN_BY {cg: true}]->() DELETE r"
    )
    return [Step(query, {"ids": list(articles)})] if articles else []


def write_work(row: Row, dates: Row, publisher: str | None) -> list[Step]:
    """The node of a work outside the corpus, made once; a publisher it keeps."""
    put = "ON CREATE SET" if publisher is None else "SET"
    query = f"MERGE (a:Article {{id: $row.id, cg: true}}) {put} a = $row"
    steps = [Step(query, {"row": row | day_values(dates) | MARKED})]
    if publisher is not None:
        query = (
            "MATCH (a:Article {id: $article}) MATCH (h:Entity {id: $holder}) "
            "MERGE (a)-[:PUBLISHED_BY {cg: true}]->(h)" + MADE
        )
        parameters = {"article": row["id"], "holder": publisher}
        steps.append(Step(query, parameters, makes=1))
    return steps


def link_retellings(rows: Sequence[Row]) -> list[Step]:
    """RETELLS edges: `{article, work, props}`, made where both are there."""
    query = (
        "UNWIND $rows AS row MATCH (a:Article {id: row.article}) "
        "MATCH (w:Article {id: row.work, cg: true}) CREATE (a)-[r:RETELLS]->(w) "
        "SET r = row.props, r.cg = true"
    )
    return [Step(query, {"rows": list(rows)})] if rows else []


def known_edge(edge: str, schema: Schema) -> str:
    """The type of a claim edge, from the schema's own words."""
    if edge in CLAIM_EDGES:
        return edge
    return schema.relations[edge].name


def link_replies(claims: Sequence[Claim]) -> list[Step]:
    """REPLIES_TO edges from and to claims that were just created."""
    replies = [claim.id for claim in claims if claim.reply is not None]
    labelled = [claim.id for claim in claims if claim.label is not None]
    whole = [claim.id for claim in claims]
    ask = "UNWIND $ids AS id MATCH (c:Claim {id: id}) "
    make = "MERGE (c)-[r:REPLIES_TO {cg: true}]->(t) SET r.how = c.reply_how"
    late = "MERGE (f)-[r:REPLIES_TO {cg: true}]->(c) SET r.how = f.reply_how"
    queries = (
        (replies, ask + "MATCH (t:Claim {id: c.reply_claim, cg: true}) " + make),
        (
            replies,
            ask + "MATCH (t:Claim {label: c.reply_claim, cg: true}) "
            "WHERE t.article = c.article " + make,
        ),
        (
            replies,
            ask + "WITH c, split(c.reply_claim, '#') AS parts WHERE size(parts) > 1 "
            "MATCH (t:Claim {label: parts[1], cg: true}) WHERE t.article = parts[0] "
            + make,
        ),
        (whole, ask + "MATCH (f:Claim {reply_claim: id, cg: true}) " + late),
        (
            labelled,
            ask + "MATCH (f:Claim {reply_claim: c.label, cg: true}) "
            "WHERE f.article = c.article " + late,
        ),
        (
            labelled,
            ask
            + "MATCH (f:Claim {reply_claim: c.article + '#' + c.label, cg: true}) "
            + late,
        ),
    )
    return [Step(query, {"ids": ids}) for ids, query in queries if ids]


def delete_claims(
    ids_by_edge: Mapping[str, Sequence[str]], schema: Schema
) -> list[Step]:
    """Takes away claims with their edges; the key is the type of the edge."""
    steps: list[Step] = []
    for edge, ids in sorted(ids_by_edge.items()):
        name = known_edge(edge, schema)
        if edge in schema.claim_edges:
            found = f"MATCH ()-[r:{name}]->() WHERE r.claim IN $ids AND r.cg = true"
            steps.append(Step(f"{found} DELETE r", {"ids": list(ids)}))
        query = "UNWIND $ids AS id MATCH (c:Claim {id: id, cg: true}) DETACH DELETE c"
        steps.append(Step(query, {"ids": list(ids)}, adds={"claims": -len(ids)}))
    return steps


def delete_article(article: str) -> list[Step]:
    """Takes away the article node; its claims go before it."""
    query = "MATCH (a:Article {id: $id, cg: true}) DETACH DELETE a"
    return [Step(query, {"id": article}, adds={"articles": -1})]


def delete_works() -> list[Step]:
    """Takes away outside works that nothing retells."""
    query = (
        "MATCH (a:Article {outside: true, cg: true}) "
        "WHERE NOT EXISTS { (a)<-[:RETELLS {cg: true}]-() } DETACH DELETE a"
    )
    return [Step(query, {})]


def delete_unneeded(ids: Sequence[str]) -> list[Step]:
    """Takes away those of the entities that nothing needs any more.

    A place that lay around one of them may be unneeded next: hence a pass for each
    place that may lie in another.
    """
    if not ids:
        return []
    query = (
        "UNWIND $ids AS id OPTIONAL MATCH (c:Claim {place_id: id, cg: true}) "
        "WITH id, count(c) AS here WHERE here = 0 "
        "MATCH (e:Entity {id: id, cg: true}) WHERE NOT EXISTS { "
        "(e)<-[:SUBJECT|OBJECT|SAID_BY|PUBLISHED_BY|WRITTEN_BY|WITHIN {cg: true}]-() "
        "} DETACH DELETE e"
    ) + FEWER
    places = [one for one in ids if one.startswith("place/")]
    steps = [Step(query, {"ids": list(ids)})]
    again = Step(query, {"ids": places})
    return steps + [again] * min(len(places) - 1, WITHIN_DEPTH)


def write_judgements(
    rows: Sequence[Row], gone: Sequence[str], added: int
) -> list[Step]:
    """Makes, updates and takes away judgement nodes; so many of the rows are new."""
    steps: list[Step] = []
    if gone:
        query = (
            "UNWIND $ids AS id MATCH (j:Judgement {id: id, cg: true}) DETACH DELETE j"
        )
        less = {"judgements": -len(gone)}
        steps.append(Step(query, {"ids": list(gone)}, adds=less))
    if rows:
        query = (
            "UNWIND $rows AS row MERGE (j:Judgement {id: row.id, cg: true}) SET j = row"
        )
        steps.append(
            Step(query, {"rows": marked_rows(rows)}, adds={"judgements": added})
        )
    return steps
