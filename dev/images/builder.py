"""What building an image means, whoever does it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from dev.progress import Progress

KEY_LABEL = "scorecard-ocr.dev/inputs"
"""Label of an image that holds the fingerprint of everything it was built from."""


@dataclass(frozen=True)
class BuildRequest:
    """One image to build."""

    tag: str
    dockerfile: Path
    context: Path
    key: str
    build_args: Mapping[str, str] = field(default_factory=dict)


class Builder(Protocol):
    """Builds images into a store of its own; a provider loads them from there into its cluster."""

    def build_args(self) -> Mapping[str, str]:
        """Build arguments that every image gets."""

    def prepare(self, progress: Progress) -> None:
        """Make what every build needs, such as the base image."""

    def key_of(self, tag: str) -> str | None:
        """Fingerprint of the image that has this tag, or None if there is none."""

    def build(self, request: BuildRequest) -> None:
        """Build one image."""
