"""Which reader looks at a picture; the same words in the environment, on the command line and in the document.

Refuses to know what the readers are.
"""

from enum import StrEnum


class ReaderMode(StrEnum):
    """Who reads."""

    AUTO = "auto"
    """Tesseract; RapidOCR where that is in doubt."""

    TESSERACT = "tesseract"
    """Tesseract alone; nothing of the second reader need be installed."""

    RAPID = "rapid"
    """RapidOCR for everything."""
