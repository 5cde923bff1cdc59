// List of edges
// Which propositions are strongly affirmed, for use in other tools?
// Strong are stated, alleged and suspected; a speaker whom the article hides does not
// count where anybody else says the same, and a headline not where a speaker inside its
// article does.
// :param {limit: 100000}
// answers left, relation, right, says, origins, claims
// words csv, export, graph
// param limit integer=100000: at most so many rows
// returns left: name of the subject, or of one side
// returns relation: the relation type
// returns right: name of the object, or of the other side
// returns claims: how many claims say so
// returns origins: how many origins stand behind them
// returns says: how strongly they say so, in words
// returns proposed: how many proposed claims say so, which are not counted
// returns left_id: id of the subject
// returns right_id: id of the object
// returns claim_ids: ids of the claims that were counted
MATCH (c:Claim)
WHERE c.polarity = 'affirmed' AND c.modality IN ['stated', 'alleged', 'suspected']
MATCH (c)-[:SUBJECT]->(a:Entity)
MATCH (c)-[:OBJECT]->(b:Entity) WHERE a.id <> b.id
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH c, a, b, o, c.relation IN ['ALLEGED_LINK', 'RIVAL_OF'] AND b.id < a.id AS swap
ORDER BY c.id
WITH c.relation AS relation, CASE WHEN swap THEN b.id ELSE a.id END AS left_id,
  CASE WHEN swap THEN a.id ELSE b.id END AS right_id,
  collect(CASE WHEN c.review = 'accepted' THEN c END) AS said,
  collect(DISTINCT CASE WHEN c.review = 'accepted' THEN c.says END) AS ways,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed,
  collect(DISTINCT CASE WHEN o.id STARTS WITH 'person/unspecified-'
    OR c.review <> 'accepted' OR c.headline THEN null ELSE o.id END) AS named,
  collect(CASE WHEN c.headline AND c.review = 'accepted'
    THEN {origin: o.id, article: c.article} END) AS headlines
WHERE size(said) > 0
WITH relation, left_id, right_id, proposed, ways,
  [c IN said | c.id] AS claim_ids,
  size(reduce(all = named, one IN headlines |
    CASE WHEN one.origin IN all OR any(c IN said WHERE c.article = one.article
      AND c.hops > 1) THEN all ELSE all + one.origin END)) AS named
MATCH (a:Entity {id: left_id})
MATCH (b:Entity {id: right_id})
RETURN a.name AS left, relation, b.name AS right, size(claim_ids) AS claims,
  CASE named WHEN 0 THEN 1 ELSE named END AS origins,
  COLLECT { UNWIND ways AS way RETURN way ORDER BY way } AS says, proposed, left_id,
  right_id, claim_ids
ORDER BY left_id, relation, right_id
LIMIT toInteger($limit)
