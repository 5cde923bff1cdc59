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
MATCH (a)-[r]->(b) WHERE r.claim = c.id
WITH a, b, r ORDER BY r.start, r.claim
WITH a, b, r.relation AS relation, r.polarity AS polarity, r.origin_id AS origin,
  collect(r) AS claims
WITH a, b, head(claims) AS said
RETURN a AS one, said, b AS other
ORDER BY said.start, said.claim
LIMIT toInteger($limit)
