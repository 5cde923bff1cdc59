// Who did it
// Who claims an attack, and who attributes it to whom, or says that it was not they?
// Taking responsibility and blame in one list, for one attack; denied, withheld and
// hypothetical claims too. Whether it is disputed says `attacks/disputed`.
// :param {attack: "attack/2020-03-25-kabul-gurdwara", polarity: null, modality: null, origin: null, accepted: false, limit: 200}
// answers how, doer, says, origin, article
// words accuse, behind, blame, culprit, guilty, mastermind, perpetrator, responsible, suspect
// param attack entity(attack): id of the attack
// param polarity polarity?: affirmed, denied or withheld; null for all
// param modality modality?: how strongly it is said; null for all
// param origin entity?: only what stands on the word of this one; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns how: claimed (the group itself takes responsibility) or attributed (by anybody)
// returns doer: name of the one who is said to have done it; null where none is named
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
// returns doer_id: id of the one who is said to have done it
// returns origin_id: id of the origin
MATCH (a:Entity {id: $attack})
MATCH (a)<-[:SUBJECT]-(c:Claim)
WHERE c.relation IN ['CLAIMED_BY', 'ATTRIBUTED_TO']
  AND (c.review = 'accepted' OR NOT $accepted)
  AND ($polarity IS NULL OR c.polarity = $polarity)
  AND ($modality IS NULL OR c.modality = $modality)
  AND ($origin IS NULL OR EXISTS {
    MATCH (c)-[s:SAID_BY]->(h:Entity) WHERE h.id = $origin AND s.hop = c.hops
  })
OPTIONAL MATCH (c)-[:OBJECT]->(g:Entity)
RETURN CASE c.relation WHEN 'CLAIMED_BY' THEN 'claimed' ELSE 'attributed' END AS how,
  g.name AS doer,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  g.id AS doer_id, c.origin_id AS origin_id
ORDER BY how DESC, coalesce(doer, ''), coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
