"""What every reader of pictures hands over: words with a place, a confidence and the reader's name.

Nothing that understands words decides by the name: it is there to be shown, and to tell two opinions of one reader from
those of two.
"""

from dataclasses import dataclass, replace

from scorecard_runner.reading.geometry import Box


@dataclass(frozen=True, slots=True)
class Word:
    """One word as read by `readers`; `confidence` from 0 to 1 is the engine's own opinion, or that of both."""

    text: str
    box: Box
    confidence: float
    readers: tuple[str, ...] = ()

    def placed(self, *, factor: float, right: float, down: float) -> "Word":
        """Return the word where it stands on the page, read from a tile scaled by 1/`factor` at that offset."""
        return replace(self, box=self.box.scaled(factor).moved(right, down))


@dataclass(frozen=True, slots=True)
class PageWords:
    """All words of one page, in the page's own pixels."""

    words: tuple[Word, ...]
