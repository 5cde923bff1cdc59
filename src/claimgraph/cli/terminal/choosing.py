"""Who is meant? One of those at hand, or somebody new."""

from dataclasses import replace

from claimgraph.api.claim_drafts import (
    end_types,
    entities_meant,
    is_named,
    known_elsewhere,
    type_name,
)
from claimgraph.api.entries import kinds_of
from claimgraph.cli.terminal.answers import ask, ask_yes, say_found, say_wrong
from claimgraph.cli.terminal.entries import told_likeness
from claimgraph.coding.drafts import ClaimDraft
from claimgraph.coding.entries import ATTACK, Wanted
from claimgraph.coding.names import Likeness
from claimgraph.errors import (
    ClaimgraphError,
    GateError,
    known_word,
    nearest,
    with_article,
)
from claimgraph.model import Entity
from claimgraph.schema.types import RelationType

NEW = "+"
MOST = 9
# whom articles often leave without a name
PEOPLE = ("person", "group")


def ask_entity(
    draft: ClaimDraft,
    relation: RelationType,
    key: str,
    letter: str,
    may_lack: bool = False,
) -> None:
    """Asks for an end, or the place, of a claim until the gate takes it."""
    prefixes = ["place"] if key == "place" else end_types(relation, key)
    kinds = " or ".join(type_name(f"{one}/") for one in prefixes)
    lack = "; empty: unsaid" if may_lack else ""
    while True:
        found = ask_who(draft, f"{letter} ({key}: {kinds}{lack})", prefixes, may_lack)
        if found is None:
            return
        wrong = draft.say(key, found)
        if not wrong:
            return
        say_wrong("; ".join(wrong))


def ask_who(
    draft: ClaimDraft,
    question: str,
    prefixes: list[str],
    may_lack: bool = False,
    default: str = "",
    also: str = "",
) -> str | None:
    """The id of somebody at hand, or of somebody who gets an entry; None for nobody.

    `also` is a word that is taken as it is.
    """
    typed = ask(question, default)
    while True:
        if not typed and may_lack:
            return None
        if also and typed == also:
            return also
        if typed in ("", NEW):
            say_wrong("give a name or an id")
            typed = ask(question, default)
            continue
        found = entities_meant(draft, typed, prefixes)[:MOST]
        only = found[0].known.entity if len(found) == 1 and found[0].sure else None
        if only is not None and is_named(only, typed):
            say_found(told_entity(only))
            return only.id
        answer = ask_choice_of(draft, typed, found)
        if answer.isdecimal() and 1 <= int(answer) <= len(found):
            chosen = found[int(answer) - 1].known.entity
            say_found(told_entity(chosen))
            return chosen.id
        if answer == NEW:
            new = new_entity(draft, typed, prefixes)
            if new is not None:
                return new
            answer = ""
        # whatever else was said is another name
        typed = answer or ask(question, default)


def told_entity(entity: Entity) -> str:
    """Who somebody is, in one line."""
    return f"{entity.id}, {entity.name}"


def ask_choice_of(draft: ClaimDraft, typed: str, found: list[Likeness]) -> str:
    """The number of one of those who may be meant, +, or another name.

    Enter takes the only one who is called so, and writes a new entry otherwise.
    """
    for number, one in enumerate(found, 1):
        say_found(f"{number}) {told_offer(one)}")
    if not any(one.whole for one in found):
        say_found(f"nobody at hand is called {typed}")
        for one in entities_meant(draft, typed, ())[:1]:
            if one.whole:
                entity = one.known.entity
                kind = with_article(type_name(entity.id))
                say_found(f"but {told_entity(entity)}, is {kind}")
    numbers = f"1-{len(found)}, " if len(found) > 1 else "1, " if found else ""
    question = f"{numbers}{NEW} for a new entry, or another name"
    sure = [str(number) for number, one in enumerate(found, 1) if one.sure]
    return ask(question, sure[0] if len(sure) == 1 else NEW)


def told_offer(like: Likeness) -> str:
    """Who may be meant, by which of his names, in one line."""
    entity = like.known.entity
    also = "" if like.name == entity.name else f", also called {like.name}"
    return f"{told_entity(entity)}{also}"


def new_entity(draft: ClaimDraft, name: str, prefixes: list[str]) -> str | None:
    """The id of somebody new, whose entry is written with the claim."""
    prefix = prefixes[0]
    if len(prefixes) > 1:
        prefix = one_of(f"what is it ({', '.join(prefixes)})", prefixes)
    kinds = kinds_of(prefix)
    kind = None
    if kinds:
        asked = f"kind of {type_name(f'{prefix}/')} ({', '.join(kinds)}; empty: unsaid)"
        kind = one_of(asked, kinds, may_lack=True) or None
    wanted = Wanted(prefix=prefix, name=name, kind=kind)
    if prefix == ATTACK:
        wanted = asked_attack(wanted)
    elif name[:1].islower() and prefix in PEOPLE:
        wanted = asked_unnamed(draft, wanted)
    elsewhere = known_elsewhere(draft, wanted)
    for one in elsewhere:
        say_found(told_likeness(one))
    if elsewhere and not ask_yes("is yours another one?", False):
        return None
    try:
        entity = draft.add_entry(wanted)
    except GateError as error:
        say_wrong("; ".join(str(one) for one in error.problems))
        return None
    except ClaimgraphError as error:
        say_wrong(str(error))
        return None
    say_found(f"{told_entity(entity)}: its entry will be written with the claim")
    return entity.id


def asked_attack(wanted: Wanted) -> Wanted:
    """An attack with what its id is made of."""
    return Wanted(
        prefix=wanted.prefix,
        name=wanted.name,
        kind=wanted.kind,
        day=ask("when was it, for its id (2021-08; empty: undated)") or None,
        place=ask("where, for its id (Kabul; empty: its name is the id)") or None,
        what=ask("what was hit, for its id (airport; empty: its kind)") or None,
    )


def asked_unnamed(draft: ClaimDraft, wanted: Wanted) -> Wanted:
    """Somebody who may have no name: "analysts", "a witness"."""
    stem = draft.article.id
    if not ask_yes(f"does the article leave {wanted.name} without a name?", True):
        return wanted
    several = ask_yes("is it several, spoken of as one?", False)
    return replace(wanted, unnamed_in=stem, collective=several)


def one_of(question: str, words: list[str], may_lack: bool = False) -> str:
    """One of some words; what is none of them is asked again."""
    while True:
        typed = ask(question)
        if may_lack and not typed:
            return ""
        found = known_word(typed, words)
        if found is not None:
            return found
        say_wrong(f"{typed or 'nothing'} is none of them{nearest(typed, words)}")
