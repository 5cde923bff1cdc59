"""The files in a folder of their own."""

from collections.abc import Mapping
from pathlib import Path

from claimgraph.atomic import replace_file
from claimgraph.errors import ExportError, named_os_errors

# by this file a folder is known that may be written anew
OURS = "style.grass"
FAVOURITES = "favorites"


def write_folder(target: Path, files: Mapping[str, str]) -> None:
    """Writes the files into a new or empty folder, or over those of an earlier time.

    ExportError where the place holds anything else.
    """
    with named_os_errors(ExportError, target):
        if target.exists() and not target.is_dir():
            raise ExportError("is a file; a folder is written", file=str(target))
        if target.is_dir() and any(target.iterdir()) and not (target / OURS).is_file():
            reason = "holds other files: name a new or an empty folder"
            raise ExportError(reason, file=str(target))
        for name, text in files.items():
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, text.encode("utf-8"))
        # of questions that are no more
        for path in (target / FAVOURITES).rglob("*.cypher"):
            if path.relative_to(target).as_posix() not in files:
                path.unlink()
