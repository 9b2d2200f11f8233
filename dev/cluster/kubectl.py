"""kubectl, the one way in which `dev` talks to a cluster, so that it works the same on every provider."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dev.commands import run
from dev.errors import CommandFailed

_TIMEOUT_S = 30.0


@dataclass(frozen=True)
class Kubectl:
    """One cluster."""

    program: Path
    kubeconfig: Path

    def __call__(self, *arguments: str | Path, stdin: str | None = None, timeout_s: float = _TIMEOUT_S) -> str:
        """Run one command and return its output, as `run` does."""
        return self.run(*map(str, arguments), stdin=stdin, timeout_s=timeout_s)

    def argv(self, *arguments: str) -> list[str]:
        """The whole command line."""
        return [str(self.program), "--kubeconfig", str(self.kubeconfig), *arguments]

    def run(self, *arguments: str, stdin: str | None = None, timeout_s: float = _TIMEOUT_S) -> str:
        """Run one command and return its output.

        Raises:
            CommandFailed: It ended with another status than 0 or not in time.
        """
        return run(self.argv(*arguments), stdin=stdin, timeout_s=timeout_s)

    def succeeds(self, *arguments: str, timeout_s: float = _TIMEOUT_S) -> bool:
        """Whether the command ends with status 0."""
        try:
            self.run(*arguments, timeout_s=timeout_s)
        except CommandFailed:
            return False
        return True

    def get(self, *arguments: str) -> dict[str, Any]:
        """The answer of `kubectl get … -o json`."""
        answer: dict[str, Any] = json.loads(self.run("get", *arguments, "-o", "json"))
        return answer

    def api_is_ready(self) -> bool:
        """Whether the API server answers and is ready."""
        return self.succeeds("get", "--raw=/readyz", "--request-timeout=3s", timeout_s=5)

    def server_version(self) -> str:
        """Version of the API server, such as `v1.37.2`."""
        return str(json.loads(self.run("get", "--raw=/version", "--request-timeout=5s"))["gitVersion"])
