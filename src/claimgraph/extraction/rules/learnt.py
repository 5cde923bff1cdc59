"""What the claims of one sentence tell of the people and groups of the next ones."""

from collections.abc import Iterable, Iterator, Sequence

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.meaning.dealings import dealings
from claimgraph.extraction.meaning.first_person import BODIES
from claimgraph.extraction.names.coreference import Memory
from claimgraph.extraction.words.affiliations import affiliation
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import id_prefix, is_unnamed
from claimgraph.schema import load_schema

# the role of those in whose words a body speaks
SPOKESMAN = "spokesman"
# relations of whoever is held
ARRESTS = cues("fates", "anybody")


def learn(memory: Memory, found: Sequence[ClaimCandidate]) -> None:
    """Take in what the claims of a sentence tell of whom words mean later."""
    memory.dealing.update(dealings(found))
    memory.doer = next(doers(found), memory.doer)
    memory.charged = next(people_charged(found), memory.charged)
    for who in authors(found):
        memory.note_author(who)
    for person, body in affiliations(found):
        if id_prefix(body) == "group" or person not in memory.belongs:
            memory.belongs[person] = body
    memory.heads.update(heads_in(found))
    for ended in found:
        head = ended.object or ""
        if ended.former and memory.heads.get(head) == ended.subject:
            del memory.heads[head]
    for told_of in found:
        if told_of.role == SPOKESMAN and told_of.polarity == "affirmed":
            memory.speaks[told_of.subject] = told_of.object or ""


def affiliations(
    found: Iterable[ClaimCandidate], bodies: Sequence[str] = BODIES
) -> Iterator[tuple[str, str]]:
    """The people of whom it is told whose men they are, with their group or state."""
    for one in found:
        tie = load_schema().relations[one.relation].tie
        ends = (one.subject, one.object or "")
        kinds = tuple(map(id_prefix, ends))
        if tie is None or tie.family != "affiliation" or one.polarity != "affirmed":
            continue
        if kinds[0] == "person" and kinds[1] in bodies:
            yield ends
        elif kinds[1] == "person" and kinds[0] in bodies:
            yield ends[1], ends[0]


def heads_in(found: Iterable[ClaimCandidate]) -> Iterator[tuple[str, str]]:
    """The people of whom it is told that they head a body now, and which."""
    for one in found:
        now = one.polarity == "affirmed" and not one.former and one.role != "deputy"
        if one.relation == affiliation("object") and now:
            yield one.object or "", one.subject


def authors(found: Iterable[ClaimCandidate]) -> Iterator[str]:
    """The people of whom it is told for certain that they did a deed."""
    for one in found:
        certain = one.polarity == "affirmed" and one.modality == "stated"
        deed = id_prefix(one.subject) == "attack" and one.object is not None
        if certain and deed and id_prefix(one.object or "") == "person":
            yield str(one.object)


def doers(found: Iterable[ClaimCandidate]) -> Iterator[str]:
    """The groups that are said to have done a deed."""
    for one in found:
        who = one.object
        group = who is not None and id_prefix(who) == "group" and not is_unnamed(who)
        deed = id_prefix(one.subject) == "attack" and one.polarity == "affirmed"
        if who is not None and group and deed:
            yield who


def people_charged(found: Iterable[ClaimCandidate]) -> Iterator[str]:
    """The people with a name who are said to have done a deed, or were arrested."""
    for one in found:
        deed = id_prefix(one.subject) == "attack"
        who = one.object if deed else one.subject
        held = deed or one.relation in ARRESTS
        if not held or who is None or one.polarity != "affirmed":
            continue
        if id_prefix(who) == "person" and not is_unnamed(who):
            yield who
