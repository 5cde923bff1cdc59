// Known by a day
// How much had been loaded into this graph by the end of a day (UTC)?
// :param {date: "2026-12-31", accepted: false, limit: 200}
// answers relation, claims, articles
// param date date: the day, inclusive
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns claims: how many claims
// returns articles: in how many articles
// returns relation: the relation type
MATCH (c:Claim)
WHERE date(c.loaded) <= date($date) AND (c.review = 'accepted' OR NOT $accepted)
RETURN count(c) AS claims, count(DISTINCT c.article) AS articles,
  c.relation AS relation
ORDER BY claims DESC, relation
LIMIT toInteger($limit)
