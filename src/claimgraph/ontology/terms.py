"""Classes and properties of the vocabulary that the YAML files do not declare."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property: comment, domain, range and mappings as prefixed names.

    In domain and range a name without a prefix is one of ours.
    """

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
    Term(
        "ClosedList",
        "A concept scheme of ours: its words are all that there are.",
        parents="skos:ConceptScheme",
    ),
    Term("Retelling", "A passage of an article that tells another work again."),
    Term(
        "Alias",
        "Another name, with its place among several, and its mark: case counts, or it "
        "is ambiguous.",
    ),
)

# a name is that of a field of a claim, which claim.yaml declares
PROPERTIES: tuple[Term | str, ...] = (
    Term("proposition", "What the claim is about.", "Claim", "Proposition"),
    Term(
        "relation",
        "The relation type.",
        "Proposition",
        "skos:Concept",
        close="rdf:predicate",
    ),
    Term(
        "subject",
        "The subject; of a claim where it is written the other way round.",
        "Proposition Claim",
        "Entity",
        close="rdf:subject",
    ),
    Term(
        "object",
        "The object; of a claim where it is written the other way round.",
        "Proposition Claim",
        "Entity",
        close="rdf:object",
    ),
    Term(
        "valueKind", "What is counted, or `on` for a date.", "Proposition", "xsd:string"
    ),
    Term("value", "The number range or date.", "Claim", "Value"),
    *("min", "max", "of", "about"),
    Term("on", "The date that the source gives, EDTF.", "Value", "xsd:string"),
    Term("onFrom", "Earliest day of `on`.", "Value", "xsd:date"),
    Term("onTo", "Latest day of `on`.", "Value", "xsd:date"),
    Term("polarity", "Whether the origin affirms it.", "Claim", "skos:Concept"),
    *("reason", "modality"),
    Term("kind", "The finer type.", "Claim Entity Article Zone", "skos:Concept"),
    Term("role", "What the person is in the body.", "Claim", "xsd:string"),
    "former",
    Term("review", "Whether a person stands by the claim.", "Claim", "skos:Concept"),
    "grade",
    Term("note", "The coder's words.", "Claim Article", "xsd:string"),
    *("label", "digest"),
    Term(
        "hop",
        "A speaker of the chain.",
        "Claim",
        "Hop",
        parents="prov:qualifiedAttribution",
    ),
    "hops",
    Term(
        "index",
        "Place in the chain, the article or the list of names, from 1.",
        "Hop Zone Retelling Alias",
        "xsd:integer",
    ),
    Term("holder", "Who speaks.", "Hop", "Entity", parents="prov:agent"),
    Term("stance", "Towards what is inside.", "Hop", "skos:Concept"),
    *("cue", "cueStart", "cueEnd", "implicit", "medium"),
    Term(
        "origin",
        "On whose word the claim stands: the last holder.",
        "Claim",
        "Entity",
        parents="prov:wasAttributedTo",
        close="sem:accordingTo aida:claimer",
    ),
    Term(
        "article",
        "The article that says it.",
        "Claim",
        "Article",
        parents="prov:wasDerivedFrom",
        close="schema:appearance",
    ),
    Term(
        "publishedBy",
        "The publisher, as written.",
        "Article",
        "Organization",
        parents="prov:wasAttributedTo schema:publisher",
    ),
    Term(
        "publisherName",
        "Who published a work outside the corpus, where that is no entity here.",
        "Article",
        "xsd:string",
    ),
    Term(
        "writtenBy",
        "The author, as written.",
        "Article",
        "Person",
        parents="prov:wasAttributedTo schema:author",
    ),
    Term(
        "retells",
        "A work that the article tells again.",
        "Article",
        "Article",
        parents="prov:wasDerivedFrom schema:isBasedOn",
    ),
    Term("retelling", "A passage that tells a work again.", "Article", "Retelling"),
    Term("work", "The work that is told again.", "Retelling", "Article"),
    Term("zone", "A part that makes no claims.", "Article", "Zone"),
    Term(
        "from", "Words with which it begins, inclusive.", "Zone Retelling", "xsd:string"
    ),
    Term("to", "Words with which it ends, inclusive.", "Zone Retelling", "xsd:string"),
    Term("corpus", "The corpus that it came with.", "Article Judgement", "xsd:string"),
    Term("publishedWhy", "How the coder knows the date.", "Article", "xsd:string"),
    Term("sha256", "SHA-256 of the raw text.", "Article", "xsd:string"),
    Term(
        "sourceSha256", "SHA-256 of the page it was made from.", "Article", "xsd:string"
    ),
    Term("marking", "Who may see it, TLP.", "Article", "xsd:string"),
    Term("outside", "True on a work outside the corpus.", "Article", "xsd:boolean"),
    Term("quoteChecked", "False where no text was at hand.", "Article", "xsd:boolean"),
    Term(
        "rejected",
        "How many claims of its file were rejected.",
        "Article",
        "xsd:integer",
    ),
    Term("text", "The raw text.", "Article", "xsd:string"),
    Term(
        "selector",
        "Where the quote is.",
        "Claim",
        "oa:SpecificResource",
        parents="oa:hasTarget",
    ),
    Term("row", "Row of a table, from 1.", "", "xsd:integer"),
    Term("column", "Column of a table.", "", "xsd:string"),
    *("said", "valid"),
    Term("validWords", "The article's words for the period.", "Claim", "xsd:string"),
    Term("published", "When it was published, EDTF.", "Article", "xsd:string"),
    Term("publishedFrom", "Earliest day of publication.", "Article", "xsd:date"),
    Term("publishedTo", "Latest day of publication.", "Article", "xsd:date"),
    Term(
        "by",
        "Producer with version and rule.",
        "Claim Entity",
        "xsd:string",
        close="prov:wasGeneratedBy",
    ),
    "confidence",
    Term(
        "confirms",
        "Says the same again.",
        "Claim",
        "Claim",
        close="aida:supportingClaims",
    ),
    Term(
        "disputes",
        "Contradicts another claim.",
        "Claim",
        "Claim",
        close="aida:refutingClaims",
    ),
    Term("retracts", "Takes another claim back.", "Claim", "Claim"),
    "repliesTo",
    Term("how", "How it answers.", "Claim", "xsd:string"),
    Term("collective", "True for a plural.", "Entity", "xsd:boolean"),
    Term("outsideId", "An id elsewhere, as scheme=value.", "Entity", "xsd:string"),
    Term(
        "definition",
        "What one corpus says of it, as JSON; there where it is not told once.",
        "Entity",
        "xsd:string",
    ),
    Term("lat", "Degrees north.", "Place", "xsd:decimal"),
    Term("lon", "Degrees east.", "Place", "xsd:decimal"),
    Term(
        "within",
        "The place that it lies in: reference data, no claim.",
        "Place",
        "Place",
        close="schema:containedInPlace",
    ),
    Term("alias", "Another name, its marks and place.", "Entity", "Alias"),
    Term("name", "The name.", "Alias", "xsd:string"),
    Term("caseExact", "True where upper and lower case count.", "Alias", "xsd:boolean"),
    Term("ambiguous", "True where it may mean something else.", "Alias", "xsd:boolean"),
    Term("left", "The one id.", "Judgement", "Entity"),
    Term("right", "The other id.", "Judgement", "Entity"),
    Term("verdict", "What was decided.", "Judgement", "skos:Concept"),
    Term("who", "Who decided.", "Judgement", "xsd:string"),
    Term("when", "When, EDTF.", "Judgement", "xsd:string"),
    Term("why", "On what grounds.", "Judgement", "xsd:string"),
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
