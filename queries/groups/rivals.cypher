// Rivals
// Who is said to be the rival or the enemy of whom, by whom, in which words?
// Denied, withheld and hypothetical claims too.
// :param {group: null, accepted: false, limit: 200}
// answers left, right, valid, says, origin
// words clash, competition, conflict, enemies, fighting, hostile, hostility, opponent, war
// param group entity(group, state)?: id of one of the two; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of one side
// returns right: name of the other side; null where none is named
// returns valid: when it held (EDTF)
// returns valid_earliest: earliest day on which it held
// returns valid_latest: latest day on which it held
// returns says: how strongly the origin says it, in words
// returns polarity: affirmed, denied or withheld
// returns review: accepted, or proposed and not yet reviewed
// returns origin: on whose word it stands
// returns chain: who says that who says it, from the outside in
// returns hops: how many speakers the chain has, the outermost counted
// returns modality: how strongly the origin says it
// returns said_from: earliest day on which it was said
// returns said_to: latest day on which it was said
// returns article: id of the article
// returns start: where the quote begins in the raw text (inclusive)
// returns end: where the quote ends in the raw text (exclusive)
// returns quote: the verbatim words
// returns claim: id of the claim
// returns left_id: id of one side
// returns right_id: id of the other side
// returns origin_id: id of the origin
CALL () {
  MATCH (e:Entity {id: $group}) MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim)
  WHERE c.relation = 'RIVAL_OF'
  RETURN DISTINCT c
  UNION ALL
  WITH 1 AS all WHERE $group IS NULL
  MATCH (c:Claim) WHERE c.relation = 'RIVAL_OF'
  RETURN c
}
WITH c WHERE (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
RETURN a.name AS left, b.name AS right, c.valid AS valid,
  toString(c.valid_from) AS valid_earliest, toString(c.valid_to) AS valid_latest,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS left_id, b.id AS right_id, c.origin_id AS origin_id
ORDER BY left, coalesce(right, ''), coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
