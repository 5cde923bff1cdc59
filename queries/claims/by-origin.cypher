// Origins behind each proposition
// How many origins stand behind each proposition, for, against and withheld?
// Hypothetical claims are left out; a speaker whom the article hides does not count
// where anybody else says the same, and a headline not where a speaker inside its
// article does. Origins may depend on each other.
// :param {relation: null, least: 1, limit: 200}
// answers proposition, says, origins, claims, articles, polarity
// words confirmed, corroboration, credibility, evidence, proof, strongest
// param relation relation?: relation type; null for all
// param least integer=1: only propositions with at least so many origins
// param limit integer=200: at most so many rows
// returns proposition: subject, relation and object, or who is counted
// returns polarity: affirmed, denied or withheld
// returns claims: how many claims there are
// returns articles: in how many articles
// returns origins: on how many origins' word
// returns says: how strongly they say so, in words
// returns proposed: how many proposed claims say so, which are not counted
// returns left_id: id of the subject
// returns right_id: id of the object; null for a number or a date
// returns claim_ids: ids of the claims that were counted
CALL () {
  WITH 1 AS all WHERE $relation IS NULL
  MATCH (c:Claim)
  WHERE c.modality <> 'hypothetical'
  RETURN c
  UNION ALL
  MATCH (c:Claim) WHERE c.relation = $relation
    AND c.modality <> 'hypothetical'
  RETURN c
}
WITH c.origin_id AS written, collect(c) AS said
WITH said, head(said) AS one
MATCH (one)-[s:SAID_BY]->(o:Entity) WHERE s.hop = one.hops
WITH said, CASE WHEN o.id STARTS WITH 'person/unspecified-' THEN null ELSE o.id END
  AS named
UNWIND said AS c
WITH c, c.headline AS title, CASE c.review WHEN 'accepted' THEN named END AS named,
  CASE c.review WHEN 'accepted' THEN c.article END AS article
WITH c.proposition AS written, c.polarity AS polarity, toLower(c.value_of) AS counted,
  collect(c) AS said, collect(DISTINCT article) AS articles,
  collect(DISTINCT CASE WHEN title IS NULL THEN named END) AS named,
  collect(CASE WHEN title AND article IS NOT NULL
    THEN {origin: named, article: article} END) AS headlines
WITH head(said) AS c, polarity, counted, articles, named, headlines, size(said) AS all,
  [c IN said WHERE c.review = 'accepted'] AS said
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
WITH c, polarity, counted, said, articles, named, headlines,
  all - size(said) AS proposed,
  CASE WHEN c.relation IN ['ALLEGED_LINK', 'RIVAL_OF'] AND b.id < a.id
  THEN [b, a] ELSE [a, b] END AS ends
WITH c.relation AS relation, polarity, said, articles, named, headlines, proposed,
  ends[0].id AS left_id, ends[1].id AS right_id, ends[0].name AS left,
  CASE WHEN ends[1] IS NULL THEN coalesce(counted,
    CASE WHEN c.on IS NULL THEN 'nobody named' ELSE 'date' END)
    ELSE ends[1].name END AS right
WITH relation, polarity, left_id, right_id, left, right, collect(said) AS parts,
  collect(articles) AS articles, collect(named) AS named, sum(proposed) AS proposed,
  reduce(all = [], part IN collect(headlines) | all + part) AS headlines
WITH left + ' ' + relation + ' ' + right AS proposition, polarity, left_id, right_id,
  parts, proposed,
  reduce(n = 0, part IN parts | n + size(part)) AS claims,
  size(reduce(all = head(articles), part IN tail(articles) |
    all + [one IN part WHERE NOT one IN all])) AS articles,
  size(reduce(all = reduce(all = head(named), part IN tail(named) |
    all + [one IN part WHERE NOT one IN all]), one IN headlines |
    CASE WHEN one.origin IN all OR any(part IN parts WHERE any(c IN part
      WHERE c.article = one.article AND c.hops > 1)) THEN all ELSE all + one.origin END))
    AS named
WITH proposition, polarity, claims, articles, CASE named WHEN 0 THEN 1 ELSE named END
  AS origins, proposed, left_id, right_id, parts
WHERE origins >= $least AND claims > 0
WITH proposition, polarity, claims, articles, origins, proposed, left_id, right_id,
  parts
ORDER BY origins DESC, claims DESC, proposition, polarity, left_id,
  coalesce(right_id, '')
LIMIT toInteger($limit)
CALL (parts) {
  UNWIND parts AS part
  UNWIND part AS c
  WITH c.id AS id ORDER BY id
  RETURN collect(id) AS claim_ids
}
CALL (claim_ids) {
  UNWIND claim_ids AS id
  MATCH (c:Claim {id: id})
  WITH DISTINCT c.says AS way ORDER BY way
  RETURN collect(way) AS says
}
RETURN proposition, polarity, claims, articles, origins, says, proposed,
  left_id, right_id, claim_ids
ORDER BY origins DESC, claims DESC, proposition, polarity, left_id,
  coalesce(right_id, '')
