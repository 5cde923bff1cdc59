// Attacks of a group
// Which attacks are said to be claimed by a group or attributed to it, or denied to be?
// With a day given, only attacks that some origin dates (possibly) within the days.
// :param {group: "group/islamic-state-khorasan", polarity: null, modality: null, series: null, from: null, to: null, accepted: false, limit: 200}
// answers attack, day, how, says, origin
// words bombings, carried, committed, operations, perpetrated, responsible
// param group entity(group): id of the group
// param polarity polarity?: affirmed, denied or withheld; null for all
// param modality modality?: how strongly it is said; null for all
// param series boolean?: true takes only series of attacks, false only single ones; null for both
// param from date?: first day of the attack, inclusive; null for no limit
// param to date?: last day of the attack, inclusive; null for no limit
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns how: claimed (the group took responsibility) or attributed (by anybody)
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
// returns origin_id: id of the origin
MATCH (g:Entity {id: $group})
MATCH (g)<-[:OBJECT]-(c:Claim)
WHERE c.relation IN ['CLAIMED_BY', 'ATTRIBUTED_TO']
  AND (c.review = 'accepted' OR NOT $accepted)
  AND ($polarity IS NULL OR c.polarity = $polarity)
  AND ($modality IS NULL OR c.modality = $modality)
MATCH (c)-[:SUBJECT]->(a:Attack)
WHERE ($series IS NULL OR (coalesce(a.kind, '') = 'series') = $series)
  AND (($from IS NULL AND $to IS NULL) OR EXISTS {
    MATCH (a)<-[:SUBJECT]-(d:Claim)
    WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
      AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
      AND ($from IS NULL OR d.on_to IS NULL OR d.on_to >= date($from))
      AND ($to IS NULL OR d.on_from IS NULL OR d.on_from <= date($to))
  })
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on + CASE d.review WHEN 'accepted' THEN ''
    ELSE ' (proposed)' END) AS day,
    coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
RETURN a.name AS attack, day,
  CASE c.relation WHEN 'CLAIMED_BY' THEN 'claimed' ELSE 'attributed' END AS how,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS attack_id, c.origin_id AS origin_id
ORDER BY first_day, attack, how, coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
