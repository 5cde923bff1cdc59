// Killed and wounded
// Which numbers of killed and wounded does each source give for an attack?
// With a day given, only attacks that some origin dates (possibly) within the days.
// :param {attack: null, series: null, from: null, to: null, accepted: false, limit: 200}
// answers attack, day, relation, figure, says, origin
// words dead, death, died, fatalities, injured, losses, massacre, statistics, toll, victims
// param attack entity(attack)?: id of the attack; null for all
// param series boolean?: true takes only series of attacks, false only single ones; null for both
// param from date?: first day of the attack, inclusive; null for no limit
// param to date?: last day of the attack, inclusive; null for no limit
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns relation: KILLED, WOUNDED or CASUALTIES (both together)
// returns figure: the number as it is told, and what is counted
// returns of: who is counted
// returns min: the lowest number; null where the source sets no lower bound
// returns max: the highest number; null where the source sets no upper bound
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
// returns best: the source's own best estimate, if it gives one
// returns attack_id: id of the attack
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE c.relation IN ['KILLED', 'WOUNDED', 'CASUALTIES']
  AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(a:Attack)
WHERE ($attack IS NULL OR $attack IN [a.id, c.subject_id])
  AND ($series IS NULL OR (coalesce(a.kind, '') = 'series') = $series)
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
RETURN a.name AS attack, day, c.relation AS relation,
  CASE WHEN coalesce(c.value_about, false) THEN 'about ' ELSE '' END
    + CASE WHEN c.value_min = c.value_max THEN toString(c.value_min)
      WHEN c.value_max IS NULL THEN toString(c.value_min) + ' or more'
      WHEN c.value_min IS NULL THEN 'at most ' + toString(c.value_max)
      ELSE toString(c.value_min) + ' to ' + toString(c.value_max) END
    + coalesce(' ' + c.value_of, '')
    + coalesce(' (best estimate ' + toString(c.value_best) + ')', '') AS figure,
  c.value_of AS of, c.value_min AS min, c.value_max AS max,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  coalesce(c.value_about, false) AS about, c.value_best AS best, a.id AS attack_id,
  c.origin_id AS origin_id
ORDER BY first_day, attack, relation, coalesce(of, ''), coalesce(said_from, ''), article, start,
  claim
LIMIT toInteger($limit)
