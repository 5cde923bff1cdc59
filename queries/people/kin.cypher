// Kin
// Who is said to be kin to whom?
// :param {person: null, accepted: false, limit: 200}
// answers left, kind, right, says, origin, article
// words brother, children, clan, cousin, daughter, dynasty, family, father, marriage, mother, nephew, relatives, siblings, sister, son, uncle, wife
// param person entity(person)?: id of one of the two; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of the person
// returns right: name of the other; null where none is named
// returns kind: what the left one is to the right one (son-of, brother-of …)
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
// returns left_id: id of the person
// returns right_id: id of the other
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE c.relation = 'KIN_OF' AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(p:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(q:Entity)
WITH c, p, q
WHERE $person IS NULL OR $person IN [p.id, q.id, c.subject_id, c.object_id]
RETURN p.name AS left, q.name AS right, c.kind AS kind,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  p.id AS left_id, q.id AS right_id, c.origin_id AS origin_id
ORDER BY left, coalesce(right, ''), coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
