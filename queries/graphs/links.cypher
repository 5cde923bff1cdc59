// Picture of a group and its links
// With whom is a group said to be linked, by whom, and who denies it?
// Links, help, rivalry and belonging; of each relation to one other the first speaker,
// and everybody who denies or withholds it. All of them: graphs/pair.
// :param {group: "group/haqqani-network", without: null, accepted: false, limit: 16}
// draws groups/links
// answers one, said, other
// param group entity(group, person, org, state): id of the group
// param without entity?: id of a speaker whose word is left out, wherever it stands in the chain
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=16: at most so many edges
// returns one: the group
// returns said: the edge of the first such claim
// returns other: the other side
MATCH (g:Entity {id: $group})
MATCH (g)-[r:ALLEGED_LINK|SUPPORTED_BY|RIVAL_OF|PART_OF|DENIED|WITHHELD]-(o:Entity)
WHERE r.relation IN ['ALLEGED_LINK', 'SUPPORTED_BY', 'RIVAL_OF', 'PART_OF']
  AND (r.review = 'accepted' OR NOT $accepted)
  AND ($without IS NULL OR NOT EXISTS {
    MATCH (c:Claim {id: r.claim})-[:SAID_BY]->(h:Entity) WHERE h.id = $without
  })
WITH g, o, r ORDER BY coalesce(toString(r.said_from), ''), r.article, r.start, r.claim
WITH g, o, r.relation AS relation, r.polarity AS polarity, r.origin_id AS origin,
  collect(r) AS claims
WITH g, o, relation, polarity, head(claims) AS first ORDER BY first.claim
WITH g, o, relation, polarity, collect(first) AS firsts
UNWIND CASE polarity WHEN 'affirmed' THEN [head(firsts)] ELSE firsts END AS said
RETURN g AS one, said, o AS other
ORDER BY polarity DESC, relation, o.id, said.claim
LIMIT toInteger($limit)
