// Edges without a claim
// Which edges between entities have no claim node, or share one with another edge?
// :param {}
// defect
// answers left, relation, right, claim
// returns left: name of the subject
// returns relation: the relation type of the edge
// returns right: name of the object
// returns claim: id of the claim that is missing
// returns left_id: id of the subject
// returns right_id: id of the object
CALL () {
  MATCH (a:Entity)-[r]->(b:Entity) WHERE type(r) <> 'WITHIN'
  RETURN r.claim AS claim, 1 AS edges, 0 AS nodes,
    {left: a.name, relation: type(r), right: b.name, left_id: a.id, right_id: b.id}
      AS edge
  UNION ALL
  MATCH (c:Claim)
  RETURN c.id AS claim, 0 AS edges, 1 AS nodes, null AS edge
}
WITH claim, sum(edges) AS edges, sum(nodes) AS nodes, collect(edge) AS found
WHERE edges > nodes
UNWIND found AS edge
RETURN edge.left AS left, edge.relation AS relation, edge.right AS right, claim,
  edge.left_id AS left_id, edge.right_id AS right_id
ORDER BY coalesce(claim, ''), relation, left_id, right_id
