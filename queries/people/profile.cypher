// Profile of a person
// What is said about this person, for and against?
// :param {person: "person/sirajuddin-haqqani", accepted: false, limit: 200}
// answers relation, direction, other, says, origin
// param person entity(person): id of the person
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns relation: the relation type
// returns direction: subject or object: which end the person is
// returns other: name of the other end; null where none is named
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
// returns other_id: id of the other end
// returns origin_id: id of the origin
MATCH (p:Entity {id: $person})
MATCH (p)<-[end:SUBJECT|OBJECT]-(c:Claim)
WHERE (c.review = 'accepted' OR NOT $accepted)
WITH c, toLower(type(end)) AS direction
OPTIONAL MATCH (c)-[other_end:SUBJECT|OBJECT]->(o:Entity)
WHERE toLower(type(other_end)) <> direction
RETURN c.relation AS relation, direction, o.name AS other,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  o.id AS other_id, c.origin_id AS origin_id
ORDER BY relation, coalesce(said_from, ''), article, start, claim, direction
LIMIT toInteger($limit)
