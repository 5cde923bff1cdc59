"""What a load asks before it writes, and what reads claims back: look-ups by id.

Nodes without our mark are passed over: a load that needs the id of one is refused by
the constraints.
"""

KNOWN_CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {id: id, cg: true})
RETURN c.id AS id, c.digest AS digest, c.article AS article,
       c.relation AS relation, c.polarity AS polarity, toString(c.loaded) AS loaded,
       c.headline AS headline
"""

ARTICLE = """
MATCH (a:Article {id: $id, cg: true})
RETURN a.id AS id, a.corpus AS corpus, a.publisher_id AS publisher,
       a.author_id AS author, properties(a) AS row
"""

SAME_BYTES = """
MATCH (a:Article {cg: true}) WHERE a.sha256 = $sha256 AND a.id <> $id
RETURN a.id AS id ORDER BY id LIMIT 1
"""

DIGESTS = """
MATCH (a:Article {cg: true})
RETURN a.id AS id, a.sha256 AS sha256, a.retells_works AS works
"""

CLAIMS_OF_ARTICLE = """
MATCH (a:Article {id: $id, cg: true})
MATCH (a)<-[:IN_ARTICLE]-(c:Claim {cg: true})
RETURN c.id AS id, c.relation AS relation, c.polarity AS polarity
"""

KINDS = """
MATCH (e:Entity {cg: true}) WHERE e.kind IS NOT NULL
RETURN DISTINCT e.kind AS kind ORDER BY kind
"""

ENTITIES = """
UNWIND $ids AS id MATCH (e:Entity {id: id, cg: true})
RETURN e.id AS id, properties(e) AS row
"""

# an entity's edges hang on the one that stands for it: what counts is the id as written
CLAIMS_NAMING = """
MATCH (e:Entity {id: $standing, cg: true})
MATCH (e)<-[:SUBJECT]-(c:Claim {cg: true})
WHERE c.subject_id = $id MATCH (c)-[:IN_ARTICLE]->(a:Article {cg: true})
RETURN c.id AS id, a.corpus AS corpus
UNION
MATCH (e:Entity {id: $standing, cg: true})
MATCH (e)<-[:OBJECT]-(c:Claim {cg: true})
WHERE c.object_id = $id MATCH (c)-[:IN_ARTICLE]->(a:Article {cg: true})
RETURN c.id AS id, a.corpus AS corpus
UNION
MATCH (e:Entity {id: $standing, cg: true})
MATCH (e)<-[s:SAID_BY]-(c:Claim {cg: true})
WHERE s.holder_id = $id MATCH (c)-[:IN_ARTICLE]->(a:Article {cg: true})
RETURN c.id AS id, a.corpus AS corpus
UNION
MATCH (c:Claim {place_id: $id, cg: true})
MATCH (c)-[:IN_ARTICLE]->(a:Article {cg: true})
RETURN c.id AS id, a.corpus AS corpus
"""

ARTICLES_NAMING = """
MATCH (e:Entity {id: $standing, cg: true})
MATCH (e)<-[:PUBLISHED_BY|WRITTEN_BY]-(a:Article {cg: true})
WHERE a.publisher_id = $id OR a.author_id = $id
RETURN DISTINCT a.id AS id, a.corpus AS corpus
"""

RETELLERS_OF_WORKS = """
UNWIND $ids AS id MATCH (w:Article {id: id, cg: true})
MATCH (w)<-[:RETELLS]-(a:Article {cg: true})
RETURN DISTINCT a.id AS id, a.corpus AS corpus
"""

PLACES_INSIDE = """
UNWIND $ids AS id MATCH (e:Entity {id: id, cg: true})
MATCH (e)<-[:WITHIN]-(p:Entity {cg: true})
RETURN DISTINCT p.id AS id, id AS within
"""

CLAIMS_AT_ENTITIES = """
UNWIND $ids AS id MATCH (e:Entity {id: id, cg: true})
MATCH (e)<-[:SUBJECT|OBJECT|SAID_BY]-(c:Claim {cg: true})
RETURN DISTINCT c.id AS id
"""

ARTICLES_AT_ENTITIES = """
UNWIND $ids AS id MATCH (e:Entity {id: id, cg: true})
MATCH (e)<-[:PUBLISHED_BY|WRITTEN_BY]-(a:Article {cg: true})
RETURN DISTINCT a.id AS id, a.publisher_id AS publisher, a.author_id AS author
"""

ENTITIES_OF_CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {id: id, cg: true})
RETURN DISTINCT c.subject_id AS id
UNION
UNWIND $ids AS id MATCH (c:Claim {id: id, cg: true})
WHERE c.object_id IS NOT NULL RETURN DISTINCT c.object_id AS id
UNION
UNWIND $ids AS id MATCH (c:Claim {id: id, cg: true})
MATCH (c)-[s:SAID_BY]->(:Entity {cg: true})
RETURN DISTINCT s.holder_id AS id
UNION
UNWIND $ids AS id MATCH (c:Claim {id: id, cg: true})
WHERE c.place_id IS NOT NULL RETURN DISTINCT c.place_id AS id
"""

PLACES_AROUND = """
UNWIND $ids AS id MATCH (e:Entity {id: id, cg: true})
MATCH (e)-[:WITHIN]->(w:Entity {cg: true}) RETURN DISTINCT w.id AS id
"""

JUDGEMENTS = """
MATCH (j:Judgement {cg: true})
RETURN j.id AS id, j.left AS left, j.right AS right, j.verdict AS verdict,
       j.who AS who, j.when AS when, j.why AS why, j.corpora AS corpora ORDER BY id
"""

RETELLERS = """
MATCH (a:Article {cg: true}) WHERE $id IN a.retells_works
RETURN a.id AS id, a.retells_works AS works, a.retells_froms AS froms,
       a.retells_tos AS tos
"""

ARTICLES = """
MATCH (a:Article {cg: true}) WHERE a.corpus IS NOT NULL
RETURN a.id AS id, a.corpus AS corpus ORDER BY id
"""

WORK_PUBLISHERS = """
MATCH (a:Article {id: $id, cg: true})
MATCH (a)-[:RETELLS]->(w:Article {outside: true, cg: true})
WHERE w.publisher_id IS NOT NULL RETURN DISTINCT w.publisher_id AS id
"""

STORED_CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {id: id, cg: true})
RETURN properties(c) AS claim, [(c)-[s:SAID_BY {cg: true}]->() | properties(s)] AS hops
"""

STORED_ARTICLE = """
MATCH (a:Article {id: $id, cg: true}) RETURN properties(a) AS row
"""

ARTICLE_HEADS = """
MATCH (a:Article {cg: true}) WHERE a.corpus IS NOT NULL
RETURN a {.*, text: null} AS row, coalesce(size(a.text), 0) AS letters
"""

TITLES = """
UNWIND $ids AS id MATCH (a:Article {id: id, cg: true})
RETURN a.id AS id, a.title AS title
"""

TEXTS = """
UNWIND $ids AS id MATCH (a:Article {id: id, cg: true})
RETURN a.id AS id, a.text AS text
"""

WORK = """
RETURN w.id AS id, w.title AS title, w.publisher_id AS publisher,
       w.published AS published
"""

STORED_WORKS = "MATCH (w:Article {outside: true, cg: true})" + WORK

WORKS = "UNWIND $ids AS id MATCH (w:Article {id: id, outside: true, cg: true})" + WORK

# ArcadeDB counts all that a row to be sorted holds: the text of the article as well
CLAIM_IDS = """
UNWIND $ids AS id MATCH (a:Article {id: id, cg: true})
MATCH (a)<-[:IN_ARTICLE]-(c:Claim {cg: true})
WITH id AS article, c.id AS id, c.start AS start
RETURN article, id ORDER BY start, id
"""

# a graph of version 1 has no mark
STAMP = """
MATCH (g:Graph) WHERE g.schema_version IS NOT NULL RETURN g.schema_version AS version
"""

KEPT_COUNTS = """
MATCH (g:Graph {cg: true})
RETURN g.articles AS articles, g.claims AS claims, g.entities AS entities,
       g.judgements AS judgements
"""

HELD_COUNTS = {
    "articles": "MATCH (a:Article {cg: true}) WHERE a.corpus IS NOT NULL "
    "RETURN count(a) AS n",
    "claims": "MATCH (c:Claim {cg: true}) RETURN count(c) AS n",
    "entities": "MATCH (e:Entity {cg: true}) RETURN count(e) AS n",
    "judgements": "MATCH (j:Judgement {cg: true}) RETURN count(j) AS n",
}

ANYTHING = "MATCH (n) RETURN true AS found LIMIT 1"

ANY_CLAIM = "MATCH (c:Claim {cg: true}) RETURN true AS found LIMIT 1"

ANY_ENTITY = "MATCH (e:Entity {cg: true}) RETURN true AS found LIMIT 1"

# besides our own Graph node
ANY_CONTENT = """
MATCH (n) WHERE n.cg IS NULL OR NOT n:Graph RETURN true AS found LIMIT 1
"""

PARTS_IN_CLAIMS = """
UNWIND $ids AS id MATCH (e:Entity {id: id, cg: true})
RETURN id, EXISTS { MATCH (e)<-[:SUBJECT|OBJECT]-(:Claim) } AS told,
       EXISTS { MATCH (e)<-[:SAID_BY]-(:Claim) } AS speaks
"""
