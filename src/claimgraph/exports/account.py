"""What became of each feature of the claims in one written file."""

import json
from dataclasses import asdict, dataclass

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class ClaimCounts:
    """How many claims were given, found in the file, and not found in it.

    `proposed` are those of the given ones that nobody has reviewed.
    """

    given: int
    out: int
    proposed: int = 0

    @property
    def refused(self) -> int:
        """How many are not in the file at all."""
        return self.given - self.out


@dataclass(frozen=True, slots=True)
class FeatureLoss:
    """What became of one feature: `given` is carried + reduced + lost, always.

    `claims` are those in which it was reduced or lost: all of them, or the first ones.
    """

    feature: str
    given: int
    carried: int
    reduced: int
    lost: int
    why: str = ""
    where: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LossAccount:
    """What a file could not carry, counted while it was written."""

    format: str
    file: str
    corpus_sha256: str
    review: tuple[str, ...]
    claims: ClaimCounts
    features: tuple[FeatureLoss, ...]
    target_notes: tuple[str, ...] = ()

    @property
    def lossless(self) -> bool:
        """Whether everything is carried."""
        return all(one.carried == one.given for one in self.features)

    @property
    def lost(self) -> int:
        """How often a feature of a claim is gone."""
        return sum(one.lost for one in self.features)


def account_json(account: LossAccount) -> str:
    """The account as the file that lies beside an export."""
    claims = account.claims
    block = {
        "schema_version": SCHEMA_VERSION,
        "format": account.format,
        "file": account.file,
        "corpus_sha256": account.corpus_sha256,
        "filters": {"review": list(account.review)},
        "claims": {
            "in": claims.given,
            "out": claims.out,
            "refused": claims.refused,
            "proposed": claims.proposed,
        },
        "features": [
            {"in" if key == "given" else key: held for key, held in asdict(one).items()}
            for one in account.features
        ],
        "target_notes": list(account.target_notes),
    }
    return json.dumps(block, ensure_ascii=False, indent=1) + "\n"
