"""The claims of the seeds of commit 1c02e5c keep their ids and digests for ever.

Whatever the seeds become: those ids are cited, and stores hold them. Nothing in the
folder may be edited, and no change of the code may move a line of `ids.tsv`.
"""

from pathlib import Path

from claimgraph.loaders import corpus

FOLDER = Path(__file__).parent / "cases" / "seeds-1c02e5c"


def test_every_id_proposition_and_digest_is_what_it_was() -> None:
    kept = (FOLDER / "ids.tsv").read_text("utf-8").splitlines()
    claims = [
        claim for batch in corpus.read(FOLDER / "corpus") for claim in batch.claims
    ]
    assert len(kept) == 624
    assert kept == [
        "\t".join((claim.article, claim.id, claim.proposition, claim.digest))
        for claim in claims
    ]
