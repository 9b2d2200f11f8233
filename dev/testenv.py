"""`python -m dev.testenv COMMAND…`: runs the tests with the programs they need, installed or built first."""

from __future__ import annotations

import os
import subprocess
import sys

from dev.binaries.build import installed_or_built
from dev.cluster.node.packages import ensure_packages
from dev.cluster.provider import current_provider
from dev.command_line import ending
from dev.errors import CommandFailed
from dev.paths import ROOT
from dev.progress import Progress

PROGRAMS = {"SCORECARD_TEST_MINIO": "minio", "SCORECARD_TEST_HELM": "helm", "SCORECARD_TEST_KUBECTL": "kubectl"}
PACKAGES = {"/usr/lib/postgresql": "postgresql", "tesseract": "tesseract-ocr", "openssl": "openssl"}


def main(argv: list[str]) -> int:
    """Entry point."""
    return ending(lambda: run_tests(argv))


def run_tests(argv: list[str]) -> None:
    """Run a command of the tests.

    Raises:
        DevError: a program is missing, or the command failed.
    """
    progress = Progress()
    ensure_packages(progress, PACKAGES)
    found = {variable: str(installed_or_built(name, progress)) for variable, name in PROGRAMS.items()}
    kubeconfig = str(current_provider().kubeconfig)
    done = subprocess.run(argv, check=False, cwd=ROOT, env={**os.environ, "KUBECONFIG": kubeconfig, **found})
    if done.returncode:
        raise CommandFailed(argv[-3:], f"ended with {done.returncode}", "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
