// Leaders
// Who leads a group, according to whom?
// :param {group: null, accepted: false, limit: 200}
// answers group, leader, role, valid, says, origin, article
// words boss, chief, commander, emir, founder, head, leadership, led
// param group entity(group, org)?: id of the group; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns group: name of the group
// returns leader: name of the leader; null where none is named
// returns role: leader, chief, deputy or founder
// returns former: true where it is over
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
// returns group_id: id of the group
// returns leader_id: id of the leader
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE c.relation = 'LED_BY' AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(g:Entity)
WHERE $group IS NULL OR $group IN [g.id, c.subject_id]
OPTIONAL MATCH (c)-[:OBJECT]->(p:Entity)
RETURN g.name AS group, p.name AS leader, c.role AS role,
  coalesce(c.former, false) AS former, c.valid AS valid,
  toString(c.valid_from) AS valid_earliest, toString(c.valid_to) AS valid_latest,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  g.id AS group_id, p.id AS leader_id, c.origin_id AS origin_id
ORDER BY group, coalesce(valid_earliest, valid_latest, '9999'), coalesce(leader, ''),
  coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
