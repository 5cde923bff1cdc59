// Neighbours
// Who is within one, two or three steps of an entity?
// Affirmed claims, hypothetical ones left out; places, targets and bans tie nobody
// together, nor does whoever has no name.
// :param {entity: "group/haqqani-network", steps: 2, accepted: false, limit: 200}
// answers entity, steps, relations
// words connections, graph, surroundings
// param entity entity: id of the entity
// param steps integer=2: at most so many steps; more than 3 count as 3
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns entity: name of the neighbour
// returns steps: length of the shortest way
// returns relations: relation types on the shortest ways
// returns proposed_relations: those of them that proposed claims alone tell
// returns entity_id: id of the neighbour
MATCH (e:Entity {id: $entity})
CALL (e) {
  MATCH (e)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF|LED_BY
    |MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM|SUPPORTED_BY]-(x)
  WHERE $steps > 0 AND r.modality <> 'hypothetical'
    AND (r.review = 'accepted' OR NOT $accepted)
  WITH DISTINCT x, x.id AS id,
    type(r) + CASE r.review WHEN 'proposed' THEN '?' ELSE '' END AS relation
  ORDER BY relation
  WITH x, id, collect(relation) AS relations ORDER BY id LIMIT toInteger($limit)
  RETURN collect(x) AS near,
    collect({node: x, steps: 1, relations: relations}) AS first
}
CALL (e, near, first) {
  WITH e, near, first WHERE $steps > 1 AND size(near) < $limit
  CALL (e) {
    MATCH (e)-[:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF
    |LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(x)
    WITH DISTINCT x
    MATCH (x)-[:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF
    |LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(y)
    WITH DISTINCT y ORDER BY y.id
    RETURN collect(y) AS reached
  }
  CALL (first) {
    UNWIND first AS way
    UNWIND way.relations AS relation
    WITH relation, collect(way.node) AS nodes
    RETURN collect({relation: relation, nodes: nodes}) AS ties
  }
  UNWIND reached AS y
  WITH near, ties, y WHERE y <> e AND NOT y IN near
  CALL (near, y) {
    MATCH (y)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF
    |LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(x)
    WHERE x IN near AND NOT x:Unnamed AND r.modality <> 'hypothetical'
      AND (r.review = 'accepted' OR NOT $accepted)
    RETURN collect(DISTINCT x) AS met,
      collect(DISTINCT type(r) + CASE r.review WHEN 'proposed' THEN '?' ELSE '' END) AS last
  }
  WITH y, ties, met, last WHERE size(met) > 0 LIMIT toInteger($limit)
  CALL (ties, met, last) {
    UNWIND last + [tie IN ties WHERE any(x IN met WHERE x IN tie.nodes) | tie.relation]
      AS relation
    WITH DISTINCT relation ORDER BY relation
    RETURN collect(relation) AS relations
  }
  RETURN collect(y) AS far,
    collect({node: y, steps: 2, relations: relations}) AS second
}
CALL (near, second) {
  WITH near, second WHERE $steps > 2 AND size(near) + size(second) < $limit
  UNWIND second AS way
  WITH way.node AS x, way.relations AS before
  WHERE NOT x:Unnamed
  MATCH (x)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF|LED_BY
    |MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM|SUPPORTED_BY]-(y)
  WHERE r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
  WITH y, before,
    collect(DISTINCT type(r) + CASE r.review WHEN 'proposed' THEN '?' ELSE '' END) AS last
  UNWIND before + last AS relation
  WITH DISTINCT y, relation ORDER BY relation
  WITH y, collect(relation) AS relations
  RETURN collect({node: y, steps: 3, relations: relations}) AS third
}
UNWIND first + second + [way IN third
  WHERE way.node <> e AND NOT way.node IN near AND NOT way.node IN far] AS way
WITH way.node AS n, min(way.steps) AS steps, head(collect(way.relations)) AS told
UNWIND told AS relation
WITH n, steps, split(relation, '?')[0] AS relation,
  min(CASE WHEN relation ENDS WITH '?' THEN 1 ELSE 0 END) AS unread
ORDER BY relation
RETURN n.name AS entity, steps, collect(relation) AS relations,
  collect(CASE unread WHEN 1 THEN relation END) AS proposed_relations,
  n.id AS entity_id
ORDER BY steps, entity_id
LIMIT toInteger($limit)
