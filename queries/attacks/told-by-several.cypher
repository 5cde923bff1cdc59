// Told by several articles
// Which attacks do several articles tell of, and in which words?
// One row for each article, with the first words in which it says anything of the
// attack; an article that retells another counts, too (see `sources/retold-articles`).
// :param {least: 2, series: null, accepted: false, limit: 200}
// answers attack, day, articles, article, says, origin, quote
// words common, confirmed, corroborated, multiple
// param least integer=2: only attacks that at least so many articles tell of
// param series boolean?: true takes only series of attacks, false only single ones; null for both
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns articles: how many articles tell of it in accepted claims
// returns claims: how many accepted claims this article has of it
// returns proposed: how many proposed ones it has beside them
// returns relation: relation type of the claim with the first words
// returns says: how strongly the origin says it, in words
// returns polarity: affirmed, denied or withheld
// returns review: accepted, or proposed and not yet reviewed
// returns origin: on whose word it stands
// returns chain: who says that who says it, from the outside in
// returns hops: how many speakers the chain has, the outermost counted
// returns modality: how strongly the origin says it
// returns said_from: earliest day on which it was said
// returns said_to: latest day on which it was said
// returns article: id of the article
// returns start: where the quote begins in the raw text (inclusive)
// returns end: where the quote ends in the raw text (exclusive)
// returns quote: the verbatim words
// returns claim: id of the claim
// returns attack_id: id of the attack
// returns origin_id: id of the origin
MATCH (a:Attack)
WHERE $series IS NULL OR (coalesce(a.kind, '') = 'series') = $series
MATCH (a)<-[:SUBJECT]-(c:Claim) WHERE c.review = 'accepted'
WITH a, count(DISTINCT c.article) AS articles
WHERE articles >= $least
MATCH (a)<-[:SUBJECT]-(c:Claim) WHERE (c.review = 'accepted' OR NOT $accepted)
WITH a, articles, c ORDER BY c.article, c.review, coalesce(c.start, c.row, 0), c.id
WITH a, articles, c.article AS told, head(collect(c)) AS c,
  sum(CASE c.review WHEN 'accepted' THEN 1 ELSE 0 END) AS claims,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed
WHERE claims > 0
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on + CASE d.review WHEN 'accepted' THEN ''
    ELSE ' (proposed)' END) AS day,
    coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
RETURN a.name AS attack, day, articles, claims, proposed, c.relation AS relation,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS attack_id, c.origin_id AS origin_id
ORDER BY articles DESC, first_day, attack, attack_id, article
LIMIT toInteger($limit)
