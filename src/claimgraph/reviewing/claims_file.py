"""A claims file as it stands now: its bytes, what it says, and its claims."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from claimgraph.coding.drafts import claims_path
from claimgraph.coding.entries import text_of
from claimgraph.coding.insertion import BOM
from claimgraph.coding.item_keys import Change, with_keys
from claimgraph.corpus.reading import Corpus, coded_batch
from claimgraph.errors import CorpusError
from claimgraph.model import Batch, Claim, Review
from claimgraph.yaml_file import YamlFile
from claimgraph.yaml_file.reading import KeyPath

ITEM = re.compile(r"claims\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class HeldClaims:
    """The claims of one article; `text` is its file as on the disk, to the byte."""

    path: Path
    text: str
    batch: Batch

    @property
    def stem(self) -> str:
        """The article that it is about."""
        return self.batch.article.id

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims in their order, whatever was decided about them."""
        return self.batch.claims

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id, if it stands there."""
        return next((one for one in self.claims if one.id == claim_id), None)


@dataclass(frozen=True, slots=True)
class ClaimsFile(HeldClaims):
    """The claims file that an article has to itself, in YAML."""

    yaml: YamlFile

    def set(
        self, corpus: Corpus, claim: Claim, changes: Mapping[str, Change]
    ) -> "ClaimsFile":
        """The file with keys of one of its claims set; nothing is written."""
        text, yaml = with_keys(self.text, self.yaml, place_of(claim), changes)
        words = self.batch.article.text or ""
        batch = coded_batch(corpus, self.stem, words, yaml, [])
        return ClaimsFile(self.path, text, batch, yaml)

    def decided(self, claim: Claim, review: Review) -> "ClaimsFile":
        """The file with another decision about one of its claims."""
        changes = {"review": review}
        text, yaml = with_keys(self.text, self.yaml, place_of(claim), changes)
        claims = tuple(
            replace(one, review=review) if one is claim else one for one in self.claims
        )
        return ClaimsFile(self.path, text, replace(self.batch, claims=claims), yaml)


def place_of(claim: Claim) -> KeyPath:
    """Where a claim stands in its file."""
    found = ITEM.fullmatch(claim.where.key if claim.where else "")
    if found is None:
        raise CorpusError("stands in no list of claims", key=claim.id)
    return "claims", int(found[1])


def read_claims_file(
    corpus: Corpus, stem: str, words: str, before: ClaimsFile | None = None
) -> ClaimsFile:
    """The claims file of an article as it is on the disk.

    `before` is what was read last: it is given back where no byte changed.
    """
    path = claims_path(corpus.folder, stem)
    text = text_of(path)
    if before is not None and (before.path, before.text) == (path, text):
        return before
    yaml = YamlFile(text.removeprefix(BOM).replace("\r\n", "\n"), str(path))
    return ClaimsFile(path, text, coded_batch(corpus, stem, words, yaml, []), yaml)
