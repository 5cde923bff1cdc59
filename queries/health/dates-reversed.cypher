// Dates that end before they begin
// Which claims, edges or speakers have an earliest day after the latest day?
// :param {}
// defect
// answers claim, field, first, last
// returns claim: id of the claim
// returns field: said, valid or on; "edge" or "hop" in front where it stands there
// returns first: the earliest day
// returns last: the latest day
CALL () {
  MATCH (c:Claim)
  UNWIND [{field: 'said', first: c.said_from, last: c.said_to},
    {field: 'valid', first: c.valid_from, last: c.valid_to},
    {field: 'on', first: c.on_from, last: c.on_to}] AS dates
  WITH c, dates WHERE dates.first > dates.last
  RETURN c.id AS claim, dates
  UNION ALL
  MATCH (:Entity)-[r]->(:Entity)
  WHERE r.claim IS NOT NULL
  UNWIND [{field: 'edge said', first: r.said_from, last: r.said_to},
    {field: 'edge valid', first: r.valid_from, last: r.valid_to}] AS dates
  WITH r, dates WHERE dates.first > dates.last
  RETURN r.claim AS claim, dates
  UNION ALL
  MATCH (c:Claim)-[s:SAID_BY]->(:Entity)
  WHERE s.said_from > s.said_to
  RETURN c.id AS claim, {field: 'hop said', first: s.said_from, last: s.said_to}
    AS dates
}
RETURN claim, dates.field AS field, toString(dates.first) AS first,
  toString(dates.last) AS last
ORDER BY claim, field, first, last
