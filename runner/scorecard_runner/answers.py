"""Where documents go that were read on this machine: printed one after another, or one file of JSON each."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from scorecard_runner.document import ScorecardDocument
from scorecard_runner.neutral import to_neutral
from scorecard_runner.usage import Unusable

TABLE, JSON, NEUTRAL = "table", "json", "neutral"
FORMATS = (TABLE, JSON, NEUTRAL)


class Answers(Protocol):
    """Takes documents in order."""

    def take(self, name: str, document: ScorecardDocument) -> None:
        """Print or write the document of the file of that name.

        Raises:
            Unusable: it cannot be written.
        """


def answers_in(folder: Path | None, form: str, *, are_several: bool) -> Answers:
    """Return what writes documents into the folder, or prints them if there is none.

    Raises:
        Unusable: the folder cannot be made.
    """
    return Printed(form, are_several=are_several) if folder is None else Written(folder, form)


class Printed:
    """Documents on standard output; `are_several`: each table below the name of its file."""

    def __init__(self, form: str, *, are_several: bool) -> None:
        self._form = form
        self._are_several = are_several
        if isinstance(sys.stdout, io.TextIOWrapper):
            # A terminal without the letters of a name shows a question mark instead of a traceback.
            sys.stdout.reconfigure(errors="replace")

    def take(self, name: str, document: ScorecardDocument) -> None:
        """Print the document."""
        if self._form != TABLE:
            print(_json(document, self._form), flush=True)  # noqa: T201 - its only output
            return
        from rich.console import Console  # noqa: PLC0415 - slow to load, and `--json` does without

        from scorecard_runner.scorecard_table import print_document  # noqa: PLC0415 - as above

        console = Console(highlight=False)
        if self._are_several:
            console.rule(name, align="left")
        print_document(document, console)


class Written:
    """Documents as files of JSON in a folder, which is made."""

    def __init__(self, folder: Path, form: str) -> None:
        self._folder = folder
        self._form = form
        with _writing(folder):
            folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, document: ScorecardDocument) -> None:
        """Write the document; an answer of the same name from before is replaced."""
        path = self._folder / f"{name}.json"
        with _writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_json(document, self._form) + "\n", encoding="utf-8")


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unusable(f"{path}: cannot be written: {error.strerror}.") from error


def _json(document: ScorecardDocument, form: str) -> str:
    shown: dict[str, Any] = document.to_json_object() if form == JSON else to_neutral(document)
    return json.dumps(shown, indent=2, ensure_ascii=False)
