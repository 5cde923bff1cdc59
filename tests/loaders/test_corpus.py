"""The loader of corpora: a folder, one article of it, and what is neither."""

from pathlib import Path

import pytest

from claimgraph.errors import CorpusError
from claimgraph.loaders import find_loader, loader_for
from places import SEEDS

STEMS = sorted(path.stem for path in (SEEDS / "claims").glob("*.yaml"))


def test_a_folder_gives_a_batch_for_each_article() -> None:
    assert loader_for(SEEDS) == "corpus"
    batches = list(find_loader("corpus").read(SEEDS))
    assert [one.article.id for one in batches] == STEMS
    assert not any(one.problems for one in batches)


@pytest.mark.parametrize("file", ["articles/{}.txt", "claims/{}.yaml"])
def test_a_file_gives_its_article(file: str) -> None:
    path = SEEDS / file.format(STEMS[0])
    assert loader_for(path) == "corpus"
    (batch,) = find_loader("corpus").read(path)
    assert (batch.article.id, bool(batch.claims)) == (STEMS[0], True)


def test_what_is_no_part_of_a_corpus_is_refused(tmp_path: Path) -> None:
    stray = tmp_path / "stray.txt"
    stray.write_text("x", "utf-8")
    for path, words in ((stray, "is no article"), (tmp_path / "none", "not exist")):
        with pytest.raises(CorpusError, match=words) as caught:
            list(find_loader("corpus").read(path))
        assert caught.value.file == str(path)
