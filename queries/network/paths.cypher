// Paths
// How are two entities connected, and by which claims?
// Ways of one to three steps over affirmed claims, hypothetical ones left out; places
// and targets tie nobody together. Every claim of a step is listed.
// :param {from: "org/nds", to: "group/haqqani-network", least_hops: 1, accepted: false, limit: 200}
// answers nodes, claims, length
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
  MATCH (a)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY|KILLED_BY
    |KIN_OF|LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(b)
  WHERE r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
    AND r.hops >= $least_hops
  WITH r.claim AS claim ORDER BY claim
  RETURN [] AS names, [] AS ids, collect(claim) AS claims
  UNION ALL
  MATCH (a)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY|KILLED_BY
    |KIN_OF|LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(x)
  WHERE x <> b AND r.modality <> 'hypothetical'
    AND (r.review = 'accepted' OR NOT $accepted) AND r.hops >= $least_hops
  WITH b, x, r.claim AS claim ORDER BY claim
  WITH b, x, collect(claim) AS first
  MATCH (x)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY|KILLED_BY
    |KIN_OF|LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(b)
  WHERE r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
    AND r.hops >= $least_hops
  WITH x, first, r.claim AS claim ORDER BY claim
  WITH x, first, collect(claim) AS second
  RETURN [x.name] AS names, [x.id] AS ids, first + second AS claims
  UNION ALL
  MATCH (b)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY|KILLED_BY
    |KIN_OF|LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(y)
  WHERE y <> a AND r.modality <> 'hypothetical'
    AND (r.review = 'accepted' OR NOT $accepted) AND r.hops >= $least_hops
  WITH a, b, y, r.claim AS claim ORDER BY claim
  WITH a, b, y, collect(claim) AS claims ORDER BY y.id
  WITH a, b, collect({node: y, claims: claims}) AS thirds
  CALL (b) {
    MATCH (b)-[:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY
    |KILLED_BY|KIN_OF|LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS
    |SPLIT_FROM|SUPPORTED_BY]-(y)
    WITH DISTINCT y
    MATCH (y)-[:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY
    |KILLED_BY|KIN_OF|LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS
    |SPLIT_FROM|SUPPORTED_BY]-(x)
    WITH DISTINCT x ORDER BY x.id
    RETURN collect(x) AS reached
  }
  UNWIND reached AS x
  WITH a, b, thirds, x WHERE x <> a AND x <> b
  CALL (a, x) {
    MATCH (x)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY
    |KILLED_BY|KIN_OF|LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS
    |SPLIT_FROM|SUPPORTED_BY]-(a)
    WHERE r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
      AND r.hops >= $least_hops
    WITH r.claim AS claim ORDER BY claim
    RETURN collect(claim) AS first
  }
  WITH thirds, x, first WHERE size(first) > 0
  CALL (x) {
    MATCH (x)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY
    |KILLED_BY|KIN_OF|LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS
    |SPLIT_FROM|SUPPORTED_BY]-(y)
    WHERE r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
      AND r.hops >= $least_hops
    WITH y, r.claim AS claim ORDER BY claim
    WITH y, collect(claim) AS claims
    RETURN collect({node: y, claims: claims}) AS seconds
  }
  UNWIND thirds AS third
  WITH x, first, third.node AS y, third.claims AS last,
    head([second IN seconds WHERE second.node = third.node | second.claims]) AS middle
  WHERE middle IS NOT NULL
  WITH x, y, first, middle, last LIMIT toInteger($limit)
  RETURN [x.name, y.name] AS names, [x.id, y.id] AS ids,
    first + middle + last AS claims
}
WITH a, b, names, ids, claims WHERE size(claims) > 0 AND $from <> $to
RETURN [a.name] + names + [b.name] AS nodes, claims, size(ids) + 1 AS length,
  [$from] + ids + [$to] AS node_ids
ORDER BY length, node_ids
LIMIT toInteger($limit)
