"""What a report asks for the claims that it reads: look-ups that give their ids.

`$ids` are the subjects, `$speakers` the subjects and those who belong to them or are
held by them; both with all ids that were judged to be one of them.
"""

ABOUT = """
UNWIND $ids AS id MATCH (e:Entity {id: id, cg: true})
MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim {cg: true}) RETURN DISTINCT c.id AS id
"""

SPOKEN = """
UNWIND $ids AS id MATCH (e:Entity {id: id, cg: true})
MATCH (e)<-[:SAID_BY]-(c:Claim {cg: true}) RETURN DISTINCT c.id AS id
"""

DEPENDANTS = """
UNWIND $speakers AS id MATCH (e:Entity {id: id, cg: true})
MATCH (e)<-[s:SAID_BY]-(c:Claim {cg: true}) WHERE s.hop = c.hops
RETURN DISTINCT c.id AS id
"""

DENIALS = """
UNWIND $speakers AS id MATCH (e:Entity {id: id, cg: true})
MATCH (e)<-[:SAID_BY]-(c:Claim {cg: true}) WHERE c.polarity = 'denied'
RETURN DISTINCT c.id AS id
"""

# who is named for an attack, or claims it, of those who may stand on a subject's side
DEEDS = """
UNWIND $doers AS id MATCH (e:Entity {id: id, cg: true})
MATCH (e)<-[:OBJECT]-(c:Claim {cg: true}) WHERE c.relation IN $blame
RETURN DISTINCT c.id AS id
"""

REPLIES = """
UNWIND $ids AS id MATCH (e:Entity {id: id, cg: true})
MATCH (e)<-[:SAID_BY]-(c:Claim {cg: true})
MATCH (c)<-[:REPLIES_TO]-(d:Claim {cg: true}) RETURN DISTINCT d.id AS id
"""

# between the subjects, and between each of them and whoever has to do with both
BETWEEN = """
UNWIND $ids AS id MATCH (e:Entity {id: id, cg: true})
MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim {cg: true})
MATCH (c)-[:SUBJECT|OBJECT]->(o:Entity {cg: true}) WHERE o.id <> id
WITH o, collect(DISTINCT id) AS sides, collect(DISTINCT c.id) AS claims
WHERE size(sides) > 1 OR o.id IN $ids
UNWIND claims AS claim RETURN DISTINCT claim AS id
"""

# of those who are named for an attack or claim it: who leads them, whose part they are,
# and what is said of several of them
CULPRITS = """
UNWIND $ids AS id MATCH (a:Entity {id: id, cg: true})
MATCH (a)<-[:SUBJECT]-(b:Claim {cg: true})
WHERE b.relation IN $blame MATCH (b)-[:OBJECT]->(g:Entity {cg: true})
WITH collect(DISTINCT g.id) AS named
UNWIND named AS one MATCH (g:Entity {id: one, cg: true})
MATCH (g)<-[:SUBJECT]-(c:Claim {cg: true})
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity {cg: true})
WITH c, o, named WHERE c.relation IN $made_up OR o IS NULL OR o.id IN named
RETURN DISTINCT c.id AS id
"""

ALIKE = (
    "UNWIND $ids AS id MATCH (c:Claim {proposition: id, cg: true}) RETURN c.id AS id"
)

CONFESSIONS = """
MATCH (c:Claim {cg: true}) WHERE c.hops >= 3
MATCH (c)-[s:SAID_BY {cg: true}]->() WHERE s.hop = c.hops AND s.medium = 'confession'
RETURN c.id AS id
"""

TIES = """
UNWIND $relations AS name
MATCH (c:Claim {relation: name, cg: true}) WHERE c.object_id IS NOT NULL
RETURN c.id AS id, name AS relation, c.subject_id AS subject, c.object_id AS object,
       c.polarity AS polarity, c.modality AS modality, c.review AS review,
       c.former AS former, c.valid AS valid
"""

# one row for all claims that are alike for the filters: ids and digests travel in lists
HEADS = """
MATCH (c:Claim {cg: true})
WITH c.review AS review, c.by STARTS WITH 'hand' AS by_hand,
     CASE WHEN $filtered THEN c.modality END AS modality,
     CASE WHEN $filtered THEN c.valid END AS valid,
     CASE WHEN $filtered THEN c.said END AS said,
     CASE WHEN $filtered THEN c.loaded END AS loaded, c.id + ' ' + c.digest AS line
RETURN review, by_hand, modality, valid, said, loaded, collect(line) AS lines
"""
