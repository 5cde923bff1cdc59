// Articles without claims
// Which articles carry no claim, works outside the corpus left out?
// :param {limit: 200}
// answers article, title
// param limit integer=200: at most so many rows
// returns article: id of the article
// returns title: its title
MATCH (x:Article)
WHERE NOT coalesce(x.outside, false)
  AND NOT EXISTS { (x)<-[:IN_ARTICLE]-(:Claim) }
RETURN x.id AS article, x.title AS title
ORDER BY article
LIMIT toInteger($limit)
