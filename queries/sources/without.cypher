// Without a source
// What is left when one source is taken away, from whatever place of the chain?
// :param {source: "org/nds", accepted: false, limit: 200}
// answers subject, relation, object, says, origin
// words credibility, depend, fragile, reliability, robust
// param source entity: id of the source
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns relation: the relation type
// returns subject: name of the subject
// returns object: name of the object; null where there is none
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
// returns subject_id: id of the subject
// returns object_id: id of the object
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE (c.review = 'accepted' OR NOT $accepted)
  AND NOT EXISTS { MATCH (c)-[:SAID_BY]->(h:Entity) WHERE h.id = $source }
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
RETURN c.relation AS relation, a.name AS subject, b.name AS object,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS subject_id, b.id AS object_id, c.origin_id AS origin_id
ORDER BY relation, subject, coalesce(object, ''), coalesce(said_from, ''), article,
  start, claim
LIMIT toInteger($limit)
