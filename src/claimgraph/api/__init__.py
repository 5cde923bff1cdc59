"""What can be done? Each module a kind of work; `claimgraph` itself lists the names."""
