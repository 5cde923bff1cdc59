// Everything about one claim
// Who says what in this claim, hop by hop, from the outside in?
// :param {claim: "0123456789abcdef0123"}
// answers subject, relation, object, says, hop, holder, stance, quote
// words detail, evidence, proof, provenance
// param claim claim: id of the claim
// returns relation: the relation type
// returns subject: name of the subject
// returns object: name of the object; null where there is none
// returns hop: place of the speaker in the chain, 1 is the outermost
// returns holder: name of the speaker
// returns stance: what the speaker does with what is inside
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
// returns reason: how it was withheld
// returns kind: finer type
// returns role: what the person is in the body
// returns former: true where it is over
// returns value_min: the lowest number
// returns value_max: the highest number
// returns value_of: who is counted
// returns on: a date as the source gives it
// returns valid: when it held (EDTF)
// returns valid_earliest: earliest day on which it held
// returns valid_latest: latest day on which it held
// returns valid_words: the words of the article for a period tied to an event
// returns cue: the words that mark the speaker
// returns medium: how the speaker said it
// returns by: who or what made the claim
// returns note: the words of the coder
// returns subject_id: id of the subject
// returns object_id: id of the object
// returns holder_id: id of the speaker
// returns origin_id: id of the origin
MATCH (c:Claim {id: $claim})
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
MATCH (c)-[s:SAID_BY]->(h:Entity)
RETURN c.relation AS relation, a.name AS subject, b.name AS object, s.hop AS hop,
  h.name AS holder, s.stance AS stance,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  c.reason AS reason, c.kind AS kind, c.role AS role,
  coalesce(c.former, false) AS former, c.value_min AS value_min,
  c.value_max AS value_max, c.value_of AS value_of, c.on AS on, c.valid AS valid,
  toString(c.valid_from) AS valid_earliest, toString(c.valid_to) AS valid_latest,
  c.valid_words AS valid_words, s.cue AS cue, s.medium AS medium, c.by AS by,
  c.note AS note, a.id AS subject_id, b.id AS object_id, h.id AS holder_id,
  c.origin_id AS origin_id
ORDER BY hop
