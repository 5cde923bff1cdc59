// Both yes and no from one origin
// Which origin affirms and denies the same, perhaps of different times?
// Hypothetical claims are left out.
// :param {relation: null, limit: 200}
// answers origin, left, relation, right, says
// words contradiction, inconsistent
// param relation relation?: relation type; null for all
// param limit integer=200: at most so many rows
// returns left: name of the subject, or of one side
// returns right: name of the object or of the other side; for a number, who is counted
// returns origin: name of the origin
// returns relation: the relation type
// returns says: how strongly the origin says so, in words
// returns proposed: how many proposed claims that origin makes of it, which are not counted
// returns left_id: id of the subject
// returns right_id: id of the object; null for a number or a date
// returns origin_id: id of the origin
// returns claim_ids: ids of the claims that were counted
MATCH (c:Claim)
WHERE c.polarity IN ['affirmed', 'denied'] AND c.modality <> 'hypothetical'
  AND ($relation IS NULL OR c.relation = $relation)
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH c, a, b, o, c.relation IN ['ALLEGED_LINK', 'RIVAL_OF'] AND b.id < a.id AS swap
ORDER BY c.id
WITH c.relation AS relation, CASE WHEN swap THEN b.id ELSE a.id END AS left_id,
  CASE WHEN swap THEN a.id ELSE b.id END AS right_id,
  CASE WHEN b IS NULL THEN toLower(coalesce(c.value_of, 'date')) END AS counted,
  c, o
WITH relation, left_id, right_id, counted, o,
  collect(CASE WHEN c.review = 'accepted' THEN c.id END) AS claim_ids,
  collect(DISTINCT CASE WHEN c.review = 'accepted' THEN c.says END) AS ways,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed,
  count(DISTINCT CASE c.review WHEN 'accepted' THEN c.polarity END) AS polarities
WHERE polarities = 2
MATCH (a:Entity {id: left_id})
OPTIONAL MATCH (b:Entity {id: right_id})
RETURN a.name AS left, coalesce(b.name, counted) AS right, o.name AS origin, relation,
  COLLECT { UNWIND ways AS way RETURN way ORDER BY way } AS says,
  proposed, left_id, right_id, o.id AS origin_id, claim_ids
ORDER BY relation, left_id, coalesce(right_id, ''), right, origin_id
LIMIT toInteger($limit)
