// Arrests
// Who is said to have been arrested or to be held, by whom, when and where?
// People, cells and groups; denied and withheld claims too. With a day given, only
// what is dated, and possibly within the days.
// :param {who: null, by: null, from: null, to: null, accepted: false, limit: 200}
// answers who, by_whom, valid, place, says, origin
// words captured, caught, crackdown, custody, detainees, detention, imprisoned, jail, prisoners, raid, suspects
// param who entity(person, group)?: id of the one who is arrested; null for all
// param by entity(group, person, org, state)?: id of the one who arrests; null for all
// param from date?: first day, inclusive; null for no limit
// param to date?: last day, inclusive; null for no limit
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns who: name of the one who is arrested or held
// returns by_whom: name of the one who arrests or holds; null where none is named
// returns valid: when it was so (EDTF)
// returns valid_earliest: earliest day on which it was so
// returns valid_latest: latest day on which it was so
// returns place: name of the place
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
// returns who_id: id of the one who is arrested or held
// returns by_whom_id: id of the one who arrests or holds
// returns place_id: id of the place
// returns origin_id: id of the origin
CALL () {
  MATCH (p:Entity {id: $who}) MATCH (p)<-[:SUBJECT]-(c:Claim)
  WHERE c.relation = 'DETAINED_BY'
  RETURN c
  UNION ALL
  WITH 1 AS all WHERE $who IS NULL
  MATCH (c:Claim) WHERE c.relation = 'DETAINED_BY'
  RETURN c
}
WITH c WHERE (c.review = 'accepted' OR NOT $accepted)
  AND (($from IS NULL AND $to IS NULL) OR c.valid IS NOT NULL)
  AND ($from IS NULL OR c.valid_to IS NULL OR c.valid_to >= date($from))
  AND ($to IS NULL OR c.valid_from IS NULL OR c.valid_from <= date($to))
MATCH (c)-[:SUBJECT]->(p:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
WITH c, p, b WHERE $by IS NULL OR $by IN [b.id, c.object_id]
CALL (c) {
  WITH c WHERE c.place_id IS NOT NULL
  MATCH (w:Entity {id: c.place_id})
  RETURN collect(w.name) AS places
}
RETURN p.name AS who, b.name AS by_whom, c.valid AS valid,
  toString(c.valid_from) AS valid_earliest, toString(c.valid_to) AS valid_latest,
  coalesce(head(places), c.place_id) AS place,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  toString(c.said_from) AS said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, c.id AS claim,
  p.id AS who_id, b.id AS by_whom_id, c.place_id AS place_id, c.origin_id AS origin_id
ORDER BY coalesce(valid_earliest, valid_latest, '9999'), who, coalesce(by_whom, ''), coalesce(said_from, ''), article, start, claim
LIMIT toInteger($limit)
