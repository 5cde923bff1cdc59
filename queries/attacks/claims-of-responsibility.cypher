// Claims of responsibility
// Who took responsibility for which attack, and through which relay (see the chain)?
// :param {attack: null, group: null, accepted: false, limit: 200}
// answers attack, day, group, says, chain
// words claimed, communique, credit, statement
// param attack entity(attack)?: id of the attack; null for all
// param group entity(group)?: id of the group that took responsibility; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns group: name of the group
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
// returns attack_id: id of the attack
// returns group_id: id of the group
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE c.relation = 'CLAIMED_BY' AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(a:Attack)
OPTIONAL MATCH (c)-[:OBJECT]->(g:Entity)
WITH c, a, g
WHERE ($attack IS NULL OR $attack IN [a.id, c.subject_id])
  AND ($group IS NULL OR $group IN [g.id, c.object_id])
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on + CASE d.review WHEN 'accepted' THEN ''
    ELSE ' (proposed)' END) AS day,
    coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
RETURN a.name AS attack, day, g.name AS group,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS attack_id, g.id AS group_id, c.origin_id AS origin_id
ORDER BY first_day, attack, coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
