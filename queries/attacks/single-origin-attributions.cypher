// Attributions that rest on one origin
// Which attributions of attacks rest on a single source, the only origin to say so?
// Affirmed, accepted claims, hypothetical ones left out; those of speakers whom an
// article hides, headlines that sum up a speaker inside their article, and proposed ones
// are counted apart.
// :param {group: null, origin: null, limit: 200}
// answers attack, day, culprit, says, origin, hidden, proposed, claims
// words alone, unconfirmed, uncorroborated
// param group entity(group, person, org, state)?: id of the culprit; null for all
// param origin entity?: id of the only origin; null for all
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns culprit: name of the one it is attributed to
// returns origin: name of the only origin
// returns says: how strongly the origin says so, in words
// returns claims: how many claims of that origin say so
// returns hidden: how many more say so whose speaker the article hides
// returns headlines: how many more are headlines that sum up a speaker of their article
// returns proposed: how many proposed claims say so, of any origin
// returns attack_id: id of the attack
// returns culprit_id: id of the culprit
// returns origin_id: id of the origin
// returns claim_ids: ids of these claims, hidden ones and headlines with them
MATCH (c:Claim)
WHERE c.relation = 'ATTRIBUTED_TO' AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical'
MATCH (c)-[:SUBJECT]->(a:Attack)
MATCH (c)-[:OBJECT]->(g:Entity)
WHERE $group IS NULL OR $group IN [g.id, c.object_id]
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH a, g, c, CASE WHEN c.review = 'accepted' THEN o.id END AS origin_id
ORDER BY c.id
WITH a, g, collect(CASE WHEN c.review = 'accepted' THEN c END) AS said,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed,
  min(CASE WHEN origin_id STARTS WITH 'person/unspecified-' THEN origin_id END)
    AS smallest, collect(origin_id) AS spoken,
  collect(CASE WHEN c.review = 'accepted' THEN c.says END) AS told,
  collect(DISTINCT CASE WHEN origin_id STARTS WITH 'person/unspecified-' OR c.headline
    THEN null ELSE origin_id END) AS named,
  collect(CASE WHEN c.headline AND c.review = 'accepted'
    THEN {origin: origin_id, article: c.article} END) AS headlines
WHERE size(said) > 0 AND size(named) <= 1
WITH a, g, proposed, spoken, told, smallest, [c IN said | c.id] AS claim_ids,
  reduce(all = named, one IN headlines |
    CASE WHEN one.origin IN all OR any(c IN said WHERE c.article = one.article
      AND c.hops > 1) THEN all ELSE all + one.origin END) AS named
WHERE size(named) <= 1
WITH a, g, proposed, spoken, told, claim_ids,
  coalesce(head(named), smallest) AS origin_id
WITH a, g, proposed, claim_ids, origin_id,
  [at IN range(0, size(spoken) - 1) WHERE spoken[at] = origin_id | told[at]] AS ways,
  size([one IN spoken WHERE one STARTS WITH 'person/unspecified-'
    AND one <> origin_id]) AS hidden
WHERE $origin IS NULL OR origin_id = $origin
MATCH (o:Entity {id: origin_id})
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND d.review = 'accepted'
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on + CASE d.review WHEN 'accepted' THEN ''
    ELSE ' (proposed)' END) AS day,
    coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
RETURN a.name AS attack, day, g.name AS culprit, o.name AS origin,
  COLLECT { UNWIND ways AS way RETURN DISTINCT way ORDER BY way } AS says,
  size(ways) AS claims, hidden, size(claim_ids) - size(ways) - hidden AS headlines,
  proposed,
  a.id AS attack_id, g.id AS culprit_id, origin_id, claim_ids
ORDER BY first_day, attack, attack_id, culprit_id
LIMIT toInteger($limit)
