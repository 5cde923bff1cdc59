"""A status in words: the rule, who says what by it, and what decides nothing."""

from collections.abc import Iterable, Sequence

from claimgraph.analysis.asides import Aside
from claimgraph.analysis.attack_status import Doer, Naming
from claimgraph.analysis.ledger import Ledger
from claimgraph.analysis.pair_status import LINK
from claimgraph.captions import NOBODY
from claimgraph.model import MODALITIES, Claim
from claimgraph.reports.document import Sentence
from claimgraph.reports.document.grammar import with_capital
from claimgraph.reports.document.lines import is_many
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.telling import (
    RELAYED,
    is_own_deed,
    responsibility,
    verb,
)
from claimgraph.reports.document.wording import count_of, list_words, tells_unnamed

UNVOUCHED = ("doubts", "disputes", "unverified")


def status_sentence(scope: Scope, found: Ledger) -> Sentence:
    """The status with its rule, and all that stands beside it."""
    sides = (
        claim
        for naming in found.namings
        for claim in sorted(naming.side_claims())
        if claim in scope.known
    )
    ids = dict.fromkeys((*(row.claim for row in found.rows), *sides))
    return Sentence(status_words(scope, found, ruled=True), tuple(ids))


def status_name(status: str) -> str:
    """A status as people read it.

    >>> status_name("affirmed-and-denied")
    'affirmed and denied'
    """
    return status.replace("-", " ")


def status_words(scope: Scope, found: Ledger, *, ruled: bool = False) -> str:
    """The status, and all that stands beside it; `ruled`: with its rule.

    A status that nobody's words explain always has its rule.
    """
    named = naming_words(scope, found)
    rule = f" ({found.status_rule})" if ruled or not named else ""
    parts = [f"Status: {status_name(found.status)}{rule}"]
    parts += [with_capital("; ".join(named))] if named else []
    beside = list(dict.fromkeys(aside_words(scope, one) for one in found.asides))
    if beside:
        parts.append(f"Not counted for the status: {'; '.join(beside)}")
    if found.would_change:
        number = len(found.would_change)
        parts.append(f"{count_of(number, 'proposed claim')} would change this")
    return f"{'. '.join(parts)}."


def naming_words(scope: Scope, found: Ledger) -> list[str]:
    """Who takes responsibility, who names whom, and who denies it."""
    alike: dict[tuple[object, ...], list[Naming]] = {}
    for naming in found.namings:
        alike.setdefault(likeness(scope, naming), []).append(naming)
    said: list[str] = []
    told: set[str] = set()
    for namings in alike.values():
        only = sole_doer(namings[0])
        said.append(said_words(scope, namings, again=only in told))
        told |= {only} if only else set()
    denials = [claim_words(scope, one) for one in found.denials]
    return list(dict.fromkeys((*said, *denials)))


def sole_doer(naming: Naming) -> str:
    """The one doer whom an origin names who is not itself; empty for none or many."""
    return naming.doers[0].doer if len(naming.doers) == 1 and not naming.own else ""


def likeness(scope: Scope, naming: Naming) -> tuple[object, ...]:
    """What namings have in common that are told together."""
    doers = tuple(
        (one.doer, strongest(scope, one.claims), doubt_words(scope, one.claims))
        for one in naming.doers
    )
    return naming.origin if naming.own else None, doers


def said_words(scope: Scope, namings: Sequence[Naming], *, again: bool) -> str:
    """What origins say who name the same doers equally strongly.

    `again`: others named the same doer before them, and told of the side.
    """
    first = namings[0]
    speakers, many = speaker_words(scope, [one.origin for one in namings])
    own = [one for one in first.doers if one.doer == first.origin]
    rest = [one for one in first.doers if one not in own]
    others = [doer_words(scope, one, alone=len(rest) == 1, again=again) for one in rest]
    said: list[str] = []
    if own:
        weak = strength_words(scope, own[0])
        said.append(f"{'take' if many else 'takes'} responsibility{weak}")
    if others:
        said.append(f"{'name' if many else 'names'} {list_words(others)}")
    return f"{speakers} {' and '.join(said)}"


def speaker_words(scope: Scope, origins: Sequence[str]) -> tuple[str, bool]:
    """Origins by name, and whether a plural follows; the hidden ones are counted."""
    hidden = [one for one in origins if scope.is_hidden(one)]
    names = sorted(scope.told_name(one) for one in origins if one not in hidden)
    if hidden:
        names.append(scope.name(hidden[0]))
        if len(hidden) > 1:
            names[-1] = f"{len(hidden)} speakers the articles hide"
    plural = len(origins) > 1 or is_many(origins[0], scope.context)
    return list_words(names), plural


def doer_words(scope: Scope, doer: Doer, *, alone: bool, again: bool) -> str:
    """One who is named, on whose side, and how strongly."""
    sides = [one for one in doer.sides if one != doer.doer and not again]
    bodies = list_words(sorted(scope.names(sides)))
    said = f"said to belong to {bodies}"
    belongs = (f", {said}" if alone else f" ({said})") if sides else ""
    return f"{scope.told_name(doer.doer)}{belongs}{strength_words(scope, doer)}"


def strength_words(scope: Scope, doer: Doer) -> str:
    """How strongly at most, and who passed it on without vouching for it."""
    best = strongest(scope, doer.claims)
    weak = "" if best == "stated" else f", only as {best}"
    return f"{weak}{doubt_words(scope, doer.claims)}"


def strongest(scope: Scope, ids: Iterable[str]) -> str:
    """The strongest modality of claims."""
    return min((scope.known[one].modality for one in ids), key=MODALITIES.index)


def doubt_words(scope: Scope, ids: Iterable[str]) -> str:
    """Who passed claims on with doubt, in dispute or unverified, after a comma."""
    held = list(ids)
    found: dict[str, set[tuple[str, str]]] = {}
    for one in held:
        for hop in scope.known[one].chain[:-1]:
            if hop.stance in UNVOUCHED:
                found.setdefault(hop.stance, set()).add((scope.name(hop.holder), one))
    text = ""
    for stance, passed in sorted(found.items()):
        names = list_words(sorted({name for name, _ in passed}))
        some = len({one for _, one in passed})
        of_all = "" if some == len(held) else f" in {some} of {len(held)} claims"
        text += f", {RELAYED[stance]} {names}{of_all}"
    return text


def claim_words(scope: Scope, one: str) -> str:
    """One claim on who did it, or on a link, by its origin alone."""
    claim, line = scope.known[one], scope.line(one)
    speaker, many = speaker_words(scope, [scope.context.origin(claim)])
    if is_own_deed(line):
        return f"{speaker} {responsibility(line, many)}"
    if claim.relation == LINK:
        return f"{speaker} {verb(line, many)} there is a link"
    return f"{speaker} {verb(line, many)} {doer_name(scope, claim)} did it"


def aside_words(scope: Scope, aside: Aside) -> str:
    """One claim that decides nothing."""
    if aside.kind != "taken-back":
        return claim_words(scope, aside.claim)
    origin = scope.context.origin(scope.known[aside.claim])
    speaker, many = speaker_words(scope, [origin])
    return f"{speaker} {'retract' if many else 'retracts'} a claim"


def doer_name(scope: Scope, claim: Claim) -> str:
    """The object of a claim on who did it, marked where it has no name."""
    if claim.object is None:
        return NOBODY
    target = scope.context.canonical(claim.object)
    name = scope.told_name(target)
    marked = scope.context.is_unnamed(target) and not tells_unnamed(name)
    return f"{name} (unnamed)" if marked else name
