"""What nobody looked at is not clean."""

import json

import pytest

import audit

WEAK: audit.Found = {"name": "a", "version": "1", "vulns": [{"id": "X-1"}]}
CLEAN: audit.Found = {"name": "b", "version": "1", "vulns": []}
SKIPPED: audit.Found = {"name": "c", "skip_reason": "not found"}


def outcome(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    found: list[audit.Found],
    *words: str,
) -> tuple[bool, str]:
    """Whether it fails, and what it says."""
    monkeypatch.setattr("sys.argv", ["audit.py", *words])
    monkeypatch.setattr(audit, "answers", lambda: found)
    with pytest.raises(SystemExit) as end:
        audit.main()
    return bool(end.value.code), capsys.readouterr().out


@pytest.mark.parametrize(
    ("found", "fails", "fails_where_required", "words"),
    [
        ([CLEAN], False, False, "1 packages audited, 0 weaknesses"),
        ([CLEAN, WEAK], True, True, "a 1: X-1"),
        ([CLEAN, SKIPPED], False, True, "NOT AUDITED: c"),
        ([], False, True, "NOT AUDITED: the tool"),
    ],
)
def test_an_audit_says_what_it_saw(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    found: list[audit.Found],
    fails: bool,
    fails_where_required: bool,
    words: str,
) -> None:
    failed, said = outcome(monkeypatch, capsys, found)
    assert failed == fails and words in said
    assert outcome(monkeypatch, capsys, found, "--require")[0] == fails_where_required


def test_a_weakness_that_the_record_explains_passes() -> None:
    assert not [*audit.weaknesses([WEAK], "X-1 is in a part that we do not load")]


def test_what_the_tool_writes_is_read() -> None:
    assert audit.listed(json.dumps({"dependencies": [CLEAN]})) == [CLEAN]
    assert audit.listed("Traceback") == []
