// Origins behind each proposition
// How many origins stand behind each proposition, for, against and withheld?
// Hypothetical claims are left out; a speaker whom the article hides does not count
// where anybody else says the same. Origins may depend on each other.
// :param {relation: null, least: 1, accepted: false, limit: 200}
// param relation relation?: relation type; null for all
// param least integer=1: only propositions with at least so many origins
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns proposition: subject, relation and object, or who is counted
// returns polarity: affirmed, denied or withheld
// returns claims: how many claims there are
// returns articles: in how many articles
// returns origins: on how many origins' word
// returns left_id: id of the subject
// returns right_id: id of the object; null for a number or a date
// returns claim_ids: ids of the claims that were counted
MATCH (c:Claim)
WHERE c.modality <> 'hypothetical' AND ($relation IS NULL OR c.relation = $relation)
  AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH c, a, b, c.relation IN ['ALLEGED_LINK', 'RIVAL_OF'] AND b.id < a.id AS swap,
  CASE WHEN o.id STARTS WITH 'person/unspecified-' THEN null ELSE o.id END AS named
ORDER BY c.id
WITH c.relation AS relation, c.polarity AS polarity, c, named,
  CASE WHEN swap THEN b.id ELSE a.id END AS left_id,
  CASE WHEN swap THEN a.id ELSE b.id END AS right_id,
  CASE WHEN b IS NULL THEN toLower(coalesce(c.value_of,
    CASE WHEN c.on IS NULL THEN 'nobody named' ELSE 'date' END)) END AS counted
WITH relation, polarity, left_id, right_id, counted, collect(c.id) AS claim_ids,
  count(DISTINCT c.article) AS articles, count(DISTINCT named) AS named
WITH relation, polarity, left_id, right_id, counted, claim_ids, articles,
  CASE named WHEN 0 THEN 1 ELSE named END AS origins
WHERE origins >= $least
MATCH (a:Entity {id: left_id})
OPTIONAL MATCH (b:Entity {id: right_id})
RETURN a.name + ' ' + relation + ' ' + coalesce(b.name, counted) AS proposition,
  polarity, size(claim_ids) AS claims, articles, origins, left_id, right_id, claim_ids
ORDER BY origins DESC, claims DESC, proposition, polarity, left_id,
  coalesce(right_id, '')
LIMIT $limit
