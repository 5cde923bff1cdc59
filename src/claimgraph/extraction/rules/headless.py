"""Heads told of by what they head alone: "the Front's leader", whom others name."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.rules.building import Builder
from claimgraph.extraction.rules.quoting import quote_of
from claimgraph.extraction.speech.quotations import in_quotes
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.words.affiliations import affiliation
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import is_unnamed
from claimgraph.schema import load_schema

HEADING = ("leader", "chief")
REBELS = cues("bands", "rebels")
# of these it is not who heads the body now
OTHERS = cues("roles", "over") | cues("roles", "coming")


class Headless:
    """The heads of an article whom the words beside do not name."""

    def __init__(self) -> None:
        self.found: list[ClaimCandidate] = []

    def note(self, hit: Hit, builder: Builder) -> None:
        """Take in a trigger that tells of the head of a named body without his name."""
        heads = hit.entry.relation == affiliation("object")
        if not heads or hit.entry.role not in HEADING or hit.ways("object"):
            return
        if not is_the_head(builder, hit):
            return
        relation = load_schema().relations[hit.entry.relation]
        for one in builder.pairing.subjects(hit, relation, strict=True):
            said = builder.text[one.words.start : one.words.end].lower()
            if is_unnamed(one.who) or one.antecedent is not None or said in REBELS:
                # "the rebel leader" only refers to him
                continue
            spans = [builder.reading.words_span([hit.trigger]), one.words]
            self.found.append(
                ClaimCandidate(
                    relation=hit.entry.relation,
                    subject=one.who,
                    quote=quote_of(builder.text, builder.reading, hit, spans),
                    role=hit.entry.role,
                    rule=hit.entry.id,
                )
            )

    def claims(self, heads: Mapping[str, str]) -> Iterator[ClaimCandidate]:
        """That each body is headed by who is told elsewhere to head it.

        `heads` has of a person the body that he heads.
        """
        of_body = {body: person for person, body in heads.items()}
        for one in self.found:
            if one.subject in of_body:
                yield replace(one, object=of_body[one.subject])


def is_the_head(builder: Builder, hit: Hit) -> bool:
    """Whether a trigger tells, in the writer's words, of the one head of a body."""
    tree = builder.reading.tree
    word = tree[hit.trigger]
    if "bearer" not in hit.entry.frame.slots or word.tag not in ("NN", "NNP"):
        return False
    before = tree.children(hit.trigger, "amod", "compound", "det")
    said = {tree[kid].text.lower() for kid in before}
    owners = tree.children(hit.trigger, "poss")
    if any(tree[one].tag in ("PRP$", "WP$") for one in owners):
        # "its leader" may be the one before him
        return False
    definite = "the" in said or owners
    if not definite or not OTHERS.isdisjoint(said):
        return False
    return not in_quotes(builder.text, word.start)
