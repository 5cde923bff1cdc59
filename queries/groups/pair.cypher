// Everything about a pair
// What is said about two entities together, for and against, in any relation?
// Alleged links stand last: they are the many.
// :param {a: "group/islamic-state-khorasan", b: "group/haqqani-network", relation: null, polarity: null, modality: null, accepted: false, limit: 200}
// answers subject, relation, object, kind, valid, says, origin, article
// words between, connection, contact, relations, relationship, ties
// param a entity: id of one entity
// param b entity: id of the other entity
// param relation relation?: relation type; null for all
// param polarity polarity?: affirmed, denied or withheld; null for all
// param modality modality?: how strongly it is said; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns relation: the relation type
// returns kind: its finer type
// returns valid: when it held (EDTF)
// returns valid_earliest: earliest day on which it held
// returns valid_latest: latest day on which it held
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
// returns subject: name of the one it is said of
// returns object: name of the other
// returns subject_id: id of the subject
// returns object_id: id of the object
// returns origin_id: id of the origin
MATCH (a:Entity {id: $a})
MATCH (b:Entity {id: $b})
MATCH (a)-[r]-(b)
WHERE r.claim IS NOT NULL AND (r.review = 'accepted' OR NOT $accepted)
  AND ($relation IS NULL OR r.relation = $relation)
  AND ($polarity IS NULL OR r.polarity = $polarity)
  AND ($modality IS NULL OR r.modality = $modality)
WITH r, startNode(r) AS s, endNode(r) AS o
RETURN r.relation AS relation, r.kind AS kind, r.valid AS valid,
  toString(r.valid_from) AS valid_earliest, toString(r.valid_to) AS valid_latest,
  r.says AS says, r.polarity AS polarity, r.review AS review, r.origin AS origin,
  r.chain AS chain, r.hops AS hops, r.modality AS modality,
  toString(r.said_from) AS said_from, toString(r.said_to) AS said_to,
  r.article AS article, r.start AS start, r.end AS end,
  r.quote AS quote, r.claim AS claim,
  s.name AS subject, o.name AS object, s.id AS subject_id, o.id AS object_id,
  r.origin_id AS origin_id
ORDER BY CASE relation WHEN 'ALLEGED_LINK' THEN 1 ELSE 0 END, relation,
  coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
