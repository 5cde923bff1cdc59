// Claimed by one, attributed to another
// Which attacks are claimed by one group and attributed to somebody else, and by whom?
// Accepted claims only; hypothetical ones, and culprits that could be anybody, are left
// out unless asked for. Whom the group names beside itself is no other; nor is a person
// or a cell whom claims that nobody denies make part of that group alone (reports follow
// more steps).
// :param {group: null, strong: true, unnamed: false, limit: 200}
// answers attack, day, claimed_by, attributed_to, says, by_whom
// words blame, contradiction, cover, credit, disagree, false, flag
// param group entity(group)?: id of the group that took responsibility; null for all
// param strong boolean=true: true takes only what is stated, alleged or suspected
// param unnamed boolean=false: true takes culprits that could be anybody, too (“evil circles”)
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns claimed_by: name of the group that took responsibility
// returns attributed_to: name of the one it is attributed to
// returns by_whom: name of the origin that attributes it
// returns says: how strongly at most
// returns article: id of the article of that claim
// returns quote: the verbatim words of that claim
// returns proposed: how many proposed claims attribute it to that one
// returns attack_id: id of the attack
// returns claimed_by_id: id of the group that took responsibility
// returns attributed_to_id: id of the one it is attributed to
// returns by_whom_id: id of the origin that attributes it
// returns claim_ids: ids of the claims on both sides
MATCH (a:Attack)-[own:CLAIMED_BY]->(g:Entity)
WHERE own.modality <> 'hypothetical' AND NOT g:Unnamed
  AND ($group IS NULL OR $group IN [g.id, own.object_id])
  AND (own.modality <> 'possible' OR NOT $strong) AND own.review = 'accepted'
WITH DISTINCT a, g
MATCH (a)-[other:ATTRIBUTED_TO]->(b:Entity)
WHERE b.id <> g.id AND ($unnamed OR NOT b:Unnamed) AND other.modality <> 'hypothetical'
  AND (other.modality <> 'possible' OR NOT $strong) AND other.review = 'accepted'
  AND other.origin_id <> g.id
WITH DISTINCT a, g, b, other.origin AS by_whom, other.origin_id AS by_whom_id
WHERE NOT (b:Person OR coalesce(b.kind, '') = 'cell') OR NOT EXISTS {
  MATCH (b)-[t:MEMBER_OF|PART_OF|LED_BY]-(g)
  WHERE t.review = 'accepted' AND NOT t.modality IN ['possible', 'hypothetical']
    AND NOT coalesce(t.former, false) AND NOT EXISTS {
      MATCH (b)-[d:DENIED]-(g)
      WHERE d.relation = t.relation AND d.review = 'accepted'
        AND NOT d.modality IN ['possible', 'hypothetical']
    }
} OR EXISTS {
  MATCH (b)-[t:MEMBER_OF|PART_OF|LED_BY]-(m:Entity)
  WHERE m.id <> g.id AND NOT m:Person AND NOT m:Unnamed AND t.review = 'accepted'
    AND NOT t.modality IN ['possible', 'hypothetical']
    AND NOT coalesce(t.former, false) AND NOT EXISTS {
      MATCH (b)-[d:DENIED]-(m)
      WHERE d.relation = t.relation AND d.review = 'accepted'
        AND NOT d.modality IN ['possible', 'hypothetical']
    }
}
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND d.review = 'accepted'
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on + CASE d.review WHEN 'accepted' THEN ''
    ELSE ' (proposed)' END) AS day,
    coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
WITH a, day, first_day, g, b, by_whom, by_whom_id
ORDER BY first_day, a.name, a.id, g.id, b.id, by_whom_id
LIMIT toInteger($limit)
MATCH (a)-[own:CLAIMED_BY]->(g)
WHERE own.modality <> 'hypothetical'
  AND (own.modality <> 'possible' OR NOT $strong) AND own.review = 'accepted'
WITH a, day, first_day, g, b, by_whom, by_whom_id, own.claim AS claim ORDER BY claim
WITH a, day, first_day, g, b, by_whom, by_whom_id, collect(claim) AS own_claims
MATCH (a)-[other:ATTRIBUTED_TO]->(b)
WHERE other.origin = by_whom AND other.origin_id = by_whom_id
  AND other.modality <> 'hypothetical'
  AND (other.modality <> 'possible' OR NOT $strong) AND other.review = 'accepted'
WITH a, day, first_day, g, b, by_whom, by_whom_id, own_claims, other
ORDER BY CASE other.modality WHEN 'stated' THEN 0 WHEN 'alleged' THEN 1
  WHEN 'suspected' THEN 2 ELSE 3 END, other.claim
WITH a, day, first_day, g, b, by_whom, by_whom_id, own_claims,
  collect(other.claim) AS others,
  head(collect(other)) AS one
CALL (a, b) {
  MATCH (a)-[p:ATTRIBUTED_TO]->(b) WHERE p.review <> 'accepted'
  RETURN count(p) AS proposed
}
RETURN a.name AS attack, day, g.name AS claimed_by, b.name AS attributed_to, by_whom,
  one.says AS says, one.article AS article, one.quote AS quote, proposed,
  a.id AS attack_id, g.id AS claimed_by_id, b.id AS attributed_to_id, by_whom_id,
  own_claims + others AS claim_ids
ORDER BY first_day, attack, attack_id, claimed_by_id, attributed_to_id, by_whom_id
