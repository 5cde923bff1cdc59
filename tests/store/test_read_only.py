"""Which texts pass as reading, whatever hides in strings, names and comments."""

import pytest

from claimgraph.errors import QueryError
from claimgraph.store.read_only import refuse_writing

READS = (
    "MATCH (n) RETURN n.id AS id",
    "match (n) return n.id as id;",
    "OPTIONAL MATCH (n) RETURN n",
    "UNWIND $rows AS row RETURN row",
    "EXPLAIN MATCH (n) RETURN n",
    "SHOW CONSTRAINTS",
    "// CREATE (n)\nMATCH (n) /* DELETE n */ RETURN n",
    "RETURN 'CREATE (n)' AS a, \"it's; SET\" AS b, 'it\\'s; MERGE' AS c",
    "MATCH (n:`CREATE (x)`) RETURN n.`set` AS `delete``;`",
    "MATCH (n:SET|MERGE&!DROP)-[:DELETE|REMOVE]->() RETURN n.set, n.create",
    "RETURN {set: 1, delete: $remove} AS map",
    "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN c",
    "CALL db.index.fulltext.queryNodes('article_text', $q) YIELD node RETURN node",
    "CALL DB.INDEX.fulltext.`queryNodes`('article_text', $q) YIELD node RETURN node",
    "CALL db.labels",
    "MATCH (n)-[*1..3]->(m) WHERE n.load = 'csv' RETURN m, 1.5e3 AS x",
    "RETURN '\\u0041' AS a",
    "MATCH (n) RETURN n.created AS reset, 'x' AS createx",
)
REFUSED = (
    ("", "empty"),
    ("// nothing", "empty"),
    ("EXPLAIN", "empty"),
    ("CREATE (n)", "begins with"),
    ("PROFILE CREATE (n)", "begins with"),
    ("SELECT FROM V", "begins with"),
    ("USE system SHOW USERS", "begins with"),
    ("MATCH (n)\n\nSET n.x = 1", "line 3: SET"),
    ("match (n) set n.x = 1", "SET"),
    ("MATCH (n) DETACH DELETE n", "DETACH"),
    ("MATCH (n) /* quiet */DELETE/**/n", "DELETE"),
    ("WITH 'a' AS a MERGE (n)", "MERGE"),
    ("WITH 'it\\'s' AS a CREATE (n {x: '})'})", "CREATE"),
    ("WITH `it``s` AS a CREATE (n)", "CREATE"),
    ("WITH 1 AS x INSERT (n)", "INSERT"),
    ("WITH 1 AS x FOREACH (y IN [1] | SET y.z = 1)", "FOREACH"),
    ("WITH 1.0 AS x, 1.CREATE (n)", "CREATE"),
    ("WITH 1 AS x LOAD\n CSV FROM 'x' AS l RETURN l", "LOAD"),
    ("MATCH (n) CALL { WITH n SET n.x = 1 } RETURN n", "SET"),
    ("CALL apoc.cypher.runWrite('CREATE (n)', {})", "apoc.cypher.runWrite"),
    ("MATCH (n) CALL `dbms`.`killQuery`('x')", "dbms.killQuery"),
    ("CALL db . createLabel('x')", "db.createLabel"),
    ("OPTIONAL CALL db.createLabel('x')", "db.createLabel"),
    ("RETURN 1; RETURN 2", "one query"),
    ("RETURN 1;;", "one query"),
    ("RETURN 'open", "never closed"),
    ("RETURN `open", "never closed"),
    ("RETURN 1 /* open", "never closed"),
    ("RETURN 1\0 CREATE (n)", "NUL"),
    ("WITH 1 AS x \\u0043REATE (n)", "CREATE"),
    ("RETURN '\\u0027 CREATE (n) //'", "CREATE"),
    ("RETURN 1 //\r CREATE (n)", "CREATE"),
)


@pytest.mark.parametrize("query", READS)
def test_lets_reading_pass(query: str) -> None:
    refuse_writing(query)


@pytest.mark.parametrize(("query", "reason"), REFUSED)
def test_refuses_everything_else(query: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason.replace(".", r"\.")):
        refuse_writing(query)
