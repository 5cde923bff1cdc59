"""Groups that are told of as somebody's: "Haddad's Front", "his group"."""

from collections.abc import Iterator

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.meaning.referents import APART, Referents
from claimgraph.extraction.speech.quotations import in_quotes
from claimgraph.extraction.steps.phrase_steps import owner_meant
from claimgraph.extraction.trees.given_names import names_of
from claimgraph.extraction.trees.reading import NamedSpan, Reading, Referent
from claimgraph.extraction.words.affiliations import affiliation
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import id_prefix, is_unnamed
from claimgraph.model import TextSpan

# what may follow the name of a group that somebody has
KINDS = cues("coreference", "owned")
HIS = cues("coreference", "his")
# one's own party is not always one that he heads
PARTY = "party"


def owned_groups(
    reading: Reading, referents: Referents, text: str
) -> Iterator[ClaimCandidate]:
    """Who heads each group that a sentence tells of as his."""
    tree = reading.tree
    for word in tree.words:
        for owner in tree.children(word.i, "poss"):
            if in_quotes(text, tree[owner].start):
                continue
            head = owner_of(reading, referents, owner)
            group = group_at(reading, word.i) if head is not None else None
            if head is not None and group is None and tree[owner].text.lower() in HIS:
                group = group_before(reading, referents, word.i, head.who)
            if head is not None and group is not None:
                yield claim_of(reading, head, group)


def owner_of(reading: Reading, referents: Referents, i: int) -> Referent | None:
    """The person whose something is told to be."""
    meant = owner_meant(reading.tree, i)
    found = referents.meant([meant], ("person",), strict=True, alone=True)
    one = next(iter(found), None)
    return None if one is None or is_unnamed(one.who) else one


def group_at(reading: Reading, i: int) -> NamedSpan | None:
    """The named group that somebody has: "his Front", "his Front movement"."""
    tree = reading.tree
    inner = tree.children(i, "compound", "nmod") if tree[i].lemma in KINDS else []
    for at in (i, *inner):
        one = reading.named.get(at)
        if one is None or id_prefix(one.who) != "group" or is_unnamed(one.who):
            continue
        return None if tree[at].text.lower().endswith(PARTY) else one
    # "his movement, known as the Front"
    called = names_of(reading, i) if tree[i].lemma in KINDS - {PARTY} else []
    return next((one for one in called if id_prefix(one.who) == "group"), None)


def group_before(
    reading: Reading, referents: Referents, i: int, head: str
) -> NamedSpan | None:
    """The group that was told to be headed by the owner of "his group"."""
    group = referents.memory.heads.get(head)
    tree = reading.tree
    if group is None or tree[i].lemma not in KINDS or tree[i].lemma == PARTY:
        return None
    beside = tree.children(i, "amod", "compound", "nmod")
    if any(tree[kid].lemma in APART for kid in beside):
        # "his former group", "his rival group"
        return None
    return NamedSpan(group, reading.phrase_span(i))


def claim_of(reading: Reading, head: Referent, group: NamedSpan) -> ClaimCandidate:
    """That somebody heads a group, in the words that tell both."""
    start = min(head.words.start, group.span.start)
    end = max(head.words.end, group.span.end)
    return ClaimCandidate(
        relation=affiliation("object"),
        subject=group.who,
        object=head.who,
        quote=TextSpan(start, end),
        role="leader",
        rule="owned-group",
    )
