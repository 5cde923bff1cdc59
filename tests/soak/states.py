"""The commands of the soak, and the states of a graph that they lead to."""

from soak.ground import State, Words

LOAD: Words = ("load", "@big.claims.jsonl")
CHANGE: Words = ("load", "@changed.claims.jsonl")
JUDGE: Words = ("load", "@judged.claims.jsonl")
OTHER: Words = ("load", "@other.claims.jsonl")
IMPORT: Words = ("import", "@big.trig")
GONE: Words = ("forget", "big")
ALPHA: Words = ("forget", "alpha")

EMPTY: State = ()
FIRST: State = (LOAD,)
MARKET: State = (("load", "@market"),)
TWO: State = (*MARKET, OTHER)
BIG: State = (*MARKET, LOAD)
CHANGED: State = (*BIG, CHANGE)
JUDGED: State = (*BIG, JUDGE)
FORGOTTEN: State = (*BIG, GONE)
IMPORTED: State = (*MARKET, IMPORT)
# as MARKET again, so that a server can go round
ROUND: State = (*CHANGED, GONE)
