// Figures that differ
// For which attacks do sources give different numbers of killed or wounded, and which?
// Affirmed claims, hypothetical ones left out. An attack is here where two claims count
// the same people and give other numbers, where several articles count different people,
// or where one counts the killed and wounded together and another apart; all its figures
// stand below each other. Whether parts add up to a whole works out `claimgraph report
// attack`.
// :param {attack: null, relation: null, accepted: false, limit: 200}
// answers attack, day, relation, figure, differ, says, origin, article
// words conflicting, contradiction, dead, discrepancy, inconsistent, number, toll, victims
// param attack entity(attack)?: id of the attack; null for all
// param relation relation?: KILLED, WOUNDED or CASUALTIES; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns relation: KILLED, WOUNDED or CASUALTIES
// returns figure: the number and who is counted, in words
// returns differ: cannot both hold (with another count of the same people), can both hold, or nothing where nobody counts them otherwise
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
// returns attack_id: id of the attack
// returns origin_id: id of the origin
MATCH (c:Claim)
WHERE c.relation IN ['KILLED', 'WOUNDED', 'CASUALTIES'] AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical' AND (c.review = 'accepted' OR NOT $accepted)
  AND ($relation IS NULL OR c.relation = $relation)
MATCH (c)-[:SUBJECT]->(a:Attack)
WHERE $attack IS NULL OR $attack IN [a.id, c.subject_id]
WITH a, c.relation AS relation, toLower(coalesce(c.value_of, '')) AS counted,
  collect(c) AS said, max(coalesce(c.value_min, 0)) AS most,
  min(coalesce(c.value_max, 999999999)) AS fewest,
  min(c.article) AS first, max(c.article) AS last,
  count(DISTINCT toString(coalesce(c.value_min, -1)) + '-'
    + toString(coalesce(c.value_max, -1))) AS figures
WITH a, relation, collect({said: said, first: first, last: last,
  differ: CASE WHEN figures = 1 THEN null
  WHEN most > fewest THEN 'cannot both hold' ELSE 'can both hold' END}) AS counts
WITH a, relation, counts,
  CASE WHEN any(one IN counts WHERE one.differ = 'cannot both hold') THEN 0
  WHEN any(one IN counts WHERE one.differ IS NOT NULL) OR any(one IN tail(counts)
    WHERE one.first <> head(counts).first OR one.last <> head(counts).last) THEN 1
  ELSE 2 END AS rank
WITH a, min(rank) AS place, collect(relation) AS relations,
  collect({counts: counts}) AS told
WHERE place < 2 OR ('CASUALTIES' IN relations AND size(relations) > 1)
UNWIND told AS part
UNWIND part.counts AS one
UNWIND one.said AS c
WITH a, c, one.differ AS differ, place
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
    + coalesce(' (best estimate ' + toString(c.value_best) + ')', '') AS figure, differ,
  c.value_of AS of, c.value_min AS min, c.value_max AS max,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  coalesce(c.value_about, false) AS about, a.id AS attack_id, c.origin_id AS origin_id
ORDER BY place, first_day, attack, attack_id, relation, coalesce(differ, '') DESC,
  coalesce(of, ''),
  coalesce(min, 0), coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
