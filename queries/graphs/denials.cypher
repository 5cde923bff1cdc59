// Picture of denials and withheld names
// Who denies what, and who pointedly will not say it?
// Red edges are denials, orange ones withheld; a claim that names nobody is a node.
// :param {relation: null, accepted: false, limit: 20}
// draws claims/denials
// answers one, said, other
// param relation relation?: relation type; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=20: at most so many edges of each kind
// returns one: the one that it is said of, or the claim that names nobody
// returns said: the edge of the claim
// returns other: the other one, or the one that the claim is about
CALL () {
  MATCH (a:Entity)-[r:DENIED|WITHHELD]->(b:Entity)
  WHERE ($relation IS NULL OR r.relation = $relation)
    AND (r.review = 'accepted' OR NOT $accepted)
  WITH a, r, b, r.claim AS claim
  ORDER BY claim LIMIT toInteger($limit)
  RETURN a AS one, r AS said, b AS other, claim
  UNION ALL
  MATCH (c:Claim)
  WHERE c.polarity <> 'affirmed' AND c.object_id IS NULL
    AND ($relation IS NULL OR c.relation = $relation)
    AND (c.review = 'accepted' OR NOT $accepted)
  WITH c, c.id AS claim
  ORDER BY claim LIMIT toInteger($limit)
  MATCH (c)-[r:SUBJECT]->(a:Entity)
  RETURN c AS one, r AS said, a AS other, claim
}
RETURN one, said, other
ORDER BY claim
