"""Steps that create, replace and delete what a batch brings."""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from claimgraph.cypher import Step
from claimgraph.graph import ClaimRows, Row, date_names
from claimgraph.model import Claim
from claimgraph.schema.types import ClaimField, Schema

WITHIN_DEPTH = 12


def as_dates(name: str, fields: Iterable[ClaimField]) -> str:
    """Assignments that turn the ISO texts of a row into dates of the engine."""
    keys = [f"{one}_{end}" for one in date_names(fields) for end in ("from", "to")]
    return ", ".join(f"{name}.{key} = date(row.dates.{key})" for key in keys)


def create_entities(rows: Mapping[tuple[str, bool], Sequence[Row]]) -> list[Step]:
    """New entity nodes, by label and whether they are unnamed."""
    return [
        Step(
            f"UNWIND $rows AS row CREATE (n:{entity_labels(label, unnamed)}) "
            "SET n = row",
            {"rows": list(group)},
        )
        for (label, unnamed), group in sorted(rows.items())
    ]


def entity_labels(label: str, unnamed: bool) -> str:
    """All labels of an entity node, as a pattern needs them."""
    return f"Entity:{label}:Unnamed" if unnamed else f"Entity:{label}"


def replace_entities(rows: Sequence[Row]) -> list[Step]:
    """Other properties for entity nodes that are there."""
    query = (
        "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) "
        "OPTIONAL MATCH (n)-[r:WITHIN]->() DELETE r "
        "WITH DISTINCT n, row SET n = row"
    )
    return [Step(query, {"rows": list(rows)})] if rows else []


def delete_entities(ids: Sequence[str]) -> list[Step]:
    """Takes away entity nodes that are made anew with other labels."""
    query = "UNWIND $ids AS id MATCH (n:Entity {id: id}) DETACH DELETE n"
    return [Step(query, {"ids": list(ids)})] if ids else []


def link_places(rows: Sequence[Row]) -> list[Step]:
    """WITHIN edges for places: `{id, within}`."""
    query = (
        "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) "
        "MATCH (w:Entity {id: row.within}) CREATE (n)-[:WITHIN]->(w)"
    )
    return [Step(query, {"rows": list(rows)})] if rows else []


def write_article(row: Row, dates: Row, holders: Row, is_new: bool) -> list[Step]:
    """The article node with its publisher and author."""
    found = (
        "CREATE (a:Article)"
        if is_new
        else "MATCH (a:Article {id: $row.id}) "
        "OPTIONAL MATCH (a)-[r:PUBLISHED_BY|WRITTEN_BY|RETELLS]->() DELETE r "
        "WITH DISTINCT a"
    )
    steps = [
        Step(
            f"{found} SET a = $row, a.published_from = date($dates.published_from), "
            "a.published_to = date($dates.published_to)",
            {"row": row, "dates": dates},
        )
    ]
    for edge, key in (("PUBLISHED_BY", "publisher"), ("WRITTEN_BY", "author")):
        if holders.get(key) is not None:
            steps.append(link_voice(str(row["id"]), edge, str(holders[key])))
    return steps


def link_voice(article: str, edge: str, holder: str) -> Step:
    """The edge from an article to who publishes or writes it."""
    query = (
        "MATCH (a:Article {id: $article}) MATCH (h:Entity {id: $holder}) "
        f"CREATE (a)-[:{edge}]->(h)"
    )
    return Step(query, {"article": article, "holder": holder})


def unlink_voices(articles: Sequence[str]) -> list[Step]:
    """Takes away who publishes and writes the articles, to be linked anew."""
    query = (
        "UNWIND $ids AS id MATCH (a:Article {id: id}) "
        "MATCH (a)-[r:PUBLISHED_BY|WRITTEN_BY]->() DELETE r"
    )
    return [Step(query, {"ids": list(articles)})] if articles else []


def write_work(row: Row, dates: Row, publisher: str | None) -> list[Step]:
    """The node of a work outside the corpus, made once."""
    steps = [
        Step(
            "MERGE (a:Article {id: $row.id}) SET a = $row, "
            "a.published_from = date($dates.published_from), "
            "a.published_to = date($dates.published_to)",
            {"row": row, "dates": dates},
        )
    ]
    if publisher is not None:
        query = (
            "MATCH (a:Article {id: $article}) MATCH (h:Entity {id: $holder}) "
            "MERGE (a)-[:PUBLISHED_BY]->(h)"
        )
        steps.append(Step(query, {"article": row["id"], "holder": publisher}))
    return steps


def link_retellings(rows: Sequence[Row]) -> list[Step]:
    """RETELLS edges: `{article, work, props}`, made where both are there."""
    query = (
        "UNWIND $rows AS row MATCH (a:Article {id: row.article}) "
        "MATCH (w:Article {id: row.work}) CREATE (a)-[r:RETELLS]->(w) SET r = row.props"
    )
    return [Step(query, {"rows": list(rows)})] if rows else []


def create_claims(rows: ClaimRows, schema: Schema) -> list[Step]:
    """Claim nodes, their hops and their edges."""
    if not rows.nodes:
        return []
    # ArcadeDB copies an article into each row that names it: a long text times a
    # thousand claims would be more than it may buffer. Hence once for each article.
    steps = [
        Step(
            "UNWIND $rows AS row MATCH (s:Entity {id: row.subject}) CREATE (c:Claim) "
            f"SET c = row.props, {as_dates('c', schema.claim.node)}, "
            "c.loaded = datetime(row.dates.loaded) CREATE (c)-[:SUBJECT]->(s) "
            "WITH row.article AS article, collect(c) AS claims "
            "MATCH (a:Article {id: article}) "
            "FOREACH (c IN claims | CREATE (c)-[:IN_ARTICLE]->(a))",
            {"rows": rows.nodes},
        )
    ]
    objects = [
        {"claim": cast("Row", node["props"])["id"], "object": node["object"]}
        for node in rows.nodes
        if node["object"] is not None
    ]
    if objects:
        query = (
            "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}) "
            "MATCH (o:Entity {id: row.object}) CREATE (c)-[:OBJECT]->(o)"
        )
        steps.append(Step(query, {"rows": objects}))
    query = (
        "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}) "
        "MATCH (h:Entity {id: row.holder}) CREATE (c)-[s:SAID_BY]->(h) "
        f"SET s = row.props, {as_dates('s', schema.claim.hop)}"
    )
    steps.append(Step(query, {"rows": rows.hops}))
    for edge, group in sorted(rows.edges.items()):
        steps.append(create_edges(edge, group, schema))
    return steps


def create_edges(edge: str, rows: Sequence[Row], schema: Schema) -> Step:
    """One edge for each claim, with the whole provenance."""
    name = known_edge(edge, schema)
    return Step(
        "UNWIND $rows AS row MATCH (s:Entity {id: row.subject}) "
        f"MATCH (o:Entity {{id: row.object}}) CREATE (s)-[r:{name}]->(o) "
        f"SET r = row.props, {as_dates('r', schema.claim.edge)}, "
        "r.loaded = datetime(row.dates.loaded)",
        {"rows": list(rows)},
    )


def known_edge(edge: str, schema: Schema) -> str:
    """The type of a claim edge, from the schema's own words."""
    if edge in ("DENIED", "WITHHELD"):
        return edge
    return schema.relations[edge].name


def link_replies(claims: Sequence[Claim]) -> list[Step]:
    """REPLIES_TO edges from and to claims that were just created."""
    replies = [claim.id for claim in claims if claim.reply is not None]
    labelled = [claim.id for claim in claims if claim.label is not None]
    whole = [claim.id for claim in claims]
    ask = "UNWIND $ids AS id MATCH (c:Claim {id: id}) "
    make = "MERGE (c)-[r:REPLIES_TO]->(t) SET r.how = c.reply_how"
    late = "MERGE (f)-[r:REPLIES_TO]->(c) SET r.how = f.reply_how"
    queries = (
        (replies, ask + "MATCH (t:Claim {id: c.reply_claim}) " + make),
        (
            replies,
            ask + "MATCH (t:Claim {label: c.reply_claim}) "
            "WHERE t.article = c.article " + make,
        ),
        (
            replies,
            ask + "WITH c, split(c.reply_claim, '#') AS parts WHERE size(parts) > 1 "
            "MATCH (t:Claim {label: parts[1]}) WHERE t.article = parts[0] " + make,
        ),
        (whole, ask + "MATCH (f:Claim {reply_claim: id}) " + late),
        (
            labelled,
            ask + "MATCH (f:Claim {reply_claim: c.label}) "
            "WHERE f.article = c.article " + late,
        ),
        (
            labelled,
            ask + "MATCH (f:Claim {reply_claim: c.article + '#' + c.label}) " + late,
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
        if edge in ("DENIED", "WITHHELD") or schema.relations[edge].value is None:
            query = f"MATCH ()-[r:{name}]->() WHERE r.claim IN $ids DELETE r"
            steps.append(Step(query, {"ids": list(ids)}))
        query = "UNWIND $ids AS id MATCH (c:Claim {id: id}) DETACH DELETE c"
        steps.append(Step(query, {"ids": list(ids)}))
    return steps


def delete_article(article: str) -> list[Step]:
    """Takes away the article node; its claims go before it."""
    query = "MATCH (a:Article {id: $id}) DETACH DELETE a"
    return [Step(query, {"id": article})]


def delete_works() -> list[Step]:
    """Takes away outside works that nothing retells."""
    query = (
        "MATCH (a:Article {outside: true}) WHERE NOT EXISTS { (a)<-[:RETELLS]-() } "
        "DETACH DELETE a"
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
        "UNWIND $ids AS id MATCH (e:Entity {id: id}) WHERE NOT EXISTS { "
        "(e)<-[:SUBJECT|OBJECT|SAID_BY|PUBLISHED_BY|WRITTEN_BY|WITHIN]-() } "
        "DETACH DELETE e"
    )
    places = [one for one in ids if one.startswith("place/")]
    steps = [Step(query, {"ids": list(ids)})]
    again = Step(query, {"ids": places})
    return steps + [again] * min(len(places) - 1, WITHIN_DEPTH)


def write_judgements(rows: Sequence[Row], gone: Sequence[str]) -> list[Step]:
    """Makes, updates and takes away judgement nodes."""
    steps: list[Step] = []
    if gone:
        query = "UNWIND $ids AS id MATCH (j:Judgement {id: id}) DETACH DELETE j"
        steps.append(Step(query, {"ids": list(gone)}))
    if rows:
        query = "UNWIND $rows AS row MERGE (j:Judgement {id: row.id}) SET j = row"
        steps.append(Step(query, {"rows": list(rows)}))
    return steps


def stamp(version: str, sha256: str) -> Step:
    """Says which schema the graph follows."""
    query = "MERGE (g:Graph) SET g.schema_version = $version, g.schema_sha256 = $sha256"
    return Step(query, {"version": version, "sha256": sha256})
