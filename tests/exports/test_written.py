"""What formats write is what tests/cases/written holds, to the last word."""

from pathlib import Path

import pytest

from written_cases import FOLDER, FORMATS, texts, write


@pytest.mark.parametrize("name", FORMATS)
def test_every_word_is_as_expected(name: str, tmp_path: Path) -> None:
    target = write(name, tmp_path)
    assert texts(target) == texts(FOLDER / target.name)
