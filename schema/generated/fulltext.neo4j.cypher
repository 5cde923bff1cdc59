// Generated from schema/ by `python -m claimgraph.ontology`: do not edit.
CREATE FULLTEXT INDEX article_text IF NOT EXISTS FOR (n:Article) ON EACH [n.title, n.text];
CREATE FULLTEXT INDEX claim_quote IF NOT EXISTS FOR (n:Claim) ON EACH [n.quote];
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.names];
