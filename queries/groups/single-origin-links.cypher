// Links that rest on one origin
// Which alleged links does only one origin support?
// Affirmed claims only, hypothetical ones left out; a speaker whom the article hides
// does not count where anybody else says the same.
// :param {group: null, accepted: false, limit: 200}
// param group entity(group, person, org, state)?: id of one side; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of one side
// returns right: name of the other side
// returns origin: name of the only origin
// returns claims: how many claims say so
// returns left_id: id of one side
// returns right_id: id of the other side
// returns origin_id: id of the origin
// returns claim_ids: ids of the claims that were counted
MATCH (c:Claim)
WHERE c.relation = 'ALLEGED_LINK' AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical' AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(a:Entity)
MATCH (c)-[:OBJECT]->(b:Entity)
WHERE a.id <> b.id
  AND ($group IS NULL OR $group IN [a.id, b.id, c.subject_id, c.object_id])
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH CASE WHEN a.id < b.id THEN a.id ELSE b.id END AS left_id,
  CASE WHEN a.id < b.id THEN b.id ELSE a.id END AS right_id, c, o.id AS origin_id
ORDER BY c.id
WITH left_id, right_id, collect(c.id) AS claim_ids, min(origin_id) AS smallest,
  collect(DISTINCT CASE WHEN origin_id STARTS WITH 'person/unspecified-'
    THEN null ELSE origin_id END) AS named
WHERE size(named) <= 1
WITH left_id, right_id, claim_ids, coalesce(head(named), smallest) AS origin_id
MATCH (a:Entity {id: left_id})
MATCH (b:Entity {id: right_id})
MATCH (o:Entity {id: origin_id})
RETURN a.name AS left, b.name AS right, o.name AS origin, size(claim_ids) AS claims,
  left_id, right_id, origin_id, claim_ids
ORDER BY left_id, right_id
LIMIT $limit
