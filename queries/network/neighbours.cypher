// Neighbours
// Who is within one, two or three steps of an entity?
// Affirmed claims, hypothetical ones left out; places and targets tie nobody together.
// :param {entity: "group/haqqani-network", steps: 2, accepted: false, limit: 200}
// param entity entity: id of the entity
// param steps integer=2: at most so many steps; more than 3 count as 3
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns entity: name of the neighbour
// returns steps: length of the shortest way
// returns relations: relation types on the shortest ways
// returns entity_id: id of the neighbour
MATCH (e:Entity {id: $entity})
CALL (e) {
  MATCH (e)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY|KILLED_BY
    |KIN_OF|LED_BY|MEMBER_OF|PART_OF|RIVAL_OF|SAME_AS|SUPPORTED_BY]-(x)
  WHERE $steps > 0 AND r.modality <> 'hypothetical'
    AND (r.review = 'accepted' OR NOT $accepted)
  RETURN DISTINCT 1 AS steps, x.id AS id, type(r) AS relation
  UNION ALL
  MATCH (e)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY|KILLED_BY
    |KIN_OF|LED_BY|MEMBER_OF|PART_OF|RIVAL_OF|SAME_AS|SUPPORTED_BY]-(x)
  WHERE $steps > 1 AND r.modality <> 'hypothetical'
    AND (r.review = 'accepted' OR NOT $accepted)
  WITH x, collect(DISTINCT type(r)) AS before
  MATCH (x)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY|KILLED_BY
    |KIN_OF|LED_BY|MEMBER_OF|PART_OF|RIVAL_OF|SAME_AS|SUPPORTED_BY]-(y)
  WHERE r.modality <> 'hypothetical'
    AND (r.review = 'accepted' OR NOT $accepted)
  WITH before, type(r) AS last, collect(DISTINCT y) AS found
  UNWIND found AS y
  UNWIND before + last AS relation
  RETURN DISTINCT 2 AS steps, y.id AS id, relation
  UNION ALL
  MATCH (e)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY|KILLED_BY
    |KIN_OF|LED_BY|MEMBER_OF|PART_OF|RIVAL_OF|SAME_AS|SUPPORTED_BY]-(x)
  WHERE $steps > 2 AND r.modality <> 'hypothetical'
    AND (r.review = 'accepted' OR NOT $accepted)
  WITH x, collect(DISTINCT type(r)) AS before
  MATCH (x)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY|KILLED_BY
    |KIN_OF|LED_BY|MEMBER_OF|PART_OF|RIVAL_OF|SAME_AS|SUPPORTED_BY]-(y)
  WHERE r.modality <> 'hypothetical'
    AND (r.review = 'accepted' OR NOT $accepted)
  WITH before, type(r) AS last, collect(DISTINCT y) AS found
  UNWIND found AS y
  UNWIND before + last AS relation
  WITH y, collect(DISTINCT relation) AS before
  MATCH (y)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DESIGNATED_BY|DETAINED_BY|KILLED_BY
    |KIN_OF|LED_BY|MEMBER_OF|PART_OF|RIVAL_OF|SAME_AS|SUPPORTED_BY]-(z)
  WHERE r.modality <> 'hypothetical'
    AND (r.review = 'accepted' OR NOT $accepted)
  WITH before, type(r) AS last, collect(DISTINCT z) AS found
  UNWIND found AS z
  UNWIND before + last AS relation
  RETURN DISTINCT 3 AS steps, z.id AS id, relation
}
WITH id, steps, relation WHERE id <> $entity
WITH id, steps, relation ORDER BY id, steps, relation
WITH id, steps, collect(relation) AS relations ORDER BY id, steps
WITH id, head(collect({steps: steps, relations: relations})) AS nearest
ORDER BY nearest.steps, id
LIMIT $limit
MATCH (n:Entity {id: id})
RETURN n.name AS entity, nearest.steps AS steps, nearest.relations AS relations,
  id AS entity_id
ORDER BY steps, entity_id
