// Kinds of source behind a link
// Which kinds of source say that two are linked?
// Affirmed ALLEGED_LINK claims, hypothetical ones left out; a speaker whom the article
// hides does not count where anybody else says the same, and a headline not where a
// speaker inside its article does.
// :param {a: "group/islamic-state-khorasan", b: "group/haqqani-network"}
// answers kind, origins, claims
// words expert, government, media, official, press
// param a entity: id of one side
// param b entity: id of the other side
// returns kind: kind of the origin as its entry says; null where it says none
// returns origins: how many origins of that kind
// returns claims: how many claims of theirs
// returns proposed: how many proposed claims say so, which are not counted
// returns claim_ids: ids of the claims that were counted
MATCH (a:Entity {id: $a})
MATCH (a)<-[:SUBJECT|OBJECT]-(c:Claim)
WHERE c.relation = 'ALLEGED_LINK' AND c.polarity = 'affirmed'
  AND c.modality <> 'hypothetical'
MATCH (c)-[:SUBJECT|OBJECT]->(b:Entity) WHERE b.id = $b AND $a <> $b
MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
WITH c, o ORDER BY c.id
WITH collect({c: c, origin: o.id, ok: c.review = 'accepted', kind: o.kind,
  hidden: o.id STARTS WITH 'person/unspecified-'}) AS said
WITH [one IN said WHERE NOT (one.ok AND coalesce(one.c.headline, false)
  AND any(other IN said WHERE other.ok AND other.c.article = one.c.article
    AND other.c.hops > 1))] AS said
WITH said, size([one IN said WHERE one.ok AND NOT one.hidden]) AS open
UNWIND said AS one
WITH one, open WHERE open = 0 OR NOT one.hidden
WITH one.kind AS kind, open,
  count(DISTINCT CASE WHEN one.ok THEN one.origin END) AS speakers,
  collect(CASE WHEN one.ok THEN one.c.id END) AS claim_ids,
  sum(CASE WHEN one.ok THEN 0 ELSE 1 END) AS proposed
WHERE size(claim_ids) > 0
WITH kind, CASE open WHEN 0 THEN 1 ELSE speakers END AS origins, claim_ids, proposed
RETURN kind, origins, size(claim_ids) AS claims, proposed, claim_ids
ORDER BY origins DESC, claims DESC, coalesce(kind, '')
