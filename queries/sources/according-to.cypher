// According to a source
// What does a source say or pass on, at any place of the chain, of now and of then?
// Of all, or only of what has to do with one entity; see `valid` for the time meant.
// :param {source: "org/nds", role: 'any', people: false, about: null, relation: null, accepted: false, limit: 200}
// answers subject, relation, object, valid, says, origin
// words analyst, announcement, comment, expert, interview, journalist, official, opinion, quote, report, said, statement, testimony, witness
// param source entity: id of the source
// param role text='any' of any, origin, relay, publisher: its place in the chain
// param people boolean=false: true takes what those say, too, who are said (as stated) to lead it or to belong to it
// param about entity?: only claims at whose one end this one stands; null for all
// param relation relation?: relation type; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns hop: the source's place in the chain, 1 is the outermost
// returns relation: the relation type
// returns subject: name of the subject
// returns object: name of the object; where a number or a date is told, that
// returns kind: finer type
// returns role: what the person is in the body
// returns former: true where it is over
// returns valid: when it held (EDTF)
// returns valid_earliest: earliest day on which it held
// returns valid_latest: latest day on which it held
// returns stance: what the source does with what is inside
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
MATCH (o:Entity {id: $source})
CALL (o) {
  RETURN o AS h
  UNION
  MATCH (o)<-[t:MEMBER_OF]-(h:Entity)
  WHERE $people AND t.modality = 'stated' AND t.review = 'accepted'
    AND NOT coalesce(t.former, false)
  RETURN h
  UNION
  MATCH (o)-[t:LED_BY]->(h:Entity)
  WHERE $people AND t.modality = 'stated' AND t.review = 'accepted'
    AND NOT coalesce(t.former, false)
  RETURN h
}
MATCH (h)<-[s:SAID_BY]-(c:Claim)
WHERE ($role = 'any' OR ($role = 'origin' AND s.hop = c.hops)
    OR ($role = 'publisher' AND s.hop = 1)
    OR ($role = 'relay' AND s.hop > 1 AND s.hop < c.hops))
  AND (c.review = 'accepted' OR NOT $accepted)
  AND ($relation IS NULL OR c.relation = $relation)
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
WITH s, c, a, b,
  CASE WHEN c.value_of IS NULL THEN '' ELSE ' ' + c.value_of END AS counted
WHERE $about IS NULL OR $about IN [a.id, b.id, c.subject_id, c.object_id]
RETURN s.hop AS hop, c.relation AS relation, a.name AS subject,
  CASE WHEN b IS NOT NULL THEN b.name WHEN c.on IS NOT NULL THEN c.on
    WHEN c.value_is IS NOT NULL THEN c.value_is
    WHEN c.value_min = c.value_max THEN toString(c.value_min) + counted
    WHEN c.value_max IS NULL THEN toString(c.value_min) + ' or more' + counted
    WHEN c.value_min IS NULL THEN 'at most ' + toString(c.value_max) + counted
    ELSE toString(c.value_min) + ' to ' + toString(c.value_max) + counted END AS object,
  c.kind AS kind, c.role AS role,
  coalesce(c.former, false) AS former, c.valid AS valid,
  toString(c.valid_from) AS valid_earliest, toString(c.valid_to) AS valid_latest,
  s.stance AS stance,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS subject_id, b.id AS object_id, c.origin_id AS origin_id
ORDER BY hop, relation, coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
