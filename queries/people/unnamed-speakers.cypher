// Unnamed speakers
// Which unnamed speakers carry claims inside the articles?
// Unnamed publishers, who carry whole articles, are left out.
// :param {accepted: false, limit: 200}
// answers speaker, claims
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns speaker: description of the speaker in the words of the article
// returns claims: how many claims have the speaker in their chain
// returns speaker_id: id of the speaker
// returns claim_ids: ids of the claims that were counted
MATCH (h:Entity:Unnamed)
MATCH (h)<-[s:SAID_BY]-(c:Claim)
WHERE s.hop > 1 AND (c.review = 'accepted' OR NOT $accepted)
WITH h, c ORDER BY c.id
WITH h, collect(DISTINCT c.id) AS claim_ids
RETURN h.name AS speaker, size(claim_ids) AS claims, h.id AS speaker_id, claim_ids
ORDER BY claims DESC, speaker_id
LIMIT toInteger($limit)
