// Attacks that nobody claimed
// Which attacks has nobody taken responsibility for, and how often are they attributed?
// With a day given, only attacks that some origin dates (possibly) within the days.
// :param {from: null, to: null, accepted: false, limit: 200}
// answers name, attributions
// param from date?: first day, inclusive; null for no limit
// param to date?: last day, inclusive; null for no limit
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=200: at most so many rows
// returns attack: id of the attack
// returns name: name of the attack
// returns attributions: how many affirmed claims attribute it (none hypothetical)
// returns claim_ids: ids of the claims that were counted
MATCH (a:Attack)
WHERE EXISTS { (a)<-[:SUBJECT|OBJECT]-(:Claim) }
  AND NOT EXISTS {
    MATCH (a)-[r:CLAIMED_BY]->()
    WHERE r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
  }
  AND (($from IS NULL AND $to IS NULL) OR EXISTS {
    MATCH (a)<-[:SUBJECT]-(d:Claim)
    WHERE d.relation = 'OCCURRED_ON' AND d.polarity = 'affirmed'
      AND d.modality <> 'hypothetical' AND (d.review = 'accepted' OR NOT $accepted)
      AND ($from IS NULL OR d.on_to IS NULL OR d.on_to >= date($from))
      AND ($to IS NULL OR d.on_from IS NULL OR d.on_from <= date($to))
  })
OPTIONAL MATCH (a)-[c:ATTRIBUTED_TO]->()
WHERE c.modality <> 'hypothetical' AND (c.review = 'accepted' OR NOT $accepted)
WITH a, c.claim AS claim ORDER BY claim
WITH a, collect(claim) AS claim_ids
RETURN a.id AS attack, a.name AS name, size(claim_ids) AS attributions, claim_ids
ORDER BY attack
LIMIT toInteger($limit)
