// How attacks were done
// How was an attack done, by a bomb, by shooting, with rockets, according to whom?
// Denied and withheld claims too. With a day given, only attacks that some origin dates
// (possibly) within the days.
// :param {attack: null, method: null, from: null, to: null, accepted: false, limit: 200}
// answers attack, day, method, says, origin
// words airstrike, ambush, bomber, explosives, grenade, gun, gunmen, hostage, ied, knife, missile, tactics, technique, weapons
// param attack entity(attack)?: id of the attack; null for all
// param method method?: how it was done, as suicide-bombing; null for all
// param from date?: first day of the attack, inclusive; null for no limit
// param to date?: last day of the attack, inclusive; null for no limit
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns method: how it was done; null where that is withheld
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
CALL () {
  MATCH (e:Entity {id: $attack}) MATCH (e)<-[:SUBJECT]-(c:Claim)
  WHERE c.relation = 'METHOD'
  RETURN c
  UNION ALL
  WITH 1 AS all WHERE $attack IS NULL
  MATCH (c:Claim) WHERE c.relation = 'METHOD'
  RETURN c
}
WITH c WHERE (c.review = 'accepted' OR NOT $accepted)
  AND ($method IS NULL OR c.value_is = $method)
MATCH (c)-[:SUBJECT]->(a:Entity)
WHERE ($from IS NULL AND $to IS NULL) OR EXISTS {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
    AND ($from IS NULL OR d.on_to IS NULL OR d.on_to >= date($from))
    AND ($to IS NULL OR d.on_from IS NULL OR d.on_from <= date($to))
}
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on + CASE d.review WHEN 'accepted' THEN ''
    ELSE ' (proposed)' END) AS day,
    coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
RETURN a.name AS attack, day, c.value_is AS method,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS attack_id, c.origin_id AS origin_id
ORDER BY first_day, attack, attack_id, coalesce(method, ''), coalesce(said_from, ''), article,
  start, claim
LIMIT toInteger($limit)
