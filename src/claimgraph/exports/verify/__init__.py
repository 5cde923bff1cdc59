"""What does a written file say? One module per format, for tests and `--verify`.

A verifier has no code of the writer of its format, only what both take from the model:
it says what is in the file, not what should be.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, cast

from claimgraph import modules


@dataclass(frozen=True, slots=True)
class FoundFeature:
    """How a file has a feature, and its value in the form of `features_of`.

    A value that is not that of the claim counts as lost. None is for what is there
    in a coarser form that cannot be compared; only a reduced feature may have it.
    """

    level: Literal["carried", "reduced"]
    value: object = None


@dataclass(frozen=True, slots=True)
class Finding:
    """All that a verifier found of one claim, by feature."""

    claim: str
    features: Mapping[str, FoundFeature]


class Verifier(Protocol):
    """What every module of this folder offers."""

    def findings(self, target: Path, base: str) -> Iterator[Finding]:
        """What the file or folder says of each claim in it, each claim once."""
        ...


def find_verifier(name: str) -> Verifier:
    """The verifier of a format; ClaimgraphError for an unknown one."""
    return cast(Verifier, modules.find(sys.modules[__name__], name))


def carried_features(features: Mapping[str, object]) -> dict[str, FoundFeature]:
    """Features that stand in their own places; None is a feature that is not there."""
    return {
        name: FoundFeature("carried", value)
        for name, value in features.items()
        if value is not None
    }


def reduced_features(features: Mapping[str, object]) -> dict[str, FoundFeature]:
    """Features that stand in an extension or a free text; None is not there.

    `...` is there in a coarser form that cannot be compared.
    """
    return {
        name: FoundFeature("reduced", None if value is ... else value)
        for name, value in features.items()
        if value is not None
    }
