"""Who is meant? One of those at hand, or somebody new."""

from dataclasses import dataclass, replace

from claimgraph.api.claim_drafts import (
    article_of,
    describes,
    describes_many,
    end_types,
    entities_meant,
    is_named,
    known_elsewhere,
    relations_between,
    type_name,
)
from claimgraph.api.entries import kinds_of
from claimgraph.cli.terminal.answers import BACK, ask, ask_yes, say_found, say_wrong
from claimgraph.cli.terminal.choices import ask_choice
from claimgraph.cli.terminal.entries import told_likeness
from claimgraph.coding.drafts import ClaimDraft
from claimgraph.coding.entries import ATTACK, Wanted
from claimgraph.coding.names import Likeness
from claimgraph.errors import (
    ClaimgraphError,
    GateError,
    with_article,
)
from claimgraph.model import Entity
from claimgraph.schema.types import RelationType

NEW, NOBODY = "+", "-"
MOST = 9
# whom articles often leave without a name
PEOPLE = ("person", "group")
# what ? tells of each question
WHO = (
    "the name of who is meant, a part of it, or an id as lists show it; whoever has no "
    "entry yet gets one"
)
CHOICE = (
    f"a number takes that one, {NEW} writes an entry for the name that you typed, and "
    "anything else is looked for as another name"
)
KIND = "what sort of thing it is: its id begins with that word"
FINER = "the finer type, as docs/schema.md lists them; empty where none fits"
UNNAMED = "for whoever is only described, as two diplomats or a witness"
SEVERAL = "for officials, witnesses, staff: several people whom the text takes as one"
ANOTHER = "say y only where yours is somebody else than those above"
DAY = "the month or day of the attack, which its id begins with: 2021-08, 2021-08-26"
PLACE = "the town or district, which its id goes on with"
HIT = "the building, people or thing that was hit, which its id ends with"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for somebody: of which types, and what may be said instead.

    `also` is a word that is taken as it is.
    """

    question: str
    prefixes: list[str]
    explained: str
    may_lack: bool = False
    default: str = ""
    also: str = ""


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
    question = f"{letter} ({key}: {kinds}{lack})"
    asked = Asked(question, prefixes, WHO, may_lack)
    while True:
        found = ask_who(draft, asked)
        if found is None:
            return
        wrong = draft.say(key, found)
        if not wrong:
            return
        say_wrong("; ".join(wrong))
        if key != "place" and found.partition("/")[0] not in prefixes:
            say_relations(draft, found)


def ask_who(draft: ClaimDraft, asked: Asked) -> str | None:
    """The id of somebody at hand, or of somebody who gets an entry; None for nobody."""
    typed = ask(asked.question, asked.explained, asked.default)
    while True:
        if asked.may_lack and typed in ("", NOBODY):
            return None
        if asked.also and typed == asked.also:
            return typed
        if typed in ("", NEW):
            say_wrong("give a name or an id")
            typed = ask(asked.question, asked.explained, asked.default)
            continue
        found = entities_meant(draft, typed, asked.prefixes)[:MOST]
        only = found[0].known.entity if len(found) == 1 and found[0].sure else None
        if only is not None and is_named(only, typed):
            say_found(told_entity(only))
            return only.id
        answer = ask_choice_of(draft, typed, found, asked.prefixes)
        if answer.isdecimal():
            chosen = found[int(answer) - 1].known.entity
            say_found(told_entity(chosen))
            return chosen.id
        if answer == NEW:
            new = new_entity(draft, typed, asked.prefixes)
            if new is not None:
                return new
            answer = ""
        # whatever else was said is another name
        typed = answer or ask(asked.question, asked.explained, asked.default)


def told_entity(entity: Entity) -> str:
    """Who somebody is, in one line."""
    return f"{entity.id}, {entity.name}"


def ask_choice_of(
    draft: ClaimDraft, typed: str, found: list[Likeness], prefixes: list[str]
) -> str:
    """The number of one of those who may be meant, +, another name, or nothing.

    Enter takes the only one who is meant by all that is known, and writes a new entry
    where nobody may be meant; else it asks again.
    """
    for number, one in enumerate(found, 1):
        say_found(f"{number}) {told_offer(draft, one)}")
    new, other = f"{NEW} for a new entry", None
    if not any(one.whole for one in found):
        say_found(told_nobody(typed, len(found)))
        other = told_other(draft, typed)
    if other is not None:
        meant = " or ".join(type_name(f"{one}/") for one in prefixes)
        new = f"{NEW} only for a {meant} that is called so too"
    numbers = f"1 to {len(found)}, " if len(found) > 1 else "1, " if found else ""
    default = "" if other is not None else likeliest(draft, found)
    empty = "" if default else "; empty: the question again"
    question = f"{numbers}another name, or {new}{empty}"
    while True:
        answer = ask(question, CHOICE, default)
        if not answer.isdecimal() or 1 <= int(answer) <= len(found):
            return answer
        say_wrong(f"{answer} is none of these numbers")


def told_nobody(typed: str, offered: int) -> str:
    """That nobody has a name, with what those that were offered have of it."""
    if not offered:
        return f"nobody at hand is called {typed}"
    those, have = ("that", "has") if offered == 1 else ("those", "have")
    return (
        f"nobody at hand is called just {typed}; {those} above {have} the words, or "
        "some spelt much like them, in a name"
    )


def likeliest(draft: ClaimDraft, found: list[Likeness]) -> str:
    """What Enter takes: the only one, in this article if need be; or a new entry.

    Nothing where several may be meant.
    """
    if not found:
        return NEW
    sure = [number for number, one in enumerate(found, 1) if one.sure]
    own = draft.article.id
    here = [at for at in sure if article_of(draft, found[at - 1].known.entity) == own]
    for only in (sure, here, range(1, len(found) + 1)):
        if len(only) == 1:
            return str(only[0])
    return ""


def told_other(draft: ClaimDraft, typed: str) -> Entity | None:
    """Somebody of another type who is called so, told with what he may stand in."""
    for one in entities_meant(draft, typed, ())[:1]:
        if one.whole:
            entity = one.known.entity
            kind = with_article(type_name(entity.id))
            say_found(f"but {told_entity(entity)}, is {kind}")
            say_relations(draft, entity.id)
            return entity
    return None


def told_offer(draft: ClaimDraft, like: Likeness) -> str:
    """Who may be meant, by which of his names and in which article, in one line."""
    entity = like.known.entity
    also = "" if like.name == entity.name else f", also called {like.name}"
    stem = article_of(draft, entity)
    here = ", in this article" if stem == draft.article.id else ""
    return f"{told_entity(entity)}{also}{here or (stem and f', of the article {stem}')}"


def say_relations(draft: ClaimDraft, entity_id: str) -> None:
    """Which relations somebody of another type may stand in, if others than this."""
    subject = str(draft.keys.get("subject", ""))
    names = relations_between(entity_id, subject, draft.relation)
    if subject:
        kinds = [with_article(type_name(one)) for one in (subject, entity_id)]
        told = f"relations between {' and '.join(kinds)}"
    else:
        told = f"relations of which A is {with_article(type_name(entity_id))}"
    say_found(f"{told}: {', '.join(names) or 'none'} ({BACK} goes back to choose one)")


def new_entity(draft: ClaimDraft, name: str, prefixes: list[str]) -> str | None:
    """The id of somebody new, whose entry is written with the claim."""
    described = describes(name)
    prefix = prefixes[0]
    if len(prefixes) > 1:
        person = "person" if described and "person" in prefixes else ""
        question = f"what is it ({', '.join(prefixes)})"
        prefix = ask_choice(
            question, dict.fromkeys(prefixes, ""), person, explained=KIND
        )
    kinds = kinds_of(prefix)
    kind = None
    if kinds:
        asked = f"kind of {type_name(f'{prefix}/')} ({', '.join(kinds)}; empty: unsaid)"
        kind = ask_choice(asked, dict.fromkeys(kinds, ""), "", True, FINER) or None
    wanted = Wanted(prefix=prefix, name=name, kind=kind)
    if prefix == ATTACK:
        wanted = asked_attack(wanted)
    elif described and prefix in PEOPLE:
        wanted = asked_unnamed(draft, wanted)
    elsewhere = known_elsewhere(draft, wanted)
    for one in elsewhere:
        say_found(told_likeness(one))
    if elsewhere and not ask_yes("is yours another one?", ANOTHER, False):
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
        day=ask("when was it, for its id (2021-08; empty: undated)", DAY) or None,
        place=ask("where, for its id (Kabul; empty: made of its name)", PLACE) or None,
        what=ask("what was hit, for its id (airport; empty: its kind)", HIT) or None,
    )


def asked_unnamed(draft: ClaimDraft, wanted: Wanted) -> Wanted:
    """Somebody who may have no name: "analysts", "a witness"."""
    stem = draft.article.id
    question = f"does the article leave {wanted.name} without a name?"
    if not ask_yes(question, UNNAMED, True):
        return wanted
    many = describes_many(wanted.name)
    several = ask_yes("is it several, spoken of as one?", SEVERAL, many)
    return replace(wanted, unnamed_in=stem, collective=several)
