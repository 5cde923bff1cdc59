// Links that rest on one origin
// Which alleged links rest on a single source, the only origin to say so?
// Affirmed, accepted claims, hypothetical ones left out; those of speakers whom an
// article hides, and proposed ones, are counted apart.
// :param {group: null, origin: null, limit: 200}
// answers left, right, says, origin, hidden, proposed, claims
// words alone, ties, unconfirmed, uncorroborated
// param group entity(group, person, org, state)?: id of one side; null for all
// param origin entity?: id of the only origin; null for all
// param limit integer=200: at most so many rows
// returns left: name of one side
// returns right: name of the other side
// returns origin: name of the only origin
// returns says: how strongly the origin says so, in words
// returns claims: how many claims of that origin say so
// returns hidden: how many more say so whose speaker the article hides
// returns proposed: how many proposed claims say so, of any origin
// returns left_id: id of one side
// returns right_id: id of the other side
// returns origin_id: id of the origin
// returns claim_ids: ids of these claims, hidden ones with them, proposed ones not
MATCH (c:Claim)
WHERE c.relation = 'ALLEGED_LINK' AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical'
MATCH (c)-[:SUBJECT]->(a:Entity)
MATCH (c)-[:OBJECT]->(b:Entity)
WHERE a.id <> b.id
  AND ($group IS NULL OR $group IN [a.id, b.id, c.subject_id, c.object_id])
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH CASE WHEN a.id < b.id THEN a.id ELSE b.id END AS left_id,
  CASE WHEN a.id < b.id THEN b.id ELSE a.id END AS right_id, c,
  CASE WHEN c.review = 'accepted' THEN o.id END AS origin_id
ORDER BY c.id
WITH left_id, right_id, collect(CASE WHEN c.review = 'accepted' THEN c.id END) AS claim_ids,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed,
  min(origin_id) AS smallest, collect(origin_id) AS spoken,
  collect(CASE WHEN c.review = 'accepted' THEN c.says END) AS told,
  collect(DISTINCT CASE WHEN origin_id STARTS WITH 'person/unspecified-'
    THEN null ELSE origin_id END) AS named
WHERE size(claim_ids) > 0 AND size(named) <= 1
WITH left_id, right_id, claim_ids, proposed, spoken, told,
  coalesce(head(named), smallest) AS origin_id
WITH left_id, right_id, claim_ids, proposed, origin_id,
  [at IN range(0, size(spoken) - 1) WHERE spoken[at] = origin_id | told[at]] AS ways
WHERE $origin IS NULL OR origin_id = $origin
MATCH (a:Entity {id: left_id})
MATCH (b:Entity {id: right_id})
MATCH (o:Entity {id: origin_id})
RETURN a.name AS left, b.name AS right, o.name AS origin,
  COLLECT { UNWIND ways AS way RETURN DISTINCT way ORDER BY way } AS says,
  size(ways) AS claims, size(claim_ids) - size(ways) AS hidden, proposed,
  left_id, right_id, origin_id, claim_ids
ORDER BY left_id, right_id
LIMIT toInteger($limit)
