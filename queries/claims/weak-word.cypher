// On the word of the unnamed, or of detainees
// What rests on unnamed officials, anonymous or hidden speakers, or on confessions?
// Claims whose origin the article does not name, or who is held or confesses. Who passes
// on an unnamed word with doubt says `sources/doubting-relays`.
// :param {who: null, about: null, relation: null, accepted: false, limit: 200}
// answers origin, left, relation, right, says
// words agents, captured, confess, credibility, informant, interrogation, leak, nameless, prisoners, reliability, rumor, rumour, secret, sources, unconfirmed, unreliable, unverified
// param who text? of unnamed, detained: only these; null for both
// param about entity?: only what is said of this one; null for all
// param relation relation?: relation type; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns left: name of the subject
// returns relation: the relation type
// returns right: name of the object; for a number, who is counted; for a date, the date
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
// returns left_id: id of the subject
// returns right_id: id of the object
// returns origin_id: id of the origin
MATCH (c:Claim)-[s:SAID_BY]->(h:Entity)
WHERE s.hop = c.hops AND s.hop > 1 AND (c.review = 'accepted' OR NOT $accepted)
  AND ($relation IS NULL OR c.relation = $relation)
WITH c, h, coalesce(s.medium, '') = 'confession' OR EXISTS {
    MATCH (h)<-[:SUBJECT]-(d:Claim)
    WHERE d.relation = 'DETAINED_BY' AND d.polarity = 'affirmed'
      AND d.modality <> 'hypothetical'
  } AS detained
WHERE (detained AND coalesce($who, 'detained') = 'detained')
  OR (h:Unnamed AND coalesce($who, 'unnamed') = 'unnamed')
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
WITH c, a, b, h WHERE $about IS NULL OR $about IN [a.id, b.id]
RETURN a.name AS left, c.relation AS relation,
  coalesce(b.name, c.on, c.value_is, c.value_of) AS right,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  a.id AS left_id, b.id AS right_id, c.origin_id AS origin_id
ORDER BY CASE WHEN origin_id STARTS WITH 'person/unspecified-' THEN 1 ELSE 0 END,
  origin, article, coalesce(start, c.row, 0), claim
LIMIT toInteger($limit)
