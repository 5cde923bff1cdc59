// Ties to states
// Who is said to be linked to a state or its services, or helped by them?
// States, governments, armed forces and services: alleged links and support; denied,
// withheld and hypothetical claims too.
// :param {group: null, state: null, accepted: false, limit: 200}
// answers who, relation, state, kind, says, origin
// words agency, agents, army, backing, country, foreign, government, intelligence, military, proxy, secret, spies, sponsor, spy
// param group entity(group, person)?: id of the one who has the ties; null for all
// param state entity(state, org)?: id of the state, or of its service; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns who: name of the group or the person
// returns relation: ALLEGED_LINK or SUPPORTED_BY
// returns state: name of the state or of the service
// returns kind: kind of link or of support
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
// returns who_id: id of the group or the person
// returns state_id: id of the state or of the service
// returns origin_id: id of the origin
MATCH (c:Claim) WHERE c.relation IN ['ALLEGED_LINK', 'SUPPORTED_BY']
  AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT|OBJECT]->(t:Entity)
WHERE ($state IS NULL OR t.id = $state) AND (t:State
  OR t.kind IN ['government', 'armed-force', 'security-service', 'ministry'])
MATCH (c)-[:SUBJECT|OBJECT]->(g:Entity)
WHERE (g:Group OR g:Person) AND ($group IS NULL OR g.id = $group)
RETURN g.name AS who, c.relation AS relation, t.name AS state, c.kind AS kind,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  g.id AS who_id, t.id AS state_id, c.origin_id AS origin_id
ORDER BY CASE relation WHEN 'ALLEGED_LINK' THEN 1 ELSE 0 END, state, who,
  coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
