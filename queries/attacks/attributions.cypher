// Attributions of attacks
// Who attributes which attack to whom, who denies it, who withholds it?
// :param {attack: null, culprit: null, polarity: null, modality: null, origin: null, accepted: false, limit: 200}
// answers attack, day, culprit, says, origin
// words accuse, blame, culprit, perpetrator, responsible, suspect
// param attack entity(attack)?: id of the attack; null for all
// param culprit entity(group, person, org, state)?: id of the one it is attributed to; null for all
// param polarity polarity?: affirmed, denied or withheld; null for all
// param modality modality?: how strongly it is said; null for all
// param origin entity?: only what stands on the word of this one; null for all
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns culprit: name of the one it is attributed to; null where none is named
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
// returns attack_id: id of the attack
// returns culprit_id: id of the culprit
// returns origin_id: id of the origin
CALL () {
  MATCH (o:Entity {id: $origin}) MATCH (o)<-[s:SAID_BY]-(:Claim)
  RETURN collect(DISTINCT s.holder_id) AS voices
}
CALL (voices) {
  MATCH (a:Entity {id: $attack}) MATCH (a)<-[:SUBJECT]-(c:Claim)
  WHERE c.relation = 'ATTRIBUTED_TO'
  OPTIONAL MATCH (c)-[:OBJECT]->(g:Entity)
  RETURN a, c, g
  UNION ALL
  WITH voices WHERE $attack IS NULL
  MATCH (g:Entity {id: $culprit})
  MATCH (g)<-[:ATTRIBUTED_TO|DENIED|WITHHELD]-(a:Attack)
  WITH DISTINCT g, a, voices
  OPTIONAL MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
  WITH g, voices, a, coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
  WITH g, voices, first_day, a.name AS name, collect(a) AS named
  ORDER BY first_day, name
  CALL (g, named, voices) {
    UNWIND named AS a
    MATCH (a)-[c:ATTRIBUTED_TO|DENIED|WITHHELD]->(g)
    WHERE c.relation = 'ATTRIBUTED_TO' AND (c.review = 'accepted' OR NOT $accepted)
      AND ($polarity IS NULL OR c.polarity = $polarity)
      AND ($modality IS NULL OR c.modality = $modality)
      AND ($origin IS NULL OR c.origin_id IN voices)
    RETURN a, c
    ORDER BY coalesce(toString(c.said_from), ''), c.article, c.start, c.claim
  }
  RETURN a, c, g LIMIT toInteger($limit)
  UNION ALL
  WITH voices WHERE $attack IS NULL AND $culprit IS NULL
  MATCH (a:Attack) WHERE a.name IS NOT NULL
  OPTIONAL MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
  WITH voices, a, coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
  WITH voices, first_day, a.name AS name, collect(a) AS named
  ORDER BY first_day, name
  CALL (named, voices) {
    UNWIND named AS a
    MATCH (a)<-[:SUBJECT]-(c:Claim)
    WHERE c.relation = 'ATTRIBUTED_TO' AND (c.review = 'accepted' OR NOT $accepted)
      AND ($polarity IS NULL OR c.polarity = $polarity)
      AND ($modality IS NULL OR c.modality = $modality)
      AND ($origin IS NULL OR c.origin_id IN voices)
    RETURN a, c
    ORDER BY coalesce(toString(c.said_from), ''), c.article, c.start, c.id
  }
  WITH a, c LIMIT toInteger($limit)
  OPTIONAL MATCH (c)-[:OBJECT]->(g:Entity)
  RETURN a, c, g
  UNION ALL
  WITH coalesce($attack, $culprit) AS written WHERE written IS NOT NULL
  OPTIONAL MATCH (e:Entity {id: written})<-[:SUBJECT|OBJECT]-(own:Claim)
  WITH own LIMIT 1
  UNWIND CASE WHEN own IS NULL THEN ['ATTRIBUTED_TO'] ELSE [] END AS relation
  MATCH (c:Claim) WHERE c.relation = relation
    AND CASE WHEN $attack IS NULL THEN c.object_id = $culprit
      ELSE c.subject_id = $attack END
  MATCH (c)-[:SUBJECT]->(a:Attack)
  OPTIONAL MATCH (c)-[:OBJECT]->(g:Entity)
  RETURN a, c, g
}
WITH a, c, g, voices, toString(c.said_from) AS said_from, coalesce(c.claim, c.id) AS claim
WHERE (c.review = 'accepted' OR NOT $accepted)
  AND ($culprit IS NULL OR $culprit IN [g.id, c.object_id])
  AND ($polarity IS NULL OR c.polarity = $polarity)
  AND ($modality IS NULL OR c.modality = $modality)
  AND ($origin IS NULL OR c.origin_id IN voices)
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on + CASE d.review WHEN 'accepted' THEN ''
    ELSE ' (proposed)' END) AS day,
    coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
WITH a, day, first_day, c, g, said_from, claim
ORDER BY first_day, a.name, coalesce(said_from, ''), c.article, c.start, claim
LIMIT toInteger($limit)
RETURN a.name AS attack, day, g.name AS culprit,
  c.says AS says, c.polarity AS polarity, c.review AS review, c.origin AS origin,
  c.chain AS chain, c.hops AS hops, c.modality AS modality,
  said_from, toString(c.said_to) AS said_to,
  c.article AS article, c.start AS start, c.end AS end,
  c.quote AS quote, claim,
  a.id AS attack_id, g.id AS culprit_id, c.origin_id AS origin_id
ORDER BY first_day, attack, coalesce(said_from, ''), article, start, claim
