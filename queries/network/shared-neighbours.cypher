// Third parties
// Who is said to be linked to both of two, and by how many origins each?
// Affirmed ALLEGED_LINK claims, hypothetical ones left out; a speaker whom the article
// hides does not count where anybody else says the same.
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
  CASE WHEN o.id STARTS WITH 'person/unspecified-' OR c.review <> 'accepted' THEN null
    ELSE o.id END AS named, c.review = 'accepted' AS ok
ORDER BY c.id
WITH other, collect(DISTINCT CASE WHEN ok THEN c.id END) AS claim_ids,
  collect(DISTINCT CASE WHEN ok THEN c.says END) AS ways,
  count(DISTINCT CASE WHEN ok THEN side END) AS sides,
  count(DISTINCT CASE WHEN NOT ok THEN c.id END) AS proposed,
  count(DISTINCT CASE WHEN side = $a THEN named END) AS named_a,
  count(DISTINCT CASE WHEN side = $b THEN named END) AS named_b
WHERE sides = 2
RETURN other.name AS other, CASE named_a WHEN 0 THEN 1 ELSE named_a END AS origins_a,
  CASE named_b WHEN 0 THEN 1 ELSE named_b END AS origins_b,
  COLLECT { UNWIND ways AS way RETURN way ORDER BY way } AS says, proposed,
  other.id AS other_id,
  claim_ids
ORDER BY other_id
LIMIT toInteger($limit)
