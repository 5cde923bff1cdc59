// Disputed attacks
// About which attacks do speakers disagree who did it, and who says what?
// By accepted claims that are stated, alleged or suspected; culprits that could be
// anybody are left out. Disputed: two speakers name doers who have nothing in common, or
// somebody denies a doer whom somebody names. Partly shared: they share some doers and
// not all. A person or a cell stands for the bodies that claims which nobody denies make
// it part of, up to two steps away. `claimgraph report attack` follows more steps and
// sees what was taken back.
// :param {attack: null, status: null, limit: 200}
// answers attack, day, status, by_whom, does, doers, says
// words blame, conflicting, contested, contradiction, controversial, doubt
// param attack entity(attack)?: id of the attack; null for all
// param status text? of disputed, partly-shared: only these; null for both
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns status: disputed or partly-shared
// returns by_whom: who names or denies somebody
// returns does: claims (takes responsibility), names or denies
// returns doers: whom that one names, jointly, or denies
// returns says: how strongly at most, in words
// returns article: id of the article of that claim
// returns quote: the verbatim words of that claim
// returns proposed: how many proposed claims on who did it could change this
// returns attack_id: id of the attack
// returns by_whom_id: id of the one who names or denies
// returns doer_ids: ids of those who are named or denied
// returns claim_ids: ids of the claims that say so
CALL () {
  MATCH (a:Entity {id: $attack}) MATCH (a)<-[:SUBJECT]-(c:Claim)
  WHERE c.relation IN ['CLAIMED_BY', 'ATTRIBUTED_TO']
  RETURN a, c
  UNION ALL
  WITH 1 AS all WHERE $attack IS NULL
  MATCH (c:Claim) WHERE c.relation IN ['CLAIMED_BY', 'ATTRIBUTED_TO']
  MATCH (c)-[:SUBJECT]->(a:Entity)
  RETURN a, c
}
WITH a, c WHERE c.review = 'accepted' AND c.polarity <> 'withheld'
  AND c.modality IN ['stated', 'alleged', 'suspected']
WITH a, count(DISTINCT c.origin_id) AS speakers, count(DISTINCT c.object_id) AS doers,
  count(DISTINCT c.polarity) AS polarities
WHERE (speakers > 1 AND doers > 1) OR polarities > 1
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(c:Claim)
  WHERE c.relation IN ['CLAIMED_BY', 'ATTRIBUTED_TO'] AND c.review = 'accepted'
    AND c.polarity <> 'withheld' AND c.modality IN ['stated', 'alleged', 'suspected']
  MATCH (c)-[:OBJECT]->(g:Entity) WHERE NOT g:Unnamed
  MATCH (c)-[s:SAID_BY]->(o:Entity) WHERE s.hop = c.hops
  WITH o, g, c.polarity AS polarity, collect(c.id) AS said,
    max(CASE WHEN o = g OR c.relation = 'CLAIMED_BY' THEN 1 ELSE 0 END) AS own
  CALL (g) {
    WITH g WHERE NOT (g:Person OR coalesce(g.kind, '') = 'cell')
    RETURN [g.id] AS sides
    UNION ALL
    WITH g WHERE g:Person OR coalesce(g.kind, '') = 'cell'
    OPTIONAL MATCH (g)-[t:MEMBER_OF|PART_OF|LED_BY]-(b:Entity)
    WHERE NOT b:Unnamed AND (type(t) = 'LED_BY') = (endNode(t) = g)
      AND t.review = 'accepted' AND t.modality IN ['stated', 'alleged', 'suspected']
      AND NOT coalesce(t.former, false) AND NOT EXISTS {
        MATCH (g)-[d:DENIED]-(b)
        WHERE d.relation = t.relation AND d.review = 'accepted'
          AND d.modality IN ['stated', 'alleged', 'suspected']
      }
    WITH DISTINCT g, coalesce(b, g) AS near
    CALL (g, near) {
      WITH g, near WHERE near <> g AND (near:Person OR coalesce(near.kind, '') = 'cell')
      MATCH (near)-[u:MEMBER_OF|PART_OF|LED_BY]-(b:Entity)
      WHERE b <> g AND NOT b:Unnamed AND (type(u) = 'LED_BY') = (endNode(u) = near)
        AND u.review = 'accepted' AND u.modality IN ['stated', 'alleged', 'suspected']
        AND NOT coalesce(u.former, false) AND NOT EXISTS {
          MATCH (near)-[d:DENIED]-(b)
          WHERE d.relation = u.relation AND d.review = 'accepted'
            AND d.modality IN ['stated', 'alleged', 'suspected']
        }
      RETURN collect(DISTINCT b.id) AS far
    }
    WITH CASE size(far) WHEN 0 THEN [near.id] ELSE far END AS ids
    UNWIND ids AS id
    RETURN collect(DISTINCT id) AS sides
  }
  WITH o, g, polarity, said, own, sides WHERE size(sides) > 0
  WITH o.id AS by, o.name AS name, polarity, max(own) AS own, collect(g.id) AS ids,
    collect(sides) AS sides, collect(said) AS said
  RETURN collect({by: by, name: name, polarity: polarity, own: own, ids: ids,
    sides: reduce(all = [], part IN sides | all + part),
    said: reduce(all = [], part IN said | all + part)}) AS acts
}
WITH a, [one IN acts WHERE one.polarity = 'affirmed'] AS namings,
  [one IN acts WHERE one.polarity = 'denied'] AS denials
WITH a, namings, [one IN denials WHERE any(naming IN namings
    WHERE any(id IN one.ids WHERE id IN naming.ids OR id IN naming.sides))] AS denials
WITH a, namings + denials AS acts, CASE
  WHEN size(denials) > 0 OR any(one IN namings WHERE any(other IN namings
    WHERE none(side IN one.sides WHERE side IN other.sides))) THEN 'disputed'
  WHEN any(one IN namings WHERE any(other IN namings
    WHERE any(side IN one.sides WHERE NOT side IN other.sides))) THEN 'partly-shared'
  END AS status
WHERE status IS NOT NULL AND ($status IS NULL OR status = $status)
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND d.review = 'accepted'
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on + CASE d.review WHEN 'accepted' THEN ''
    ELSE ' (proposed)' END) AS day,
    coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
WITH a.id AS attack_id, a.name AS attack, day, first_day, acts, status
ORDER BY status, first_day, attack, attack_id LIMIT toInteger($limit)
CALL (attack_id) {
  MATCH (a:Entity {id: attack_id}) MATCH (a)<-[:SUBJECT]-(c:Claim)
  WHERE c.relation IN ['CLAIMED_BY', 'ATTRIBUTED_TO'] AND c.review <> 'accepted'
  RETURN count(c) AS proposed
}
UNWIND acts AS one
CALL (one) {
  UNWIND one.ids AS id
  MATCH (g:Entity {id: id})
  WITH g ORDER BY g.name, g.id
  RETURN collect(g.name) AS doers, collect(g.id) AS doer_ids
}
CALL (one) {
  UNWIND one.said AS id
  MATCH (c:Claim {id: id})
  WITH c
  ORDER BY CASE c.modality WHEN 'stated' THEN 0 WHEN 'alleged' THEN 1 ELSE 2 END, c.id
  RETURN head(collect(c)) AS c, collect(c.id) AS claim_ids
}
RETURN attack, day, status, one.name AS by_whom,
  CASE WHEN one.polarity = 'denied' THEN 'denies' WHEN one.own = 1 THEN 'claims'
    ELSE 'names' END AS does,
  doers, c.says AS says, c.article AS article, c.quote AS quote, proposed, attack_id,
  one.by AS by_whom_id, doer_ids, claim_ids
ORDER BY status, first_day, attack, attack_id, does, by_whom, by_whom_id
LIMIT toInteger($limit)
