"""Who says what stands around a trigger, from the outside in."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimgraph.extraction.clauses import NAMING, subjects
from claimgraph.extraction.cues import cues
from claimgraph.extraction.telling import (
    CLAUSE_ONLY,
    CONTENTS,
    MEDIA,
    SAYING,
    WRITINGS,
)
from claimgraph.extraction.trailing import last_speaker
from claimgraph.extraction.tree import SUBJECTS, Tree
from claimgraph.model import Medium, Stance, TextSpan

# after which stands what is said: spoke of, blamed for
ABOUT = ("of", "about", "for", "on", "as", "to", "over")
CREDIT = ("responsibility", "credit")
# a word beside a name that says what it is
DESCRIBING = ("appos", "amod", "compound", "nmod")
# how what is said hangs on the verb that says it
CONTENT = ("ccomp", "xcomp", "advcl", "parataxis", "dep", "pcomp", "acl", "oprd")
SAID = ("dobj", "prep", "pobj", "attr", "nsubjpass")
AGENTLESS = cues("telling", "agentless")
EVIDENCE = cues("modality", "evidence")
ISSUING = cues("telling", "issuing")
DOUBTS: dict[str, Stance] = {"doubt": "doubts", "dispute": "disputes"}


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker before it is known who that is.

    `words` are the heads of the phrases that name it, none where nobody is named. `cue`
    is the passage that marks it. `content`: a noun tells what it said, "its statement".
    `listeners` were told it.
    """

    words: tuple[int, ...]
    cue: TextSpan
    stance: Stance | None = None
    medium: Medium | None = None
    content: bool = False
    listeners: tuple[int, ...] = ()

    @property
    def hidden(self) -> bool:
        """Whether the sentence hides who speaks: is accused of."""
        return not self.words


def voices(tree: Tree, trigger: int) -> list[Voice]:
    """The speakers of what stands around a trigger, from the outside in."""
    found: list[Voice] = []
    sources: list[Voice] = []
    below = trigger
    way = [trigger, *tree.climb(trigger)]
    for at, one in enumerate(way):
        sources += sources_at(tree, one, trigger)
        if at == 0:
            continue
        dep = tree[below].dep
        if dep in DESCRIBING and tree[one].is_noun:
            # what describes a name is the writer's
            return []
        if dep in SUBJECTS and is_saying(tree, one) and subjects(tree, one):
            # what describes the speaker is no part of what is said
            return []
        found += voice_of(tree, one, below, dep)
        found += content_voice(tree, one, dep)
        found += attached_voices(tree, one, way[:at])
        below = one
    inner = [*found, *attached_voices(tree, trigger, [trigger])]
    inner = list({one.cue: one for one in inner}.values())
    if not inner and not sources:
        inner = [Voice((who,), cue) for who, cue in last_speaker(tree, trigger)]
    outside_in = list(reversed(inner))
    return [
        *outside_in,
        *[one for one in sources if one.cue not in {v.cue for v in inner}],
    ]


def is_saying(tree: Tree, i: int) -> bool:
    """Whether a verb says something."""
    return tree[i].is_verb and tree[i].lemma in SAYING


def voice_of(tree: Tree, verb: int, below: int, dep: str) -> Iterator[Voice]:
    """The speaker of a verb above, if what lies below is what it says."""
    if not is_saying(tree, verb):
        return
    lemma = tree[verb].lemma
    clause = dep in CONTENT
    if any(tree[one].lemma in CREDIT for one in tree.children(verb, "dobj")):
        # who claims responsibility says nothing of all that is told of the deed
        return
    if dep in SAID and lemma in CLAUSE_ONLY and lemma not in NAMING:
        return
    if not clause and dep not in SAID:
        return
    if dep == "prep" and tree[below].lemma not in ABOUT:
        return
    bare = dep == "ccomp" and not tree.children(below, "mark") and below > verb
    if bare and tree.children(verb, "dobj") and tree[verb].lemma != "tell":
        # "claimed the raid and ten were killed"
        return
    if (
        dep == "advcl"
        and tree.children(below, "mark")
        and not tree.children(verb, "ccomp")
    ):
        mark = tree[tree.children(below, "mark")[0]].lemma
        if mark in ("after", "before", "when", "while", "since", "because", "as"):
            return
    who = subjects(tree, verb)
    if tree.is_passive(verb):
        if lemma in AGENTLESS or who:
            yield Voice(tuple(who), cue_of(tree, verb, who))
        return
    if not who or set(who) & set(tree.below(below)):
        return
    yield said_by(tree, verb, who)


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


def sources_at(tree: Tree, i: int, trigger: int) -> Iterator[Voice]:
    """Who is named "according to" whom at a word."""
    for kid in tree.children(i, "prep", "advmod", "pcomp", "dep", "advcl"):
        word = tree[kid]
        if word.lemma in ("accord", "according") or word.text.lower() == "according":
            for to in tree.children(kid, "prep"):
                yield from source(tree, kid, tree.children(to, "pobj"))
        elif word.lemma == "as":
            for per in tree.children(kid, "prep"):
                if tree[per].lemma == "per":
                    yield from source(tree, per, tree.children(per, "pobj"))
        elif word.lemma == "per":
            yield from source(tree, kid, tree.children(kid, "pobj"))
        elif word.lemma in ("cite", "quote") and word.tag == "VBG":
            yield from source(tree, kid, tree.children(kid, "dobj"))


def source(tree: Tree, start: int, who: list[int]) -> Iterator[Voice]:
    """The speaker after "according to"."""
    if who:
        _, last = tree.phrase(who[0])
        before = start - 1
        if before >= 0 and tree[start].lemma == "per" and tree[before].lemma == "as":
            start = before
        cue = TextSpan(tree[start].start, tree[max(last, start)].end)
        yield Voice((who[0],), cue, medium=medium_at(tree, who))


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


def medium_of(tree: Tree, verb: int, who: list[int]) -> Medium | None:
    """In what it is said: in a statement, at a press conference."""
    if tree[verb].lemma == "confess":
        return "confession"
    if tree[verb].lemma == "tweet":
        return "social-media"
    for prep in tree.children(verb, "prep"):
        if tree[prep].lemma in ("in", "on", "at", "during", "via", "through", "by"):
            found = medium_at(tree, tree.children(prep, "pobj"))
            if found:
                return found
    return medium_at(tree, who)


def medium_at(tree: Tree, nouns: list[int]) -> Medium | None:
    """The medium that a noun is."""
    for one in nouns:
        found = MEDIA.get(tree[one].lemma)
        if found:
            return found
    return None


def is_writing(tree: Tree, i: int) -> bool:
    """Whether a speaker is a text and not somebody: the statement, a report."""
    return tree[i].lemma in WRITINGS


def authors(tree: Tree, i: int) -> list[int]:
    """Whose a text is: "a report by the UN", "the ministry's statement"."""
    found = tree.children(i, "poss")
    for prep in tree.children(i, "prep"):
        if tree[prep].lemma in ("by", "of", "from"):
            found += tree.children(prep, "pobj")
    for verb in tree.children(i, "acl"):
        for by in tree.children(verb, "agent", "prep"):
            if tree[by].lemma in ("by", "to", "from"):
                found += tree.children(by, "pobj")
    verbs = [one for one in tree.climb(i) if one < i and tree[one].pos == "VERB"]
    if verbs and tree[verbs[0]].lemma in ISSUING:
        # "A released a video in which"
        found += subjects(tree, verbs[0])
    return found + tree.children(i, "compound", "nmod", "amod")
