// Parts and parents
// Who is said to be part of whom: branch, cell, wing, faction?
// :param {group: null, accepted: false, limit: 200}
// answers part, whole, kind, says, origin
// words affiliates, front, hierarchy, offshoot, organisation, structure, subgroup, umbrella, unit
// param group entity(group, org, state)?: id of the part or of the whole; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns part: name of the part
// returns whole: name of the whole; null where none is named
// returns kind: branch, cell, wing, faction and so on
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
// returns part_id: id of the part
// returns whole_id: id of the whole
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE c.relation = 'PART_OF' AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(p:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(w:Entity)
WITH c, p, w
WHERE $group IS NULL OR $group IN [p.id, w.id, c.subject_id, c.object_id]
RETURN p.name AS part, w.name AS whole, c.kind AS kind,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  p.id AS part_id, w.id AS whole_id, c.origin_id AS origin_id
ORDER BY part, coalesce(whole, ''), coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
