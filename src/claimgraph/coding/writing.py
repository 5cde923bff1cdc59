"""Files of a corpus that take their new contents together, or not at all."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from claimgraph.atomic import replace_file
from claimgraph.errors import CorpusError, named_os_errors


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Writes all files; where one cannot be written, the others are as they were."""
    before: dict[Path, bytes | None] = {}
    try:
        for path, content in contents.items():
            before[path] = path.read_bytes() if path.exists() else None
            with named_os_errors(CorpusError, path):
                path.parent.mkdir(exist_ok=True)
            replace_file(path, content, CorpusError)
    except BaseException:
        for path, content_before in before.items():
            with suppress(OSError, CorpusError):
                if content_before is None:
                    path.unlink(missing_ok=True)
                else:
                    replace_file(path, content_before, CorpusError)
        raise
