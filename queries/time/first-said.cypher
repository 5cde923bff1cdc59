// First said
// Who said it first?
// Affirmed claims with a day of saying, hypothetical ones left out; of several on one
// day the first by article and place.
// :param {relation: 'ALLEGED_LINK', accepted: false, limit: 200}
// answers left, right, first_said, says, origin
// param relation relation='ALLEGED_LINK': relation type
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of the subject, or of one side
// returns right: name of the object, or of the other side
// returns first_said: earliest day on which it was said
// returns says: how strongly the origin says it, in words
// returns origin: name of the origin
// returns quote: the verbatim words
// returns article: id of the article
// returns claim: id of the claim
// returns left_id: id of the subject
// returns right_id: id of the object
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE c.relation = $relation AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical' AND c.said_from IS NOT NULL
  AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(a:Entity)
MATCH (c)-[:OBJECT]->(b:Entity) WHERE a.id <> b.id
WITH c, a, b, c.relation IN ['ALLEGED_LINK', 'RIVAL_OF'] AND b.id < a.id AS swap
ORDER BY c.said_from, c.article, coalesce(c.start, c.row, 0), c.id
WITH CASE WHEN swap THEN b.id ELSE a.id END AS left_id,
  CASE WHEN swap THEN a.id ELSE b.id END AS right_id, head(collect(c.id)) AS claim
MATCH (c:Claim {id: claim})
MATCH (a:Entity {id: left_id})
MATCH (b:Entity {id: right_id})
RETURN a.name AS left, b.name AS right, toString(c.said_from) AS first_said,
  c.says AS says, c.origin AS origin, c.quote AS quote, c.article AS article, claim,
  left_id, right_id, c.origin_id AS origin_id
ORDER BY first_said, left_id, right_id
LIMIT toInteger($limit)
