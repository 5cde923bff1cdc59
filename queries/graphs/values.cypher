// Picture of dates and numbers
// Which date, or which number of dead, does each source give for an attack?
// Each claim with its value is a node between the attack and its speaker.
// :param {attack: "attack/2021-08-26-kabul-airport", relation: "OCCURRED_ON", accepted: false, limit: 12}
// draws attacks/dates
// answers attack, about, claim, said, speaker
// param attack entity(attack): id of the attack
// param relation relation='OCCURRED_ON': relation type, one that has values
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=12: at most so many claims
// returns attack: the attack
// returns about: the edge from the claim to the attack
// returns claim: the claim
// returns said: the edge from the claim to its speaker
// returns speaker: the one on whose word it stands
MATCH (a:Entity {id: $attack})
MATCH (a)<-[s:SUBJECT]-(c:Claim)
WHERE c.relation = $relation AND (c.review = 'accepted' OR NOT $accepted)
WITH a, s, c ORDER BY c.article, c.start, c.id
LIMIT toInteger($limit)
MATCH (c)-[said:SAID_BY]->(h:Entity) WHERE said.hop = c.hops
RETURN a AS attack, s AS about, c AS claim, said, h AS speaker
ORDER BY c.article, c.start, c.id
