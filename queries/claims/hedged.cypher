// Only suspected, possible or supposed
// What is said only as a suspicion, as possible or as something that would be?
// Whoever asserts it no more strongly than that; the same may be stated by others.
// :param {modality: null, relation: null, origin: null, accepted: false, limit: 200}
// answers left, relation, right, says, origin
// words alleged, conjecture, doubtful, likely, maybe, might, opinion, perhaps, probable, rumor, rumour, speculation, theory, uncertain, unconfirmed, unlikely
// param modality text? of suspected, possible, hypothetical: only these; null for all three
// param relation relation?: relation type; null for all
// param origin entity?: only what stands on the word of this one; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of the subject
// returns relation: the relation type
// returns right: name of the object; for a number, who is counted; for a date, the date
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
// returns left_id: id of the subject
// returns right_id: id of the object
// returns origin_id: id of the origin
CALL () {
  WITH 1 AS all WHERE $relation IS NULL
  MATCH (c:Claim)
  RETURN c
  UNION ALL
  MATCH (c:Claim) WHERE c.relation = $relation
  RETURN c
}
WITH c WHERE c.modality IN ['suspected', 'possible', 'hypothetical']
  AND ($modality IS NULL OR c.modality = $modality)
  AND (c.review = 'accepted' OR NOT $accepted)
  AND ($origin IS NULL OR EXISTS {
    MATCH (c)-[s:SAID_BY]->(h:Entity) WHERE h.id = $origin AND s.hop = c.hops
  })
WITH c ORDER BY c.modality DESC, c.relation, c.article, coalesce(c.start, c.row, 0), c.id
LIMIT toInteger($limit)
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
RETURN a.name AS left, c.relation AS relation,
  coalesce(b.name, c.on, c.value_is, c.value_of) AS right,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS left_id, b.id AS right_id, c.origin_id AS origin_id
ORDER BY modality DESC, relation, article, coalesce(start, c.row, 0), claim
