// First said
// Who said it first?
// Affirmed claims, hypothetical ones left out. First is whose latest possible day of
// saying is the earliest, so that a range with an open end never comes before a day; of
// several on one day the first by article and place.
// :param {relation: 'ALLEGED_LINK', entity: null, accepted: false, limit: 200}
// answers left, right, first_said, says, origin
// words earliest, oldest, origin, rumor, rumour
// param relation relation='ALLEGED_LINK': relation type
// param entity entity?: id of one of the two; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of the subject, or of one side
// returns right: name of the object, or of the other side
// returns first_said: when it was said first (EDTF), a range where the day is not told
// returns said_from: the earliest day of that
// returns said_to: the latest day of that; null where it is open
// returns origin: name of the origin
// returns says: how strongly the origin says it, in words
// returns review: accepted, or proposed where no accepted claim says so
// returns quote: the verbatim words
// returns article: id of the article
// returns claim: id of the claim
// returns left_id: id of the subject
// returns right_id: id of the object
// returns origin_id: id of the origin
CALL () {
  MATCH (e:Entity {id: $entity}) MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim)
  WHERE c.relation = $relation
  RETURN DISTINCT c
  UNION ALL
  WITH 1 AS all WHERE $entity IS NULL
  MATCH (c:Claim) WHERE c.relation = $relation
  RETURN c
}
WITH c WHERE c.polarity = 'affirmed' AND c.modality <> 'hypothetical'
  AND c.said IS NOT NULL AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(a:Entity)
MATCH (c)-[:OBJECT]->(b:Entity) WHERE a.id <> b.id
WITH c, a, b, c.relation IN ['ALLEGED_LINK', 'RIVAL_OF'] AND b.id < a.id AS swap
ORDER BY c.review, coalesce(toString(c.said_to), '9999-12-31'),
  coalesce(toString(c.said_from), ''), c.article, coalesce(c.start, c.row, 0), c.id
WITH CASE WHEN swap THEN b.id ELSE a.id END AS left_id,
  CASE WHEN swap THEN a.id ELSE b.id END AS right_id, head(collect(c.id)) AS claim
MATCH (c:Claim {id: claim})
MATCH (a:Entity {id: left_id})
MATCH (b:Entity {id: right_id})
RETURN a.name AS left, b.name AS right, c.said AS first_said,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.origin AS origin, c.says AS says, c.review AS review, c.quote AS quote, c.article AS article,
  claim, left_id, right_id, c.origin_id AS origin_id
ORDER BY coalesce(said_to, '9999-12-31'), coalesce(said_from, ''), left_id, right_id
LIMIT toInteger($limit)
