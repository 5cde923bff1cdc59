"""Is a claim sound? Each check is one rule of the model."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from claimgraph.characters import LONGEST_QUOTE
from claimgraph.errors import Problem, nearest, with_article
from claimgraph.flat import hop_key
from claimgraph.gate.fields import (
    FieldChecks,
    SoundParts,
    claim_checks,
    hop_checks,
)
from claimgraph.gate.finer import OWN_WORD, check_own_voice, check_refinements
from claimgraph.gate.labels import check_label, check_reply
from claimgraph.gate.near_quotes import explain
from claimgraph.gate.places import check_selector, check_span
from claimgraph.gate.values import check_estimates, check_missing, check_value
from claimgraph.gate.words import check_time, no_entry
from claimgraph.ids import id_prefix
from claimgraph.model import (
    REASONS,
    Article,
    Claim,
    Entity,
    Hop,
    TextSpan,
    Where,
)
from claimgraph.passages import line_numbers, silent_spans
from claimgraph.schema.types import RelationType, Schema

# stances towards somebody further in, and what they are where nobody is
HELD_OFF = {
    "doubts": "polarity: denied",
    "disputes": "polarity: denied",
    "unverified": "polarity: withheld with reason: cannot-verify",
}


@dataclass(slots=True)
class ClaimChecker:
    """Checks the claims of one article; holds what is worked out once for all."""

    article: Article
    entities: Mapping[str, Entity]
    schema: Schema
    known: Collection[str]
    silent: list[TextSpan] = field(init=False)
    checks: FieldChecks = field(init=False, default_factory=claim_checks)
    hop_checks: FieldChecks = field(init=False, default_factory=hop_checks)
    sound: SoundParts = field(init=False)
    hop_sound: SoundParts = field(init=False)
    # first hops that were found sound, by identity: claims of a reader share them
    heard: dict[int, Hop] = field(init=False, default_factory=dict[int, Hop])

    def __post_init__(self) -> None:
        self.sound = self.checks.among(self.entities)
        self.hop_sound = self.hop_checks.among(self.entities)
        self.silent = silent_spans(self.article)

    def check(self, claim: Claim) -> list[Problem]:
        """All problems of one claim."""
        where = claim.where or Where(claim.article)
        if claim.article != self.article.id:
            reason = f"{claim.article} is not {self.article.id}, which it came with"
            return [where.problem("article", reason)]
        relation = self.schema.relations.get(claim.relation)
        if relation is None:
            hint = nearest(claim.relation, self.schema.relations)
            reason = f"{claim.relation} is no relation type{hint}"
            problems = [where.problem("relation", reason)]
        else:
            problems = self.check_ends(claim, relation, where)
            finer = (claim.kind, claim.role, claim.place)
            if claim.former or finer != (None, None, None):
                problems += check_refinements(claim, relation, self.schema, where)
            problems += check_own_voice(claim, where)
        if not self.sound.passes(claim):
            problems += self.check_fields(claim, self.checks, where)
        if claim.loaded is not None:
            problems += check_time(where, "loaded", claim.loaded)
        problems += check_silence(claim, where)
        if claim.label is not None:
            problems += check_label(claim.label, where)
        if claim.reply is not None:
            problems += check_reply(claim.reply, where)
        if claim.grade is not None or claim.confidence is not None:
            problems += check_estimates(claim, where)
        problems += self.check_quote(claim, where)
        return problems + self.check_chain(claim, where)

    def check_ends(
        self, claim: Claim, relation: RelationType, where: Where
    ) -> list[Problem]:
        """Whether the ends are known, of the right types, and two."""
        problems = self.check_end(where, "subject", claim.subject, relation.source)
        withheld = claim.polarity == "withheld"
        if relation.value is not None:
            if claim.object is not None:
                reason = f"{claim.relation} counts or dates: write value, not object"
                problems.append(where.problem("object", reason))
            if claim.value is not None:
                problems += check_value(claim.value, relation, where)
            else:
                problems += check_missing(claim, relation, where)
            return problems
        if claim.value is not None:
            reason = f"{claim.relation} joins two entities: write object, not value"
            problems.append(where.problem("value", reason))
        if claim.object is None:
            if not withheld:
                problems.append(where.problem("object", "is missing"))
            return problems
        problems += self.check_end(where, "object", claim.object, relation.target)
        if claim.object == claim.subject:
            problems.append(where.problem("object", "is the subject itself"))
        ends = (claim.subject, claim.object)
        if relation.same_type and len(set(map(id_prefix, ends))) == 2:
            reason = f"{claim.relation} joins two entities of one type"
            problems.append(where.problem("object", reason))
        return problems

    def check_end(
        self, where: Where, key: str, end: str, labels: tuple[str, ...]
    ) -> list[Problem]:
        """Whether one end is known and its type fits the relation file."""
        label = self.schema.label_of(end)
        if label is not None and label not in labels:
            reason = f"{end} is {with_article(label)}; expected {' or '.join(labels)}"
            return [where.problem(key, reason)]
        return self.check_known(where, key, end)

    def check_known(self, where: Where, key: str, entity_id: object) -> list[Problem]:
        """Whether an entity that is named is defined."""
        if not isinstance(entity_id, str) or entity_id in self.entities:
            return []
        reason = no_entry(entity_id, self.known or self.entities)
        return [where.problem(key, reason)]

    def check_fields(
        self, held: Claim | Hop, checks: FieldChecks, where: Where, above: str = ""
    ) -> list[Problem]:
        """Whether entities that are no ends are defined, and words, texts and dates."""
        row = checks.row(held)
        problems: list[Problem] = []
        for named in checks.named:
            key = f"{above}{named.key}"
            problems += self.check_known(where, key, row.get(named.name))
        return problems + checks.problems(row, where, above)

    def check_quote(self, claim: Claim, where: Where) -> list[Problem]:
        """Whether the quote stands where the claim says, in a part that speaks."""
        text, selector = self.article.text, claim.selector
        if not claim.quote:
            return [where.problem("quote", "is empty: no quote, no claim")]
        if len(claim.quote) > LONGEST_QUOTE:
            reason = f"has {len(claim.quote)} characters; at most {LONGEST_QUOTE}"
            return [where.problem("quote", reason)]
        if selector is None:
            if text is not None:
                return [where.problem("quote", explain(text, claim.quote))]
            return [where.problem("quote", "has no place: write start and end")]
        problems = check_selector(selector, claim.quote, where)
        if problems or not isinstance(selector, TextSpan):
            if not problems and self.article.quote_checked:
                reason = (
                    "is in a table or XML, where no quote can be checked: the article "
                    "must say quote_checked: false"
                )
                problems.append(where.problem("quote", reason))
            return problems
        if text is None:
            return []
        found = text[selector.start : selector.end]
        if found != claim.quote:
            reason = f"at {selector.start}-{selector.end} the text says {found[:60]!r}"
            return [where.problem("quote", reason)]
        for span in self.silent:
            if selector.start < span.end and span.start < selector.end:
                line = line_numbers(text, [selector.start])[0]
                reason = f"stands on line {line} of the text, in a zone that is silent"
                return [where.problem("quote", reason)]
        return []

    def check_chain(self, claim: Claim, where: Where) -> list[Problem]:
        """Whether every hop is known and marked, and hop 1 is the article's voice."""
        if not claim.chain or claim.chain[0].holder != self.article.speaker:
            reason = (
                f"must begin with {self.article.speaker}, who publishes the article"
            )
            return [where.problem("chain", reason)]
        problems: list[Problem] = []
        last = len(claim.chain) - 1
        for index, hop in enumerate(claim.chain):
            key = hop_key(index, where)
            if not self.is_sound(hop, index):
                problems += self.check_fields(hop, self.hop_checks, where, f"{key}.")
            own = claim.relation == OWN_WORD and index == last
            if hop.cue is not None or is_placed(hop) or (index and not own):
                problems += self.check_cue(where, f"{key}.cue", hop)
            if index == last and hop.stance in HELD_OFF:
                problems.append(where.problem(f"{key}.stance", held_off(hop)))
        return problems

    def is_sound(self, hop: Hop, index: int) -> bool:
        """Whether all fields of a hop are as they must be."""
        if id(hop) in self.heard:
            return True
        sound = self.hop_sound.passes(hop)
        if sound and not index:
            self.heard[id(hop)] = hop
        return sound

    def check_cue(self, where: Where, key: str, hop: Hop) -> list[Problem]:
        """Whether the words that mark a hop stand in the text, or it is implicit."""
        if hop.cue is None:
            if is_placed(hop):
                return [where.problem(key, "is missing, and has a place in the text")]
            if hop.implicit:
                return []
            return [where.problem(key, "is missing: give the words, or implicit: true")]
        if not hop.cue:
            return [where.problem(key, "is empty")]
        text = self.article.text
        if text is None:
            if not is_placed(hop):
                return []
            return check_span((hop.cue_start, hop.cue_end), hop.cue, where, key)
        if hop.cue_start is None or hop.cue_end is None:
            return [where.problem(key, explain(text, hop.cue))]
        if hop.cue_start < 0 or text[hop.cue_start : hop.cue_end] != hop.cue:
            reason = f"{hop.cue!r} does not stand at {hop.cue_start}-{hop.cue_end}"
            return [where.problem(key, reason)]
        return []


def is_placed(hop: Hop) -> bool:
    """Whether the words that mark a hop have a place, or half of one."""
    return hop.cue_start is not None or hop.cue_end is not None


def held_off(hop: Hop) -> str:
    """Why the last speaker must stand by the claim: nobody further in could."""
    return (
        f"{hop.stance} is what a speaker does with another's words: add whose they are "
        f"as last hop, or write {HELD_OFF[hop.stance]}"
    )


def check_silence(claim: Claim, where: Where) -> list[Problem]:
    """Whether a reason is there where, and only where, a claim is withheld."""
    if claim.polarity == "withheld" and claim.reason is None:
        reasons = ", ".join(REASONS)
        return [where.problem("reason", f"is missing: one of {reasons}")]
    if claim.polarity != "withheld" and claim.reason is not None:
        return [where.problem("reason", "goes with polarity: withheld only")]
    return []
