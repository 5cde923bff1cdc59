"""`claimgraph new`: a group of commands, one for each kind of thing."""

import re

from cli_runs import Run


def test_lists_what_can_be_new(run: Run) -> None:
    result = run("new", "--help")
    assert result.exit_code == 0
    listed = re.findall(r"^  (\w+) ", result.stdout.partition("Commands:")[2], re.M)
    assert listed == ["article", "claim", "entity"]


def test_what_belongs_to_it_is_no_command_of_its_own(run: Run) -> None:
    result = run("--help")
    assert "new_" not in result.stdout and "new-" not in result.stdout
