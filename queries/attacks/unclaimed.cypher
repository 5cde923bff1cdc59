// Attacks that nobody claimed
// Which attacks has nobody taken responsibility for, and how often are they attributed?
// With a day given, only attacks that some origin dates (possibly) within the days.
// Attacks that nobody says took place (all that is said of them is hypothetical) and
// those that are laid on states and their bodies alone are left out unless asked for.
// :param {from: null, to: null, hypothetical: false, state: false, series: null, limit: 200}
// answers attack, day, attributed_to, says, attributions
// words mystery, unknown, unsolved
// param from date?: first day, inclusive; null for no limit
// param to date?: last day, inclusive; null for no limit
// param hypothetical boolean=false: true takes attacks that nobody says took place, too
// param state boolean=false: true takes those that only states and their bodies are said to have done, too
// param series boolean?: true takes only series of attacks, false only single ones; null for both
// param limit integer=200: at most so many rows
// returns attack: name of the attack
// returns day: days that origins give (EDTF); those of proposed claims say so
// returns attributed_to: names of those to whom it is attributed
// returns attributions: how many affirmed claims attribute it (none hypothetical)
// returns says: how strongly the attributions are said, in words
// returns proposed: how many proposed claims attribute it, or take responsibility for it
// returns attack_id: id of the attack
// returns claim_ids: ids of the claims that were counted
MATCH (a:Attack)
WHERE EXISTS {
    MATCH (a)<-[:SUBJECT|OBJECT]-(c:Claim)
    WHERE c.review = 'accepted' AND ($hypothetical OR c.modality <> 'hypothetical')
  }
  AND ($series IS NULL OR (coalesce(a.kind, '') = 'series') = $series)
  AND NOT EXISTS {
    MATCH (a)-[r:CLAIMED_BY]->()
    WHERE r.modality <> 'hypothetical' AND r.review = 'accepted'
  }
  AND (($from IS NULL AND $to IS NULL) OR EXISTS {
    MATCH (a)<-[:SUBJECT]-(d:Claim)
    WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
      AND d.modality <> 'hypothetical' AND d.review = 'accepted'
      AND ($from IS NULL OR d.on_to IS NULL OR d.on_to >= date($from))
      AND ($to IS NULL OR d.on_from IS NULL OR d.on_from <= date($to))
  })
  AND ($state OR NOT EXISTS {
    MATCH (a)-[r:ATTRIBUTED_TO]->(b:Entity)
    WHERE r.modality <> 'hypothetical' AND r.review = 'accepted'
      AND (b:State OR b:Organization)
  } OR EXISTS {
    MATCH (a)-[r:ATTRIBUTED_TO]->(b:Entity)
    WHERE r.modality <> 'hypothetical' AND r.review = 'accepted'
      AND NOT b:State AND NOT b:Organization
  })
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(d:Claim)
  WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
    AND d.modality <> 'hypothetical' AND d.review = 'accepted'
  WITH d ORDER BY coalesce(toString(d.on_from), ''), d.on
  RETURN collect(DISTINCT d.on + CASE d.review WHEN 'accepted' THEN ''
    ELSE ' (proposed)' END) AS day,
    coalesce(toString(min(d.on_from)), toString(min(d.on_to)), '9999') AS first_day
}
WITH a, day, first_day ORDER BY first_day, a.name, a.id LIMIT toInteger($limit)
CALL (a) {
  MATCH (a)-[c:ATTRIBUTED_TO]->(b:Entity)
  WHERE c.modality <> 'hypothetical' AND c.review = 'accepted'
  WITH b, c ORDER BY b.name, c.claim
  RETURN collect(DISTINCT b.name) AS attributed_to, collect(DISTINCT c.says) AS ways,
    collect(c.claim) AS claim_ids
}
CALL (a) {
  MATCH (a)-[c:ATTRIBUTED_TO|CLAIMED_BY]->() WHERE c.review <> 'accepted'
  RETURN count(c) AS proposed
}
RETURN a.name AS attack, day, attributed_to, size(claim_ids) AS attributions,
  COLLECT { UNWIND ways AS way RETURN way ORDER BY way } AS says, proposed, a.id AS attack_id, claim_ids
ORDER BY first_day, attack, attack_id
