// Picture of chains
// Through which mouths did a claim come?
// Each claim with what it is about and with its speakers: 1 is the publisher, the last is
// the one on whose word it stands.
// :param {hops: 3, speaker: null, accepted: false, limit: 3}
// draws sources/long-chains
// answers claim, said, other
// param hops integer=3: least number of speakers, the outermost counted
// param speaker entity?: id of a speaker that passes it on or says it; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=3: at most so many claims
// returns claim: the claim
// returns said: its edge to a speaker, to its subject or to its object
// returns other: the speaker, the subject or the object
CALL () {
  MATCH (h:Entity {id: $speaker})
  MATCH (h)<-[:SAID_BY]-(c:Claim) WHERE c.hops >= $hops
  RETURN DISTINCT c
  UNION ALL
  WITH 1 AS all WHERE $speaker IS NULL
  MATCH (c:Claim) WHERE c.hops >= $hops
  RETURN c
}
WITH c WHERE c.review = 'accepted' OR NOT $accepted
WITH c ORDER BY c.hops DESC, c.article, c.start, c.id
LIMIT toInteger($limit)
MATCH (c)-[e:SAID_BY|SUBJECT|OBJECT]->(x:Entity)
RETURN c AS claim, e AS said, x AS other
ORDER BY c.id, type(e), coalesce(e.hop, 0), x.id
