"""What a load asks the graph before it writes: plain look-ups, by id."""

KNOWN_CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {id: id})
RETURN c.id AS id, c.digest AS digest, c.relation AS relation,
       c.polarity AS polarity, toString(c.loaded) AS loaded
"""

ARTICLE = """
MATCH (a:Article {id: $id})
RETURN a.id AS id, a.corpus AS corpus, a.publisher_id AS publisher,
       a.author_id AS author, properties(a) AS row
"""

SAME_BYTES = """
MATCH (a:Article {sha256: $sha256}) WHERE a.id <> $id AND a.quote_checked
RETURN a.id AS id ORDER BY id LIMIT 1
"""

CLAIMS_OF_ARTICLE = """
MATCH (a:Article {id: $id}) MATCH (a)<-[:IN_ARTICLE]-(c:Claim)
RETURN c.id AS id, c.relation AS relation, c.polarity AS polarity
"""

ENTITIES = """
UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e.id AS id, properties(e) AS row
"""

CORPORA_OF_ENTITY = """
MATCH (e:Entity {id: $id}) MATCH (e)<-[:SUBJECT|OBJECT|SAID_BY]-(c:Claim)
MATCH (c)-[:IN_ARTICLE]->(a:Article) WHERE a.corpus <> $corpus
RETURN DISTINCT a.corpus AS corpus
UNION
MATCH (e:Entity {id: $id}) MATCH (e)<-[:PUBLISHED_BY|WRITTEN_BY]-(a:Article)
WHERE a.corpus <> $corpus RETURN DISTINCT a.corpus AS corpus
"""

CLAIMS_AT_ENTITIES = """
UNWIND $ids AS id MATCH (e:Entity {id: id})
MATCH (e)<-[:SUBJECT|OBJECT|SAID_BY]-(c:Claim) RETURN DISTINCT c.id AS id
"""

ARTICLES_AT_ENTITIES = """
UNWIND $ids AS id MATCH (e:Entity {id: id})
MATCH (e)<-[:PUBLISHED_BY|WRITTEN_BY]-(a:Article)
RETURN DISTINCT a.id AS id, a.publisher_id AS publisher, a.author_id AS author
"""

ENTITIES_OF_CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {id: id})
MATCH (c)-[:SUBJECT|OBJECT|SAID_BY]->(e:Entity) RETURN DISTINCT e.id AS id
"""

ENTITIES_OF_ARTICLE = """
MATCH (a:Article {id: $id}) MATCH (a)-[:PUBLISHED_BY|WRITTEN_BY]->(e:Entity)
RETURN DISTINCT e.id AS id
"""

PLACES_AROUND = """
UNWIND $ids AS id MATCH (e:Entity {id: id})
MATCH (e)-[:WITHIN]->(w:Entity) RETURN DISTINCT w.id AS id
"""

JUDGEMENTS = """
MATCH (j:Judgement)
RETURN j.id AS id, j.left AS left, j.right AS right, j.verdict AS verdict,
       j.who AS who, j.when AS when, j.why AS why, j.corpora AS corpora ORDER BY id
"""

RETELLERS = """
MATCH (a:Article) WHERE $id IN a.retells_works
RETURN a.id AS id, a.retells_works AS works, a.retells_froms AS froms,
       a.retells_tos AS tos
"""

ARTICLES = """
MATCH (a:Article) WHERE a.corpus IS NOT NULL
RETURN a.id AS id, a.corpus AS corpus ORDER BY id
"""

WORK_PUBLISHERS = """
MATCH (a:Article {id: $id}) MATCH (a)-[:RETELLS]->(w:Article {outside: true})
MATCH (w)-[:PUBLISHED_BY]->(e:Entity) RETURN DISTINCT e.id AS id
"""
