"""Whether a file holds what its account says: claim by claim, feature by feature.

Nothing of this runs at a plain export. It holds some five hundred bytes a claim.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimgraph.errors import ClaimgraphError, MissingExtraError
from claimgraph.exports import ExportOptions
from claimgraph.exports.account import LossAccount
from claimgraph.exports.features import features_of
from claimgraph.exports.loss import GivenClaim, Loss, level_in
from claimgraph.exports.verify import Finding, FoundFeature, find_verifier
from claimgraph.flat import entity_ids, flat_hops
from claimgraph.model import Batch

WIDTH = 8
# what only shows among all claims; a file says it of each without knowing
AMONG_ALL = ("judgements", "parallel_claims")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file must say of one claim: names and levels of features, their digests.

    Equal tuples are one object, so that a claim takes some five hundred bytes.
    """

    names: tuple[str, ...]
    levels: tuple[str, ...]
    digests: bytes
    named: tuple[str, ...]
    asked: tuple[str, str]

    def features(self) -> dict[str, tuple[bytes, str]]:
        """Digest and level of each feature."""
        parts = (
            self.digests[at : at + WIDTH] for at in range(0, len(self.digests), WIDTH)
        )
        values = zip(parts, self.levels, strict=True)
        return dict(zip(self.names, values, strict=True))


class Verification:
    """Takes what is given to a writer, then reads what was written."""

    def __init__(self, losses: Mapping[str, Loss]) -> None:
        self.losses = losses
        self.expected: dict[str, Expected] = {}
        self.shared: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.asked: Counter[tuple[str, str]] = Counter()
        self.judged: dict[str, set[str]] = {}
        self.unnamed: set[str] = set()

    def note(self, batch: Batch) -> None:
        """Notes what the file must say of each claim of a batch."""
        for one in batch.judgements or ():
            for end in (one.left, one.right):
                self.judged.setdefault(end, set()).add(one.id)
        self.unnamed |= {one.id for one in batch.entities if one.unnamed}
        for claim in batch.claims:
            given = GivenClaim(claim, batch.article)
            self.expected[claim.id] = self.expectation(given)

    def expectation(self, given: GivenClaim) -> Expected:
        """What the file must say of one claim."""
        hops = flat_hops(given.claim)
        features = features_of(given.row, hops)
        features["article_hash"] = given.article.sha256
        named = entity_ids(given.claim)
        if unnamed := sorted(named & self.unnamed):
            features["unnamed"] = unnamed
        asked = (given.claim.proposition, given.claim.polarity)
        self.asked[asked] += 1
        held = (level_in(self.losses, one, given) for one in features)
        texts = (tuple(features), tuple[str, ...](held), tuple(sorted(named)))
        names, levels, ends = (self.shared.setdefault(one, one) for one in texts)
        digests = b"".join(map(digest_of, features.values()))
        return Expected(names, levels, digests, ends, asked)

    def disagreements(
        self, name: str, target: Path, options: ExportOptions, account: LossAccount
    ) -> Iterator[str]:
        """Where the file, read by the verifier of its format, is not as declared."""
        counts: Counter[tuple[str, str]] = Counter()
        missing = set(self.expected)
        try:
            for finding in find_verifier(name).findings(target, options.base):
                if finding.claim not in missing:
                    yield f"claim {finding.claim} is not given, or is there twice"
                    continue
                missing.remove(finding.claim)
                yield from self.differences(finding, counts)
        except MissingExtraError:
            raise
        except (ClaimgraphError, KeyError, IndexError, ValueError) as error:
            yield f"cannot be read: {error}"
        yield from (f"claim {claim} is missing" for claim in sorted(missing))
        for one in account.features:
            levels = {"carried": one.carried, "reduced": one.reduced, "lost": one.lost}
            for level, count in levels.items():
                if counts[one.feature, level] != count:
                    found = f"{counts[one.feature, level]} in the file"
                    yield f"{one.feature} is {level} {count} times, {found}"

    def differences(
        self, finding: Finding, counts: Counter[tuple[str, str]]
    ) -> Iterator[str]:
        """What a file says of a claim otherwise than declared; counts what it says."""
        wanted = self.wanted(finding.claim)
        for name, (digest, level) in wanted.items():
            found = level_of(finding.features.get(name), digest)
            counts[name, found] += 1
            if found != level:
                yield f"claim {finding.claim}: {name} is {found}, declared {level}"
        for name in finding.features.keys() - wanted.keys() - {*AMONG_ALL}:
            yield f"claim {finding.claim}: {name} is in the file and not in the claim"

    def wanted(self, claim: str) -> dict[str, tuple[bytes, str]]:
        """The features of a claim, with those that only show among all claims."""
        held = self.expected[claim]
        found = held.features()
        judged = sorted({own for one in held.named for own in self.judged.get(one, ())})
        values: dict[str, object] = {"judgements": judged} if judged else {}
        if self.asked[held.asked] > 1:
            values["parallel_claims"] = claim
        for name, value in values.items():
            loss = self.losses.get(name)
            found[name] = digest_of(value), loss.level if loss else "carried"
        return found


def level_of(found: FoundFeature | None, digest: bytes) -> str:
    """What a reader finds: a value that is not that of the claim is lost."""
    if found is None:
        return "lost"
    coarser = found.level == "reduced" and found.value is None
    return found.level if coarser or digest_of(found.value) == digest else "lost"


def digest_of(value: object) -> bytes:
    """A digest of the value as JSON; a tuple is a list, the order of keys is none."""
    text = json.dumps(value, sort_keys=True)
    return hashlib.blake2b(text.encode(), digest_size=WIDTH).digest()
