// Denials
// Who denies which relation or attribution?
// What a party with its people denies says `claims/denied-by`.
// :param {relation: null, origin: null, accepted: false, limit: 200}
// answers left, relation, right, says, origin
// words accusation, disavow, dismiss, involvement, refute, reject
// param relation relation?: relation type; null for all
// param origin entity?: only what stands on the word of this one; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of the subject
// returns right: name of the object; null where there is none
// returns relation: the relation type that is denied
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
MATCH (c:Claim)
WHERE c.polarity = 'denied' AND ($relation IS NULL OR c.relation = $relation)
  AND (c.review = 'accepted' OR NOT $accepted)
  AND ($origin IS NULL OR EXISTS {
    MATCH (c)-[s:SAID_BY]->(h:Entity) WHERE h.id = $origin AND s.hop = c.hops
  })
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
RETURN a.name AS left, b.name AS right, c.relation AS relation,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS left_id, b.id AS right_id, c.origin_id AS origin_id
ORDER BY relation, left, coalesce(right, ''), coalesce(said_from, ''), article, start,
  claim
LIMIT toInteger($limit)
