// Picture of an attack
// Who is said to be behind an attack, and who says so, denies it or will not say?
// An edge for each speaker, relation and polarity: its caption names the speaker.
// :param {attack: "attack/2020-03-25-kabul-gurdwara", without: null, accepted: false, limit: 40}
// draws attacks/attributions
// answers attack, said, culprit
// param attack entity(attack): id of the attack
// param without entity?: id of a speaker whose word is left out, wherever it stands in the chain
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=40: at most so many edges
// returns attack: the attack
// returns said: the edge of the first such claim
// returns culprit: the one that is named
MATCH (a:Entity {id: $attack})
MATCH (a)-[r:ATTRIBUTED_TO|CLAIMED_BY|DENIED|WITHHELD]->(g:Entity)
WHERE r.relation IN ['ATTRIBUTED_TO', 'CLAIMED_BY']
  AND (r.review = 'accepted' OR NOT $accepted)
  AND ($without IS NULL OR NOT EXISTS {
    MATCH (c:Claim {id: r.claim})-[:SAID_BY]->(h:Entity) WHERE h.id = $without
  })
WITH a, g, r ORDER BY coalesce(toString(r.said_from), ''), r.article, r.start, r.claim
WITH a, g, r.relation AS relation, r.polarity AS polarity, r.origin_id AS origin,
  collect(r) AS claims
RETURN a AS attack, head(claims) AS said, g AS culprit
ORDER BY relation, polarity, g.id, origin
LIMIT toInteger($limit)
