"""Who says what stands around a trigger, from the outside in."""

from collections.abc import Iterator

from claimgraph.extraction.speech.media import medium_of
from claimgraph.extraction.speech.sources import is_about, quoted_at, sources_at
from claimgraph.extraction.speech.trailing import (
    last_first,
    last_speaker,
    speaker_beside,
)
from claimgraph.extraction.speech.voice import Voice
from claimgraph.extraction.speech.writings import authors
from claimgraph.extraction.trees.clauses import NAMING, is_singled_out, subjects
from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.telling import (
    CLAUSE_ONLY,
    CONTENTS,
    HEARING,
    LAW,
    MEDIA,
    SAYING,
)
from claimgraph.model import Stance, TextSpan

CREDIT = ("responsibility", "credit")
# who blames A for a raid only presumes what else is told of the raid
FAULTING = cues("telling", "faulting")
# a word beside a name that says what it is
DESCRIBING = ("appos", "amod", "compound", "nmod")
# before words that are told by the way
PARTING = (",", "--", "-", "(")
# how what is said hangs on the verb that says it
CONTENT = ("ccomp", "xcomp", "advcl", "parataxis", "dep", "pcomp", "acl", "oprd")
OCCASIONS = ("after", "before", "when", "while", "since", "because", "as")
SAID = ("dobj", "prep", "pobj", "attr", "nsubjpass")
AGENTLESS = cues("telling", "agentless")
EVIDENCE = cues("modality", "evidence")
# of which somebody says, where he finds none, that there is none
LINKS = cues("bands", "ties")
DOUBTS: dict[str, Stance] = {"doubt": "doubts", "dispute": "disputes"}


def voices(
    tree: Tree, trigger: int, *, quoted: bool = False, presumed: bool = False
) -> list[Voice]:
    """The speakers of what stands around a trigger, from the outside in.

    Outside quotation marks, what only describes somebody is the writer's. `presumed` is
    what a deed is said to have been by whoever blames somebody for it.
    """
    found, sources, whose = voices_above(
        tree, trigger, quoted=quoted, presumed=presumed
    )
    inner = [*found, *attached_voices(tree, trigger, [trigger])]
    inner = list({one.cue: one for one in inner}.values())
    if not inner and not sources:
        told = [] if whose else [*last_speaker(tree, trigger)]
        told = told or [*speaker_beside(tree, trigger)]
        inner = [Voice((who,), cue) for who, cue in told]
    outside_in = without_own_doubt(tree, list(reversed(inner)))
    outside_in += [one for one in sources if one.cue not in {v.cue for v in inner}]
    return last_first(tree, trigger, outside_in)


def voices_above(
    tree: Tree, trigger: int, *, quoted: bool, presumed: bool
) -> tuple[list[Voice], list[Voice], bool]:
    """The speakers and the sources above a trigger; and whether it is an aside."""
    found, sources, below = list[Voice](), list[Voice](), trigger
    way = [trigger, *tree.climb(trigger)]
    for at, one in enumerate(way):
        if at and not quoted and is_aside(tree, below, one):
            return found, sources, True
        sources += sources_at(tree, one)
        if at == 0:
            continue
        dep = tree[below].dep
        told = garbled_speaker(tree, one, below)
        if told is not None:
            found.append(said_by(tree, one, [told]))
            below = one
            continue
        if dep in SUBJECTS and is_saying(tree, one) and subjects(tree, one):
            # what describes the speaker is no part of what is said
            return found, sources, True
        found += quoted_at(tree, one, below)
        if not (presumed and dep in SAID and tree[one].lemma in FAULTING):
            found += voice_of(tree, one, below, dep)
        found += content_voice(tree, one, dep)
        found += attached_voices(tree, one, way[:at])
        below = one
    return found, sources, False


def is_aside(tree: Tree, below: int, noun: int) -> bool:
    """Whether words only describe the noun that they hang on.

    "The chief of A", "A, who leads B", "the men who killed C had left, he said".
    """
    if not tree[noun].is_noun:
        return False
    dep = tree[below].dep
    if dep in DESCRIBING:
        # a roadside bomb attack, the gunman Haddad
        return dep in ("appos", "amod") or tree[noun].pos == "PROPN"
    if dep not in ("relcl", "acl") or is_singled_out(tree, noun):
        return False
    first = tree.below(below)[0]
    if tree[first - 1].text in PARTING or tree[noun].pos == "PROPN":
        return True
    verb = tree[noun].head
    subject = dep == "relcl" and tree[noun].dep in SUBJECTS and verb > noun
    return subject and not any(
        is_saying(tree, one) for one in tree.climb(noun) if one < noun
    )


def without_own_doubt(tree: Tree, outside_in: list[Voice]) -> list[Voice]:
    """The speakers without nobody, where police say that somebody is suspected."""
    return [
        one
        for at, one in enumerate(outside_in)
        if not (one.hidden and at and suspects(tree, outside_in[at - 1]))
    ]


def suspects(tree: Tree, voice: Voice) -> bool:
    """Whether a speaker tells of his own suspicion, where he names nobody else's."""
    phrases = (tree.phrase(who) for who in voice.words)
    inside = (one for first, last in phrases for one in range(first, last + 1))
    return any(tree[one].lemma in LAW for one in inside)


def garbled_speaker(tree: Tree, verb: int, below: int) -> int | None:
    """Who speaks where a parse takes what is said for one more subject.

    "Gunmen who shot at A killed three, the ministry said": read as if both spoke.
    """
    told = tree.children(verb, *SUBJECTS)
    if below not in told[:-1] or not is_saying(tree, verb):
        return None
    first = min(verb, tree.below(told[-1])[0])
    return told[-1] if tree[first - 1].text in PARTING else None


def is_saying(tree: Tree, i: int) -> bool:
    """Whether a verb says something, or tells what a court was told."""
    if not tree[i].is_verb:
        return False
    if tree[i].lemma == "hear":
        told = tree.children(i, "nsubj")
        return any(tree[one].lemma in HEARING for one in told)
    return tree[i].lemma in SAYING


def voice_of(tree: Tree, verb: int, below: int, dep: str) -> Iterator[Voice]:
    """The speaker of a verb above, if what lies below is what it says."""
    if not is_saying(tree, verb):
        return
    lemma = tree[verb].lemma
    apart = dep == "ccomp" and below < verb and is_apart(tree, below, verb)
    clause = dep in CONTENT
    if any(tree[one].lemma in CREDIT for one in tree.children(verb, "dobj")):
        # who claims responsibility says nothing of all that is told of the deed
        return
    behind = any(tree[one].lemma == "behind" for one in tree.children(below, "prep"))
    clause |= dep == "dobj" and behind
    found = behind or (lemma == "find" and tree[below].lemma in LINKS)
    if dep in SAID and lemma in CLAUSE_ONLY and lemma not in NAMING and not found:
        return
    if not clause and dep not in SAID:
        return
    if dep == "prep" and not is_about(tree, below):
        return
    bare = dep == "ccomp" and not tree.children(below, "mark") and below > verb
    if bare and tree.children(verb, "dobj") and tree[verb].lemma != "tell":
        return  # "claimed the raid and ten were killed"
    if apart or (dep == "advcl" and is_occasion(tree, below, verb)):
        return
    who = subjects(tree, verb)
    if tree.is_passive(verb):
        if lemma in AGENTLESS or who:
            yield Voice(tuple(who), cue_of(tree, verb, who))
        return
    if not who or set(who) & set(tree.below(below)):
        return
    yield said_by(tree, verb, who)


def is_occasion(tree: Tree, below: int, verb: int) -> bool:
    """Whether a clause only tells when or why somebody spoke: "reacting to it, A"."""
    marks = tree.children(below, "mark")
    if marks and not tree.children(verb, "ccomp") and tree[marks[0]].lemma in OCCASIONS:
        return True
    return below < verb and tree[below].tag == "VBG" and not is_saying(tree, below)


def is_apart(tree: Tree, below: int, verb: int) -> bool:
    """Whether two clauses only stand beside each other: "A accused B; C blamed D"."""
    stops = (one for one in range(below, verb) if tree[one].text == ";")
    own = tree[verb].lemma in FAULTING and tree.children(verb, "dobj")
    return bool(own) or any(tree[one].head == verb for one in stops)


def content_voice(tree: Tree, noun: int, dep: str) -> Iterator[Voice]:
    """Whose statement it is in which something is said."""
    if dep not in ("acl", "relcl", "ccomp", "prep") or tree[noun].lemma not in CONTENTS:
        return
    verb = tree[noun].head
    if (
        tree[noun].lemma in EVIDENCE
        and tree[noun].dep == "dobj"
        and subjects(tree, verb)
    ):
        # "the police found no evidence that"
        yield said_by(tree, verb, subjects(tree, verb))
        return
    of = [one for prep in tree.children(noun, "prep") for one in tree.below(prep)]
    who = [one for one in authors(tree, noun) if dep != "prep" or one not in of][:1]
    if who:
        first, last = min(*who, noun), max(*who, noun)
        cue = TextSpan(tree[first].start, tree[last].end)
        yield Voice(tuple(who), cue, medium=MEDIA.get(tree[noun].lemma), content=True)


def attached_voices(tree: Tree, verb: int, way: list[int]) -> Iterator[Voice]:
    """Who is told beside a clause: ", the ministry said"."""
    for kid in tree.children(verb, "parataxis", "ccomp", "dep", "advcl", "conj"):
        if kid in way or not is_saying(tree, kid):
            continue
        if tree[kid].dep == "conj":
            continue
        marks = tree.children(kid, "mark")
        if tree[kid].dep == "advcl" and not (marks and tree[marks[0]].lemma == "as"):
            continue
        if tree[kid].dep == "ccomp" and kid < verb and tree.children(kid, "mark"):
            continue
        if (
            tree.children(kid, "ccomp", "xcomp", "dobj")
            and tree[kid].dep != "parataxis"
            and tree[kid].lemma != "tell"
        ):
            continue
        yield from quoted_at(tree, kid, verb)
        who = subjects(tree, kid)
        if who and not tree.is_passive(kid):
            yield said_by(tree, kid, who)


def said_by(tree: Tree, verb: int, who: list[int]) -> Voice:
    """The voice of those who say something with a verb, and who was told."""
    told = tree.children(verb, "dobj", "dative") if tree[verb].lemma == "tell" else []
    return Voice(
        tuple(who),
        cue_of(tree, verb, who),
        stance_of(tree, verb),
        medium_of(tree, verb, who),
        listeners=tuple(told),
    )


def cue_of(tree: Tree, verb: int, who: list[int]) -> TextSpan:
    """The words that mark a speaker: from who it is to the verb, with what it is in."""
    places = [verb]
    if who and abs(who[0] - verb) <= 20:
        first, last = tree.phrase(who[0])
        places += [first, last]
    for one in tree.children(verb, "aux", "auxpass", "neg"):
        places.append(one)
    return TextSpan(tree[min(places)].start, tree[max(places)].end)


def stance_of(tree: Tree, verb: int) -> Stance | None:
    """What a speaker thinks of what it passes on, where its verb tells."""
    return DOUBTS.get(tree[verb].lemma)
