"""Where things live outside the tree: programs and images that are kept, state that is thrown away."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def cache_dir() -> Path:
    """Return the folder of what may be kept for ever and rebuilt at any time."""
    base = os.environ.get("SCORECARD_CACHE_DIR") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "scorecard-ocr"


def state_dir() -> Path:
    """Return the folder of a running cluster."""
    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "scorecard-ocr"


CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
