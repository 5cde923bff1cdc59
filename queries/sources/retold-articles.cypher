// Retold articles
// Which articles retell which, and how many propositions have they in common?
// :param {limit: 200}
// answers article_title, retells_title, shared_propositions
// words copied, copy, duplicate, plagiarism, reprint
// param limit integer=200: at most so many rows
// returns article: id of the article that retells
// returns retells: id of the article or of the outside work that is retold
// returns shared_propositions: how many propositions both have claims of
// returns proposed: how many more would be shared with the proposed claims
// returns article_title: title of the article that retells
// returns retells_title: title of the work that is retold
MATCH (x:Article)-[:RETELLS]->(y:Article)
WITH DISTINCT x, y
CALL (x, y) {
  MATCH (x)<-[:IN_ARTICLE]-(c:Claim)
  WITH y, c.proposition AS told,
    max(CASE c.review WHEN 'accepted' THEN 1 ELSE 0 END) AS ok
  WITH y, collect({told: told, ok: ok}) AS told
  MATCH (y)<-[:IN_ARTICLE]-(d:Claim)
  WITH told, d.proposition AS again,
    max(CASE d.review WHEN 'accepted' THEN 1 ELSE 0 END) AS ok
  UNWIND [one IN told WHERE one.told = again |
    CASE WHEN one.ok = 1 AND ok = 1 THEN 1 ELSE 0 END] AS both
  RETURN sum(both) AS shared_propositions, sum(1 - both) AS proposed
}
RETURN x.id AS article, y.id AS retells, shared_propositions,
  proposed, x.title AS article_title, y.title AS retells_title
ORDER BY article, retells
LIMIT toInteger($limit)
