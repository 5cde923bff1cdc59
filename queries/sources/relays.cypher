// Relays
// Who passes on the words of others, inside an article?
// :param {accepted: false, limit: 200}
// answers relay, claims, articles
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns relay: name of the one who stands between publisher and origin
// returns claims: how many claims pass through
// returns articles: in how many articles
// returns relay_id: id of the relay
// returns claim_ids: ids of the claims that were counted
MATCH (c:Claim)
WHERE c.hops > 2 AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[s:SAID_BY]->(h:Entity) WHERE s.hop > 1 AND s.hop < c.hops
WITH h, c ORDER BY c.id
WITH h, collect(DISTINCT c.id) AS claim_ids, count(DISTINCT c.article) AS articles
RETURN h.name AS relay, size(claim_ids) AS claims, articles, h.id AS relay_id,
  claim_ids
ORDER BY claims DESC, relay_id
LIMIT toInteger($limit)
