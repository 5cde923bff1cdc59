// What was pointedly not said
// Who declined to say what, and how?
// :param {reason: null, accepted: false, limit: 200}
// answers subject, relation, object, says, origin
// words comment, refuse, silence
// param reason text? of declines-to-name, does-not-blame, silent, cannot-verify: how
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns subject: name of the subject
// returns object: name of the one who is not named or not blamed; null where none is
// returns relation: the relation type
// returns reason: declines-to-name, does-not-blame, silent or cannot-verify
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
// returns subject_id: id of the subject
// returns object_id: id of the object
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE c.polarity = 'withheld' AND ($reason IS NULL OR c.reason = $reason)
  AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
RETURN a.name AS subject, b.name AS object, c.relation AS relation,
  c.reason AS reason,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS subject_id, b.id AS object_id, c.origin_id AS origin_id
ORDER BY reason, subject, coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
