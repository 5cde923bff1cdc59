// Picture of what a speaker says
// What stands on the word of a speaker?
// An edge for each pair, relation and polarity; claims of values are not drawn.
// :param {speaker: "org/nds", accepted: false, limit: 16}
// draws sources/according-to
// answers one, said, other
// param speaker entity: id of the speaker
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=16: at most so many edges
// returns one: the one that it is said of
// returns said: the edge of the first such claim
// returns other: the other one
MATCH (h:Entity {id: $speaker})
MATCH (h)<-[s:SAID_BY]-(c:Claim)
WHERE s.hop = c.hops AND (c.review = 'accepted' OR NOT $accepted)
MATCH (c)-[:SUBJECT]->(a:Entity)
MATCH (c)-[:OBJECT]->(b:Entity)
WITH a, b, c ORDER BY coalesce(toString(c.said_from), ''), c.article, c.start, c.id
WITH a, b, c.relation AS relation, c.polarity AS polarity, head(collect(c)) AS first
WITH a, b, relation, polarity, first ORDER BY polarity DESC, relation, a.id, b.id
LIMIT toInteger($limit)
MATCH (a)-[said]->(b) WHERE said.claim = first.id
RETURN a AS one, said, b AS other
ORDER BY polarity DESC, relation, a.id, b.id
