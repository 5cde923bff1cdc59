// Rivals that are also linked
// Which pairs are said to be rivals and also to be linked?
// Affirmed claims only, hypothetical ones left out; a speaker whom the article hides
// does not count where anybody else says the same, and a headline not where a speaker
// inside its article does.
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
  CASE WHEN o.id STARTS WITH 'person/unspecified-' OR c.review <> 'accepted'
    OR c.headline THEN null ELSE o.id END AS named,
  CASE WHEN c.headline AND c.review = 'accepted'
    THEN {origin: o.id, article: c.article, told: c.relation} END AS headline,
  CASE c.review WHEN 'accepted' THEN c.relation END AS told
ORDER BY c.id
WITH left_id, right_id,
  collect(CASE WHEN c.review = 'accepted' THEN c END) AS said,
  collect(DISTINCT CASE WHEN c.review = 'accepted' THEN c.says END) AS ways,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed,
  sum(CASE told WHEN 'RIVAL_OF' THEN 1 ELSE 0 END) AS rival_claims,
  sum(CASE told WHEN 'ALLEGED_LINK' THEN 1 ELSE 0 END) AS link_claims,
  collect(DISTINCT CASE c.relation WHEN 'RIVAL_OF' THEN named END) AS rivals,
  collect(DISTINCT CASE c.relation WHEN 'RIVAL_OF' THEN null ELSE named END) AS links,
  collect(headline) AS headlines
WHERE rival_claims > 0 AND link_claims > 0
WITH left_id, right_id, proposed, ways,
  [c IN said | c.id] AS claim_ids,
  size(reduce(all = rivals, one IN headlines |
    CASE WHEN one.told = 'ALLEGED_LINK' OR one.origin IN all
      OR any(c IN said WHERE c.article = one.article AND c.hops > 1
        AND c.relation = one.told) THEN all ELSE all + one.origin END)) AS rivals,
  size(reduce(all = links, one IN headlines |
    CASE WHEN one.told = 'RIVAL_OF' OR one.origin IN all
      OR any(c IN said WHERE c.article = one.article AND c.hops > 1
        AND c.relation = one.told) THEN all ELSE all + one.origin END)) AS links
MATCH (a:Entity {id: left_id})
MATCH (b:Entity {id: right_id})
RETURN a.name AS left, b.name AS right,
  CASE rivals WHEN 0 THEN 1 ELSE rivals END AS rival_origins,
  CASE links WHEN 0 THEN 1 ELSE links END AS link_origins,
  COLLECT { UNWIND ways AS way RETURN way ORDER BY way } AS says,
  proposed, left_id, right_id, claim_ids
ORDER BY left_id, right_id
LIMIT toInteger($limit)
