// Unnamed speakers
// Which unnamed speakers carry claims inside the articles?
// Unnamed publishers, who carry whole articles, are left out.
// :param {limit: 200}
// answers speaker, claims, articles
// words anonymous, nameless, officials, secret
// param limit integer=200: at most so many rows
// returns speaker: description of the speaker in the words of the article
// returns claims: how many claims have the speaker in their chain
// returns articles: titles of the articles, the article's id where it has none
// returns proposed: how many proposed claims they carry, which are not counted
// returns speaker_id: id of the speaker
// returns claim_ids: ids of the claims that were counted
MATCH (h:Entity:Unnamed)
MATCH (h)<-[s:SAID_BY]-(c:Claim)
WHERE s.hop > 1
WITH DISTINCT h, c
MATCH (c)-[:IN_ARTICLE]->(x:Article)
WITH h, c, coalesce(x.title, x.id) AS title ORDER BY title, c.id
WITH h, collect(DISTINCT CASE WHEN c.review = 'accepted' THEN title END) AS articles,
  collect(CASE WHEN c.review = 'accepted' THEN c.id END) AS claim_ids,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed
WHERE size(claim_ids) > 0
RETURN h.name AS speaker, size(claim_ids) AS claims, articles, proposed,
  h.id AS speaker_id, claim_ids
ORDER BY claims DESC, speaker_id
LIMIT toInteger($limit)
