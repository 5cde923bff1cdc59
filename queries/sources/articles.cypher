// Articles
// Which articles are in the graph, who published them, and when?
// Works outside the corpus, which are only retold, are left out.
// :param {publisher: null, from: null, to: null, limit: 200}
// answers article, title, publisher, published, claims
// words author, headline, magazine, media, news, newspaper, press, publication, publisher, report, website
// param publisher entity?: id of the publisher or the author; null for all
// param from date?: possibly published on this day or later; null for no limit
// param to date?: possibly published on this day or earlier; null for no limit
// param limit integer=200: at most so many rows
// returns article: id of the article
// returns title: its title
// returns publisher: name of the publisher; where it is unknown, of the author
// returns published: when it was published (EDTF)
// returns published_earliest: earliest day of that
// returns published_latest: latest day of that
// returns claims: how many accepted claims it makes
// returns proposed: how many proposed claims beside them
// returns publisher_id: id of the publisher, or of the author
MATCH (x:Article)
WHERE NOT coalesce(x.outside, false)
  AND ($from IS NULL OR x.published_to IS NULL OR x.published_to >= date($from))
  AND ($to IS NULL OR x.published_from IS NULL OR x.published_from <= date($to))
OPTIONAL MATCH (x)-[:PUBLISHED_BY]->(o:Entity)
OPTIONAL MATCH (x)-[:WRITTEN_BY]->(w:Entity)
WITH x, coalesce(o, w) AS p, w WHERE $publisher IS NULL OR $publisher IN [p.id, w.id]
WITH x, p ORDER BY x.id LIMIT toInteger($limit)
CALL (x) {
  MATCH (x)<-[:IN_ARTICLE]-(c:Claim)
  RETURN sum(CASE c.review WHEN 'accepted' THEN 1 ELSE 0 END) AS claims,
    sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed
}
RETURN x.id AS article, x.title AS title, p.name AS publisher, x.published AS published,
  toString(x.published_from) AS published_earliest,
  toString(x.published_to) AS published_latest, claims, proposed, p.id AS publisher_id
ORDER BY article
