"""What takes its place does so whole, and takes nobody else's."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimgraph.atomic import in_place_of, link_target, replace_file
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


def test_replaced_link_stays_and_leads_to_the_new_file(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    whole, link = tmp_path / "there" / "whole", tmp_path / "link"
    whole.write_text("old", "utf-8")
    link.symlink_to("there/whole")
    replace_file(link, b"new")
    assert link.is_symlink()
    assert held(tmp_path) == {"there/whole": "new", "link": "new"}


def test_private_file_stays_private(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_text("old", "utf-8")
    target.chmod(0o600)
    with in_place_of(target) as scratch:
        scratch.write_text("new", "utf-8")
    assert target.read_text("utf-8") == "new"
    assert target.stat().st_mode & 0o777 == 0o600


HOLDER = """
import os, sys, time
from pathlib import Path
from claimgraph.atomic import in_place_of, replace_file, swap
from claimgraph import atomic
what, target = sys.argv[1], Path(sys.argv[2])
files = ("a.csv",) if what == "folder" else ()
if what == "folder":
    def wait(scratch, target, before):
        target.rename(before)
        print("ready", flush=True)
        time.sleep(600)
    atomic.swap = wait
with in_place_of(target, files, target.name + ".loss.json") as scratch:
    if what == "folder":
        (scratch / "a.csv").write_text("new")
    else:
        scratch.write_text("half")
        print("ready", flush=True)
        time.sleep(600)
"""


def holding(what: str, target: Path) -> subprocess.Popen[str]:
    """A process in the middle of writing a target."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, what, str(target)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    return process


def write_beside(target: Path) -> None:
    with in_place_of(target) as scratch:
        scratch.write_text("new", "utf-8")


def test_room_of_a_killed_process_goes_and_that_of_a_living_stays(
    tmp_path: Path,
) -> None:
    with holding("file", tmp_path / "killed") as killed:
        killed.kill()
    (leftover,) = tmp_path.iterdir()
    with holding("file", tmp_path / "living") as living:
        assert not leftover.exists()
        (room,) = tmp_path.iterdir()
        write_beside(tmp_path / "x")
        assert {path.name for path in tmp_path.iterdir()} == {"x", room.name}
        living.kill()
    replace_file(tmp_path / "x", b"newer")
    assert held(tmp_path) == {"x": "newer"}
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_what_is_not_ours_is_never_taken_away(tmp_path: Path) -> None:
    names = (".x.abcdefgh.claimgraph", ".x.trig.abcdefgh", "x.abcdefgh.claimgraph")
    for name in names:
        (tmp_path / name / "mine").mkdir(parents=True)
    (tmp_path / ".y.abcdefgh.claimgraph").write_text("mine", "utf-8")
    (tmp_path / ".z.abcdefgh.claimgraph").symlink_to(tmp_path / ".x.trig.abcdefgh")
    before = sorted(tmp_path.rglob("*"))
    write_beside(tmp_path / "x")
    assert sorted(tmp_path.rglob("*")) == sorted([*before, tmp_path / "x"])


def test_kill_between_two_renames_loses_no_old_folder(tmp_path: Path) -> None:
    target = tmp_path / "tables"
    with in_place_of(target, ("a.csv",), ACCOUNT) as scratch:
        (scratch / "a.csv").write_text("old", "utf-8")
        scratch.with_name(ACCOUNT).write_text("old", "utf-8")
    with holding("folder", target) as killed:
        assert not target.exists()
        killed.kill()
    write_beside(tmp_path / "x")
    assert held(tmp_path) == {"tables/a.csv": "old", ACCOUNT: "old", "x": "new"}
