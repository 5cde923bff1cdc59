// Members of two groups
// Who is said to belong to two groups, as a member or as a leader?
// Affirmed claims only, hypothetical ones and former memberships left out; a speaker
// whom the article hides does not count where anybody else says the same, and a headline
// not where a speaker inside its article does.
// :param {limit: 200}
// answers person, group_1, group_2, says, origins
// words both, defectors, double, overlap
// param limit integer=200: at most so many rows
// returns person: name of the person
// returns group_1: name of one group
// returns group_2: name of the other group
// returns origins: how many origins stand behind the two together
// returns says: how strongly they say so, in words
// returns proposed: how many proposed claims say so, which are not counted
// returns person_id: id of the person
// returns group_1_id: id of one group
// returns group_2_id: id of the other group
// returns claim_ids: ids of the claims on both sides
MATCH (c:Claim)
WHERE c.relation IN ['MEMBER_OF', 'LED_BY'] AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical' AND NOT coalesce(c.former, false)
MATCH (c)-[:SUBJECT|OBJECT]->(p:Person)
MATCH (c)-[:SUBJECT|OBJECT]->(g:Group)
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH p, g, c, o ORDER BY c.id
WITH p, g, collect(CASE WHEN c.review = 'accepted' THEN c END) AS said,
  collect(DISTINCT CASE WHEN c.review = 'accepted' THEN c.says END) AS ways,
  collect(DISTINCT CASE WHEN c.review = 'accepted' AND c.headline IS NULL THEN o.id END)
    AS origins,
  collect(CASE WHEN c.headline AND c.review = 'accepted'
    THEN {origin: o.id, article: c.article, told: c.relation} END) AS headlines,
  sum(CASE c.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed
WHERE size(said) > 0
WITH p, g, proposed, ways, [c IN said | c.id] AS claims,
  reduce(all = origins, one IN headlines |
    CASE WHEN one.origin IN all OR any(c IN said WHERE c.article = one.article
      AND c.relation = one.told AND c.hops > 1) THEN all ELSE all + one.origin END)
    AS origins
ORDER BY p.id, g.id
WITH p, collect({id: g.id, name: g.name, claims: claims, ways: ways, origins: origins,
  proposed: proposed}) AS bodies
WHERE size(bodies) > 1
UNWIND bodies AS one
UNWIND bodies AS two
WITH p, one, two WHERE one.id < two.id
UNWIND one.origins + two.origins AS origin
WITH p, one, two, count(DISTINCT CASE WHEN origin STARTS WITH 'person/unspecified-'
  THEN null ELSE origin END) AS named
RETURN p.name AS person, one.name AS group_1, two.name AS group_2,
  CASE named WHEN 0 THEN 1 ELSE named END AS origins,
  COLLECT { UNWIND one.ways + two.ways AS way RETURN DISTINCT way ORDER BY way } AS says,
  one.proposed + two.proposed AS proposed,
  p.id AS person_id, one.id AS group_1_id, two.id AS group_2_id,
  one.claims + two.claims AS claim_ids
ORDER BY person, person_id, group_1_id, group_2_id
LIMIT toInteger($limit)
