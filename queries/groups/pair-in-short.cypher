// A pair in short
// Who affirms and who denies that two are tied, in which way and how strongly?
// One row for each relation, kind and strength, with all who say so; the ways that few
// tell of come first. Each claim with its words gives `groups/pair`.
// :param {a: "group/islamic-state-khorasan", b: "group/haqqani-network", relation: null, accepted: false, limit: 200}
// answers subject, relation, object, kind, says, by_whom
// words between, connection, link, relations, relationship
// param a entity: id of one entity
// param b entity: id of the other entity
// param relation relation?: relation type; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns subject: name of the one it is said of
// returns relation: the relation type
// returns object: name of the other
// returns kind: its finer type
// returns says: how strongly the origins say it, in words
// returns by_whom: names of the origins
// returns claims: how many accepted claims say so
// returns proposed: how many proposed claims say so beside them
// returns articles: ids of the articles
// returns subject_id: id of the subject
// returns object_id: id of the object
// returns claim_ids: ids of the claims
MATCH (a:Entity {id: $a})
MATCH (b:Entity {id: $b})
MATCH (a)-[r]-(b)
WHERE r.claim IS NOT NULL AND (r.review = 'accepted' OR NOT $accepted)
  AND ($relation IS NULL OR r.relation = $relation)
WITH a, b, r,
  r.relation IN ['ALLEGED_LINK', 'RIVAL_OF'] OR startNode(r).id = a.id AS straight
ORDER BY coalesce(toString(r.said_from), ''), r.article, r.start, r.claim
WITH CASE WHEN straight THEN a.id ELSE b.id END AS subject_id,
  CASE WHEN straight THEN b.id ELSE a.id END AS object_id,
  CASE WHEN straight THEN a.name ELSE b.name END AS subject,
  CASE WHEN straight THEN b.name ELSE a.name END AS object,
  r.relation AS relation, r.kind AS kind, r.says AS says,
  collect(DISTINCT CASE r.review WHEN 'accepted' THEN r.origin END) AS by_whom,
  collect(DISTINCT CASE r.review WHEN 'accepted' THEN r.article END) AS articles,
  collect(CASE r.review WHEN 'accepted' THEN r.claim END) AS claim_ids,
  sum(CASE r.review WHEN 'accepted' THEN 0 ELSE 1 END) AS proposed
WHERE size(claim_ids) > 0
RETURN subject, relation, object, kind, says, by_whom, size(claim_ids) AS claims,
  proposed, articles, subject_id, object_id, claim_ids
ORDER BY CASE relation WHEN 'ALLEGED_LINK' THEN 1 ELSE 0 END, relation, claims DESC,
  coalesce(kind, ''), says, subject_id
LIMIT toInteger($limit)
