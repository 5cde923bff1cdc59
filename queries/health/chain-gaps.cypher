// Gaps in chains
// Which chains lack a speaker, or hold two at one place?
// :param {}
// defect
// answers claim, n, lo, hi
// returns claim: id of the claim
// returns n: how many speakers the chain has
// returns lo: place of the outermost
// returns hi: place of the innermost
MATCH (c:Claim)
OPTIONAL MATCH (c)-[s:SAID_BY]->(:Entity)
WITH c, count(s) AS n, count(DISTINCT s.hop) AS places, min(s.hop) AS lo,
  max(s.hop) AS hi
WHERE n = 0 OR lo <> 1 OR hi <> n OR places <> n OR c.hops <> n
RETURN c.id AS claim, n, lo, hi
ORDER BY claim
