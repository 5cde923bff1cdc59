// Relays
// Who passes on the words of others, inside an article?
// :param {limit: 200}
// answers relay, claims, articles
// words agency, hearsay, indirect, journalist, media, reporter, secondhand
// param limit integer=200: at most so many rows
// returns relay: name of the one who stands between publisher and origin
// returns claims: how many claims pass through
// returns articles: in how many articles
// returns proposed: how many proposed claims pass through, which are not counted
// returns relay_id: id of the relay
// returns claim_ids: ids of the claims that were counted
MATCH (c:Claim)
WHERE c.hops > 2
MATCH (c)-[s:SAID_BY]->(h:Entity) WHERE s.hop > 1 AND s.hop < c.hops
WITH DISTINCT h, c
WITH h, c ORDER BY c.id
WITH h, collect(CASE WHEN c.review = 'accepted' THEN c.id END) AS claim_ids,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed,
  count(DISTINCT CASE c.review WHEN 'accepted' THEN c.article END) AS articles
WHERE size(claim_ids) > 0
RETURN h.name AS relay, size(claim_ids) AS claims, articles, proposed, h.id AS relay_id,
  claim_ids
ORDER BY claims DESC, relay_id
LIMIT toInteger($limit)
