// Dates of attacks
// Which date does each source give for an attack?
// :param {attack: null, from: null, to: null, accepted: false, limit: 200}
// answers attack, on, says, origin
// words chronology, day, month, timeline, when, year
// param attack entity(attack)?: id of the attack; null for all
// param from date?: only dates that are (possibly) on this day or later; null for no limit
// param to date?: only dates that are (possibly) on this day or earlier; null for no limit
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns on: the date as the source gives it (EDTF)
// returns on_from: its earliest day
// returns on_to: its latest day
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
MATCH (c:Claim)
WHERE c.relation = 'OCCURRED_ON' AND (c.review = 'accepted' OR NOT $accepted)
  AND ($from IS NULL OR c.on_to IS NULL OR c.on_to >= date($from))
  AND ($to IS NULL OR c.on_from IS NULL OR c.on_from <= date($to))
MATCH (c)-[:SUBJECT]->(a:Attack)
WHERE $attack IS NULL OR $attack IN [a.id, c.subject_id]
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
  RETURN coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
RETURN a.name AS attack, c.on AS on, toString(c.on_from) AS on_from,
  toString(c.on_to) AS on_to,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS attack_id, c.origin_id AS origin_id
ORDER BY first_day, attack, attack_id, coalesce(on_from, ''), coalesce(on, ''),
  coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
