// Neighbours
// Who is within one, two or three steps of an entity?
// Affirmed claims, hypothetical ones left out; places and targets tie nobody together.
// :param {entity: "group/haqqani-network", steps: 2, accepted: false, limit: 200}
// param entity str: id of the entity
// param steps int=2: at most so many steps; more than 3 count as 3
// param accepted bool=false: true leaves proposed claims out
// param limit int=200: at most so many rows
// returns entity: name of the neighbour
// returns steps: length of the shortest way
// returns relations: relation types on the shortest ways
// returns entity_id: id of the neighbour
MATCH (e:Entity {id: $entity})
MATCH (e) ((x)-[r:CLAIMED_BY|ATTRIBUTED_TO|ALLEGED_LINK|SUPPORTED_BY|LED_BY
    |MEMBER_OF|PART_OF|RIVAL_OF|KIN_OF|DESIGNATED_BY|DETAINED_BY|KILLED_BY|SAME_AS
  WHERE r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
  ]-(y)){1,3} (m:Entity)
WHERE m.id <> $entity AND size(r) <= $steps
WITH m, size(r) AS steps, [one IN r | type(one)] AS types
UNWIND types AS relation
WITH m, steps, relation ORDER BY relation
WITH m, steps, collect(DISTINCT relation) AS relations ORDER BY steps
WITH m, collect({steps: steps, relations: relations}) AS found
WITH m, head(found) AS nearest
RETURN m.name AS entity, nearest.steps AS steps, nearest.relations AS relations,
  m.id AS entity_id
ORDER BY steps, entity_id
LIMIT $limit
