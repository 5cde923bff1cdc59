// Profile of a person
// What is said about this person, for and against?
// Roles, what is over, numbers and dates too; `claims/about` asks it of anything else.
// :param {person: "person/sirajuddin-haqqani", relation: null, accepted: false, limit: 200}
// answers relation, direction, other, says, origin
// words background, biography, career, cv
// param person entity(person): id of the person
// param relation relation?: relation type; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns relation: the relation type
// returns direction: subject or object: which end the person is
// returns other: name of the other end; where a number or a date is told, that
// returns kind: finer type
// returns role: what the person is in the body
// returns former: true where it is over
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
// returns other_id: id of the other end
// returns origin_id: id of the origin
MATCH (p:Entity {id: $person})
MATCH (p)<-[end:SUBJECT|OBJECT]-(c:Claim)
WHERE (c.review = 'accepted' OR NOT $accepted)
  AND ($relation IS NULL OR c.relation = $relation)
WITH c, toLower(type(end)) AS direction
OPTIONAL MATCH (c)-[other_end:SUBJECT|OBJECT]->(o:Entity)
WHERE toLower(type(other_end)) <> direction
WITH c, direction, o,
  CASE WHEN c.value_of IS NULL THEN '' ELSE ' ' + c.value_of END AS counted
RETURN c.relation AS relation, direction,
  CASE WHEN o IS NOT NULL THEN o.name WHEN c.on IS NOT NULL THEN c.on
    WHEN c.value_is IS NOT NULL THEN c.value_is
    WHEN c.value_min = c.value_max THEN toString(c.value_min) + counted
    WHEN c.value_max IS NULL THEN toString(c.value_min) + ' or more' + counted
    WHEN c.value_min IS NULL THEN 'at most ' + toString(c.value_max) + counted
    ELSE toString(c.value_min) + ' to ' + toString(c.value_max) + counted END AS other,
  c.kind AS kind, c.role AS role,
  coalesce(c.former, false) AS former, c.valid AS valid,
  toString(c.valid_from) AS valid_earliest, toString(c.valid_to) AS valid_latest,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  o.id AS other_id, c.origin_id AS origin_id
ORDER BY relation, coalesce(said_from, ''), article, start, claim, direction
LIMIT toInteger($limit)
