// Claimed by one, attributed to another
// Which attacks are claimed by one group and attributed to somebody else, and by whom?
// Affirmed claims only; hypothetical ones, and culprits that could be anybody, are
// left out.
// :param {strong: true, accepted: false, limit: 200}
// param strong boolean=true: true takes only what is stated, alleged or suspected
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns claimed_by: name of the group that took responsibility
// returns attributed_to: name of the one it is attributed to
// returns by_whom: name of the origin that attributes it
// returns attack_id: id of the attack
// returns claimed_by_id: id of the group that took responsibility
// returns attributed_to_id: id of the one it is attributed to
// returns by_whom_id: id of the origin that attributes it
// returns claim_ids: ids of the claims on both sides
MATCH (a:Attack)-[own:CLAIMED_BY]->(g:Entity)
WHERE own.modality <> 'hypothetical'
  AND (own.modality <> 'possible' OR NOT $strong)
  AND (own.review = 'accepted' OR NOT $accepted)
WITH DISTINCT a, g
MATCH (a)-[other:ATTRIBUTED_TO]->(b:Entity)
WHERE b.id <> g.id AND NOT b:Unnamed AND other.modality <> 'hypothetical'
  AND (other.modality <> 'possible' OR NOT $strong)
  AND (other.review = 'accepted' OR NOT $accepted)
WITH DISTINCT a, g, b, other.origin AS by_whom, other.origin_id AS by_whom_id
ORDER BY a.name, a.id, g.id, b.id, by_whom_id
LIMIT $limit
MATCH (a)-[own:CLAIMED_BY]->(g)
WHERE own.modality <> 'hypothetical'
  AND (own.modality <> 'possible' OR NOT $strong)
  AND (own.review = 'accepted' OR NOT $accepted)
WITH a, g, b, by_whom, by_whom_id, own.claim AS claim ORDER BY claim
WITH a, g, b, by_whom, by_whom_id, collect(claim) AS own_claims
MATCH (a)-[other:ATTRIBUTED_TO]->(b)
WHERE other.origin = by_whom AND other.origin_id = by_whom_id
  AND other.modality <> 'hypothetical'
  AND (other.modality <> 'possible' OR NOT $strong)
  AND (other.review = 'accepted' OR NOT $accepted)
WITH a, g, b, by_whom, by_whom_id, own_claims, other.claim AS claim ORDER BY claim
WITH a, g, b, by_whom, by_whom_id, own_claims, collect(claim) AS others
RETURN a.name AS attack, g.name AS claimed_by, b.name AS attributed_to, by_whom,
  a.id AS attack_id, g.id AS claimed_by_id, b.id AS attributed_to_id, by_whom_id,
  own_claims + others AS claim_ids
ORDER BY attack, attack_id, claimed_by_id, attributed_to_id, by_whom_id
