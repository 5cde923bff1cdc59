// Attacks by kind of target
// Which attacks hit mosques, schools, soldiers …, with how many dead by whose count?
// What an attack was aimed at, or the place in which it happened; denied and
// hypothetical claims too. The dead, the wounded and casualties are the affirmed figures
// that any source gives for the whole attack.
// :param {kind: null, series: null, accepted: false, limit: 200}
// answers attack, day, target, figures, says, origin
// words airport, base, checkpoint, children, church, civilians, embassy, hospital, hotel, journalists, market, minority, police, politicians, sectarian, shrine, students, teachers, temple, victims, women, worshippers
// param kind kind?: kind of target as its entity has it (mosque, school, airport, base, congregation, armed-force …), its plural, or a type (place, community, person, state …); null for all
// param series boolean?: true takes only series of attacks, false only single ones; null for both
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns target: name of the target, or of the place
// returns kind: kind of the target, or its type where it has none
// returns relation: TARGETED or LOCATED_IN
// returns figures: each figure with who gives it
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
// returns target_id: id of the target
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE c.relation IN ['LOCATED_IN', 'TARGETED']
  AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:OBJECT]->(w:Entity)
WHERE $kind IS NULL OR toLower($kind) STARTS WITH toLower(w.kind)
  OR toLower($kind) IN [label IN labels(w) WHERE label <> 'Entity' | toLower(label)]
MATCH (c)-[:SUBJECT]->(a:Attack)
WHERE $series IS NULL OR (coalesce(a.kind, '') = 'series') = $series
WITH a, w, c,
  coalesce(w.kind, head([label IN labels(w) WHERE label <> 'Entity' | toLower(label)]))
    AS kind
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on + CASE d.review WHEN 'accepted' THEN ''
    ELSE ' (proposed)' END) AS day,
    coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
WITH a, day, first_day, w, c, kind
ORDER BY first_day, a.name, a.id, w.name, c.relation, coalesce(toString(c.said_from), ''),
  c.article, c.start, c.id
LIMIT toInteger($limit)
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation IN ['KILLED', 'WOUNDED', 'CASUALTIES'] AND d.polarity = 'affirmed'
    AND (d.review = 'accepted' OR NOT $accepted)
  WITH d ORDER BY d.relation, coalesce(d.value_of, ''), d.value_min, d.origin, d.id
  RETURN collect(DISTINCT toLower(d.relation) + ': ' +
    CASE WHEN d.value_min = d.value_max THEN toString(d.value_min)
      WHEN d.value_max IS NULL THEN toString(d.value_min) + ' or more'
      WHEN d.value_min IS NULL THEN 'at most ' + toString(d.value_max)
      ELSE toString(d.value_min) + ' to ' + toString(d.value_max) END
    + coalesce(' ' + d.value_of, '') + ' (' + d.origin + ')') AS figures
}
RETURN a.name AS attack, day, w.name AS target, kind, c.relation AS relation, figures,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS attack_id, w.id AS target_id, c.origin_id AS origin_id
ORDER BY first_day, attack, attack_id, target, relation, coalesce(said_from, ''), article, start,
  claim
