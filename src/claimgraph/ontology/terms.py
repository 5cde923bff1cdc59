"""Classes and properties of the vocabulary that the YAML files do not declare."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property: comment, domain, range and mappings as prefixed names."""

    name: str
    comment: str
    domain: str = ""
    range: str = ""
    parents: str = ""
    close: str = ""

    @property
    def label(self) -> str:
        """The name in words: `cueStart` is "cue start"."""
        words = "".join(f" {c.lower()}" if c.isupper() else c for c in self.name)
        return words.strip()


CLASSES = (
    Term(
        "Proposition",
        "What a claim says, denies or withholds, apart from who says it; it is also "
        "what aida:claimSemantics points to.",
        close="np:Assertion",
    ),
    Term(
        "Hop",
        "One speaker of a chain, counted from the outside in.",
        parents="prov:Attribution",
        close="sem:View",
    ),
    Term(
        "Value",
        "A number range or a date of a claim.",
        close="schema:QuantitativeValue",
    ),
    Term("Zone", "A part of an article that makes no claims."),
    Term("Retelling", "A passage of an article that tells another work again."),
    Term(
        "Alias",
        "Another name, with its place among several, and its mark: case counts, or it "
        "is ambiguous.",
    ),
)

PROPERTIES = (
    Term("proposition", "What the claim is about.", "cg:Claim", "cg:Proposition"),
    Term(
        "relation",
        "The relation type.",
        "cg:Proposition",
        "skos:Concept",
        close="rdf:predicate",
    ),
    Term(
        "subject",
        "The subject; of a claim where it is written the other way round.",
        "cg:Proposition cg:Claim",
        "cg:Entity",
        close="rdf:subject",
    ),
    Term(
        "object",
        "The object; of a claim where it is written the other way round.",
        "cg:Proposition cg:Claim",
        "cg:Entity",
        close="rdf:object",
    ),
    Term(
        "valueKind",
        "What is counted, or `on` for a date.",
        "cg:Proposition",
        "xsd:string",
    ),
    Term("value", "The number range or date.", "cg:Claim", "cg:Value"),
    Term("min", "At least so many, inclusive.", "cg:Value", "xsd:integer"),
    Term("max", "At most so many, inclusive.", "cg:Value", "xsd:integer"),
    Term("of", "Who is counted.", "cg:Value", "xsd:string"),
    Term("about", "True for a rounded number.", "cg:Value", "xsd:boolean"),
    Term("on", "The date that the source gives, EDTF.", "cg:Value", "xsd:string"),
    Term("onFrom", "Earliest day of `on`.", "cg:Value", "xsd:date"),
    Term("onTo", "Latest day of `on`.", "cg:Value", "xsd:date"),
    Term("polarity", "Whether the origin affirms it.", "cg:Claim", "skos:Concept"),
    Term(
        "reason", "The pointed silence of a withheld claim.", "cg:Claim", "skos:Concept"
    ),
    Term("modality", "How strongly the origin says it.", "cg:Claim", "skos:Concept"),
    Term(
        "kind",
        "The finer type.",
        "cg:Claim cg:Entity cg:Article cg:Zone",
        "skos:Concept",
    ),
    Term("role", "What the person is in the body.", "cg:Claim"),
    Term("former", "True where it is over.", "cg:Claim", "xsd:boolean"),
    Term("review", "Whether a person stands by the claim.", "cg:Claim", "skos:Concept"),
    Term("grade", "An analyst's Admiralty grade.", "cg:Claim", "xsd:string"),
    Term("note", "The coder's words.", "cg:Claim cg:Article", "xsd:string"),
    Term("label", "A name unique in its file.", "cg:Claim", "xsd:string"),
    Term("digest", "Hash over every authored field.", "cg:Claim", "xsd:string"),
    Term(
        "hop",
        "A speaker of the chain.",
        "cg:Claim",
        "cg:Hop",
        parents="prov:qualifiedAttribution",
    ),
    Term(
        "hops", "Length of the chain, the publisher counted.", "cg:Claim", "xsd:integer"
    ),
    Term(
        "index",
        "Place in the chain, the article or the list of names, from 1.",
        "cg:Hop cg:Zone cg:Retelling cg:Alias",
        "xsd:integer",
    ),
    Term("holder", "Who speaks.", "cg:Hop", "cg:Entity"),
    Term("stance", "Towards what is inside.", "cg:Hop", "skos:Concept"),
    Term("cue", "The verbatim words that mark the speaker.", "cg:Hop", "xsd:string"),
    Term("cueStart", "First code point of the cue.", "cg:Hop", "xsd:integer"),
    Term("cueEnd", "Code point after the cue.", "cg:Hop", "xsd:integer"),
    Term("implicit", "True where no words mark the speaker.", "cg:Hop", "xsd:boolean"),
    Term("medium", "How it was said.", "cg:Hop", "skos:Concept"),
    Term(
        "origin",
        "On whose word the claim stands: the last holder.",
        "cg:Claim",
        "cg:Entity",
        "prov:wasAttributedTo",
        "sem:accordingTo aida:claimer",
    ),
    Term(
        "article",
        "The article that says it.",
        "cg:Claim",
        "cg:Article",
        "prov:wasDerivedFrom",
        "schema:appearance",
    ),
    Term(
        "publishedBy",
        "The publisher, as written.",
        "cg:Article",
        "cg:Organization",
        "prov:wasAttributedTo schema:publisher",
    ),
    Term(
        "writtenBy",
        "The author, as written.",
        "cg:Article",
        "cg:Person",
        "prov:wasAttributedTo schema:author",
    ),
    Term(
        "retells",
        "A work that the article tells again.",
        "cg:Article",
        "cg:Article",
        "prov:wasDerivedFrom schema:isBasedOn",
    ),
    Term(
        "retelling", "A passage that tells a work again.", "cg:Article", "cg:Retelling"
    ),
    Term("work", "The work that is told again.", "cg:Retelling", "cg:Article"),
    Term("zone", "A part that makes no claims.", "cg:Article", "cg:Zone"),
    Term(
        "from",
        "Words with which it begins, inclusive.",
        "cg:Zone cg:Retelling",
        "xsd:string",
    ),
    Term(
        "to",
        "Words with which it ends, inclusive.",
        "cg:Zone cg:Retelling",
        "xsd:string",
    ),
    Term(
        "corpus",
        "The corpus that it came with.",
        "cg:Article cg:Judgement",
        "xsd:string",
    ),
    Term("publishedWhy", "How the coder knows the date.", "cg:Article", "xsd:string"),
    Term("sha256", "SHA-256 of the raw text.", "cg:Article", "xsd:string"),
    Term(
        "sourceSha256",
        "SHA-256 of the page it was made from.",
        "cg:Article",
        "xsd:string",
    ),
    Term("marking", "Who may see it, TLP.", "cg:Article", "xsd:string"),
    Term("outside", "True on a work outside the corpus.", "cg:Article", "xsd:boolean"),
    Term(
        "quoteChecked", "False where no text was at hand.", "cg:Article", "xsd:boolean"
    ),
    Term(
        "rejected",
        "How many claims of its file were rejected.",
        "cg:Article",
        "xsd:integer",
    ),
    Term("text", "The raw text.", "cg:Article", "xsd:string"),
    Term("selector", "Where the quote is.", "cg:Claim", "oa:SpecificResource"),
    Term("row", "Row of a table, from 1.", "", "xsd:integer"),
    Term("column", "Column of a table.", "", "xsd:string"),
    Term(
        "said",
        "When it was uttered, EDTF.",
        "cg:Claim cg:Hop",
        "xsd:string",
        close="aida:claimDateTime",
    ),
    Term("saidFrom", "Earliest day of saying.", "cg:Claim cg:Hop", "xsd:date"),
    Term("saidTo", "Latest day of saying.", "cg:Claim cg:Hop", "xsd:date"),
    Term("valid", "When it held in the world, EDTF.", "cg:Claim", "xsd:string"),
    Term("validFrom", "Earliest day on which it held.", "cg:Claim", "xsd:date"),
    Term("validTo", "Latest day on which it held.", "cg:Claim", "xsd:date"),
    Term("validWords", "The article's words for the period.", "cg:Claim", "xsd:string"),
    Term("published", "When it was published, EDTF.", "cg:Article", "xsd:string"),
    Term("publishedFrom", "Earliest day of publication.", "cg:Article", "xsd:date"),
    Term("publishedTo", "Latest day of publication.", "cg:Article", "xsd:date"),
    Term(
        "by",
        "Producer with version and rule.",
        "cg:Claim cg:Entity",
        "xsd:string",
        close="prov:wasGeneratedBy",
    ),
    Term(
        "confidence",
        "The producer's own estimate, no truth value.",
        "cg:Claim",
        "xsd:decimal",
    ),
    Term(
        "confirms",
        "Says the same again.",
        "cg:Claim",
        "cg:Claim",
        close="aida:supportingClaims",
    ),
    Term(
        "disputes",
        "Contradicts another claim.",
        "cg:Claim",
        "cg:Claim",
        close="aida:refutingClaims",
    ),
    Term("retracts", "Takes another claim back.", "cg:Claim", "cg:Claim"),
    Term(
        "repliesTo",
        "The claim that this one answers, as written.",
        "cg:Claim",
        "xsd:string",
    ),
    Term("how", "How it answers.", "cg:Claim", "xsd:string"),
    Term("collective", "True for a plural.", "cg:Entity", "xsd:boolean"),
    Term("outsideId", "An id elsewhere, as scheme=value.", "cg:Entity", "xsd:string"),
    Term("lat", "Degrees north.", "cg:Place", "xsd:decimal"),
    Term("lon", "Degrees east.", "cg:Place", "xsd:decimal"),
    Term(
        "within",
        "The place that it lies in: reference data, no claim.",
        "cg:Place",
        "cg:Place",
        close="schema:containedInPlace",
    ),
    Term("alias", "Another name, its marks and place.", "cg:Entity", "cg:Alias"),
    Term("name", "The name.", "cg:Alias", "xsd:string"),
    Term(
        "caseExact", "True where upper and lower case count.", "cg:Alias", "xsd:boolean"
    ),
    Term(
        "ambiguous", "True where it may mean something else.", "cg:Alias", "xsd:boolean"
    ),
    Term("left", "The one id.", "cg:Judgement", "cg:Entity"),
    Term("right", "The other id.", "cg:Judgement", "cg:Entity"),
    Term("verdict", "What was decided.", "cg:Judgement", "skos:Concept"),
    Term("who", "Who decided.", "cg:Judgement", "xsd:string"),
    Term("when", "When, EDTF.", "cg:Judgement", "xsd:string"),
    Term("why", "On what grounds.", "cg:Judgement", "xsd:string"),
)

# closed lists that are concept schemes, with what each says of its words
SCHEMES = {
    "polarity": "What the origin does with the proposition.",
    "reason": "How the origin keeps silent.",
    "modality": "How strongly the origin says it.",
    "stance": "What a speaker does with what is inside.",
    "review": "Whether a person stands by the claim.",
    "medium": "How it was said.",
    "verdict": "What was decided about two ids.",
}
