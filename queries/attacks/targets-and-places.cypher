// Targets and places
// What was hit and where, according to whom?
// :param {attack: null, relation: null, accepted: false, limit: 200}
// answers attack, day, relation, what, says, origin
// words city, civilians, district, hospital, location, mosque, province, school, victims
// param attack entity(attack)?: id of the attack; null for all
// param relation relation?: TARGETED or LOCATED_IN; null for both
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns relation: TARGETED or LOCATED_IN
// returns what: name of the target or the place; null where none is named
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
// returns attack_id: id of the attack
// returns what_id: id of the target or the place
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE c.relation IN ['TARGETED', 'LOCATED_IN']
  AND (c.review = 'accepted' OR NOT $accepted)
  AND ($relation IS NULL OR c.relation = $relation)
MATCH (c)-[:SUBJECT]->(a:Attack)
WHERE $attack IS NULL OR $attack IN [a.id, c.subject_id]
OPTIONAL MATCH (c)-[:OBJECT]->(w:Entity)
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on + CASE d.review WHEN 'accepted' THEN ''
    ELSE ' (proposed)' END) AS day,
    coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
RETURN a.name AS attack, day, c.relation AS relation, w.name AS what,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS attack_id, w.id AS what_id, c.origin_id AS origin_id
ORDER BY first_day, attack, relation DESC, coalesce(what, ''), coalesce(said_from, ''), article,
  start, claim
LIMIT toInteger($limit)
