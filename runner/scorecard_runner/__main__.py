"""The command line `scorecard-runner`: chooses the command and loads nothing of the others."""

import argparse
import os
import sys
from collections.abc import Sequence

from scorecard_runner.errors import InvalidConfiguration, RunnerError

COMMANDS = {
    "run": "read the upload that the environment names, once (what the Job does)",
    "read": "read a picture from a file and print the scorecard",
    "migrate": "create or update the schema scorecard_ocr in the database",
    "prune-objects": "delete the pictures of uploads that were done with long ago",
    "check": "check configuration, Tesseract, database and storage",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    # `read` has arguments of its own, --help among them.
    if arguments[:1] == ["read"]:
        from scorecard_runner.read_command import main as read  # noqa: PLC0415 - each command loads only its own libraries

        return int(read(arguments[1:]) or 0)
    given = _parser().parse_args(arguments)
    if given.command == "prune-objects":
        return _prune(is_dry_run=given.dry_run)
    return {"run": _run, "migrate": _migrate, "check": _check}[given.command]()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scorecard-runner",
        description="Reads uploaded pictures of cricket scorecards.",
        epilog="The environment variables are described in docs/contract.md.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        if name == "prune-objects":
            command.add_argument("--dry-run", action="store_true", help="say how many there are, and delete none")
    return parser


def _run() -> int:
    from scorecard_runner.run_command import main as run  # noqa: PLC0415 - each command loads only its own libraries

    return run()


def _check() -> int:
    from scorecard_runner.check import main as check  # noqa: PLC0415 - each command loads only its own libraries

    return check()


def _prune(*, is_dry_run: bool) -> int:
    from scorecard_runner.prune_command import main as prune  # noqa: PLC0415 - each command loads only its own libraries

    return prune(is_dry_run=is_dry_run)


def _migrate() -> int:
    from scorecard_runner.settings import DatabaseSettings, read_settings  # noqa: PLC0415 - each command loads only its own libraries

    try:
        settings = read_settings(DatabaseSettings, os.environ)
        from scorecard_runner.database.connection import Database  # noqa: PLC0415 - each command loads only its own libraries
        from scorecard_runner.database.migrate import MIGRATION_TIMEOUTS, migrate  # noqa: PLC0415 - each command loads only its own libraries

        applied = migrate(Database(settings.database_url.get_secret_value(), MIGRATION_TIMEOUTS))
    except InvalidConfiguration as error:
        print(error.message, file=sys.stderr)
        return error.exit_code
    except RunnerError as error:
        print(f"{error.message} {error.hint}", file=sys.stderr)
        return error.exit_code
    print(
        f"Schema scorecard_ocr: applied {', '.join(map(str, applied))}."
        if applied
        else "Schema scorecard_ocr: up to date."
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
