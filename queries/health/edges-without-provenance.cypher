// Without provenance
// Which edges and claim nodes lack a part of their provenance?
// :param {}
// defect
// answers left, relation, right, claim
// returns left: name of the subject
// returns relation: the relation type
// returns right: name of the object
// returns claim: id of the claim, if there is one
// returns left_id: id of the subject
// returns right_id: id of the object
CALL () {
  MATCH (a:Entity)-[r]->(b:Entity)
  WHERE type(r) <> 'WITHIN' AND (r.claim IS NULL OR r.article IS NULL
    OR r.relation IS NULL OR r.polarity IS NULL OR r.modality IS NULL
    OR coalesce(r.quote, '') = '' OR r.subject_id IS NULL OR r.object_id IS NULL
    OR r.origin IS NULL OR r.origin_id IS NULL OR coalesce(r.chain, '') = ''
    OR r.hops IS NULL OR r.loaded IS NULL OR r.by IS NULL OR r.review IS NULL
    OR ((r.start IS NULL OR r.end IS NULL) AND r.xpath IS NULL AND r.pointer IS NULL
      AND (r.row IS NULL OR r.column IS NULL)))
  RETURN a, type(r) AS relation, b, r.claim AS claim
  UNION ALL
  MATCH (c:Claim)
  WHERE c.article IS NULL OR c.relation IS NULL OR c.polarity IS NULL
    OR c.modality IS NULL OR coalesce(c.quote, '') = '' OR c.subject_id IS NULL
    OR c.origin IS NULL OR c.origin_id IS NULL OR coalesce(c.chain, '') = ''
    OR c.hops IS NULL OR c.loaded IS NULL OR c.by IS NULL OR c.review IS NULL
    OR ((c.start IS NULL OR c.end IS NULL) AND c.xpath IS NULL AND c.pointer IS NULL
      AND (c.row IS NULL OR c.column IS NULL))
    OR NOT EXISTS { (c)-[:IN_ARTICLE]->(:Article) }
    OR NOT EXISTS { (c)-[:SAID_BY]->(:Entity) }
    OR NOT EXISTS { (c)-[:SUBJECT]->(:Entity) }
  OPTIONAL MATCH (c)-[:SUBJECT]->(a:Entity)
  OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
  RETURN a, c.relation AS relation, b, c.id AS claim
}
RETURN a.name AS left, relation, b.name AS right, claim, a.id AS left_id,
  b.id AS right_id
ORDER BY coalesce(claim, ''), coalesce(left_id, ''), coalesce(relation, ''),
  coalesce(right_id, '')
