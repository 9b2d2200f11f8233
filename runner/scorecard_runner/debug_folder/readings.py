"""Reads files in this process with a witness that writes everything down: `scorecard-runner read --debug`.

No sandbox: a picture in a process that may touch nothing could show nothing. It is for a person's own files.
"""

import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scorecard_runner.deadline import Deadline
from scorecard_runner.debug_folder.folder import DebugFolder
from scorecard_runner.debug_folder.index_page import INDEX, overview_page
from scorecard_runner.debug_folder.recorder import Recorder
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import InternalError, OutOfMemory, RunnerError
from scorecard_runner.reading.engines.readers import Readers
from scorecard_runner.reading.pipeline import OnPage, read_with

if TYPE_CHECKING:
    from scorecard_runner.debug_folder.report import Report

_TIME_LIMIT_S = 3_600.0
"""Writing pictures takes longer than reading them."""

_TRACEBACK = "99-traceback.txt"


class DebugReadings:
    """A folder with what was seen of one file, or with a folder for each of several files."""

    def __init__(self, folder: Path, names: Sequence[str], *, are_several: bool) -> None:
        """Take the folder, and one of each name in it if there are several.

        Raises:
            Unusable: something else is in one of them.
        """
        self._folder = DebugFolder.taken(folder)
        self._are_several = are_several
        self._folders = {name: DebugFolder.taken(folder / name) if are_several else self._folder for name in names}
        self._reports: list[tuple[str, Report]] = []

    def read(
        self, readers: Readers, data: bytes, *, name: str, title: str, languages: str, on_page: OnPage
    ) -> ScorecardDocument:
        """Return the document as `read_with`, and leave behind how it came about, however it ends.

        Raises:
            InputError, SoftTimeLimit, InvalidConfiguration: as `read_with`.
            OutOfMemory: there was too little.
            InternalError: the reader broke; how is written in the folder.
        """
        folder = self._folders[name]
        recorder = Recorder(folder, title)
        ending = "It was broken off."
        try:
            deadline = Deadline.after(_TIME_LIMIT_S)
            document = read_with(
                readers, data, languages=languages, deadline=deadline, on_page=on_page, witness=recorder
            )
            ending = ""
        except RunnerError as error:
            ending = error.row_text
            raise
        except MemoryError:
            ending = OutOfMemory().row_text
            raise OutOfMemory from None
        except Exception as error:
            folder.save_text(_TRACEBACK, traceback.format_exc())
            ending = f"The reader broke down: see {_TRACEBACK}."
            raise InternalError(hint=f"How it broke down is written in {folder.path / _TRACEBACK}.") from error
        finally:
            self._reports.append((name, recorder.finish(ending)))
            self._save_overview()
        return document

    def _save_overview(self) -> None:
        if self._are_several:
            self._folder.save_text(INDEX, overview_page(self._reports))
