// Paths
// How are two entities connected, and by which claims?
// Ways of one to three steps over affirmed claims, hypothetical ones left out; places
// and targets tie nobody together. Every claim of a step is listed.
// :param {from: "org/nds", to: "group/haqqani-network", least_hops: 1, accepted: false, limit: 200}
// param from entity: id of one entity
// param to entity: id of the other entity
// param least_hops integer=1: only claims whose chain has at least so many speakers
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns nodes: names along the way
// returns claims: ids of the claims along the way
// returns length: how many steps
// returns node_ids: ids along the way
MATCH (a:Entity {id: $from})
MATCH (b:Entity {id: $to})
CALL (a, b) {
  MATCH (a)-[r]-(b)
  WHERE r.polarity = 'affirmed'
    AND NOT r.relation IN ['LOCATED_IN', 'TARGETED']
    AND r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
    AND r.hops >= $least_hops
  WITH DISTINCT r.claim AS claim ORDER BY claim
  RETURN [] AS names, [] AS ids, collect(claim) AS claims
  UNION ALL
  MATCH (a)-[r]-(x:Entity)
  WHERE x.id <> $to AND r.polarity = 'affirmed'
    AND NOT r.relation IN ['LOCATED_IN', 'TARGETED']
    AND r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
    AND r.hops >= $least_hops
  WITH b, x, r.claim AS claim ORDER BY claim
  WITH b, x, collect(claim) AS first
  MATCH (x)-[r]-(b)
  WHERE r.polarity = 'affirmed'
    AND NOT r.relation IN ['LOCATED_IN', 'TARGETED']
    AND r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
    AND r.hops >= $least_hops
  WITH x, first, r.claim AS claim ORDER BY claim
  WITH x, first, collect(claim) AS second
  RETURN [x.name] AS names, [x.id] AS ids, first + second AS claims
  UNION ALL
  MATCH (b)-[r]-(y:Entity)
  WHERE y.id <> $from AND r.polarity = 'affirmed'
    AND NOT r.relation IN ['LOCATED_IN', 'TARGETED']
    AND r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
    AND r.hops >= $least_hops
  WITH a, y, r.claim AS claim ORDER BY claim
  WITH a, y, collect(claim) AS third
  MATCH (y)-[r]-(x:Entity)
  WHERE NOT x.id IN [$from, $to] AND r.polarity = 'affirmed'
    AND NOT r.relation IN ['LOCATED_IN', 'TARGETED']
    AND r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
    AND r.hops >= $least_hops
  WITH a, x, y, third, r.claim AS claim ORDER BY claim
  WITH a, x, y, third, collect(claim) AS second
  WITH a, x, collect({id: y.id, name: y.name, claims: second + third}) AS ways
  MATCH (x)-[r]-(a)
  WHERE r.polarity = 'affirmed'
    AND NOT r.relation IN ['LOCATED_IN', 'TARGETED']
    AND r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
    AND r.hops >= $least_hops
  WITH x, ways, r.claim AS claim ORDER BY claim
  WITH x, ways, collect(claim) AS first
  UNWIND ways AS way
  RETURN [x.name, way.name] AS names, [x.id, way.id] AS ids,
    first + way.claims AS claims
}
WITH a, b, names, ids, claims WHERE size(claims) > 0 AND $from <> $to
RETURN [a.name] + names + [b.name] AS nodes, claims, size(ids) + 1 AS length,
  [$from] + ids + [$to] AS node_ids
ORDER BY length, node_ids
LIMIT $limit
