// Links that rest on one origin
// Which alleged links rest on a single source, the only origin to say so?
// Affirmed, accepted claims, hypothetical ones left out; those of speakers whom an
// article hides, headlines that sum up a speaker inside their article, and proposed ones
// are counted apart.
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
// returns headlines: how many more are headlines that sum up a speaker of their article
// returns proposed: how many proposed claims say so, of any origin
// returns left_id: id of one side
// returns right_id: id of the other side
// returns origin_id: id of the origin
// returns claim_ids: ids of these claims, hidden ones and headlines with them
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
WITH left_id, right_id, collect(CASE WHEN c.review = 'accepted' THEN c END) AS said,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed,
  min(CASE WHEN origin_id STARTS WITH 'person/unspecified-' THEN origin_id END)
    AS smallest, collect(origin_id) AS spoken,
  collect(CASE WHEN c.review = 'accepted' THEN c.says END) AS told,
  collect(DISTINCT CASE WHEN origin_id STARTS WITH 'person/unspecified-' OR c.headline
    THEN null ELSE origin_id END) AS named,
  collect(CASE WHEN c.headline AND c.review = 'accepted'
    THEN {origin: origin_id, article: c.article} END) AS headlines
WHERE size(said) > 0 AND size(named) <= 1
WITH left_id, right_id, proposed, spoken, told, smallest, [c IN said | c.id] AS claim_ids,
  reduce(all = named, one IN headlines |
    CASE WHEN one.origin IN all OR any(c IN said WHERE c.article = one.article
      AND c.hops > 1) THEN all ELSE all + one.origin END) AS named
WHERE size(named) <= 1
WITH left_id, right_id, proposed, spoken, told, claim_ids,
  coalesce(head(named), smallest) AS origin_id
WITH left_id, right_id, proposed, claim_ids, origin_id,
  [at IN range(0, size(spoken) - 1) WHERE spoken[at] = origin_id | told[at]] AS ways,
  size([one IN spoken WHERE one STARTS WITH 'person/unspecified-'
    AND one <> origin_id]) AS hidden
WHERE $origin IS NULL OR origin_id = $origin
MATCH (a:Entity {id: left_id})
MATCH (b:Entity {id: right_id})
MATCH (o:Entity {id: origin_id})
RETURN a.name AS left, b.name AS right, o.name AS origin,
  COLLECT { UNWIND ways AS way RETURN DISTINCT way ORDER BY way } AS says,
  size(ways) AS claims, hidden, size(claim_ids) - size(ways) - hidden AS headlines,
  proposed,
  left_id, right_id, origin_id, claim_ids
ORDER BY left_id, right_id
LIMIT toInteger($limit)
