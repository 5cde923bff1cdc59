// Long chains
// Which claims pass through three or more speakers?
// :param {hops: 3, accepted: false, limit: 200}
// answers relation, says, chain, quote
// words hearsay, indirect, secondhand
// param hops integer=3: least number of speakers, the outermost counted
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns claim: id of the claim
// returns relation: the relation type
// returns chain: who says that who says it, from the outside in
// returns article: id of the article
// returns says: how strongly the origin says it, in words
// returns polarity: affirmed, denied or withheld
// returns modality: how strongly the origin says it
// returns review: accepted, or proposed and not yet reviewed
// returns quote: the verbatim words
MATCH (c:Claim)
WHERE c.hops >= $hops AND (c.review = 'accepted' OR NOT $accepted)
RETURN c.id AS claim, c.relation AS relation, c.chain AS chain, c.article AS article,
  c.says AS says, c.polarity AS polarity, c.modality AS modality,
  c.review AS review, c.quote AS quote
ORDER BY c.hops DESC, article, c.start, claim
LIMIT toInteger($limit)
