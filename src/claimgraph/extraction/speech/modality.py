"""How strongly, and whether at all, a sentence says what its trigger means."""

from dataclasses import dataclass

from claimgraph.extraction.trees.climbing import Climb
from claimgraph.extraction.trees.denying import UNSURE, is_ended
from claimgraph.extraction.trees.silences import is_neither, is_open
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.lexicon import Entry
from claimgraph.model import Modality, Polarity, Reason
from claimgraph.schema import load_schema

# the frame of those who blame somebody, or do not
BLAME = "blame-thing"
# the frame of what nobody knows, and those of who has no name yet
UNCLEAR = "unclear-doer"
UNKNOWN = ("unknown-identity", "not-identified")
# the frames of a deed with its doer in one phrase, which is the writer's
PHRASES = ("deed-by", "victims-deed-by", "hands-of", "hyphen", "claim-noun")
# those of a denial, whatever others think of it
DENIALS = ("denial-noun", "denial-alone")
# those of who is to blame already, or is to be tried for what was done
SETTLED = ("to-blame", "faces-noun", "held-over", "tried")


@dataclass(frozen=True, slots=True)
class Manner:
    """How something is said: `skip` where it is no claim, `disputed` by a verb."""

    polarity: Polarity = "affirmed"
    reason: Reason | None = None
    modality: Modality = "stated"
    skip: bool = False
    disputed: bool = False


def manner(tree: Tree, trigger: int, noun: int | None, entry: Entry) -> Manner:
    """The manner by the parse: what stands on the way from the trigger to the top."""
    if entry.frame.name == BLAME and is_kept_secret(tree, trigger):
        return Manner(skip=True)
    told = Climb(tree, entry)
    told.at(trigger, own=True)
    if not load_schema().relations[entry.relation].former and is_ended(tree, trigger):
        # a role that is over is former, anything else is so no longer
        told.negations += 1
    if entry.polarity == "denied" and is_neither(tree, trigger):
        told.reason = "silent"
    if noun is not None:
        told.noun(noun)
    if entry.frame.bearing == "noun":
        told.noun(trigger)
    if entry.frame.name == UNCLEAR and tree[trigger].lemma in UNSURE:
        told.reason = "cannot-verify"
    if entry.frame.name in UNKNOWN:
        told.reason = "cannot-verify"
    if entry.frame.name not in SETTLED:
        told.infinitive(trigger)
    below = trigger
    for above in tree.climb(trigger):
        if entry.frame.name in (*PHRASES, *DENIALS) and not tree[above].is_noun:
            if tree[above].pos != "ADP":
                break  # "charged with the attack of A" doubts nothing of whose it was
            below = above
            continue
        if is_of_deed(entry) and is_open(tree, below, above):
            told.unproven = True
            break
        if not told.above(below, above):
            break
        below = above
    return come_to(told)


def is_of_deed(entry: Entry) -> bool:
    """Whether an entry tells whose deed it was."""
    relation = load_schema().relations[entry.relation]
    return relation.actor == "object" and "Attack" in relation.source


def is_kept_secret(tree: Tree, verb: int) -> bool:
    """Whether somebody's name is not told, which blames nobody: "who was not named"."""
    return tree[verb].lemma in ("name", "mention") and tree.is_passive(verb)


def silence(told: Climb, negated: bool) -> Manner:
    """A pointed silence: somebody is not blamed, or it is refused to name him."""
    if not (negated or told.reason):
        return Manner(skip=True)
    own = told.entry.reason
    reason = own if own == "silent" else told.reason or own
    return Manner("withheld", reason)


def come_to(told: Climb) -> Manner:
    """What all of it comes to."""
    negated = told.negations % 2 == 1
    blaming = told.entry.speaker_slot is not None
    if told.entry.polarity == "withheld":
        return silence(told, negated)
    if told.unproven:
        return Manner("withheld", "cannot-verify", told.entry.modality, disputed=True)
    if told.reason and (blaming or told.reason == "silent"):
        return Manner("withheld", told.reason)
    if told.reason:
        return Manner(skip=True)
    if negated and blaming and told.entry.modality == "alleged":
        return Manner("withheld", "does-not-blame")
    if told.wished and not told.denials and told.entry.frame.name not in SETTLED:
        told.doubt("hypothetical")
    denied = told.entry.polarity == "denied"
    turned = negated or told.denials > 0
    if denied and turned:
        return Manner(skip=True)
    polarity: Polarity = "denied" if denied or turned else "affirmed"
    modality = told.modality
    if told.denials and modality == "alleged" and not blaming:
        modality = told.entry.modality
    return Manner(polarity, None, modality, told.skip, told.denials > 0)
