// Numbers of attacks
// How many attacks is a group said to have made, in which period, by whose count?
// :param {group: null, accepted: false, limit: 200}
// answers group, figure, valid, says, origin
// words carried, frequency, growth, increase, statistics, tally, total, trend
// param group entity(group)?: id of the group; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns group: name of the group
// returns figure: the number as it is told, and what is counted
// returns min: the lowest number; null where the source sets no lower bound
// returns max: the highest number; null where the source sets no upper bound
// returns of: what is counted
// returns valid: the period (EDTF)
// returns valid_earliest: earliest day of the period
// returns valid_latest: latest day of the period
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
// returns about: whether the source says "about"
// returns group_id: id of the group
// returns origin_id: id of the origin
CALL () {
  MATCH (e:Entity {id: $group}) MATCH (e)<-[:SUBJECT]-(c:Claim)
  WHERE c.relation = 'ATTACK_COUNT'
  RETURN c
  UNION ALL
  WITH 1 AS all WHERE $group IS NULL
  MATCH (c:Claim) WHERE c.relation = 'ATTACK_COUNT'
  RETURN c
}
WITH c WHERE (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(g:Entity)
RETURN g.name AS group,
  CASE WHEN coalesce(c.value_about, false) THEN 'about ' ELSE '' END
    + CASE WHEN c.value_min = c.value_max THEN toString(c.value_min)
      WHEN c.value_max IS NULL THEN toString(c.value_min) + ' or more'
      WHEN c.value_min IS NULL THEN 'at most ' + toString(c.value_max)
      ELSE toString(c.value_min) + ' to ' + toString(c.value_max) END
    + coalesce(' ' + c.value_of, '')
    + coalesce(' (best estimate ' + toString(c.value_best) + ')', '') AS figure,
  c.value_min AS min, c.value_max AS max, c.value_of AS of,
  c.valid AS valid, toString(c.valid_from) AS valid_earliest,
  toString(c.valid_to) AS valid_latest,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  coalesce(c.value_about, false) AS about, g.id AS group_id, c.origin_id AS origin_id
ORDER BY group, coalesce(valid_earliest, valid_latest, '9999'),
  coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
