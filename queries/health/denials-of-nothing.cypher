// Denials of nothing
// Which denials contradict a proposition that nobody affirms here?
// Hypothetical claims are left out.
// :param {limit: 200}
// answers left, relation, right
// param limit integer=200: at most so many rows
// returns left: name of the subject
// returns relation: the relation type
// returns right: name of the object; null where there is none
// returns left_id: id of the subject
// returns right_id: id of the object
// returns claim_ids: ids of the claims that were counted
MATCH (c:Claim)
WHERE c.polarity IN ['affirmed', 'denied'] AND c.modality <> 'hypothetical'
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
WITH c, a, b, c.relation IN ['ALLEGED_LINK', 'RIVAL_OF'] AND b.id < a.id AS swap
ORDER BY c.id
WITH c.relation AS relation, CASE WHEN swap THEN b.id ELSE a.id END AS left_id,
  CASE WHEN swap THEN a.id ELSE b.id END AS right_id,
  CASE WHEN b IS NULL THEN toLower(coalesce(c.value_of, 'date')) END AS counted, c
WITH relation, left_id, right_id, counted, collect(c.id) AS claim_ids,
  sum(CASE c.polarity WHEN 'affirmed' THEN 1 ELSE 0 END) AS affirmed
WHERE affirmed = 0
MATCH (a:Entity {id: left_id})
OPTIONAL MATCH (b:Entity {id: right_id})
RETURN a.name AS left, relation, coalesce(b.name, counted) AS right, left_id, right_id,
  claim_ids
ORDER BY relation, left_id, coalesce(right_id, ''), right
LIMIT toInteger($limit)
