"""What takes its place does so whole, and takes nobody else's."""

import errno
import os
from pathlib import Path

import pytest

from claimgraph.atomic import in_place_of, link_target
from claimgraph.errors import ExportError

FILES = ("a.csv", "b.csv")
ACCOUNT = "tables.loss.json"


def export(target: Path, text: str) -> None:
    """Writes a folder of two tables with their account."""
    with in_place_of(target, FILES, ACCOUNT) as scratch:
        for name in FILES:
            (scratch / name).write_text(text, "utf-8")
        scratch.with_name(ACCOUNT).write_text(text, "utf-8")


def held(folder: Path) -> dict[str, str]:
    """All files below a folder."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in paths}


def test_folder_and_account_are_replaced_together(tmp_path: Path) -> None:
    for text in ("old", "new"):
        export(tmp_path / "tables", text)
        wanted = {f"tables/{name}": text for name in FILES}
        assert held(tmp_path) == wanted | {ACCOUNT: text}


@pytest.mark.parametrize("name", ["analysis.xlsx", "c.csv"])
def test_what_somebody_put_there_stays(name: str, tmp_path: Path) -> None:
    export(tmp_path / "tables", "old")
    (tmp_path / "tables" / name).write_text("mine", "utf-8")
    before = held(tmp_path)
    with pytest.raises(ExportError, match=rf"holds what is not .*\({name}\)"):
        export(tmp_path / "tables", "new")
    assert held(tmp_path) == before


def test_folder_of_another_is_no_export_though_names_fit(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    export(tmp_path / "tables", "an empty one is taken")
    (tmp_path / ACCOUNT).unlink()
    with pytest.raises(ExportError, match=r"a\.csv, b\.csv"):
        export(tmp_path / "tables", "new")


@pytest.mark.parametrize(
    "error", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()]
)
def test_old_export_is_back_where_the_new_one_cannot_come(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(tmp_path / "tables", "old")
    before = held(tmp_path)

    def fail(path: Path, target: Path) -> Path:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        wanted = ExportError if isinstance(error, OSError) else KeyboardInterrupt
        with pytest.raises(wanted):
            export(tmp_path / "tables", "new")
    assert held(tmp_path) == before
    assert {path.name for path in tmp_path.iterdir()} == {"tables", ACCOUNT}


def test_error_without_words_of_the_system_has_some(tmp_path: Path) -> None:
    target = tmp_path / "a"
    with pytest.raises(ExportError, match="written: lost"), in_place_of(target):
        raise OSError("lost")
    assert list(tmp_path.iterdir()) == []


def test_device_or_pipe_is_never_replaced(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for target in (pipe, link_target(link)):
        with pytest.raises(ExportError, match="device or a pipe"), in_place_of(target):
            pass
    assert pipe.is_fifo() and link.is_symlink()


@pytest.mark.parametrize("there", [True, False])
def test_link_stays_and_leads_to_the_new_file(there: bool, tmp_path: Path) -> None:
    whole, link = tmp_path / "whole", tmp_path / "link"
    link.symlink_to("whole")
    if there:
        whole.write_text("old", "utf-8")
    with in_place_of(link_target(link)) as scratch:
        scratch.write_text("new", "utf-8")
    assert link.is_symlink()
    assert held(tmp_path) == {"whole": "new", "link": "new"}


def test_private_file_stays_private(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_text("old", "utf-8")
    target.chmod(0o600)
    with in_place_of(target) as scratch:
        scratch.write_text("new", "utf-8")
    assert target.read_text("utf-8") == "new"
    assert target.stat().st_mode & 0o777 == 0o600
