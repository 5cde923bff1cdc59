// Rivals that are also linked
// Which pairs are said to be rivals and also to be linked?
// Affirmed claims only, hypothetical ones left out; a speaker whom the article hides
// does not count where anybody else says the same.
// :param {limit: 200}
// answers left, right, rival_origins, link_origins, says
// words enemies
// param limit integer=200: at most so many rows
// returns left: name of one side
// returns right: name of the other side
// returns rival_origins: how many origins say that they are rivals
// returns link_origins: how many origins say that they are linked
// returns says: how strongly they say so, in words
// returns proposed: how many proposed claims say so, which are not counted
// returns left_id: id of one side
// returns right_id: id of the other side
// returns claim_ids: ids of the claims that were counted
MATCH (c:Claim)
WHERE c.relation IN ['RIVAL_OF', 'ALLEGED_LINK'] AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical'
MATCH (c)-[:SUBJECT]->(a:Entity)
MATCH (c)-[:OBJECT]->(b:Entity) WHERE a.id <> b.id
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH CASE WHEN a.id < b.id THEN a.id ELSE b.id END AS left_id,
  CASE WHEN a.id < b.id THEN b.id ELSE a.id END AS right_id, c,
  CASE WHEN o.id STARTS WITH 'person/unspecified-' OR c.review <> 'accepted' THEN null
    ELSE o.id END AS named,
  CASE c.review WHEN 'accepted' THEN c.relation END AS told
ORDER BY c.id
WITH left_id, right_id,
  collect(CASE WHEN c.review = 'accepted' THEN c.id END) AS claim_ids,
  collect(DISTINCT CASE WHEN c.review = 'accepted' THEN c.says END) AS ways,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed,
  sum(CASE told WHEN 'RIVAL_OF' THEN 1 ELSE 0 END) AS rival_claims,
  sum(CASE told WHEN 'ALLEGED_LINK' THEN 1 ELSE 0 END) AS link_claims,
  count(DISTINCT CASE c.relation WHEN 'RIVAL_OF' THEN named END) AS rivals,
  count(DISTINCT CASE c.relation WHEN 'RIVAL_OF' THEN null ELSE named END) AS links
WHERE rival_claims > 0 AND link_claims > 0
MATCH (a:Entity {id: left_id})
MATCH (b:Entity {id: right_id})
RETURN a.name AS left, b.name AS right,
  CASE rivals WHEN 0 THEN 1 ELSE rivals END AS rival_origins,
  CASE links WHEN 0 THEN 1 ELSE links END AS link_origins,
  COLLECT { UNWIND ways AS way RETURN way ORDER BY way } AS says,
  proposed, left_id, right_id, claim_ids
ORDER BY left_id, right_id
LIMIT toInteger($limit)
