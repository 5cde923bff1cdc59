// Said within days
// What was asserted before, after or between days, by whom?
// By the day of saying; where the article tells none, that of its publication. What is
// denied or withheld stands there too.
// :param {from: null, to: null, mode: 'possible', relation: null, accepted: false, limit: 200}
// answers said_from, said_to, left, relation, right, says, origin
// words chronology, history, period, recent, since, timeline, until
// param from date?: first day, inclusive; null for no limit
// param to date?: last day, inclusive; null for no limit
// param mode text='possible' of possible, certain: some day, or all days, of its range
// param relation relation?: relation type; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of the subject
// returns relation: the relation type
// returns right: name of the object; for a number, who is counted; for a date, the date
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
CALL () {
  WITH 1 AS all WHERE $relation IS NULL
  MATCH (c:Claim)
  RETURN c
  UNION ALL
  MATCH (c:Claim) WHERE c.relation = $relation
  RETURN c
}
WITH c WHERE (c.review = 'accepted' OR NOT $accepted)
  AND (($mode = 'possible'
      AND ($from IS NULL OR c.said_to IS NULL OR c.said_to >= date($from))
      AND ($to IS NULL OR c.said_from IS NULL OR c.said_from <= date($to)))
    OR ($mode = 'certain' AND ($from IS NULL OR c.said_from >= date($from))
      AND ($to IS NULL OR c.said_to <= date($to))
      AND NOT (c.said CONTAINS '~' OR c.said CONTAINS '?' OR c.said CONTAINS '%')))
WITH c, coalesce(toString(c.said_to), '9999-12-31') AS latest,
  coalesce(toString(c.said_from), '') AS earliest
ORDER BY latest, earliest, c.article, coalesce(c.start, c.row, 0), c.id
LIMIT toInteger($limit)
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
RETURN a.name AS left, c.relation AS relation,
  coalesce(b.name, c.on, c.value_of) AS right,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS left_id, b.id AS right_id, c.origin_id AS origin_id
ORDER BY latest, earliest, article, coalesce(start, c.row, 0), claim
