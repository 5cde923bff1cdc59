"""Denials of a charge that the sentence does not name: whoever was blamed before."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimgraph.extraction.candidates import Cast, ClaimCandidate
from claimgraph.extraction.names.states import is_of_state
from claimgraph.ids import id_prefix
from claimgraph.schema import load_schema

# the entries of those who say nothing at all, of what they are charged with
SILENT = ("silent-on-charge", "has-no-comment", "no-comment-from", "not-reached")
# and of those whose denials are told of; all these answer their own charge alone
DENIALS = "denials-of-charge"
OWN = (*SILENT, DENIALS)
# the entries of those who deny a charge, or are silent on it, and not on a deed
DOUBT = "casts-doubt"
CHARGES = (
    "deny-charge",
    "deny-it",
    "call-charge-false",
    "does-not-answer-charge",
    DOUBT,
    *OWN,
)
# the entry of those who cannot say whether what was claimed is so
CLAIM = "cannot-verify-claim"
# how many parsed sentences on "the claim" is still that of a group, and a charge one
STILL, CHARGED = 1, 3
# not "its": whose spokesman says it is told
PRONOUNS = frozenset(("it", "they", "he", "she"))
# who answers for its men
ANSWERING = ("state", "org")


class Answers:
    """Keeps who was blamed in an article, and for what, and who claimed what last."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text, self.cast = text, cast
        self.blamed: dict[str, ClaimCandidate] = {}
        self.charges: list[tuple[int, ClaimCandidate]] = []
        # who was said last to have done a deed, with the sentence
        self.last: tuple[int, ClaimCandidate] | None = None
        self.read = 0

    def told(self, found: Iterable[ClaimCandidate]) -> Iterator[ClaimCandidate]:
        """The candidates of a sentence without answers to what nobody said.

        "It is a lie, said A, which B blamed": the charge may stand behind the answer.
        """
        self.read += 1
        early: list[ClaimCandidate] = []
        for one in found:
            if one.rule not in (*CHARGES, CLAIM):
                yield one
                self.keep(one)
                continue
            told = list(self.answer(one))
            yield from told
            early += [] if told else [one]
        for one in early:
            yield from self.answer(one)

    def answer(self, one: ClaimCandidate) -> Iterator[ClaimCandidate]:
        """What an answer tells of what was said before."""
        return self.unverified(one) if one.rule == CLAIM else self.answered(one)

    def answered(self, one: ClaimCandidate) -> Iterator[ClaimCandidate]:
        """The charges that a denial of "the charge" answers."""
        for charge in self.meant(one):
            last = one.speakers[-1]
            if self.is_pronoun(one) and one.object not in ends_of(charge):
                last = replace(last, holder=charge.object or "")
            before = [
                held
                for held in one.speakers[:-1]
                if held.holder not in (speaker_of(charge), last.holder)
            ]
            yield replace(
                one,
                relation=charge.relation,
                subject=charge.subject,
                object=charge.object,
                value=charge.value,
                kind=charge.kind,
                role=charge.role,
                modality=one.modality if one.rule == DOUBT else "stated",
                speakers=(*before, last),
            )

    def meant(self, one: ClaimCandidate) -> list[ClaimCandidate]:
        """The charges of the sentence that somebody answers; his own one at last."""
        near = [held for held in self.charges if self.read - held[0] <= CHARGED]
        if one.rule in SILENT:
            near = [held for held in near if is_accusation(held[1])]
        own = [held for held in near if self.is_of(one, held[1])]
        if own:
            return of_last_sentence(own)
        if one.rule in OWN:
            return []
        last = [held for held in near if self.read - held[0] <= STILL]
        pronoun = self.is_pronoun(one)
        others = [
            held
            for held in last
            if speaker_of(held[1]) is not None
            and (pronoun or speaker_of(held[1]) != one.object)
        ]
        sure = pronoun or one.rule == DOUBT
        if others and (sure or id_prefix(one.object or "") in ANSWERING):
            return of_last_sentence(others)
        # "A is accused of it, which B disputes"
        here = [held for held in last if held[0] == self.read]
        here = [held for held in here if held[1].modality == "alleged"]
        if here:
            return of_last_sentence(here)
        blamed = self.blamed.get(one.object or "")
        return [] if blamed is None else [blamed]

    def is_pronoun(self, one: ClaimCandidate) -> bool:
        """Whether who denies it is told of by a pronoun alone: it, they."""
        said = self.text[one.quote.start : one.quote.end].lower()
        return not PRONOUNS.isdisjoint(said.split()[:1])

    def is_of(self, one: ClaimCandidate, charge: ClaimCandidate) -> bool:
        """Whether who answers is charged himself, or is an official of that state."""
        ends = ends_of(charge)
        # whom it befell is charged with nothing: "A, who is in jail, denied the charge"
        if one.object in (ends[1:] if is_fate(charge) else ends):
            return True
        who, state = self.cast.get(one.object or ""), charge.object or ""
        if who is None or id_prefix(state) != "state":
            return False
        return is_of_state(who.entity.name, state)

    def unverified(self, one: ClaimCandidate) -> Iterator[ClaimCandidate]:
        """The deed that was claimed last, for those who cannot say whether it is so."""
        if self.last is None or self.read - self.last[0] > STILL:
            return
        last = self.last[1]
        yield replace(one, subject=last.subject, object=last.object)

    def keep(self, one: ClaimCandidate) -> None:
        """Take in who is said to have done what, or says so himself."""
        relation = load_schema().relations[one.relation]
        if one.object is None or one.polarity != "affirmed":
            return
        if relation.actor == "object":
            self.blamed[one.object] = one
        charged = relation.actor == "object" or speaker_of(one) is not None
        if charged and speaker_of(one) not in ends_of(one) and one.role is None:
            self.charges.append((self.read, one))
        if relation.source == ("Attack",) and relation.actor == "object":
            self.last = (self.read, one)


def speaker_of(one: ClaimCandidate) -> str | None:
    """Whose word a claim is; nobody's where it is the article's."""
    return one.speakers[-1].holder if one.speakers else None


def ends_of(one: ClaimCandidate) -> tuple[str, str | None]:
    """Who stands at the two ends of a claim."""
    return one.subject, one.object


def is_accusation(one: ClaimCandidate) -> bool:
    """Whether it is told of somebody what he is asked about: a deed, alleged ties."""
    actor = load_schema().relations[one.relation].actor
    return actor == "object" or one.modality != "stated"


def is_fate(one: ClaimCandidate) -> bool:
    """Whether a claim tells what was done to somebody."""
    relation = load_schema().relations[one.relation]
    return relation.actor == "object" and "Person" in relation.source


def of_last_sentence(
    held: list[tuple[int, ClaimCandidate]],
) -> list[ClaimCandidate]:
    """The charges of the last sentence that has any, of one relation with one doer."""
    at = held[-1][0]
    found = [one for read, one in held if read == at]
    first = next((one for one in found if one.modality == "alleged"), found[0])
    return [
        one
        for one in found
        if (one.relation, one.object) == (first.relation, first.object)
    ]
