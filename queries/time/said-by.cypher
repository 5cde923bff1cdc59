// Said by a day
// Which claims of a relation had been uttered by a day, and by how many origins?
// Affirmed claims only, hypothetical ones left out; a speaker whom the article hides
// does not count where anybody else says the same, and a headline not where a speaker
// inside its article does.
// :param {date: "2020-05-07", mode: 'possible', relation: 'ALLEGED_LINK', limit: 200}
// answers left, right, says, origins, claims
// words earlier, history, until
// param date date: the day, inclusive
// param mode text='possible' of possible, certain: some day, or all days, of its range
// param relation relation='ALLEGED_LINK': relation type
// param limit integer=200: at most so many rows
// returns left: name of the subject, or of one side
// returns right: name of the object, or of the other side
// returns claims: how many claims say so
// returns origins: how many origins stand behind them
// returns says: how strongly they say so, in words
// returns proposed: how many proposed claims say so, which are not counted
// returns left_id: id of the subject
// returns right_id: id of the object
// returns claim_ids: ids of the claims that were counted
MATCH (c:Claim)
WHERE c.relation = $relation AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical'
  AND (($mode = 'possible' AND (c.said_from IS NULL OR c.said_from <= date($date)))
    OR ($mode = 'certain' AND c.said_to <= date($date)
      AND NOT (c.said CONTAINS '~' OR c.said CONTAINS '?' OR c.said CONTAINS '%')))
MATCH (c)-[:SUBJECT]->(a:Entity)
MATCH (c)-[:OBJECT]->(b:Entity) WHERE a.id <> b.id
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH c, a, b, o, c.relation IN ['ALLEGED_LINK', 'RIVAL_OF'] AND b.id < a.id AS swap
ORDER BY c.id
WITH CASE WHEN swap THEN b.id ELSE a.id END AS left_id,
  CASE WHEN swap THEN a.id ELSE b.id END AS right_id,
  collect(CASE WHEN c.review = 'accepted' THEN c END) AS said,
  collect(DISTINCT CASE WHEN c.review = 'accepted' THEN c.says END) AS ways,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed,
  collect(DISTINCT CASE WHEN o.id STARTS WITH 'person/unspecified-'
    OR c.review <> 'accepted' OR c.headline THEN null ELSE o.id END) AS named,
  collect(CASE WHEN c.headline AND c.review = 'accepted'
    THEN {origin: o.id, article: c.article} END) AS headlines
WHERE size(said) > 0
WITH left_id, right_id, proposed, ways,
  [c IN said | c.id] AS claim_ids,
  size(reduce(all = named, one IN headlines |
    CASE WHEN one.origin IN all OR any(c IN said WHERE c.article = one.article
      AND c.hops > 1) THEN all ELSE all + one.origin END)) AS named
MATCH (a:Entity {id: left_id})
MATCH (b:Entity {id: right_id})
RETURN a.name AS left, b.name AS right, size(claim_ids) AS claims,
  CASE named WHEN 0 THEN 1 ELSE named END AS origins,
  COLLECT { UNWIND ways AS way RETURN way ORDER BY way } AS says, proposed, left_id,
  right_id, claim_ids
ORDER BY origins DESC, claims DESC, left_id, right_id
LIMIT toInteger($limit)
