"""The builder where no Docker engine answers: buildah on the bootstrapped base image."""

from collections.abc import Mapping
from dataclasses import dataclass

from dev.images.base import BASE_IMAGE, ensure_base_image
from dev.images.buildah import BuildahStore
from dev.images.builder import BuildRequest
from dev.progress import Progress


@dataclass(frozen=True)
class BuildahBuilder:
    """Builds into buildah's store."""

    store: BuildahStore

    def build_args(self) -> Mapping[str, str]:
        """Every image begins with the bootstrapped base."""
        return {"BASE_IMAGE": BASE_IMAGE}

    def prepare(self, progress: Progress) -> None:
        """Make the base image."""
        ensure_base_image(self.store, progress)

    def key_of(self, tag: str) -> str | None:
        """Fingerprint of the image that has this tag."""
        return self.store.key_of(tag)

    def build(self, request: BuildRequest) -> None:
        """Build one image."""
        self.store.build(request)
