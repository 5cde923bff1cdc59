"""What the commands ask of a graph beside the questions of the library."""

QUOTES_WITH = """
CALL db.index.fulltext.queryNodes('claim_quote', $text) YIELD node, score
WITH node, score WHERE node.cg = true
RETURN node.id AS claim, node.relation AS relation, node.says AS says,
       node.name AS name,
       node.origin AS origin, node.article AS article, node.quote AS quote,
       node.subject_id AS subject_id, node.object_id AS object_id
ORDER BY score DESC, claim LIMIT $limit
"""

NAMES_WITH = """
CALL db.index.fulltext.queryNodes('entity_names', $text) YIELD node, score
WITH node, score WHERE node.cg = true
RETURN node.id AS id, node.name AS name, node.names AS names, node.kind AS kind
ORDER BY score DESC, id LIMIT $limit
"""

ARTICLES_WITH = """
CALL db.index.fulltext.queryNodes('article_text', $text) YIELD node, score
WITH node, score WHERE node.cg = true
RETURN node.id AS article, node.title AS title, node.text AS text
ORDER BY score DESC, article LIMIT $limit
"""

ARTICLE_IDS = "MATCH (a:Article {cg: true}) RETURN a.id AS id ORDER BY id"

QUOTES_IN = """
UNWIND $ids AS id MATCH (a:Article {id: id, cg: true})
MATCH (a)<-[:IN_ARTICLE]-(c:Claim {cg: true})
RETURN c.id AS claim, c.relation AS relation, c.says AS says, c.name AS name,
       c.origin AS origin, id AS article, c.quote AS quote,
       c.subject_id AS subject_id, c.object_id AS object_id ORDER BY claim
"""

TEXTS_OF = """
UNWIND $ids AS id MATCH (a:Article {id: id, cg: true})
RETURN id AS article, a.title AS title, a.text AS text ORDER BY article
"""

ENTITY_WITH_ID = """
MATCH (e:Entity {id: $id, cg: true}) RETURN e.id AS id, e.name AS name
"""

ENTITY_NAMES = """
MATCH (e:Entity {cg: true})
RETURN e.id AS id, e.name AS name, e.names AS names, e.kind AS kind,
       e.description AS description
"""

DAYS_OF_ATTACKS = """
UNWIND $ids AS id MATCH (e:Entity {id: id, cg: true})
MATCH (e)<-[:SUBJECT]-(c:Claim {cg: true})
WHERE c.on IS NOT NULL AND c.polarity = 'affirmed'
RETURN DISTINCT id, c.on AS day ORDER BY id, day
"""

ATTACKS_AT = """
MATCH (w:Entity {cg: true})<-[:OBJECT]-(c:Claim {cg: true})-[:SUBJECT]->(a:Attack)
WHERE w.id IN $ids AND c.relation IN ['LOCATED_IN', 'TARGETED']
  AND c.polarity = 'affirmed'
RETURN DISTINCT a.id AS id
"""

ATTACKS_IN = """
MATCH (r:Article {cg: true})<-[:IN_ARTICLE]-(c:Claim {cg: true})-[:SUBJECT]->(a:Attack)
WHERE r.id IN $ids
RETURN DISTINCT a.id AS id
"""

ATTACKS_QUOTED = """
MATCH (c:Claim {cg: true})-[:SUBJECT]->(a:Attack)
WHERE c.id IN $ids
RETURN DISTINCT a.id AS id
"""

CLAIMS_LIKE = """
MATCH (c:Claim {cg: true}) WHERE c.id STARTS WITH $start
RETURN c.id AS id ORDER BY id LIMIT 4
"""

ARTICLE_COUNTS = """
MATCH (a:Article {cg: true}) WHERE a.corpus IS NOT NULL
OPTIONAL MATCH (a)<-[:IN_ARTICLE]-(c:Claim {cg: true})
WITH a, count(c) AS claims
RETURN a.id AS article, a.corpus AS corpus, claims, a.rejected AS rejected,
       a.quote_checked AS quote_checked, a.title AS title
ORDER BY corpus, article
"""

CLAIM_COUNTS = """
MATCH (c:Claim {cg: true})
RETURN c.relation AS relation, c.polarity AS polarity, c.review AS review,
       count(c) AS claims
ORDER BY relation, polarity, review
"""

# `uses` stands in the definitions of a corpus that uses others
SHARED_ENTITIES = """
MATCH (e:Entity {cg: true})
WHERE size(e.definitions) > 1 OR e.definitions[0] CONTAINS '"uses": ['
RETURN e.id AS id, e.definitions AS definitions ORDER BY id
"""

ENTITY_COUNT = "MATCH (e:Entity {cg: true}) RETURN count(e) AS number"

JUDGEMENT_COUNTS = """
MATCH (j:Judgement {cg: true})
RETURN j.verdict AS verdict, count(j) AS number ORDER BY verdict
"""

FOREIGN_COUNTS = """
MATCH (n) WHERE n.cg IS NULL UNWIND labels(n) AS label
WITH label WHERE label IN ['Article', 'Claim', 'Entity', 'Judgement']
RETURN label, count(*) AS number ORDER BY label
"""

CLAIMS_WITH_ONE_END = """
MATCH (c:Claim {cg: true})
WHERE c.object_id IS NOT NULL AND c.object_id <> c.subject_id
MATCH (c)-[:SUBJECT]->(s:Entity {cg: true}) MATCH (c)-[:OBJECT]->(o:Entity {cg: true})
WITH c, s, o WHERE s.id = o.id
RETURN c.id AS claim, c.relation AS relation, c.subject_id AS subject_id,
       c.object_id AS object_id ORDER BY claim
"""

NAMES_OF = """
UNWIND $ids AS id MATCH (e:Entity {id: id, cg: true})
RETURN e.id AS id, e.name AS name
"""

ANSWERS = """
MATCH (c:Claim {id: $id, cg: true}) MATCH (c)-[r:REPLIES_TO]->(d:Claim {cg: true})
RETURN d.id AS id, r.how AS how, d.origin AS origin, d.quote AS quote
"""

ANSWERED_BY = """
MATCH (c:Claim {id: $id, cg: true}) MATCH (c)<-[r:REPLIES_TO]-(d:Claim {cg: true})
RETURN d.id AS id, r.how AS how, d.origin AS origin, d.quote AS quote ORDER BY id
"""

ALIKE = """
MATCH (c:Claim {id: $id, cg: true})
MATCH (d:Claim {proposition: c.proposition, cg: true})
WHERE d.id <> c.id RETURN d.polarity AS polarity, count(d) AS number ORDER BY polarity
"""
