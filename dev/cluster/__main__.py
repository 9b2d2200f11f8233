"""`python -m dev.cluster up|down|status|kubeconfig|load`: the cluster for development."""

import argparse
import sys

from dev.cluster.provider import Provider, current_provider
from dev.command_line import ending
from dev.progress import Progress

_REASONS = {
    "kind": "kind, in Docker",
    "node": "one node on this machine (no Docker engine answers)",
    "existing": "an existing one (PROVIDER=existing)",
}


def main() -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m dev.cluster", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("up", help="start it; does nothing if it runs")
    commands.add_parser("down", help="remove it")
    commands.add_parser("status", help="what runs, and where its files are")
    commands.add_parser("kubeconfig", help="print the path of its kubeconfig")
    load = commands.add_parser("load", help="load built images")
    load.add_argument("tags", nargs="+", metavar="IMAGE", help="such as localhost/scorecard-runner:dev")
    arguments = parser.parse_args()
    return ending(lambda: _act(arguments, current_provider(), Progress()))


def _act(arguments: argparse.Namespace, provider: Provider, progress: Progress) -> None:
    match arguments.command:
        case "kubeconfig":
            print(provider.kubeconfig)
        case "load":
            provider.load(arguments.tags, progress)
        case "status":
            _print_status(provider, progress)
        case "up":
            progress.headline(f"Cluster: {_REASONS[provider.name]}")
            provider.up(progress)
            progress.note(f"export KUBECONFIG={provider.kubeconfig}")
        case "down":
            progress.headline(f"Cluster: {_REASONS[provider.name]}")
            provider.down(progress)


def _print_status(provider: Provider, progress: Progress) -> None:
    rows = [("provider", _REASONS[provider.name]), *provider.status(progress), ("kubeconfig", str(provider.kubeconfig))]
    if provider.audit_log:
        rows.append(("audit log", str(provider.audit_log)))
    for name, value in rows:
        print(f"{name:<11} {value}")


if __name__ == "__main__":
    sys.exit(main())
