"""Starts reading processes: the real one, and a quicker one that is forked from this process.

The forked one runs the same code within the same limits (`sandboxed.main`), but has its libraries loaded already and an
engine that reads no word: a hundredth of a second in place of half a second and of Tesseract.
"""

import faulthandler
import os
import tempfile
import traceback
from functools import partial
from typing import IO

from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import RunnerError
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.engines.readers import Readers
from scorecard_runner.reading.files import sandboxed
from scorecard_runner.reading.files.sandbox import PASSED_ON, ReadingProcess, start_process
from scorecard_runner.reading.pipeline import read_with
from scorecard_runner.reading.words import Word


class NoWords(Engine):
    """Stands in for an engine, and reads nothing."""

    name = "no-words"
    version = "1"

    def recognise(self, picture: Image.Image, deadline: Deadline) -> list[Word]:
        """Return no words; see `Engine.recognise`."""
        del picture
        deadline.left_s()
        return []


class Starter:
    """Starts one process at a time and remembers the last one."""

    def __init__(self, *, real: bool) -> None:
        self.last: ReadingProcess | None = None
        self._real = real
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`

    def __call__(self, given: IO[bytes], folder: str) -> ReadingProcess:
        """Start a reading process; see `sandbox.Start`."""
        self._errors.seek(0)
        self._errors.truncate()
        self.last = start_process(given, folder) if self._real else _forked(given, folder, self._errors)
        return self.last

    def last_words(self) -> str:
        """Return what the last forked process wrote of its own faults."""
        self._errors.seek(0)
        return self._errors.read().decode(errors="replace").strip()

    def close(self) -> None:
        """Forget the last words."""
        self._errors.close()


def _forked(given: IO[bytes], folder: str, errors: IO[bytes]) -> ReadingProcess:
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ours)
        _be_the_reader(given.fileno(), theirs, errors.fileno(), folder)
    os.close(theirs)
    # Said on both sides: whoever is first, the group is there before anybody kills it.
    os.setpgid(pid, pid)
    return ReadingProcess(pid, os.fdopen(ours, "rb", buffering=0))


def _be_the_reader(given: int, said: int, errors: int, folder: str) -> None:
    """Be a reading process until its end; never returns."""
    exit_code = 1
    try:
        os.setpgid(0, 0)
        for number, kept in enumerate((given, said, errors)):
            os.dup2(kept, number)
        faulthandler.enable(2)
        kept_names = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        os.environ.clear()
        os.environ.update(kept_names | {"TMPDIR": folder})
        tempfile.tempdir = None
        exit_code = sandboxed.main(os.fdopen(0, "rb", closefd=False), os.fdopen(1, "wb", closefd=False), _prepare)
    except BaseException:  # noqa: BLE001 - as the interpreter would: said, and the end
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(exit_code)


def _prepare(languages: str, reader: ReaderMode) -> sandboxed.Read:
    del reader  # there are no words to read
    return partial(_read, languages=languages)


def _read(data: bytes, *, languages: str, deadline: Deadline, on_page: sandboxed.OnPage) -> ScorecardDocument:
    try:
        return read_with(Readers(NoWords()), data, languages=languages, deadline=deadline, on_page=on_page)
    except (RunnerError, MemoryError):
        raise
    except Exception:
        os.write(2, traceback.format_exc().encode())
        raise
