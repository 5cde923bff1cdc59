// Identity as a claim
// Who says that two are the same, or that one is part of the other?
// :param {entity: null, accepted: false, limit: 200}
// answers left, relation, right, says, origin
// words aka, alias, cover, disguise, front, identical, name, pseudonym, rename, umbrella
// param entity entity?: id of one of the two; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of the subject
// returns relation: SAME_AS or PART_OF
// returns right: name of the object; null where none is named
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
WHERE c.relation IN ['SAME_AS', 'PART_OF'] AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
WITH c, a, b
WHERE $entity IS NULL OR $entity IN [a.id, b.id, c.subject_id, c.object_id]
RETURN a.name AS left, c.relation AS relation, b.name AS right,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS left_id, b.id AS right_id, c.origin_id AS origin_id
ORDER BY relation, left, coalesce(right, ''), coalesce(said_from, ''), article, start,
  claim
LIMIT toInteger($limit)
