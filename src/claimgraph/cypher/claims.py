"""Steps that make claims: three statements for all claims of a batch.

A server plans each text, and each statement is a way there and back: so the edges of
all types are one statement, and dates travel as dates.
"""

from collections.abc import Iterable, Iterator
from typing import cast

from claimgraph.cypher import MARKED, NewEdges, NewNodes, Row, Step
from claimgraph.cypher.changes import MADE, day_values, known_edge
from claimgraph.graph import ClaimRows
from claimgraph.schema.types import Schema


def create_claims(rows: ClaimRows, schema: Schema) -> list[Step]:
    """Claim nodes, their hops and their edges."""
    if not rows.nodes:
        return []
    steps = [node_step([with_days(row) for row in rows.nodes])]
    if objects := object_rows(rows, schema):
        steps.append(object_step(objects, schema))
    return [*steps, hop_step([with_days(row) for row in rows.hops])]


def node_step(rows: list[Row]) -> Step:
    """The nodes with their subjects and their article.

    ArcadeDB copies an article into each row that names it: a long text times a
    thousand claims would be more than it may buffer. Hence once for each article.
    """
    query = (
        "UNWIND $rows AS row MATCH (s:Entity {id: row.subject}) "
        "CREATE (c:Claim)-[:SUBJECT {cg: true}]->(s) "
        "SET c = row.props, c.loaded = datetime(row.loaded) "
        "WITH row.article AS article, collect(c) AS claims "
        "MATCH (a:Article {id: article}) "
        "FOREACH (c IN claims | CREATE (c)-[:IN_ARTICLE {cg: true}]->(a)) "
        "RETURN sum(size(claims)) AS made"
    )

    def creates() -> Iterator[NewNodes | NewEdges]:
        yield NewNodes(("Claim",), [with_time(row["props"], row) for row in rows])
        ids = [str(properties(row)["id"]) for row in rows]
        for edge, end, target in (
            ("SUBJECT", "subject", "Entity"),
            ("IN_ARTICLE", "article", "Article"),
        ):
            ends = [
                (one, str(row[end]), MARKED) for one, row in zip(ids, rows, strict=True)
            ]
            yield NewEdges(edge, "Claim", target, ends)

    return Step(query, {"rows": rows}, creates, len(rows), {"claims": len(rows)})


def object_rows(rows: ClaimRows, schema: Schema) -> list[Row]:
    """The claims that have an object, each with its edge under the edge's type."""
    found: dict[str, Row] = {}
    for node in rows.nodes:
        if node["object"] is not None:
            claim = str(properties(node)["id"])
            ends = {key: node[key] for key in ("subject", "object")}
            found[claim] = {"claim": claim, **ends}
    for edge, group in rows.edges.items():
        name = known_edge(edge, schema)
        for row in map(with_days, group):
            props = properties(row)
            own = {name: [props], "loaded": row["loaded"]}
            found[str(props["claim"])] |= own
    return list(found.values())


def object_step(rows: list[Row], schema: Schema) -> Step:
    """The objects of claims, and the edges with the whole provenance."""
    types = schema.claim_edges
    edges = " ".join(
        f"FOREACH (props IN row.{edge} | CREATE (s)-[r:{edge}]->(o) "
        "SET r = props, r.loaded = datetime(row.loaded))"
        for edge in types
    )
    query = (
        "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}) "
        "MATCH (s:Entity {id: row.subject}) MATCH (o:Entity {id: row.object}) "
        f"CREATE (c)-[:OBJECT {{cg: true}}]->(o) {edges}{MADE}"
    )

    def creates() -> Iterator[NewEdges]:
        ends = [(str(row["claim"]), str(row["object"]), MARKED) for row in rows]
        yield NewEdges("OBJECT", "Claim", "Entity", ends)
        for edge in types:
            found = [
                (str(row["subject"]), str(row["object"]), with_time(props, row))
                for row in rows
                for props in cast("Iterable[object]", row.get(edge, ()))
            ]
            if found:
                yield NewEdges(edge, "Entity", "Entity", found)

    return Step(query, {"rows": rows}, creates, len(rows))


def hop_step(rows: list[Row]) -> Step:
    """Who said it, one edge for each hop."""
    query = (
        "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}) "
        "MATCH (h:Entity {id: row.holder}) CREATE (c)-[s:SAID_BY]->(h) "
        "SET s = row.props" + MADE
    )

    def creates() -> Iterator[NewEdges]:
        ends = [
            (str(row["claim"]), str(row["holder"]), properties(row)) for row in rows
        ]
        yield NewEdges("SAID_BY", "Claim", "Entity", ends)

    return Step(query, {"rows": rows}, creates, len(rows))


def with_days(row: Row) -> Row:
    """A row whose days are properties like the others, as values of the engine.

    The time of loading stays beside them: the embedded engine takes times only from
    its own function.
    """
    dates = dict(cast("Row", row["dates"]))
    others = {key: row[key] for key in row if key not in ("props", "dates")}
    if "loaded" in dates:
        others["loaded"] = dates.pop("loaded")
    return {**others, "props": properties(row) | day_values(dates) | MARKED}


def with_time(props: object, row: Row) -> Row:
    """Properties with the time of loading, as text."""
    return cast("Row", props) | {"loaded": row["loaded"]}


def properties(row: Row) -> Row:
    """What a row becomes in the graph, but for its days."""
    return cast("Row", row["props"])
