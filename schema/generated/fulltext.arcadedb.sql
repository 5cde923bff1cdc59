-- Generated from schema/ by `python -m claimgraph.ontology`: do not edit.
CREATE PROPERTY Article.title IF NOT EXISTS STRING;
CREATE PROPERTY Article.text IF NOT EXISTS STRING;
CREATE INDEX article_text IF NOT EXISTS ON Article (title, text) FULL_TEXT;
CREATE PROPERTY Claim.quote IF NOT EXISTS STRING;
CREATE INDEX claim_quote IF NOT EXISTS ON Claim (quote) FULL_TEXT;
CREATE PROPERTY Entity.names IF NOT EXISTS STRING;
CREATE INDEX entity_names IF NOT EXISTS ON Entity (names) FULL_TEXT;
