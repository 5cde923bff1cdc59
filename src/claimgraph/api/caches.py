"""Where what can be made again is kept for later runs."""

import os
from pathlib import Path


def cache_folder() -> Path:
    """Where programs of this user keep what they can make again."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "claimgraph"
