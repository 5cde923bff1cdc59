// Paths
// How are two entities connected, and by which claims?
// Ways of one to three steps over affirmed claims, hypothetical ones left out; places
// and targets tie nobody together. Every claim of a step is listed.
// :param {from: "org/nds", to: "group/haqqani-network", least_hops: 1, accepted: false, limit: 200}
// param from str: id of one entity
// param to str: id of the other entity
// param least_hops int=1: only claims whose chain has at least so many speakers
// param accepted bool=false: true leaves proposed claims out
// param limit int=200: at most so many rows
// returns nodes: names along the way
// returns claims: ids of the claims along the way
// returns length: how many steps
// returns node_ids: ids along the way
MATCH (a:Entity {id: $from})
MATCH (b:Entity {id: $to})
MATCH (a) ((x)-[r:CLAIMED_BY|ATTRIBUTED_TO|ALLEGED_LINK|SUPPORTED_BY|LED_BY
    |MEMBER_OF|PART_OF|RIVAL_OF|KIN_OF|DESIGNATED_BY|DETAINED_BY|KILLED_BY|SAME_AS
  WHERE r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
  AND r.hops >= $least_hops ]-(y)){1,3} (b)
WITH a, [one IN y | one.id] AS ids, [one IN y | one.name] AS names,
  [one IN r | one.claim] AS claims
WHERE $from <> $to AND NOT $from IN ids
  AND size([one IN ids WHERE one = $to]) = 1
UNWIND claims AS claim
WITH a, ids, names, claim ORDER BY claim
WITH a, ids, names, collect(DISTINCT claim) AS claims
RETURN [a.name] + names AS nodes, claims, size(ids) AS length,
  [a.id] + ids AS node_ids
ORDER BY length, node_ids
LIMIT $limit
