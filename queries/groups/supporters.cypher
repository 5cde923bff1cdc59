// Supporters
// Who is said to arm, fund, train, shelter or direct a group?
// :param {group: null, supporter: null, kind: null, accepted: false, limit: 200}
// answers group, supporter, kind, says, origin, article
// words aid, ally, backing, camp, cash, donor, finance, haven, help, ideology, money, patron, recruit, safe, sanctuary, sponsor, weapons
// param group entity(group)?: id of the group that is helped; null for all
// param supporter entity(group, person, org, state)?: id of the one that helps; null for all
// param kind text? of arms, funds, training, shelter, direction, logistics: which help; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns group: name of the group that is helped
// returns supporter: name of the one that helps; null where none is named
// returns kind: arms, funds, training, shelter, direction or logistics
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
// returns supporter_id: id of the supporter
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE c.relation = 'SUPPORTED_BY' AND (c.review = 'accepted' OR NOT $accepted)
  AND ($kind IS NULL OR c.kind = $kind)
MATCH (c)-[:SUBJECT]->(g:Entity)
WHERE $group IS NULL OR $group IN [g.id, c.subject_id]
OPTIONAL MATCH (c)-[:OBJECT]->(h:Entity)
WITH c, g, h WHERE $supporter IS NULL OR $supporter IN [h.id, c.object_id]
RETURN g.name AS group, h.name AS supporter, c.kind AS kind,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  g.id AS group_id, h.id AS supporter_id, c.origin_id AS origin_id
ORDER BY group, coalesce(supporter, ''), coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
