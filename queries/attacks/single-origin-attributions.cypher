// Attributions that rest on one origin
// Which attributions of attacks does only one origin support?
// Affirmed claims only, hypothetical ones left out; a speaker whom the article hides
// does not count where anybody else says the same.
// :param {group: null, accepted: false, limit: 200}
// param group entity(group, person, org, state)?: id of the culprit; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns culprit: name of the one it is attributed to
// returns origin: name of the only origin
// returns claims: how many claims say so
// returns attack_id: id of the attack
// returns culprit_id: id of the culprit
// returns origin_id: id of the origin
// returns claim_ids: ids of the claims that were counted
MATCH (c:Claim)
WHERE c.relation = 'ATTRIBUTED_TO' AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical' AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(a:Attack)
MATCH (c)-[:OBJECT]->(g:Entity)
WHERE $group IS NULL OR $group IN [g.id, c.object_id]
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH a, g, c, o.id AS origin_id ORDER BY c.id
WITH a, g, collect(c.id) AS claim_ids, min(origin_id) AS smallest,
  collect(DISTINCT CASE WHEN origin_id STARTS WITH 'person/unspecified-'
    THEN null ELSE origin_id END) AS named
WHERE size(named) <= 1
WITH a, g, claim_ids, coalesce(head(named), smallest) AS origin_id
MATCH (o:Entity {id: origin_id})
RETURN a.name AS attack, g.name AS culprit, o.name AS origin,
  size(claim_ids) AS claims, a.id AS attack_id, g.id AS culprit_id, origin_id,
  claim_ids
ORDER BY attack, attack_id, culprit_id
LIMIT $limit
