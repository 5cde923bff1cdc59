// Picture of a pair
// What is said about two entities together, for and against, and by whom?
// An edge for each speaker, relation and polarity: its caption names the speaker.
// :param {a: "group/islamic-state-khorasan", b: "group/haqqani-network", accepted: false, limit: 16}
// draws groups/pair
// answers one, said, other
// param a entity: id of one entity
// param b entity: id of the other entity
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=16: at most so many edges
// returns one: one entity
// returns said: the edge of the first such claim
// returns other: the other entity
MATCH (a:Entity {id: $a})
MATCH (b:Entity {id: $b})
MATCH (a)-[r]-(b)
WHERE r.claim IS NOT NULL AND (r.review = 'accepted' OR NOT $accepted)
WITH a, b, r ORDER BY coalesce(toString(r.said_from), ''), r.article, r.start, r.claim
WITH a, b, r.relation AS relation, r.polarity AS polarity, r.origin_id AS origin,
  collect(r) AS claims
RETURN a AS one, head(claims) AS said, b AS other
ORDER BY polarity DESC, relation, origin
LIMIT toInteger($limit)
