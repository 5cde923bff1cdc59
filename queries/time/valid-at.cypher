// Held on a day
// What is said to have held in the world on a day?
// A claim that tells no time possibly held on any day; those stand last.
// :param {date: "2015-06-01", mode: 'possible', accepted: false, limit: 200}
// answers left, relation, right, valid, says, origin
// words chronology, history, period, timeline
// param date date: the day
// param mode text='possible' of possible, certain: some day, or all days, of its range
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of the subject
// returns relation: the relation type
// returns right: name of the object; null where there is none
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
// returns left_id: id of the subject
// returns right_id: id of the object
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE (c.review = 'accepted' OR NOT $accepted)
  AND (($mode = 'possible' AND (c.valid_from IS NULL OR c.valid_from <= date($date))
      AND (c.valid_to IS NULL OR c.valid_to >= date($date)))
    OR ($mode = 'certain' AND c.valid_from <= date($date)
      AND c.valid_to >= date($date)
      AND (NOT c.valid STARTS WITH '[' OR c.valid_from = c.valid_to)
      AND NOT (c.valid CONTAINS '~' OR c.valid CONTAINS '?' OR c.valid CONTAINS '%')))
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
RETURN a.name AS left, c.relation AS relation, b.name AS right,
  c.valid AS valid,
  toString(c.valid_from) AS valid_earliest, toString(c.valid_to) AS valid_latest,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS left_id, b.id AS right_id, c.origin_id AS origin_id
ORDER BY coalesce(valid_earliest, valid_latest, '9999-12-31'), left, relation,
  coalesce(right, ''), article, start, claim
LIMIT toInteger($limit)
