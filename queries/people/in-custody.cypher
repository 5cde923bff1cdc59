// Speakers in custody
// Who is said to be held by whom, and how much do they say?
// A confession counts as held by the one who passes it on, or by his body.
// :param {custodian: null, limit: 200}
// answers person, custodian, says, claims_as_origin, claims_as_hop
// words captured, confess, detainees, detention, interrogation, jail, prisoners
// param custodian entity?: id of the one who holds them; null for all
// param limit integer=200: at most so many rows
// returns person: name of the one who is held
// returns custodian: name of the one who holds
// returns claims_as_origin: how many claims stand on the word of the held one
// returns claims_as_hop: how many claims the held one passes on for somebody else
// returns says: how strongly the custody is said, in words; empty where a confession alone tells of it
// returns proposed: how many proposed claims say that they are held, which are not counted
// returns person_id: id of the one who is held
// returns custodian_id: id of the one who holds
// returns claim_ids: ids of the claims that say so, and of the confessions
CALL () {
  MATCH (p:Person)-[c:DETAINED_BY]->(k:Entity)
  WHERE c.modality <> 'hypothetical'
  RETURN p, k, c.claim AS claim, c.says AS way, c.review = 'accepted' AS ok
  UNION
  MATCH (c:Claim)-[s:SAID_BY]->(p:Entity)
  WHERE s.medium = 'confession' AND s.hop = c.hops
  MATCH (c)-[t:SAID_BY]->(b:Entity) WHERE t.hop = c.hops - 1 AND t.hop > 1
  OPTIONAL MATCH (b)-[m:MEMBER_OF]->(body:Entity)
  WHERE m.modality = 'stated' AND NOT coalesce(m.former, false)
    AND m.review = 'accepted'
  RETURN p, coalesce(body, b) AS k, c.id AS claim, null AS way,
    c.review = 'accepted' AS ok
}
WITH p, k, claim, way, ok ORDER BY claim
WITH p, k, collect(DISTINCT CASE WHEN ok THEN claim END) AS claim_ids,
  collect(DISTINCT CASE WHEN ok THEN way END) AS ways,
  count(DISTINCT CASE WHEN NOT ok THEN claim END) AS proposed
WHERE size(claim_ids) > 0 AND ($custodian IS NULL OR k.id = $custodian)
OPTIONAL MATCH (p)<-[s:SAID_BY]-(c:Claim)
WHERE c.review = 'accepted'
RETURN p.name AS person, k.name AS custodian,
  count(DISTINCT CASE WHEN s.hop = c.hops THEN c.id END) AS claims_as_origin,
  count(DISTINCT CASE WHEN s.hop < c.hops THEN c.id END) AS claims_as_hop,
  COLLECT { UNWIND ways AS way RETURN way ORDER BY way } AS says,
  proposed,
  p.id AS person_id, k.id AS custodian_id, claim_ids
ORDER BY person, person_id, custodian_id
LIMIT toInteger($limit)
