"""The builder where a Docker engine answers; the base image is the public one that each Dockerfile names."""

from collections.abc import Mapping

from dev.commands import run
from dev.errors import CommandFailed
from dev.images.builder import KEY_LABEL, BuildRequest
from dev.paths import CERTIFICATES
from dev.progress import Progress

_BUILD_TIMEOUT_S = 1800.0


class DockerBuilder:
    """Builds into the engine's store."""

    def build_args(self) -> Mapping[str, str]:
        """None: the defaults in the Dockerfiles are meant for Docker."""
        return {}

    def prepare(self, progress: Progress) -> None:
        """Nothing: Docker pulls the base image itself."""

    def key_of(self, tag: str) -> str | None:
        """Fingerprint in the label of an image, or None if there is no such image."""
        template = f'{{{{index .Config.Labels "{KEY_LABEL}"}}}}'
        try:
            return run(["docker", "image", "inspect", "--format", template, tag], timeout_s=30).strip() or None
        except CommandFailed:
            return None

    def build(self, request: BuildRequest) -> None:
        """Build one image."""
        options = [f"--label={KEY_LABEL}={request.key}"]
        options += [f"--build-arg={name}={value}" for name, value in request.build_args.items()]
        if CERTIFICATES.exists():
            options.append(f"--secret=id=ca,src={CERTIFICATES}")
        files = [f"--file={request.dockerfile}", f"--tag={request.tag}", str(request.context)]
        run(["docker", "build", *options, *files], timeout_s=_BUILD_TIMEOUT_S)
