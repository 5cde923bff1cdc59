// What a party denies
// What does a party deny, dispute or pointedly not say, by itself or by its people?
// Its people are those who are said to lead it, or to belong to it in any role
// (affirmed, accepted, stated and not former).
// :param {party: "group/taliban", relation: null, accepted: false, limit: 200}
// answers speaker, does, left, relation, right, says
// words accusation, attack, blast, bombing, disavow, dismiss, involvement, killing, refute, reject, shooting
// param party entity(group, person, org, state): id of the party
// param relation relation?: relation type; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns speaker: who of the party it is
// returns does: denies, rules out (says that it would or will not be: a pledge, a condition), withholds, disputes (contradicts what somebody said, or passes it on and does) or doubts
// returns left: name of the subject
// returns relation: the relation type
// returns right: name of the object; null where there is none
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
// returns speaker_id: id of the one of the party
// returns left_id: id of the subject
// returns right_id: id of the object
// returns origin_id: id of the origin
MATCH (p:Entity {id: $party})
CALL (p) {
  RETURN p AS x
  UNION
  MATCH (p)<-[t:MEMBER_OF]-(x:Entity)
  WHERE t.modality = 'stated' AND t.review = 'accepted'
    AND NOT coalesce(t.former, false)
  RETURN x
  UNION
  MATCH (p)-[t:LED_BY]->(x:Entity)
  WHERE t.modality = 'stated' AND t.review = 'accepted'
    AND NOT coalesce(t.former, false)
  RETURN x
}
MATCH (x)<-[s:SAID_BY]-(c:Claim)
WHERE (c.review = 'accepted' OR NOT $accepted)
  AND ($relation IS NULL OR c.relation = $relation)
WITH x, c, CASE
  WHEN s.hop < c.hops AND s.stance IN ['doubts', 'disputes'] THEN s.stance
  WHEN s.hop < c.hops THEN null
  WHEN c.polarity = 'denied' AND c.modality = 'hypothetical' THEN 'rules out'
  WHEN c.polarity = 'denied' THEN 'denies'
  WHEN c.polarity = 'withheld' THEN 'withholds'
  WHEN c.reply_how = 'disputes' THEN 'disputes'
  ELSE null END AS does
WHERE does IS NOT NULL
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
RETURN x.name AS speaker, does, a.name AS left, c.relation AS relation, b.name AS right,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  x.id AS speaker_id, a.id AS left_id, b.id AS right_id, c.origin_id AS origin_id
ORDER BY does, relation, left, coalesce(right, ''), coalesce(said_from, ''), article,
  start, claim, speaker_id
LIMIT toInteger($limit)
