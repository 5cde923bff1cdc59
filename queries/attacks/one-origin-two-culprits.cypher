// One origin, two culprits
// Which origin names two culprits for one attack, jointly or one beside the other?
// Accepted attributions only; hypothetical ones, culprits that could be anybody, and a
// person or cell beside the body that claims which nobody denies make it part of are
// left out. Whom one origin names does not make an attack disputed.
// :param {limit: 200}
// answers attack, day, origin, culprit_1, culprit_2, says
// words joint, together
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns origin: name of the origin
// returns culprit_1: name of one culprit
// returns culprit_2: name of the other culprit
// returns says: how strongly the origin says so, in words
// returns attack_id: id of the attack
// returns origin_id: id of the origin
// returns culprit_1_id: id of one culprit
// returns culprit_2_id: id of the other culprit
// returns claim_ids: ids of the claims on both sides
MATCH (c:Claim)
WHERE c.relation = 'ATTRIBUTED_TO' AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical' AND c.review = 'accepted'
MATCH (c)-[:SUBJECT]->(a:Attack)
MATCH (c)-[:OBJECT]->(g:Entity) WHERE NOT g:Unnamed
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH a, o, g, c ORDER BY g.id, c.id
WITH a, o, g, collect(c.id) AS claims, collect(DISTINCT c.says) AS ways
WITH a, o, collect({id: g.id, name: g.name, claims: claims, ways: ways,
  small: g:Person OR coalesce(g.kind, '') = 'cell'}) AS culprits
WHERE size(culprits) > 1
UNWIND culprits AS one
UNWIND culprits AS two
WITH a, o, one, two WHERE one.id < two.id
WITH a, o, one, two
WHERE NOT (one.small OR two.small) OR NOT EXISTS {
  MATCH (g:Entity {id: one.id})-[t:MEMBER_OF|PART_OF|LED_BY]-(h:Entity {id: two.id})
  WHERE t.review = 'accepted' AND NOT t.modality IN ['possible', 'hypothetical']
    AND NOT coalesce(t.former, false) AND NOT EXISTS {
      MATCH (g)-[d:DENIED]-(h)
      WHERE d.relation = t.relation AND d.review = 'accepted'
        AND NOT d.modality IN ['possible', 'hypothetical']
    }
}
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND d.review = 'accepted'
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on + CASE d.review WHEN 'accepted' THEN ''
    ELSE ' (proposed)' END) AS day,
    coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
RETURN a.name AS attack, day, o.name AS origin, one.name AS culprit_1,
  two.name AS culprit_2,
  COLLECT { UNWIND one.ways + two.ways AS way RETURN DISTINCT way ORDER BY way } AS says,
  a.id AS attack_id, o.id AS origin_id,
  one.id AS culprit_1_id, two.id AS culprit_2_id,
  one.claims + two.claims AS claim_ids
ORDER BY first_day, attack, attack_id, origin_id, culprit_1_id, culprit_2_id
LIMIT toInteger($limit)
