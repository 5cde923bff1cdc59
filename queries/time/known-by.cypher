// Known by a day
// How much had been loaded into this graph by the end of a day (UTC)?
// :param {date: "2026-12-31", limit: 200}
// answers relation, claims, articles
// param date date: the day, inclusive
// param limit integer=200: at most so many rows
// returns claims: how many accepted claims
// returns articles: in how many articles, proposed claims with them
// returns relation: the relation type
// returns proposed: how many proposed claims beside them
MATCH (c:Claim)
WHERE date(c.loaded) <= date($date)
WITH c.relation AS relation, count(DISTINCT c.article) AS articles,
  sum(CASE c.review WHEN 'accepted' THEN 1 ELSE 0 END) AS claims,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed
RETURN claims, articles, relation, proposed
ORDER BY claims DESC, relation
LIMIT toInteger($limit)
