"""Which cluster is used, and what every kind of it can do."""

import os
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from dev.cluster.existing import existing_provider
from dev.cluster.kind import kind_provider
from dev.cluster.kubectl import Kubectl
from dev.cluster.node.provider import node_provider
from dev.commands import succeeds
from dev.errors import WrongUsage
from dev.images.builder import Builder
from dev.progress import Progress


class ProviderName(StrEnum):
    """The kinds of cluster."""

    KIND = "kind"
    NODE = "node"
    EXISTING = "existing"


class Provider(Protocol):
    """A cluster that can be started, filled with images and removed."""

    @property
    def name(self) -> str:
        """Its kind."""

    @property
    def kubeconfig(self) -> Path:
        """Credentials of an administrator; the file exists once the cluster is up."""

    @property
    def has_dns(self) -> bool:
        """Whether it comes with a cluster DNS."""

    @property
    def audit_log(self) -> Path | None:
        """The API server's audit log, where this machine can read it."""

    @property
    def builder(self) -> Builder | None:
        """What builds images for it; None where images must come from elsewhere."""

    def kubectl(self, progress: Progress) -> Kubectl:
        """A kubectl that fits."""

    def up(self, progress: Progress) -> None:
        """Make it run; returns at once if it does."""

    def down(self, progress: Progress) -> None:
        """Remove it."""

    def status(self, progress: Progress) -> list[tuple[str, str]]:
        """What runs, as names and values."""

    def load(self, tags: Sequence[str], progress: Progress) -> None:
        """Bring built images into it."""


def choose(environ: Mapping[str, str], docker_answers: Callable[[], bool]) -> ProviderName:
    """The kind of cluster: what `PROVIDER` says, else kind where Docker answers, else a node of this machine.

    Raises:
        WrongUsage: `PROVIDER` names no kind.
    """
    wanted = environ.get("PROVIDER", "")
    if not wanted:
        return ProviderName.KIND if docker_answers() else ProviderName.NODE
    try:
        return ProviderName(wanted)
    except ValueError as error:
        raise WrongUsage(f"PROVIDER={wanted} is none of the providers", f"use {', '.join(ProviderName)}") from error


def docker_answers() -> bool:
    """Whether a Docker engine can be used; the client alone is not enough."""
    return succeeds(["docker", "info", "--format", "{{.ServerVersion}}"], timeout_s=15)


def current_provider() -> Provider:
    """The provider of this machine and environment."""
    match choose(os.environ, docker_answers):
        case ProviderName.KIND:
            return kind_provider()
        case ProviderName.NODE:
            return node_provider()
        case ProviderName.EXISTING:
            return existing_provider(os.environ)
