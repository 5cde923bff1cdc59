// Both affirmed and denied
// Which propositions do some affirm and some deny?
// Hypothetical claims are left out; a speaker whom the article hides does not count
// where anybody else says the same, and a headline not where a speaker inside its
// article does.
// :param {relation: null, limit: 200}
// answers left, relation, right, for_origins, against_origins, says
// words conflicting, contradiction, disagree, dispute
// param relation relation?: relation type; null for all
// param limit integer=200: at most so many rows
// returns left: name of the subject, or of one side
// returns right: name of the object or of the other side; for a number, who is counted
// returns relation: the relation type
// returns for_origins: how many origins affirm it
// returns against_origins: how many origins deny it
// returns says: how strongly they say so, in words
// returns proposed: how many proposed claims affirm or deny it, which are not counted
// returns left_id: id of the subject
// returns right_id: id of the object; null for a number or a date
// returns claim_ids: ids of the claims that were counted
MATCH (c:Claim)
WHERE c.polarity IN ['affirmed', 'denied'] AND c.modality <> 'hypothetical'
  AND ($relation IS NULL OR c.relation = $relation)
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH c, a, b, c.relation IN ['ALLEGED_LINK', 'RIVAL_OF'] AND b.id < a.id AS swap,
  CASE WHEN o.id STARTS WITH 'person/unspecified-' OR c.review <> 'accepted'
    OR c.headline THEN null ELSE o.id END AS named,
  CASE WHEN c.headline AND c.review = 'accepted'
    THEN {origin: o.id, article: c.article, told: c.polarity} END AS headline,
  CASE c.review WHEN 'accepted' THEN c.polarity END AS told
ORDER BY c.id
WITH c.relation AS relation, CASE WHEN swap THEN b.id ELSE a.id END AS left_id,
  CASE WHEN swap THEN a.id ELSE b.id END AS right_id,
  CASE WHEN b IS NULL THEN toLower(coalesce(c.value_of, 'date')) END AS counted,
  c, named, headline, told
WITH relation, left_id, right_id, counted,
  collect(CASE WHEN c.review = 'accepted' THEN c END) AS said,
  collect(DISTINCT CASE WHEN c.review = 'accepted' THEN c.says END) AS ways,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed,
  sum(CASE told WHEN 'affirmed' THEN 1 ELSE 0 END) AS for_claims,
  sum(CASE told WHEN 'denied' THEN 1 ELSE 0 END) AS against_claims,
  collect(DISTINCT CASE c.polarity WHEN 'affirmed' THEN named END) AS for_named,
  collect(DISTINCT CASE c.polarity WHEN 'denied' THEN named END) AS against_named,
  collect(headline) AS headlines
WHERE for_claims > 0 AND against_claims > 0
WITH relation, left_id, right_id, counted, proposed, ways,
  [c IN said | c.id] AS claim_ids,
  size(reduce(all = for_named, one IN headlines |
    CASE WHEN one.told = 'denied' OR one.origin IN all
      OR any(c IN said WHERE c.article = one.article AND c.hops > 1
        AND c.polarity = one.told) THEN all ELSE all + one.origin END)) AS for_named,
  size(reduce(all = against_named, one IN headlines |
    CASE WHEN one.told = 'affirmed' OR one.origin IN all
      OR any(c IN said WHERE c.article = one.article AND c.hops > 1
        AND c.polarity = one.told) THEN all ELSE all + one.origin END)) AS against_named
MATCH (a:Entity {id: left_id})
OPTIONAL MATCH (b:Entity {id: right_id})
RETURN a.name AS left, coalesce(b.name, counted) AS right, relation,
  CASE for_named WHEN 0 THEN 1 ELSE for_named END AS for_origins,
  CASE against_named WHEN 0 THEN 1 ELSE against_named END AS against_origins,
  COLLECT { UNWIND ways AS way RETURN way ORDER BY way } AS says,
  proposed, left_id, right_id, claim_ids
ORDER BY relation, left_id, coalesce(right_id, ''), right
LIMIT toInteger($limit)
