// Picture of one origin behind several reports
// Which articles say the same of a pair on the word of one and the same speaker?
// The first such claim of each article, its speaker and its article; no headlines that
// sum up another speaker of their article.
// :param {a: "group/islamic-state-khorasan", b: "group/haqqani-network", accepted: false, limit: 12}
// draws groups/single-origin-links
// answers speaker, said, claim, stands, article
// param a entity: id of one entity
// param b entity: id of the other entity
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=12: at most so many claims
// returns speaker: the speaker
// returns said: the edge from the claim to the speaker
// returns claim: the claim
// returns stands: the edge from the claim to the article
// returns article: the article
MATCH (a:Entity {id: $a})
MATCH (b:Entity {id: $b})
MATCH (a)<-[end:SUBJECT|OBJECT]-(c:Claim)
MATCH (c)-[:SUBJECT|OBJECT]->(b)
WHERE $a <> $b AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[s:SAID_BY]->(h:Entity) WHERE s.hop = c.hops
WITH h, c, c.relation IN ['ALLEGED_LINK', 'RIVAL_OF'] OR type(end) = 'SUBJECT' AS straight
ORDER BY c.article, c.start, c.id
WITH collect({h: h, c: c, straight: straight}) AS told
UNWIND told AS one
WITH one.h AS h, one.c AS c, one.straight AS straight, told
WHERE c.headline IS NULL OR none(one IN told WHERE one.c.article = c.article
  AND one.c.hops > 1 AND one.c.relation = c.relation AND one.c.polarity = c.polarity
  AND one.straight = straight AND one.c.review = 'accepted'
  AND one.c.modality <> 'hypothetical')
WITH h, c.relation AS relation, c.polarity AS polarity, c.article AS article,
  head(collect(c)) AS first
WITH h, relation, polarity, collect(first) AS firsts WHERE size(firsts) > 1
UNWIND firsts AS c
WITH h, c ORDER BY c.id LIMIT toInteger($limit)
MATCH (c)-[said:SAID_BY]->(h) WHERE said.hop = c.hops
MATCH (c)-[stands:IN_ARTICLE]->(d:Article)
RETURN h AS speaker, said, c AS claim, stands, d AS article
ORDER BY c.id
