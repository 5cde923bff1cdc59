// Claims without an edge
// Which claims with an object have no edge between subject and object?
// Claims whose two ends a judgement made one are left out.
// :param {}
// defect
// answers claim, relation, polarity
// returns claim: id of the claim
// returns relation: the relation type
// returns polarity: affirmed, denied or withheld
CALL () {
  MATCH (c:Claim)-[:SUBJECT]->(a:Entity)
  WHERE c.object_id IS NOT NULL
  OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
  WITH c, a, b WHERE b IS NULL OR a.id <> b.id
  RETURN c.id AS claim, 0 AS edges, 1 AS nodes, c.relation AS relation,
    c.polarity AS polarity
  UNION ALL
  MATCH (:Entity)-[r]->(:Entity)
  WHERE (r.polarity = 'affirmed' AND type(r) = r.relation)
    OR (r.polarity = 'denied' AND type(r) = 'DENIED')
    OR (r.polarity = 'withheld' AND type(r) = 'WITHHELD')
  RETURN r.claim AS claim, 1 AS edges, 0 AS nodes, r.relation AS relation,
    r.polarity AS polarity
}
WITH claim, relation, polarity, sum(edges) AS edges, sum(nodes) AS nodes
WHERE nodes > 0 AND edges = 0
RETURN claim, relation, polarity
ORDER BY claim
