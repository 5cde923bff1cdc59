// Links of one kind
// Who is said to be linked to whom or helped by whom, in which way, or not to be?
// Alleged links and support; denied, withheld and hypothetical claims too.
// :param {kind: null, group: null, polarity: null, accepted: false, limit: 200}
// answers left, right, kind, says, origin, article, quote
// words affiliation, agents, alliance, allies, collaboration, connections, contacts, coordination, deal, defectors, friends, meeting, partners, partnership, recruitment, relations, relationship, sympathisers
// param kind text? of cooperation, joint-cell, division-of-labour, ties, liaison, shared-goals, defections, shelter, arms, funds, training, direction, logistics: only links of that kind; null for all
// param group entity(group, person, org, state)?: id of one of the two; null for all
// param polarity polarity?: affirmed, denied or withheld; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of one side; of support, of the one that is helped
// returns right: name of the other side; null where none is named
// returns kind: what kind of link or of help
// returns relation: ALLEGED_LINK or SUPPORTED_BY
// returns valid: when it held (EDTF)
// returns valid_earliest: earliest day on which it held
// returns valid_latest: latest day on which it held
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
// returns left_id: id of one side
// returns right_id: id of the other side
// returns origin_id: id of the origin
CALL () {
  MATCH (e:Entity {id: $group}) MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim)
  WHERE c.relation IN ['ALLEGED_LINK', 'SUPPORTED_BY']
  RETURN DISTINCT c
  UNION ALL
  WITH 1 AS all WHERE $group IS NULL
  MATCH (c:Claim) WHERE c.relation IN ['ALLEGED_LINK', 'SUPPORTED_BY']
  RETURN c
}
WITH c WHERE (c.review = 'accepted' OR NOT $accepted)
  AND ($kind IS NULL OR c.kind = $kind)
  AND ($polarity IS NULL OR c.polarity = $polarity)
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
RETURN a.name AS left, b.name AS right, c.kind AS kind, c.relation AS relation,
  c.valid AS valid, toString(c.valid_from) AS valid_earliest,
  toString(c.valid_to) AS valid_latest,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS left_id, b.id AS right_id, c.origin_id AS origin_id
ORDER BY coalesce(kind, ''), left, coalesce(right, ''), coalesce(said_from, ''),
  article, start, claim
LIMIT toInteger($limit)
