// Links of a group
// With whom is a group said to be linked, and how many origins say so?
// Affirmed ALLEGED_LINK claims, hypothetical ones left out; a speaker whom the article
// hides does not count where anybody else says the same, and a headline not where a
// speaker inside its article does.
// :param {group: "group/haqqani-network", limit: 200}
// answers other, kinds, says, origins, claims
// words alliance, allies, connections, cooperation, friends, network, partners, relations, relationship, ties
// param group entity(group, person, org, state): id of the group
// param limit integer=200: at most so many rows
// returns other: name of the other side
// returns claims: how many claims say so
// returns origins: how many origins stand behind them
// returns kinds: kinds of link that are told
// returns says: how strongly they say so, in words
// returns proposed: how many proposed claims say so, which are not counted
// returns other_id: id of the other side
// returns claim_ids: ids of the claims that were counted
MATCH (g:Entity {id: $group})
MATCH (g)<-[:SUBJECT|OBJECT]-(c:Claim)
WHERE c.relation = 'ALLEGED_LINK' AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical'
MATCH (c)-[:SUBJECT|OBJECT]->(other:Entity) WHERE other.id <> $group
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH other, c, o ORDER BY c.id
WITH other, collect(CASE WHEN c.review = 'accepted' THEN c END) AS said,
  collect(DISTINCT CASE WHEN c.review = 'accepted' THEN c.says END) AS ways,
  collect(DISTINCT CASE WHEN c.review = 'accepted' THEN c.kind END) AS kinds,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed,
  collect(DISTINCT CASE WHEN o.id STARTS WITH 'person/unspecified-'
    OR c.review <> 'accepted' OR c.headline THEN null ELSE o.id END) AS named,
  collect(CASE WHEN c.headline AND c.review = 'accepted'
    THEN {origin: o.id, article: c.article} END) AS headlines
WHERE size(said) > 0
WITH other, kinds, proposed, ways,
  [c IN said | c.id] AS claim_ids,
  size(reduce(all = named, one IN headlines |
    CASE WHEN one.origin IN all OR any(c IN said WHERE c.article = one.article
      AND c.hops > 1) THEN all ELSE all + one.origin END)) AS named
RETURN other.name AS other, size(claim_ids) AS claims,
  CASE named WHEN 0 THEN 1 ELSE named END AS origins,
  COLLECT { UNWIND kinds AS kind RETURN kind ORDER BY kind } AS kinds,
  COLLECT { UNWIND ways AS way RETURN way ORDER BY way } AS says,
  proposed, other.id AS other_id, claim_ids
ORDER BY origins DESC, claims DESC, other_id
LIMIT toInteger($limit)
