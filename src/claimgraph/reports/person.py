"""What does a person say, and what is said of him or her?"""

from collections.abc import Iterator
from functools import partial

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context
from claimgraph.analysis.selection import Filters
from claimgraph.model import Claim
from claimgraph.reports.briefs.person import brief
from claimgraph.reports.document import (
    Report,
    Section,
    Sentence,
    parts,
)
from claimgraph.reports.document.about import (
    claim_ids,
    claims_by,
    counted_section,
    dependence_section,
    figures_section,
    proposition_counts,
    single_origins,
)
from claimgraph.reports.document.asking import Argument, Option, Part
from claimgraph.reports.document.building import build
from claimgraph.reports.document.lines import is_many
from claimgraph.reports.document.names import names_section
from claimgraph.reports.document.scope import Scope, accepted_claims, scope_of
from claimgraph.reports.document.timeline import timeline_section
from claimgraph.reports.document.wording import count_of, list_words, verb_for

ARGUMENTS = (Argument("person", "a person, by id, name or alias", ("person",)),)
OPTIONS: tuple[Option, ...] = ()
EXAMPLE = 'claimgraph report person "Sirajuddin Haqqani"'
READS: tuple[Part, ...] = ("about", "spoken")
# the chapters of relations that make no tie
CHAPTERS = {"KILLED_BY": "custody", "DIED": "death", "KIN_OF": "kin"}


def report(
    claim_set: ClaimSet, context: Context, filters: Filters, *, person: str
) -> Report:
    """All that a person says, and all that is said of the person, with who says it."""
    scope = scope_of(claim_set, context, filters)
    person = context.canonical(person)
    about = scope.about(person)
    whom = "these people" if is_many(person, context) else "this person"
    words = [claim for claim in scope.claims if context.origin(claim) == person]
    return build(
        scope,
        name="person",
        title=f"{scope.name(person)}: what is said of {whom}, and by whom",
        subjects=(person,),
        brief=brief(scope, partial(topic_of, context=context), person, about, words),
        summary=tuple(summary(scope, person, about, words)),
        sections=tuple(sections(scope, person, about, words)),
    )


def summary(
    scope: Scope, person: str, about: list[Claim], words: list[Claim]
) -> Iterator[Sentence]:
    """How much is said of the person, how much by the person, and what is denied."""
    name = scope.name(person)
    about, words = accepted_claims(about), accepted_claims(words)
    origins = {scope.context.origin(claim) for claim in about}
    if about:
        yield Sentence(
            f"{count_of(len(about), 'claim')} on the word of "
            f"{count_of(len(origins), 'origin')} "
            f"{verb_for(len(about), 'is', 'are')} about {name}: "
            f"{list_words(sorted(scope.names(origins)))}.",
            scope.in_time(claim_ids(about)),
        )
    else:
        yield Sentence(f"{scope.no_accepted} says anything of {name}.")
    denied = [claim.id for claim in about if claim.polarity == "denied"]
    for one in scope.in_time(denied):
        yield Sentence(f"Denied: {scope.told(one)}", (one,))
    yield from single_origins(proposition_counts(scope, about))
    if words:
        yield Sentence(
            f"{count_of(len(words), 'claim')} "
            f"{verb_for(len(words), 'stands', 'stand')} on the word of {name}.",
            scope.in_time(claim_ids(words)),
        )


def sections(
    scope: Scope, person: str, about: list[Claim], words: list[Claim]
) -> Iterator[Section]:
    """The parts of the report, in order."""
    held = claims_by(about, lambda claim: topic_of(claim, scope.context))
    yield names_section(scope, person, [*about, *words])
    roles = held.get("affiliation", ())
    yield counted_section(scope, "roles", "Roles that are claimed", roles)
    yield dependence_section(scope, person)
    taken = held.get("custody", ())
    yield counted_section(scope, "custody", "Custody and death", taken)
    if died := held.get("death", ()):
        yield figures_section(
            scope, "When the person is said to have died", person, died
        )
    yield counted_section(scope, "kin", "Kin", held.get("kin", ()))
    title = "What else is said of this person"
    yield counted_section(scope, "other", title, held.get("other", ()))
    title = f"What {scope.name(person)} says"
    yield parts.claims_section(scope, "says", title, claim_ids(words))
    passed = [
        claim.id
        for claim in scope.claims
        if person in scope.context.holders(claim)[:-1]
    ]
    title = f"What {scope.name(person)} passes on"
    yield parts.claims_section(scope, "passes-on", title, passed)
    ids = scope.in_time(claim_ids(about))
    yield timeline_section(scope, ids, proposition_counts(scope, about))


def topic_of(claim: Claim, context: Context) -> str:
    """The chapter of a claim: by the tie that its relation makes, and death and kin."""
    if claim.relation in CHAPTERS:
        return CHAPTERS[claim.relation]
    family = context.family(claim.relation)
    return family if family in ("affiliation", "custody") else "other"
