// Picture of paths
// How are two entities tied, directly or through one other, and who says so?
// An edge for each pair, relation and speaker; only what is affirmed, hypothetical claims
// left out. Ways of three steps: network/paths.
// :param {from: "org/nds", to: "group/haqqani-network", accepted: false, limit: 30}
// draws network/paths
// answers one, said, other
// param from entity: id of one entity
// param to entity: id of the other entity
// param accepted boolean=false: true leaves proposed claims out
// param limit integer=30: at most so many edges
// returns one: an entity on the way
// returns said: the edge of the first such claim
// returns other: the next entity on the way
MATCH (a:Entity {id: $from})
MATCH (b:Entity {id: $to})
CALL (a, b) {
  MATCH (a)-[r:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF|LED_BY
    |MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM|SUPPORTED_BY]-(b)
  WHERE r.modality <> 'hypothetical' AND (r.review = 'accepted' OR NOT $accepted)
  RETURN r
  UNION
  MATCH (a)-[nearer:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF
    |LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(x:Entity)
  MATCH (x)-[farther:ALLEGED_LINK|ATTRIBUTED_TO|CLAIMED_BY|DETAINED_BY|KILLED_BY|KIN_OF
    |LED_BY|MEMBER_OF|MERGED_INTO|PART_OF|PLEDGED_TO|RIVAL_OF|SAME_AS|SPLIT_FROM
    |SUPPORTED_BY]-(b)
  WHERE x <> a AND x <> b
    AND nearer.modality <> 'hypothetical' AND farther.modality <> 'hypothetical'
    AND (nearer.review = 'accepted' AND farther.review = 'accepted' OR NOT $accepted)
  UNWIND [nearer, farther] AS r
  RETURN r
}
WITH r WHERE $from <> $to
WITH r, startNode(r) AS x, endNode(r) AS y
ORDER BY coalesce(toString(r.said_from), ''), r.article, r.start, r.claim
WITH x, y, r.relation AS relation, r.origin_id AS origin, collect(r) AS claims
RETURN x AS one, head(claims) AS said, y AS other
ORDER BY x.id, y.id, relation, origin
LIMIT toInteger($limit)
