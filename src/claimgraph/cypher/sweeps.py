"""What a verification reads: every node and edge of ours, edges from both their ends.

An edge names its ends by their places in the engine: with a property of an article
ArcadeDB would copy its text into each row. Edges without our mark are read too: one
between two nodes of ours would be taken for one of ours elsewhere.
"""

# of one label; texts are read one by one, here only whether there is one
NODES = """
MATCH (n:{label} {{cg: true}})
RETURN id(n) AS place, labels(n) AS labels,
       n {{.*, text: CASE WHEN n.text IS NULL THEN null ELSE '' END}} AS row
"""

CLAIMS = """
MATCH (c:Claim {cg: true})
RETURN id(c) AS place, labels(c) AS labels, c.id AS id, c.article AS article
"""

EDGES_FROM_CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {id: id, cg: true})
MATCH (c)-[r:SUBJECT|OBJECT|IN_ARTICLE|SAID_BY]->(t)
RETURN id AS claim, type(r) AS type, id(c) AS source, id(t) AS target,
       properties(r) AS row
"""

# of one type, each direction
EDGES_FROM = """
MATCH (a)-[r:{edge}]->(b)
RETURN id(a) AS source, id(b) AS target, properties(r) AS row
"""

EDGES_INTO = """
MATCH (b)<-[r:{edge}]-(a)
RETURN id(a) AS source, id(b) AS target, properties(r) AS row
"""

# of one type of claim edge, those of some claims in the order of their ids
CLAIM_EDGES = """
MATCH (a)-[r:{edge}]->(b) WHERE r.claim >= $first AND r.claim < $end
RETURN r.claim AS claim, id(a) AS source, id(b) AS target, properties(r) AS row
"""

# only what tells edges between the same two ends apart
ENDS_FROM = """
MATCH (a)-[r:{edge}]->(b)
RETURN id(a) AS source, id(b) AS target, coalesce(r.claim, r.hop) AS key, r.cg AS mark
"""

ENDS_INTO = """
MATCH (b)<-[r:{edge}]-(a)
RETURN id(a) AS source, id(b) AS target, coalesce(r.claim, r.hop) AS key, r.cg AS mark
"""

NODE_COUNT = "MATCH (n) WHERE n.cg = true RETURN count(*) AS n"

EDGE_COUNT = "MATCH ()-[r]->() WHERE r.cg = true RETURN count(*) AS n"
