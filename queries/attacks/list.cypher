// List of attacks
// Which attacks are told of, when and where, and whose doing are they said to be?
// One row for each attack of which a place or a target is told, the earliest first and
// the undated last. With a place, those in it or aimed at it, all places inside it (up to
// six steps) included. Each claim gives `attacks/in-place`, how strongly somebody is
// named `attacks/who-did-it`.
// :param {place: null, series: null, from: null, to: null, accepted: false, limit: 200}
// answers attack, day, where, says, by_whom, claimed_by, attributed_to
// words ambush, assassinations, bombings, chronology, events, explosions, history, incidents, overview, raids, terrorism, timeline
// param place entity(place)?: id of the place; null for all
// param series boolean?: true takes only series of attacks, false only single ones; null for both
// param from date?: first day of the attack, inclusive; null for no limit
// param to date?: last day of the attack, inclusive; null for no limit
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF)
// returns where: names of the places, and of what was hit
// returns says: how strongly the origins say where it was, in words
// returns review: accepted, or proposed and not yet reviewed: a row of its own
// returns by_whom: on whose word the places stand
// returns claimed_by: names of those who are said to take responsibility, by whomever
// returns attributed_to: names of those whose doing it is said to be, by whomever; suppositions left out
// returns attack_id: id of the attack
// returns claim_ids: ids of the claims on places and targets
CALL () {
  WITH 1 AS all WHERE $place IS NULL
  MATCH (w:Entity)<-[:OBJECT]-(:Claim)-[:SUBJECT]->(:Attack)
  RETURN w
  UNION
  MATCH (w:Entity {id: $place})
  RETURN w
  UNION
  MATCH (p:Entity {id: $place}) ((outer)<-[:WITHIN]-(inner)){1,3} (w:Place)
  RETURN w
  UNION
  MATCH (p:Entity {id: $place})<-[:WITHIN]-(:Place)<-[:WITHIN]-(:Place)<-[:WITHIN]-(far:Place)
  MATCH (far) ((outer)<-[:WITHIN]-(inner)){1,3} (w:Place)
  RETURN w
}
MATCH (w)<-[:OBJECT]-(c:Claim)
WHERE c.relation IN ['LOCATED_IN', 'TARGETED']
  AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(a:Attack)
WHERE ($series IS NULL OR (coalesce(a.kind, '') = 'series') = $series)
WITH a, w, c ORDER BY c.relation, w.name, c.origin, c.id
WITH a, c.review AS review, collect(DISTINCT w.name) AS places, collect(DISTINCT c.says) AS says,
  collect(DISTINCT c.origin) AS by_whom, collect(c.id) AS claim_ids
CALL (a, review) {
  OPTIONAL MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND d.review = review
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on) AS day, min(d.on_from) AS first, max(d.on_to) AS last
}
CALL (a, review) {
  OPTIONAL MATCH (a)<-[:SUBJECT]-(d:Claim)-[:OBJECT]->(g:Entity)
  WHERE d.relation IN ['CLAIMED_BY', 'ATTRIBUTED_TO'] AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND d.review = review
  WITH d, g ORDER BY g.name
  RETURN collect(DISTINCT CASE d.relation WHEN 'CLAIMED_BY' THEN g.name END)
      AS claimed_by,
    collect(DISTINCT CASE d.relation WHEN 'ATTRIBUTED_TO' THEN g.name END)
      AS attributed_to
}
WITH a, review, places, says, by_whom, claim_ids, day, first, last, claimed_by,
  attributed_to
WHERE ($from IS NULL AND $to IS NULL) OR (size(day) > 0
  AND ($from IS NULL OR last IS NULL OR last >= date($from))
  AND ($to IS NULL OR first IS NULL OR first <= date($to)))
RETURN a.name AS attack, day, places AS where, says, review, by_whom, claimed_by,
  attributed_to, a.id AS attack_id, claim_ids
ORDER BY coalesce(toString(first), toString(last), '9999'), attack, attack_id, review
LIMIT toInteger($limit)
