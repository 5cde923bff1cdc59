// Relays that do not vouch
// Who passes on what they doubt, dispute or could not verify?
// :param {accepted: false, limit: 200}
// answers holder, stance, says, origin, quote
// words sceptical, unconfirmed, unverified
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns holder: name of the one who passes it on
// returns stance: doubts, disputes or unverified
// returns says: how strongly the origin says it, in words
// returns polarity: affirmed, denied or withheld
// returns review: accepted, or proposed and not yet reviewed
// returns origin: on whose word it stands
// returns chain: who says that who says it, from the outside in
// returns hops: how many speakers the chain has, the outermost counted
// returns modality: how strongly the origin says it
// returns said_from: earliest day on which it was said
// returns said_to: latest day on which it was said
// returns article: id of the article
// returns start: where the quote begins in the raw text (inclusive)
// returns end: where the quote ends in the raw text (exclusive)
// returns quote: the verbatim words
// returns claim: id of the claim
// returns holder_id: id of the one who passes it on
// returns origin_id: id of the origin
MATCH (c:Claim)-[s:SAID_BY]->(h:Entity)
WHERE s.stance IN ['doubts', 'disputes', 'unverified'] AND s.hop < c.hops
  AND (c.review = 'accepted' OR NOT $accepted)
RETURN h.name AS holder, s.stance AS stance,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  h.id AS holder_id, c.origin_id AS origin_id
ORDER BY holder, coalesce(said_from, ''), article, start, claim, s.hop
LIMIT toInteger($limit)
