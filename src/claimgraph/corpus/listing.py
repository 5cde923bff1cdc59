"""Which files a folder of a corpus has."""

from pathlib import Path

from claimgraph.errors import CorpusError, named_os_errors


def files_in(folder: Path, ending: str) -> list[Path]:
    """The files of a folder with that ending, sorted; none where it is missing.

    CorpusError where the folder cannot be read, so that nothing looks as if it were
    not there.
    """
    with named_os_errors(CorpusError, folder, "cannot be read"):
        try:
            return sorted(one for one in folder.iterdir() if one.name.endswith(ending))
        except FileNotFoundError:
            return []
