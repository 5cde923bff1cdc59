// Who denies the link
// Who denies that two are linked, and whose words do they answer?
// :param {a: "group/islamic-state-khorasan", b: "group/haqqani-network", accepted: false, limit: 200}
// answers says, origin, in_reply_to, quote
// words disavow, refute, reject, ties
// param a entity: id of one side
// param b entity: id of the other side
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns kind: what kind of link is denied
// returns valid: when it held (EDTF)
// returns valid_earliest: earliest day of which it is denied
// returns valid_latest: latest day of which it is denied
// returns in_reply_to: whom the denial answers, and what that one said; null where it is not told
// returns reply_to: id of the claim that the denial answers; null where none is known
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
// returns origin_id: id of the origin
MATCH (a:Entity {id: $a})
MATCH (a)<-[:SUBJECT|OBJECT]-(c:Claim)
WHERE c.relation = 'ALLEGED_LINK' AND c.polarity = 'denied'
  AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT|OBJECT]->(b:Entity) WHERE b.id = $b AND $a <> $b
OPTIONAL MATCH (c)-[:REPLIES_TO]->(d:Claim)
RETURN c.kind AS kind, c.valid AS valid, toString(c.valid_from) AS valid_earliest,
  toString(c.valid_to) AS valid_latest, d.origin + ': ' + d.quote AS in_reply_to,
  d.id AS reply_to,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  c.origin_id AS origin_id
ORDER BY coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
