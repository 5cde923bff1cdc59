// Retold articles
// Which articles retell which, and how many propositions have they in common?
// :param {accepted: false, limit: 200}
// answers article_title, retells_title, shared_propositions
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns article: id of the article that retells
// returns retells: id of the article or of the outside work that is retold
// returns shared_propositions: how many propositions both have claims of
// returns article_title: title of the article that retells
// returns retells_title: title of the work that is retold
MATCH (x:Article)-[:RETELLS]->(y:Article)
WITH DISTINCT x, y
OPTIONAL MATCH (x)<-[:IN_ARTICLE]-(c:Claim)
WHERE (c.review = 'accepted' OR NOT $accepted)
WITH x, y, collect(DISTINCT c.proposition) AS told
OPTIONAL MATCH (y)<-[:IN_ARTICLE]-(d:Claim)
WHERE d.proposition IN told AND (d.review = 'accepted' OR NOT $accepted)
WITH x, y, count(DISTINCT d.proposition) AS shared_propositions
RETURN x.id AS article, y.id AS retells, shared_propositions,
  x.title AS article_title, y.title AS retells_title
ORDER BY article, retells
LIMIT toInteger($limit)
