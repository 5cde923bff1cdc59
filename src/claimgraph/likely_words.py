"""What people write where the files of a corpus have another word."""

from collections.abc import Collection

# what is written: the words that may be meant, the likeliest first
LIKELY: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("date", "day", "when"), ("published", "said", "valid", "on")),
    **dict.fromkeys(("time", "period", "during"), ("valid", "published", "said")),
    **dict.fromkeys(("source", "sources"), ("chain", "holder", "publisher")),
    **dict.fromkeys(
        ("speaker", "speakers", "said_by", "according_to", "origin", "attribution"),
        ("chain", "holder"),
    ),
    **dict.fromkeys(("who", "person"), ("holder", "author")),
    **dict.fromkeys(("outlet", "newspaper", "agency", "media"), ("publisher",)),
    **dict.fromkeys(("headline", "heading"), ("title",)),
    **dict.fromkeys(("writer", "byline", "journalist", "reporter"), ("author",)),
    **dict.fromkeys(("link", "href", "address", "web"), ("url",)),
    **dict.fromkeys(("lang", "locale"), ("language",)),
    **dict.fromkeys(("hash", "digest", "checksum", "sha"), ("sha256",)),
    **dict.fromkeys(("tlp", "classification"), ("marking",)),
    **dict.fromkeys(
        ("comment", "comments", "notes", "remark"), ("note", "description")
    ),
    **dict.fromkeys(("type", "predicate", "edge", "link_type"), ("relation", "kind")),
    **dict.fromkeys(("category", "subtype", "class"), ("kind",)),
    **dict.fromkeys(("from", "head", "left_side", "actor"), ("subject",)),
    **dict.fromkeys(("to", "tail", "target", "perpetrator", "culprit"), ("object",)),
    **dict.fromkeys(("text", "evidence", "passage", "sentence"), ("quote", "cue")),
    **dict.fromkeys(("words", "verb", "phrase"), ("cue", "quote")),
    **dict.fromkeys(("occurrence", "number", "index"), ("nth",)),
    **dict.fromkeys(("negated", "negation", "denied_by"), ("polarity",)),
    **dict.fromkeys(("certainty", "strength", "hedge"), ("modality",)),
    **dict.fromkeys(("channel", "via"), ("medium",)),
    **dict.fromkeys(("status", "state", "decision"), ("review", "verdict")),
    **dict.fromkeys(("position", "job", "function", "rank"), ("role",)),
    **dict.fromkeys(("location", "where", "at"), ("place", "within")),
    **dict.fromkeys(("parent", "part_of", "in", "country"), ("within",)),
    **dict.fromkeys(("latitude", "y"), ("lat",)),
    **dict.fromkeys(("longitude", "lng", "long", "x"), ("lon",)),
    **dict.fromkeys(("alias", "aka", "names", "also_known_as"), ("aliases",)),
    **dict.fromkeys(("label", "called"), ("name",)),
    **dict.fromkeys(("reply", "replies", "answers", "reply_to"), ("replies_to",)),
    **dict.fromkeys(("retold", "based_on", "summary_of"), ("retells",)),
    **dict.fromkeys(("count", "figure", "killed"), ("value",)),
    **dict.fromkeys(("reason_why", "because"), ("why",)),
    **dict.fromkeys(("positive", "yes", "true", "confirmed"), ("affirmed", "stated")),
    **dict.fromkeys(("negative", "no", "false", "refuted"), ("denied",)),
    **dict.fromkeys(("unknown", "silent", "no_comment"), ("withheld",)),
    **dict.fromkeys(("fact", "certain", "asserted"), ("stated",)),
    **dict.fromkeys(("claimed", "accused", "purported"), ("alleged",)),
    **dict.fromkeys(("likely", "probable", "believed"), ("suspected",)),
    **dict.fromkeys(("may", "might", "could", "maybe"), ("possible",)),
    **dict.fromkeys(("if", "conditional", "speculative"), ("hypothetical",)),
    **dict.fromkeys(("says", "states", "claims"), ("asserts", "CLAIMED_BY")),
    **dict.fromkeys(("quotes", "cites", "relays"), ("reports",)),
    **dict.fromkeys(("approved", "ok", "done", "checked"), ("accepted",)),
    **dict.fromkeys(("draft", "pending", "open", "todo"), ("proposed",)),
    **dict.fromkeys(("equal", "identical", "merge"), ("same",)),
    **dict.fromkeys(("other", "distinct", "split"), ("different",)),
    **dict.fromkeys(
        ("perpetrated_by", "carried_out_by", "blamed_on", "responsible"),
        ("ATTRIBUTED_TO",),
    ),
    **dict.fromkeys(("claimed_responsibility", "responsibility"), ("CLAIMED_BY",)),
    **dict.fromkeys(("linked_to", "tied_to", "connected_to"), ("ALLEGED_LINK",)),
    **dict.fromkeys(("leader", "leader_of", "heads", "commanded_by"), ("LED_BY",)),
    **dict.fromkeys(("member", "belongs_to", "fighter_of"), ("MEMBER_OF",)),
    **dict.fromkeys(("branch_of", "wing_of", "faction_of"), ("PART_OF",)),
    **dict.fromkeys(("arrested_by", "captured_by", "held_by"), ("DETAINED_BY",)),
    **dict.fromkeys(("dead", "death", "fatalities"), ("DIED", "KILLED", "CASUALTIES")),
    **dict.fromkeys(("sanctioned_by", "listed_by", "banned_by"), ("DESIGNATED_BY",)),
    **dict.fromkeys(("enemy_of", "fights", "opposes"), ("RIVAL_OF",)),
    **dict.fromkeys(("happened_in", "took_place_in"), ("LOCATED_IN",)),
}


def likely_word(word: str, known: Collection[str]) -> str | None:
    """The known word that people mean by another one; None where the table has none.

    >>> likely_word("Date", ["title", "published"]), likely_word("date", ["title"])
    ('published', None)
    """
    written = word.strip().casefold().replace("-", "_").replace(" ", "_")
    return next((one for one in LIKELY.get(written, ()) if one in known), None)
