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
  MATCH (e)-[r]-(x:Entity)
  WHERE $steps > 0 AND r.polarity = 'affirmed'
    AND NOT r.relation IN ['TARGETED', 'LOCATED_IN']
    AND r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
  RETURN DISTINCT 1 AS steps, x.id AS id, type(r) AS relation
  UNION ALL
  MATCH (e)-[r]-(x:Entity)
  WHERE $steps > 1 AND r.polarity = 'affirmed'
    AND NOT r.relation IN ['TARGETED', 'LOCATED_IN']
    AND r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
  WITH DISTINCT x, type(r) AS first
  MATCH (x)-[r]-(y:Entity)
  WHERE r.polarity = 'affirmed'
    AND NOT r.relation IN ['TARGETED', 'LOCATED_IN']
    AND r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
  WITH DISTINCT y, first, type(r) AS second
  UNWIND [first, second] AS relation
  RETURN DISTINCT 2 AS steps, y.id AS id, relation
  UNION ALL
  MATCH (e)-[r]-(x:Entity)
  WHERE $steps > 2 AND r.polarity = 'affirmed'
    AND NOT r.relation IN ['TARGETED', 'LOCATED_IN']
    AND r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
  WITH DISTINCT x, type(r) AS first
  MATCH (x)-[r]-(y:Entity)
  WHERE r.polarity = 'affirmed'
    AND NOT r.relation IN ['TARGETED', 'LOCATED_IN']
    AND r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
  WITH DISTINCT y, first, type(r) AS second
  UNWIND [first, second] AS relation
  WITH DISTINCT y, relation
  MATCH (y)-[r]-(z:Entity)
  WHERE r.polarity = 'affirmed'
    AND NOT r.relation IN ['TARGETED', 'LOCATED_IN']
    AND r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
  WITH DISTINCT z, relation AS before, type(r) AS third
  UNWIND [before, third] AS relation
  RETURN DISTINCT 3 AS steps, z.id AS id, relation
}
WITH id, steps, relation WHERE id <> $entity
WITH id, steps, relation ORDER BY id, steps, relation
WITH id, steps, collect(relation) AS relations ORDER BY id, steps
WITH id, head(collect({steps: steps, relations: relations})) AS nearest
MATCH (n:Entity {id: id})
RETURN n.name AS entity, nearest.steps AS steps, nearest.relations AS relations,
  id AS entity_id
ORDER BY steps, entity_id
LIMIT $limit
