// Replies
// Which claim answers which, and how?
// :param {how: null, accepted: false, limit: 200}
// answers origin, says, how, other_origin, other_says, claim, answered
// words comment, denial, reaction, rebuttal, response
// param how text? of confirms, disputes, retracts: how it answers; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns claim: id of the claim that answers
// returns how: confirms, disputes or retracts
// returns answered: id of the claim that is answered
// returns origin: name of the origin of the answer
// returns other_origin: name of the origin of the claim that is answered
// returns says: how strongly the answering origin says it, in words
// returns other_says: how strongly the other says what is answered, in words
// returns quote: the verbatim words of the answer
// returns other_quote: the verbatim words that are answered
// returns origin_id: id of the origin
// returns other_origin_id: id of the origin of the claim that is answered
MATCH (c:Claim)-[r:REPLIES_TO]->(d:Claim)
WHERE ($how IS NULL OR r.how = $how) AND (c.review = 'accepted' OR NOT $accepted)
  AND (d.review = 'accepted' OR NOT $accepted)
RETURN c.id AS claim, r.how AS how, d.id AS answered, c.origin AS origin,
  d.origin AS other_origin, c.says AS says, d.says AS other_says, c.quote AS quote, d.quote AS other_quote,
  c.origin_id AS origin_id, d.origin_id AS other_origin_id
ORDER BY claim, answered
LIMIT toInteger($limit)
