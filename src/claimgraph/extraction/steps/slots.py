"""The paths of the lexicon's frames, followed through a parsed sentence."""

from collections.abc import Callable, Mapping
from functools import cache

from claimgraph.extraction.steps import (
    apposed,
    blame_steps,
    clause_steps,
    comment_steps,
    deed_steps,
    denial_steps,
    doer_steps,
    listing_steps,
    phrase_steps,
    side_steps,
    silence_steps,
    state_steps,
    text_steps,
)
from claimgraph.extraction.trees.given_names import examples
from claimgraph.extraction.trees.owners import before_noun
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.lexicon import Entry

Step = Callable[[Tree, int, Entry], list[int]]


def follow(tree: Tree, trigger: int, path: str, entry: Entry) -> list[int]:
    """The words that a path leads to from a trigger."""
    found = [trigger]
    for step in steps_of(path):
        found = [other for one in found for other in step(tree, one, entry)]
    return list(dict.fromkeys(found))


@cache
def steps_of(path: str) -> tuple[Step, ...]:
    """The steps of a path, of which those without a name of ours are labels."""
    return tuple(STEPS.get(one) or along(one) for one in path.split("/"))


def along(label: str) -> Step:
    """The step to what hangs on a word by a label."""
    return lambda tree, i, _: phrase_steps.dependents(tree, i, label)


def itself(tree: Tree, i: int, entry: Entry) -> list[int]:
    """The trigger."""
    return [i]


STEPS: Mapping[str, Step] = {
    "self": itself,
    "subject": apposed.subject_meant,
    "object": apposed.object_meant,
    "bearer": apposed.bearer_meant,
    "prep": phrase_steps.after_preposition,
    "noun": phrase_steps.own_noun,
    "under-noun": state_steps.noun_under,
    "between": phrase_steps.between,
    "of": phrase_steps.after_of,
    "before": lambda tree, i, _: before_noun(tree, i),
    "left": phrase_steps.left_of_hyphen,
    "right": phrase_steps.right_of_hyphen,
    "holder": clause_steps.holder,
    "under": state_steps.under,
    "own-deed": clause_steps.own_deed,
    "left-subject": clause_steps.left_subject,
    "left-object": clause_steps.left_object,
    "by": phrase_steps.by_whom,
    "known-as": phrase_steps.known_as,
    "state-holder": state_steps.state_holder,
    "in-holder": state_steps.in_holder,
    "considered": clause_steps.taken_for_something,
    "at-holder": state_steps.at_holder,
    "together": clause_steps.together,
    "named-object": lambda tree, i, entry: [
        one for one in apposed.object_meant(tree, i, entry) if tree[one].pos == "PROPN"
    ],
    "named-subject": clause_steps.named_subject,
    "state-noun": phrase_steps.state_noun,
    "prt-object": phrase_steps.after_particle,
    "body-named": clause_steps.named_body,
    "body-unnamed": clause_steps.unnamed_body,
    "killer": clause_steps.killer,
    "owner-alone": clause_steps.owner_alone,
    "shell": clause_steps.of_shell,
    "in": phrase_steps.after_in,
    "noun-head": phrase_steps.noun_head,
    "far-prep": phrase_steps.far_preposition,
    "made-of": clause_steps.made_of,
    "joint": clause_steps.joint,
    "joint-with": clause_steps.joint_with,
    "given": lambda tree, i, _: examples(tree, i),
    "silent": silence_steps.silent,
    "above": clause_steps.deed_above,
    "sharers": clause_steps.sharers,
    "definite-object": clause_steps.definite_object,
    "receiver": phrase_steps.receiver,
    "listed": listing_steps.onto_list,
    "on-list": listing_steps.on_list,
    "listing": listing_steps.listing,
    "outlawed": listing_steps.of_outlawing,
    "hunted": listing_steps.price_on,
    "acting": deed_steps.acting,
    "where": deed_steps.where,
    "comes-to": deed_steps.what_it_comes_to,
    "aimed-deed": clause_steps.aimed_deed,
    "guilt": denial_steps.guilt,
    "charge": denial_steps.charge,
    "said-so": denial_steps.said_so,
    "caller": denial_steps.caller,
    "asked": silence_steps.question_words,
    "asked-deed": silence_steps.asked_deed,
    "pointing": doer_steps.pointing,
    "pointed-deed": doer_steps.pointed_deed,
    "attackers": doer_steps.attackers,
    "thought-of": doer_steps.thought_of,
    "own-name": doer_steps.of_themselves,
    "author": doer_steps.author,
    "one-of-them": doer_steps.one_of_them,
    "suspects-told": doer_steps.suspects_told,
    "as": doer_steps.after_as,
    "against": blame_steps.after_against,
    "about-deed": blame_steps.about_deed,
    "sides": side_steps.sides,
    "foes": side_steps.foes,
    "for-deed": blame_steps.for_deed,
    "doubted": blame_steps.doubted_charge,
    "it-was": blame_steps.it_was,
    "weapon": doer_steps.weapon,
    "the-weapon": doer_steps.the_weapon,
    "in-name": doer_steps.in_name,
    "claimed-in-name": doer_steps.claimed_in_name,
    "to-blame": doer_steps.to_blame,
    "shown": text_steps.shown_deed,
    "text-author": text_steps.text_author,
    "this": text_steps.this,
    "owned-up": text_steps.owned_up,
    "from-whom": text_steps.from_whom,
    "sent-men": text_steps.sent_men,
    "far-by": doer_steps.far_by,
    "lost-thing": doer_steps.lost_thing,
    "lost-place": doer_steps.lost_place,
    "held-so": doer_steps.held_so,
    "asked-beside": silence_steps.question_beside,
    "asked-deed-beside": silence_steps.asked_deed_beside,
    "keeper": silence_steps.keeper,
    "unknown-of": silence_steps.unknown_of,
    "unidentified": silence_steps.without_identity,
    "own-up": denial_steps.owning_up,
    "part-alone": denial_steps.part_alone,
    "bare": comment_steps.bare,
    "no-part": denial_steps.no_part,
    "no-answer": comment_steps.no_answer,
    "answerer": comment_steps.answerer,
    "no-proof": comment_steps.no_proof,
}
