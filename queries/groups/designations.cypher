// Designations
// Who lists or designates whom, or sets a bounty?
// :param {group: null, by: null, accepted: false, limit: 200}
// answers entity, by_whom, kind, says, origin
// words ban, blacklist, blocked, fto, illegal, indicted, outlawed, proscribed, reward, sanctions, terrorist, wanted
// param group entity(group, person)?: id of the group or person that is listed; null for all
// param by entity(state, org, group, person)?: id of the one that lists; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns entity: name of the one that is listed
// returns by_whom: name of the one that lists; null where none is named
// returns kind: sanctions list, bounty and so on
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
// returns entity_id: id of the one that is listed
// returns by_whom_id: id of the one that lists
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE c.relation = 'DESIGNATED_BY' AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(e:Entity)
WHERE $group IS NULL OR $group IN [e.id, c.subject_id]
OPTIONAL MATCH (c)-[:OBJECT]->(w:Entity)
WITH c, e, w WHERE $by IS NULL OR $by IN [w.id, c.object_id]
RETURN e.name AS entity, w.name AS by_whom, c.kind AS kind,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  e.id AS entity_id, w.id AS by_whom_id, c.origin_id AS origin_id
ORDER BY entity, coalesce(by_whom, ''), coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
