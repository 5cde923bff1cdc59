// Two leaders at one time
// Which groups are said to have two leaders, possibly at one time?
// Affirmed claims only, former leaders and hypothetical claims left out; a claim that
// tells no time may overlap with any other, one that tells no role counts as leader. A
// headline does not count where a speaker inside its article says the same.
// :param {role: 'leader', limit: 200}
// answers group, leader_1, leader_2, origins_1, origins_2, says
// words power, struggle, succession, successor
// param role text='leader' of leader, chief, deputy, founder: what the leaders are
// param limit integer=200: at most so many rows
// returns group: name of the group
// returns leader_1: name of one leader
// returns leader_2: name of the other leader
// returns origins_1: how many origins name the one
// returns origins_2: how many origins name the other
// returns says: how strongly they say so, in words
// returns proposed: how many proposed claims say so, which are not counted
// returns group_id: id of the group
// returns leader_1_id: id of one leader
// returns leader_2_id: id of the other leader
// returns claim_ids: ids of the claims on both sides
MATCH (c:Claim)
WHERE c.relation = 'LED_BY' AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical' AND coalesce(c.role, 'leader') = $role
  AND NOT coalesce(c.former, false)
MATCH (c)-[:SUBJECT]->(g:Entity)
MATCH (c)-[:OBJECT]->(p:Entity)
MATCH (g)<-[:SUBJECT]-(d:Claim)
WHERE d.relation = 'LED_BY' AND d.polarity = 'affirmed'
  AND d.modality <> 'hypothetical' AND coalesce(d.role, 'leader') = $role
  AND NOT coalesce(d.former, false)
  AND (c.valid_from IS NULL OR d.valid_to IS NULL OR c.valid_from <= d.valid_to)
  AND (d.valid_from IS NULL OR c.valid_to IS NULL OR d.valid_from <= c.valid_to)
MATCH (d)-[:OBJECT]->(q:Entity) WHERE p.id < q.id
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
MATCH (d)-[t:SAID_BY]->(r:Entity) WHERE t.hop = d.hops
WITH g, p, q, c, d, c.review = 'accepted' AND d.review = 'accepted' AS ok,
  CASE WHEN o.id STARTS WITH 'person/unspecified-' THEN null ELSE o.id END AS one,
  CASE WHEN r.id STARTS WITH 'person/unspecified-' THEN null ELSE r.id END AS two
ORDER BY c.id, d.id
WITH g, p, q, collect(DISTINCT CASE WHEN ok THEN c END) AS firsts,
  collect(DISTINCT CASE WHEN ok THEN d END) AS seconds,
  collect(DISTINCT CASE WHEN ok AND c.headline IS NULL THEN one END) AS ones,
  collect(DISTINCT CASE WHEN ok AND d.headline IS NULL THEN two END) AS twos,
  collect(DISTINCT CASE WHEN ok AND c.headline THEN [one, c.article] END) AS heads_1,
  collect(DISTINCT CASE WHEN ok AND d.headline THEN [two, d.article] END) AS heads_2,
  collect(DISTINCT CASE WHEN ok THEN c.says END)
    + collect(DISTINCT CASE WHEN ok THEN d.says END) AS ways,
  count(DISTINCT CASE WHEN c.review <> 'accepted' THEN c.id END)
    + count(DISTINCT CASE WHEN d.review <> 'accepted' THEN d.id END) AS proposed
WHERE size(firsts) > 0
WITH g, p, q, proposed, ways, [c IN firsts + seconds | c.id] AS claim_ids,
  size(reduce(all = ones, one IN heads_1 |
    CASE WHEN one[0] IN all OR any(c IN firsts WHERE c.article = one[1]
      AND c.hops > 1) THEN all ELSE all + one[0] END)) AS ones,
  size(reduce(all = twos, one IN heads_2 |
    CASE WHEN one[0] IN all OR any(d IN seconds WHERE d.article = one[1]
      AND d.hops > 1) THEN all ELSE all + one[0] END)) AS twos
RETURN g.name AS group, p.name AS leader_1, q.name AS leader_2,
  CASE ones WHEN 0 THEN 1 ELSE ones END AS origins_1,
  CASE twos WHEN 0 THEN 1 ELSE twos END AS origins_2,
  COLLECT { UNWIND ways AS way RETURN DISTINCT way ORDER BY way } AS says,
  proposed, g.id AS group_id, p.id AS leader_1_id, q.id AS leader_2_id, claim_ids
ORDER BY group, group_id, leader_1_id, leader_2_id
LIMIT toInteger($limit)
