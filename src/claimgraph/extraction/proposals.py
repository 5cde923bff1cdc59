"""The gate for whatever a machine proposes: what fails is refused, nothing repaired."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from claimgraph.entity_closure import made_entities, unspecified_id
from claimgraph.extraction.candidates import UNSPECIFIED, Cast, ClaimCandidate, Speaker
from claimgraph.extraction.names.common_names import also_called
from claimgraph.gate.claims import ClaimChecker
from claimgraph.ids import fill_derived
from claimgraph.model import Article, Claim, Entity, Hop, Reply, TextSpan, Where
from claimgraph.passages import line_numbers
from claimgraph.schema import load_schema


@dataclass(frozen=True, slots=True)
class Refusal:
    """A proposal that did not pass: on which line of the text, whose, and why."""

    line: int
    producer: str
    relation: str
    reason: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a machine proposes for one article; all claims have passed the gate.

    `entities` are those that the claims name and that have no entry yet; `known` those
    that have one, with the names that news use. `refused` says what did not pass.
    """

    article: Article
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    known: tuple[Entity, ...] = ()
    refused: tuple[Refusal, ...] = ()

    @property
    def reasons(self) -> Counter[str]:
        """How many were refused for each reason."""
        return Counter(one.reason for one in self.refused)


def let_pass(
    article: Article, cast: Cast, candidates: Iterable[ClaimCandidate], producer: str
) -> Proposals:
    """The candidates that pass the gate of all claims and the rules for proposals.

    `producer` is who proposes, in two words (`rules 0.3`); the rule follows in `by`.
    """
    proposer = Proposer(article, cast, producer)
    claims: dict[str, Claim] = {}
    refused: list[Refusal] = []
    keys: dict[str, str] = {}
    answers: list[tuple[str, ClaimCandidate]] = []
    for candidate in candidates:
        reason = proposer.flaw(candidate)
        claim = None if reason else proposer.claim(candidate)
        if claim is not None:
            reason = proposer.problem(claim)
        if claim is not None and reason is None:
            claims.setdefault(claim.id, claim)
            if candidate.key is not None:
                keys[candidate.key] = claim.id
            answers.append((claim.id, candidate))
        else:
            refused.append(proposer.refusal(candidate, reason or ""))
    for one, candidate in answers:
        other = keys.get(candidate.reply or "", one)
        if other != one and candidate.how is not None:
            claims[one] = proposer.answering(claims[one], Reply(other, candidate.how))
    return proposer.proposals(tuple(claims.values()), tuple(refused))


class Proposer:
    """Makes claims of candidates of one article, and looks at each."""

    def __init__(self, article: Article, cast: Cast, producer: str) -> None:
        self.article = article
        self.text = article.text or ""
        self.cast = cast
        self.producer = producer
        self.schema = load_schema()
        made = {one.id: one for one in made_entities(article)}
        self.unspecified = unspecified_id(article.id)
        entities = made | {one: member.entity for one, member in cast.items()}
        # an entity of a place may lie in one that no claim names
        self.entities = entities
        if article.speaker not in entities:
            entities[article.speaker] = Entity(id=article.speaker, name="publisher")
        self.checker = ClaimChecker(article, entities, self.schema, entities.keys())

    def flaw(self, candidate: ClaimCandidate) -> str | None:
        """Why a candidate cannot become a claim at all; None where it can."""
        quote = candidate.quote
        if not self.holds(quote):
            return "the quote has no place in the text"
        words = self.text[quote.start : quote.end]
        if words != words.strip():
            return "the quote begins or ends with a space"
        if any(one.cue and not self.holds(one.cue) for one in candidate.speakers):
            return "a cue has no place in the text"
        named = [candidate.subject, candidate.object, candidate.place]
        named += [one.holder for one in candidate.speakers]
        for one in named:
            if one is not None and not self.is_mentioned(one):
                return "somebody of the claim is not mentioned in the text"
        return None

    def holds(self, span: TextSpan) -> bool:
        """Whether a passage lies in the text and is not empty."""
        return 0 <= span.start < span.end <= len(self.text)

    def is_mentioned(self, entity_id: str) -> bool:
        """Whether the text names or describes an entity, or it is its publisher."""
        if entity_id in (UNSPECIFIED, self.article.speaker):
            return True
        member = self.cast.get(entity_id)
        return member is not None and any(map(self.holds, member.mentions))

    def claim(self, candidate: ClaimCandidate) -> Claim:
        """The claim of a candidate, with its derived fields."""
        quote = candidate.quote
        last = len(candidate.speakers)
        voice = Hop(self.article.speaker, "asserts" if last == 0 else "reports")
        hops = [
            self.hop(one, at == last) for at, one in enumerate(candidate.speakers, 1)
        ]
        claim = Claim(
            article=self.article.id,
            relation=candidate.relation,
            subject=candidate.subject,
            object=candidate.object,
            value=candidate.value,
            polarity=candidate.polarity,
            reason=candidate.reason,
            modality=candidate.modality,
            kind=candidate.kind,
            role=candidate.role,
            former=candidate.former,
            place=candidate.place,
            chain=(voice, *hops),
            quote=self.text[quote.start : quote.end],
            selector=quote,
            valid=candidate.valid,
            valid_words=candidate.valid_words,
            note=candidate.note,
            by=f"{self.producer} {candidate.rule}".strip(),
            review="proposed",
            where=Where(self.article.id),
        )
        fill_derived(claim, self.article, self.schema.symmetric(candidate.relation))
        return claim

    def answering(self, claim: Claim, reply: Reply) -> Claim:
        """The same claim, said to answer another one of the article."""
        told = replace(claim, reply=reply)
        fill_derived(told, self.article, self.schema.symmetric(told.relation))
        return told

    def hop(self, speaker: Speaker, last: bool) -> Hop:
        """A speaker as a hop of a chain."""
        cue = speaker.cue
        holder = speaker.holder
        return Hop(
            self.unspecified if holder == UNSPECIFIED else holder,
            speaker.stance or ("asserts" if last else "reports"),
            cue=self.text[cue.start : cue.end] if cue else None,
            cue_start=cue.start if cue else None,
            cue_end=cue.end if cue else None,
            implicit=cue is None,
            said=speaker.said,
            medium=speaker.medium,
        )

    def problem(self, claim: Claim) -> str | None:
        """What the gate of all claims says first; None where it lets it pass."""
        for found in self.checker.check(claim):
            return f"{found.key}: {found.reason}" if found.key else found.reason
        return None

    def refusal(self, candidate: ClaimCandidate, reason: str) -> Refusal:
        """What is reported of a candidate that did not pass."""
        at = max(0, min(candidate.quote.start, len(self.text)))
        line = line_numbers(self.text, [at])[0]
        by = f"{self.producer} {candidate.rule}".strip()
        return Refusal(line, by, candidate.relation, reason)

    def proposals(
        self, claims: tuple[Claim, ...], refused: tuple[Refusal, ...]
    ) -> Proposals:
        """All of it, with the entities that the claims name."""
        needed = {
            one
            for claim in claims
            for one in (claim.subject, claim.object, claim.place)
            if one is not None
        }
        needed |= {hop.holder for claim in claims for hop in claim.chain}
        members = [self.cast[one] for one in sorted(needed) if one in self.cast]
        made = tuple(
            replace(one.entity, by=one.entity.by or self.producer)
            for one in members
            if not one.known
        )
        known = tuple(also_called(one.entity) for one in members if one.known)
        return Proposals(self.article, claims, made, known, refused)
