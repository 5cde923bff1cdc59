// Paths
// How are two entities connected, step by step, and who says so?
// Ways of one to three steps over affirmed claims, hypothetical ones left out, the
// shortest first; one row for each relation of each step, as it is said, with its
// strongest claim. Places, targets, bans and whoever has no name tie nobody together.
// :param {from: "group/lashkar-e-taiba", to: "group/haqqani-network", relation: null, length: 3, least_hops: 1, accepted: false, limit: 200}
// answers path, step, subject, relation, object, says, by_whom
// words chain, connection, distance, graph, link
// param from entity: id of one entity
// param to entity: id of the other entity
// param relation relation?: only steps of this relation; null for all
// param length integer=3: at most so many steps; more than 3 count as 3
// param least_hops integer=1: only claims whose chain has at least so many speakers
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns path: number of the way, the shortest first
// returns step: which step of it, from the one towards the other
// returns length: how many steps it has
// returns subject: name of the one of whom the step is said
// returns relation: the relation type
// returns object: name of the other
// returns says: what the strongest claim does, in words
// returns by_whom: the origins who say so
// returns quote: the verbatim words of the strongest claim
// returns article: id of its article
// returns claims: how many claims say so
// returns proposed_claims: how many proposed claims say so, which are not counted
// returns nodes: names along the way
// returns node_ids: ids along the way
// returns subject_id: id of the one of whom the step is said
// returns object_id: id of the other
// returns claim_ids: ids of the claims that say so, the strongest first
MATCH (a:Entity {id: $from})
MATCH (b:Entity {id: $to})
CALL (a, b) {
  MATCH (a)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF|LED_BY
    |MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM|SUPPORTED_BY]-(b)
  WHERE $length > 0 AND r.modality <> 'hypothetical'
    AND (r.review = 'accepted' OR NOT $accepted) AND r.hops >= $least_hops
    AND ($relation IS NULL OR r.relation = $relation)
  RETURN [] AS between, [collect(r)] AS steps
  UNION ALL
  MATCH (a)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF|LED_BY
    |MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM|SUPPORTED_BY]-(x)
  WHERE $length > 1 AND x <> b AND NOT x:Unnamed AND r.modality <> 'hypothetical'
    AND (r.review = 'accepted' OR NOT $accepted) AND r.hops >= $least_hops
    AND ($relation IS NULL OR r.relation = $relation)
  WITH b, x, collect(r) AS first
  MATCH (x)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF|LED_BY
    |MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM|SUPPORTED_BY]-(b)
  WHERE r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
    AND r.hops >= $least_hops AND ($relation IS NULL OR r.relation = $relation)
  WITH x, first, collect(r) AS second
  RETURN [x] AS between, [first, second] AS steps
  ORDER BY x.id LIMIT toInteger($limit)
  UNION ALL
  MATCH (b)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF|LED_BY
    |MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM|SUPPORTED_BY]-(y)
  WHERE $length > 2 AND y <> a AND NOT y:Unnamed AND r.modality <> 'hypothetical'
    AND (r.review = 'accepted' OR NOT $accepted) AND r.hops >= $least_hops
    AND ($relation IS NULL OR r.relation = $relation)
  WITH a, b, y, collect(r) AS ties ORDER BY y.id
  WITH a, b, collect({node: y, ties: ties}) AS thirds
  CALL (b) {
    MATCH (b)-[:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF
    |LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(y)
    WITH DISTINCT y
    MATCH (y)-[:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF
    |LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(x)
    WITH DISTINCT x ORDER BY x.id
    RETURN collect(x) AS reached
  }
  UNWIND reached AS x
  WITH a, b, thirds, x WHERE x <> a AND x <> b AND NOT x:Unnamed
  CALL (a, x) {
    MATCH (x)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF
    |LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(a)
    WHERE r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
      AND r.hops >= $least_hops AND ($relation IS NULL OR r.relation = $relation)
    RETURN collect(r) AS first
  }
  WITH thirds, x, first WHERE size(first) > 0
  CALL (x) {
    MATCH (x)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF
    |LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(y)
    WHERE r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
      AND r.hops >= $least_hops AND ($relation IS NULL OR r.relation = $relation)
    WITH y, collect(r) AS ties
    RETURN collect({node: y, ties: ties}) AS seconds
  }
  UNWIND thirds AS third
  WITH x, first, third.node AS y, third.ties AS last,
    head([second IN seconds WHERE second.node = third.node | second.ties]) AS middle
  WHERE middle IS NOT NULL
  RETURN [x, y] AS between, [first, middle, last] AS steps LIMIT toInteger($limit)
}
WITH [a] + between + [b] AS way, steps
WHERE size(head(steps)) > 0 AND $from <> $to
WITH [n IN way | n.name] AS nodes, [n IN way | n.id] AS node_ids, steps
ORDER BY size(steps), node_ids
LIMIT toInteger($limit)
WITH collect({nodes: nodes, ids: node_ids, steps: steps}) AS ways
UNWIND range(0, size(ways) - 1) AS at
WITH ways[at] AS way, at + 1 AS path
UNWIND range(0, size(way.steps) - 1) AS at
WITH way, path, at + 1 AS step, way.steps[at] AS ties
UNWIND ties AS r
WITH way, path, step, r, startNode(r) AS a, endNode(r) AS b
WITH way, path, step, r,
  CASE WHEN r.relation IN ['ALLEGED_LINK', 'RIVAL_OF'] AND b.id < a.id
  THEN [b, a] ELSE [a, b] END AS ends
ORDER BY CASE r.modality WHEN 'stated' THEN 0 WHEN 'alleged' THEN 1
  WHEN 'suspected' THEN 2 ELSE 3 END, r.claim
WITH way.nodes AS nodes, way.ids AS node_ids, size(way.steps) AS length, path, step,
  r.relation AS relation, ends[0].id AS subject_id, ends[1].id AS object_id,
  ends[0].name AS subject, ends[1].name AS object, collect(r.claim) AS claim_ids,
  count(CASE r.review WHEN 'proposed' THEN 1 END) AS proposed_claims,
  collect(DISTINCT r.origin) AS by_whom, head(collect(r)) AS r
RETURN path, step, length, subject, relation, object, r.says AS says, by_whom,
  r.quote AS quote, r.article AS article, size(claim_ids) - proposed_claims AS claims,
  proposed_claims, nodes, node_ids, subject_id, object_id, claim_ids
ORDER BY path, step, relation, subject_id
LIMIT toInteger($limit)
