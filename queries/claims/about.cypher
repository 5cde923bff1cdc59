// Everything about one
// What is said of an entity of any kind: a group, a person, an attack, a place …?
// Claims at whose one end it stands, and those that happened in it; denied, withheld
// and hypothetical ones too. With a day given, only what was possibly said within the
// days.
// :param {entity: "group/al-qaeda", relation: null, polarity: null, modality: null, origin: null, from: null, to: null, accepted: false, limit: 200}
// answers relation, direction, other, says, origin
// words background, city, community, country, ethnic, government, minority, name, organisation, profile, region, religion, tribe
// param entity entity: id of the entity
// param relation relation?: relation type; null for all
// param polarity polarity?: affirmed, denied or withheld; null for all
// param modality modality?: how strongly it is said; null for all
// param origin entity?: only what stands on the word of this one; null for all
// param from date?: first day of saying, inclusive; null for no limit
// param to date?: last day of saying, inclusive; null for no limit
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns relation: the relation type
// returns direction: which end the entity is: subject or object; or place, where somebody was arrested or killed there
// returns other: name of the other end (of a place, of who was arrested or killed); where a number, a date or a word is told, that
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
MATCH (e:Entity {id: $entity})
CALL (e) {
  MATCH (e)<-[:SUBJECT]-(c:Claim)
  OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
  RETURN c, 'subject' AS direction, o
  UNION ALL
  MATCH (e)<-[:OBJECT]-(c:Claim)
  MATCH (c)-[:SUBJECT]->(o:Entity)
  RETURN c, 'object' AS direction, o
  UNION ALL
  MATCH (c:Claim {place_id: e.id})
  MATCH (c)-[:SUBJECT]->(o:Entity)
  RETURN c, 'place' AS direction, o
}
WITH c, direction, o,
  CASE WHEN c.value_of IS NULL THEN '' ELSE ' ' + c.value_of END AS counted
WHERE (c.review = 'accepted' OR NOT $accepted)
  AND ($relation IS NULL OR c.relation = $relation)
  AND ($polarity IS NULL OR c.polarity = $polarity)
  AND ($modality IS NULL OR c.modality = $modality)
  AND ($origin IS NULL OR EXISTS {
    MATCH (c)-[s:SAID_BY]->(h:Entity) WHERE h.id = $origin AND s.hop = c.hops
  })
  AND ($from IS NULL OR c.said_to IS NULL OR c.said_to >= date($from))
  AND ($to IS NULL OR c.said_from IS NULL OR c.said_from <= date($to))
RETURN c.relation AS relation, direction,
  CASE WHEN o IS NOT NULL THEN o.name WHEN c.on IS NOT NULL THEN c.on
    WHEN c.value_is IS NOT NULL THEN c.value_is
    WHEN c.value_min = c.value_max THEN toString(c.value_min) + counted
    WHEN c.value_max IS NULL THEN toString(c.value_min) + ' or more' + counted
    WHEN c.value_min IS NULL THEN 'at most ' + toString(c.value_max) + counted
    ELSE toString(c.value_min) + ' to ' + toString(c.value_max) + counted END AS other,
  c.kind AS kind, c.role AS role, coalesce(c.former, false) AS former,
  c.valid AS valid, toString(c.valid_from) AS valid_earliest,
  toString(c.valid_to) AS valid_latest,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  o.id AS other_id, c.origin_id AS origin_id
ORDER BY relation, direction DESC, coalesce(other, ''), coalesce(said_from, ''),
  article, start, claim
LIMIT toInteger($limit)
