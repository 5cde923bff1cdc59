// Third parties
// Who is said to be linked to both of two, and by how many origins each?
// Affirmed ALLEGED_LINK claims, hypothetical ones left out; a speaker whom the article
// hides does not count where anybody else says the same, and a headline not where a
// speaker inside its article does.
// :param {a: "group/islamic-state-khorasan", b: "group/haqqani-network", limit: 200}
// answers other, origins_a, origins_b, says
// words broker, common, connection, intermediary
// param a entity: id of one side
// param b entity: id of the other side
// param limit integer=200: at most so many rows
// returns other: name of the third party
// returns origins_a: how many origins link it to the one
// returns origins_b: how many origins link it to the other
// returns says: how strongly they say so, in words
// returns proposed: how many proposed claims say so, which are not counted
// returns other_id: id of the third party
// returns claim_ids: ids of the claims that were counted
UNWIND [$a, $b] AS side
MATCH (e:Entity {id: side})
MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim)
WHERE c.relation = 'ALLEGED_LINK' AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical'
MATCH (c)-[:SUBJECT|OBJECT]->(other:Entity) WHERE NOT other.id IN [$a, $b]
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH side, other, c,
  CASE WHEN o.id STARTS WITH 'person/unspecified-' OR c.review <> 'accepted'
    OR c.headline THEN null ELSE o.id END AS named,
  CASE WHEN c.headline THEN {origin: o.id, article: c.article} END AS headline,
  c.review = 'accepted' AS ok
ORDER BY c.id
WITH other, side, collect(CASE WHEN ok THEN c END) AS said,
  collect(DISTINCT CASE WHEN ok THEN c.says END) AS ways,
  sum(CASE WHEN ok THEN 0 ELSE 1 END) AS proposed,
  collect(DISTINCT named) AS named, collect(CASE WHEN ok THEN headline END) AS headlines
WHERE size(said) > 0
WITH other, side, proposed, ways, [c IN said | c.id] AS claim_ids,
  size(reduce(all = named, one IN headlines |
    CASE WHEN one.origin IN all OR any(c IN said WHERE c.article = one.article
      AND c.hops > 1) THEN all ELSE all + one.origin END)) AS named
WITH other, sum(proposed) AS proposed, collect(claim_ids) AS parts, count(*) AS sides,
  reduce(all = [], some IN collect(ways) | all + some) AS ways,
  sum(CASE WHEN side = $a THEN named ELSE 0 END) AS named_a,
  sum(CASE WHEN side = $b THEN named ELSE 0 END) AS named_b
WHERE sides = 2
RETURN other.name AS other, CASE named_a WHEN 0 THEN 1 ELSE named_a END AS origins_a,
  CASE named_b WHEN 0 THEN 1 ELSE named_b END AS origins_b,
  COLLECT { UNWIND ways AS way RETURN DISTINCT way ORDER BY way } AS says, proposed,
  other.id AS other_id,
  COLLECT { UNWIND parts AS part UNWIND part AS id RETURN id ORDER BY id } AS claim_ids
ORDER BY other_id
LIMIT toInteger($limit)
