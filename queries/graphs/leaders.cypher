// Picture of leaders
// Who is said to lead which group, according to whom?
// An edge for each speaker and polarity: its caption names the speaker.
// :param {group: null, accepted: false, limit: 14}
// draws people/leaders
// answers group, said, leader
// param group entity(group, org)?: id of the group; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=14: at most so many edges
// returns group: the group
// returns said: the edge of the first such claim
// returns leader: who is said to lead it
CALL () {
  MATCH (g:Entity {id: $group})
  MATCH (g)-[r:LED_BY|DENIED|WITHHELD]->(p:Entity)
  RETURN g, r, p
  UNION ALL
  WITH 1 AS all WHERE $group IS NULL
  MATCH (g:Entity)-[r:LED_BY|DENIED|WITHHELD]->(p:Entity)
  RETURN g, r, p
}
WITH g, r, p WHERE r.relation = 'LED_BY' AND (r.review = 'accepted' OR NOT $accepted)
WITH g, p, r ORDER BY coalesce(toString(r.said_from), ''), r.article, r.start, r.claim
WITH g, p, r.polarity AS polarity, r.origin_id AS origin, collect(r) AS claims
RETURN g AS group, head(claims) AS said, p AS leader
ORDER BY g.id, p.id, polarity, origin
LIMIT toInteger($limit)
