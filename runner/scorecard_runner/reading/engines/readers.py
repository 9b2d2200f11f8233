"""The readers that a mode asks for: one that reads everything, and perhaps one for what the first left in doubt.

Refuses to decide what is in doubt (`reading/escalation`).
"""

from dataclasses import dataclass

from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.engines.rapid.engine import RapidEngine
from scorecard_runner.reading.engines.rapid.models import find_models
from scorecard_runner.reading.engines.tesseract import TesseractEngine


@dataclass(frozen=True)
class Readers:
    """Who reads every page, and who reads again what that one was unsure of; None if nobody does."""

    first: Engine
    second: Engine | None = None


def readers_of(mode: ReaderMode, languages: str) -> Readers:
    """Return the readers of the mode, for Tesseract with these language data.

    Raises:
        InvalidConfiguration: the second reader is asked for and not installed.
    """
    if mode is ReaderMode.TESSERACT:
        return Readers(TesseractEngine(languages))
    find_models()  # told now, and not only at the first picture that needs it
    if mode is ReaderMode.RAPID:
        return Readers(RapidEngine(for_pages=True))
    return Readers(TesseractEngine(languages), RapidEngine())
