// Picture of an article
// What does an article say, on whose word?
// In the order of the text; an edge for each pair, relation, polarity and speaker. Claims of values are not drawn.
// :param {article: "000_2c56f325ed44745d", accepted: false, limit: 25}
// draws claims/by-origin
// answers one, said, other
// param article article: id of the article
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=25: at most so many edges
// returns one: the one that it is said of
// returns said: the edge of the first such claim
// returns other: the other one
MATCH (d:Article {id: $article})
MATCH (d)<-[:IN_ARTICLE]-(c:Claim)
WHERE c.review = 'accepted' OR NOT $accepted
MATCH (c)-[:SUBJECT]->(a:Entity)
MATCH (c)-[:OBJECT]->(b:Entity)
WITH a.id AS subject, b.id AS object, c.relation AS relation, c.polarity AS polarity,
  c.origin_id AS origin, coalesce(c.start, 0) AS start, c.id AS claim
WITH subject, object, relation, polarity, origin, start, claim ORDER BY start, claim
WITH subject, object, relation, polarity, origin, head(collect(claim)) AS claim
MATCH (c:Claim {id: claim})
WITH c ORDER BY coalesce(c.start, 0), c.id
LIMIT toInteger($limit)
MATCH (c)-[:SUBJECT]->(a:Entity)
MATCH (c)-[:OBJECT]->(b:Entity)
MATCH (a)-[said]->(b) WHERE said.claim = c.id
RETURN a AS one, said, b AS other
ORDER BY coalesce(said.start, 0), said.claim
