"""What does a person say, and what is said of him or her?"""

from collections.abc import Iterator

from claimgraph.analysis.bonds import Bond
from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context
from claimgraph.analysis.selection import Filters
from claimgraph.model import Claim
from claimgraph.reports.document import Report, Row, Section, Sentence, Table, parts
from claimgraph.reports.document.asking import Argument, Option
from claimgraph.reports.document.building import build
from claimgraph.reports.document.names import names_section
from claimgraph.reports.document.scope import Scope, scope_of
from claimgraph.reports.document.timeline import timeline_section
from claimgraph.reports.document.wording import counted, listed
from claimgraph.reports.group import (
    by_relation,
    corroborated,
    counted_section,
    ids,
    touches,
)

ARGUMENTS = (Argument("person", "a person, by id, name or alias", ("person",)),)
OPTIONS: tuple[Option, ...] = ()
EXAMPLE = 'claimgraph report person "Sirajuddin Haqqani"'
ROLES = ("LED_BY", "MEMBER_OF")
CUSTODY = ("DETAINED_BY", "KILLED_BY")


def report(
    claim_set: ClaimSet, context: Context, filters: Filters, *, person: str
) -> Report:
    """All that a person says, and all that is said of the person, with who says it."""
    scope = scope_of(claim_set, context, filters)
    person = context.canonical(person)
    about = [claim for claim in scope.claims if touches(scope, claim, person)]
    words = [claim for claim in scope.claims if context.origin(claim) == person]
    return build(
        scope,
        name="person",
        title=f"{scope.name(person)}: who says what of this person",
        subjects=(person,),
        summary=tuple(summary(scope, person, about, words)),
        sections=tuple(sections(scope, person, about, words)),
    )


def summary(
    scope: Scope, person: str, about: list[Claim], words: list[Claim]
) -> Iterator[Sentence]:
    """How much is said of the person, how much by the person, and what is denied."""
    name = scope.name(person)
    origins = {scope.context.origin(claim) for claim in about}
    if about:
        yield Sentence(
            f"{counted(len(about), 'claim')} on the word of "
            f"{counted(len(origins), 'origin')} "
            f"{'is' if len(about) == 1 else 'are'} about {name}: "
            f"{listed(sorted(scope.names(origins)))}.",
            scope.in_time(ids(about)),
        )
    else:
        yield Sentence(f"Nobody here says anything of {name}.")
    denied = [claim.id for claim in about if claim.polarity == "denied"]
    for one in scope.in_time(denied):
        yield Sentence(f"Denied: {scope.told(one)}", (one,))
    found = corroborated(scope, about)
    alone = [one for one in found if one.independent == 1]
    if found:
        yield Sentence(
            f"Of {counted(len(found), 'proposition')} that somebody speaks for, "
            f"{len(alone)} rest on one independent group of origins each.",
            tuple(claim for one in alone for claim in one.supporting),
        )
    if words:
        yield Sentence(
            f"{counted(len(words), 'claim')} "
            f"{'stands' if len(words) == 1 else 'stand'} on the word of {name}.",
            scope.in_time(ids(words)),
        )


def sections(
    scope: Scope, person: str, about: list[Claim], words: list[Claim]
) -> Iterator[Section]:
    """The parts of the report, in order."""
    held = by_relation(about)
    yield names_section(scope, person, [*about, *words])
    roles = [claim for name in ROLES for claim in held.get(name, ())]
    yield counted_section(scope, "roles", "Roles that are claimed", roles)
    yield affiliation(scope, person)
    taken = [claim for name in CUSTODY for claim in held.get(name, ())]
    yield counted_section(scope, "custody", "Custody and death", taken)
    yield counted_section(scope, "kin", "Kin", held.get("KIN_OF", []))
    shown = {*ROLES, *CUSTODY, "KIN_OF"}
    rest = [one for name, found in held.items() if name not in shown for one in found]
    yield counted_section(scope, "other", "What else is said of this person", rest)
    title = f"What {scope.name(person)} says"
    yield parts.claims_section(scope, "says", title, ids(words))
    passed = [
        claim.id
        for claim in scope.claims
        if person in scope.context.holders(claim)[:-1]
    ]
    title = f"What {scope.name(person)} passes on"
    yield parts.claims_section(scope, "passes-on", title, passed)
    yield timeline_section(scope, scope.in_time(ids(about)), corroborated(scope, about))


def affiliation(scope: Scope, person: str) -> Section:
    """The bodies and custodians that make this speaker dependent on others."""
    bonds = [
        *(
            ("belongs to", bond)
            for bond in scope.context.ties["affiliation"].get(person, ())
        ),
        *(("held by", bond) for bond in scope.context.ties["custody"].get(person, ())),
    ]
    rows = tuple(tie(scope, how, bond) for how, bond in bonds)
    columns = ("tie", "body", "valid", "disputed")
    table = Table("Said ties that make sources count as one", columns, rows)
    return Section(
        "dependence", "On whom this speaker depends", tables=(table,) if rows else ()
    )


def tie(scope: Scope, how: str, bond: Bond) -> Row:
    """One tie, with the claims behind it as far as the filters leave them."""
    disputed = "affiliation disputed" if bond.disputed_by else ""
    claims = tuple(one for one in (bond.claim, *bond.disputed_by) if one in scope.known)
    return Row((how, scope.name(bond.right), bond.valid or "", disputed), claims)
