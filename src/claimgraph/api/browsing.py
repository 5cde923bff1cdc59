"""Files that make Neo4j Browser show a graph well, written or shown."""

from pathlib import Path

from claimgraph.browser import PORT, address_of, browser_files
from claimgraph.browser.folder import write_folder
from claimgraph.browser.serving import LOOPBACK, Files
from claimgraph.errors import ExportError
from claimgraph.schema import load_schema

__all__ = ["browser_server", "write_browser_files"]


def write_browser_files(folder: str | Path, *, port: int = PORT) -> int:
    """Writes style, guide and favourites, and tells how many files these are.

    The guide looks for the style on this port of this machine. ExportError where the
    folder holds files of others.
    """
    files = browser_files(load_schema(), address_of(port))
    write_folder(Path(folder), files)
    return len(files)


def browser_server(port: int = PORT) -> Files:
    """A server that shows the same files to this machine alone, not yet running.

    ExportError where the port cannot be had.
    """
    try:
        return Files(browser_files(load_schema(), address_of(port)), port, LOOPBACK)
    except OSError as error:
        reason = (
            f"port {port} cannot be had ({error.strerror}): choose another by --port"
        )
        raise ExportError(reason) from None
