// Splits, unions and oaths
// Which group is said to have broken away, joined another or sworn allegiance to whom?
// Denied, withheld and hypothetical claims too. What is so afterwards tells
// `groups/parts-and-parents`. With a day given, only what is dated, and possibly within
// the days.
// :param {group: null, relation: null, from: null, to: null, accepted: false, limit: 200}
// answers left, relation, right, valid, says, origin
// words bayah, bayat, breakaway, defect, loyalty, merger, offshoot, origins, splinter
// param group entity(group, person)?: id of one of the two; null for all
// param relation relation?: SPLIT_FROM, MERGED_INTO or PLEDGED_TO; null for all
// param from date?: first day, inclusive; null for no limit
// param to date?: last day, inclusive; null for no limit
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of the group that broke away, joined or swore
// returns relation: SPLIT_FROM, MERGED_INTO or PLEDGED_TO
// returns right: name of the other; null where none is named
// returns valid: when it happened (EDTF)
// returns valid_earliest: earliest day on which it happened
// returns valid_latest: latest day on which it happened
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
// returns left_id: id of the group that broke away, joined or swore
// returns right_id: id of the other
// returns origin_id: id of the origin
CALL () {
  MATCH (e:Entity {id: $group}) MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim)
  WHERE c.relation IN ['SPLIT_FROM', 'MERGED_INTO', 'PLEDGED_TO']
  RETURN DISTINCT c
  UNION ALL
  WITH 1 AS all WHERE $group IS NULL
  MATCH (c:Claim) WHERE c.relation IN ['SPLIT_FROM', 'MERGED_INTO', 'PLEDGED_TO']
  RETURN c
}
WITH c WHERE (c.review = 'accepted' OR NOT $accepted)
  AND ($relation IS NULL OR c.relation = $relation)
  AND (($from IS NULL AND $to IS NULL) OR c.valid IS NOT NULL)
  AND ($from IS NULL OR c.valid_to IS NULL OR c.valid_to >= date($from))
  AND ($to IS NULL OR c.valid_from IS NULL OR c.valid_from <= date($to))
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
RETURN a.name AS left, c.relation AS relation, b.name AS right, c.valid AS valid,
  toString(c.valid_from) AS valid_earliest, toString(c.valid_to) AS valid_latest,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS left_id, b.id AS right_id, c.origin_id AS origin_id
ORDER BY coalesce(valid_earliest, valid_latest, '9999'), left, relation, coalesce(right, ''), coalesce(said_from, ''), article, start,
  claim
LIMIT toInteger($limit)
