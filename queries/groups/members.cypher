// Members
// Who is said to belong to a group, to lead it or to speak for it, in which role?
// Heads of the whole body and everybody below; denied and withheld claims too.
// :param {group: null, person: null, role: null, former: null, accepted: false, limit: 200}
// answers person, role, group, valid, says, origin
// words affiliates, associates, commanders, emir, fighters, head, hierarchy, leadership, militants, operatives, organisation, rank, ranks, recruits, spokesperson, terrorists
// param group entity(group, org, state)?: id of the group; null for all
// param person entity(person)?: id of the person; null for all
// param role text? of member, fighter, commander, officer, official, spokesman, emissary, analyst, leader, chief, deputy, founder: only who has that role; null for all
// param former boolean?: true takes only what is over, false leaves that out; null for both
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns person: name of the person; null where none is named
// returns role: what the person is in the body; where none is told, member or leader
// returns group: name of the group
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
// returns person_id: id of the person
// returns group_id: id of the group
// returns origin_id: id of the origin
CALL () {
  MATCH (e:Entity {id: coalesce($group, $person)})
  MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim) WHERE c.relation IN ['MEMBER_OF', 'LED_BY']
  RETURN c
  UNION ALL
  WITH 1 AS all WHERE $group IS NULL AND $person IS NULL
  MATCH (c:Claim) WHERE c.relation IN ['MEMBER_OF', 'LED_BY']
  RETURN c
}
WITH c, CASE c.relation WHEN 'LED_BY' THEN 'leader' ELSE 'member' END AS usual
WITH c, coalesce(c.role, usual) AS role, coalesce(c.former, false) AS former
WHERE (c.review = 'accepted' OR NOT $accepted) AND ($role IS NULL OR role = $role)
  AND ($former IS NULL OR former = $former)
OPTIONAL MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
WITH c, role, former, CASE c.relation WHEN 'LED_BY' THEN [s, o] ELSE [o, s] END AS ends
WITH c, role, former, ends[0] AS g, ends[1] AS p
WHERE ($group IS NULL OR g.id = $group)
  AND ($person IS NULL OR p.id = $person)
RETURN p.name AS person, role, g.name AS group, former, c.valid AS valid,
  toString(c.valid_from) AS valid_earliest, toString(c.valid_to) AS valid_latest,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  p.id AS person_id, g.id AS group_id, c.origin_id AS origin_id
ORDER BY coalesce(group, ''), CASE c.relation WHEN 'LED_BY' THEN 0 ELSE 1 END,
  coalesce(person, ''), role, coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
