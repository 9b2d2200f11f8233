"""Pages for tests, drawn with letters: where a word stands in the text is where it stands on the page."""

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.sections import Section, split_sections
from scorecard_runner.reading.words import Word

LETTER_WIDTH = 10
LETTER_HEIGHT = 16
LINE_PITCH = 40


def words_of(text: str, confidence: float = 0.95) -> list[Word]:
    """Return a word for each run of letters; a letter is 10 pixels wide, lines are 40 pixels apart."""
    return [
        word for row, line in enumerate(text.strip("\n").split("\n")) for word in _words_of_line(line, row, confidence)
    ]


def _words_of_line(line: str, row: int, confidence: float) -> list[Word]:
    words: list[Word] = []
    column = 0
    for part in line.split(" "):
        if part:
            box = Box(
                column * LETTER_WIDTH,
                row * LINE_PITCH,
                (column + len(part)) * LETTER_WIDTH,
                row * LINE_PITCH + LETTER_HEIGHT,
            )
            words.append(Word(part, box, confidence))
        column += len(part) + 1
    return words


def sections_of(text: str) -> list[Section]:
    """Return the sections of the page drawn by the text."""
    return split_sections(build_lines(words_of(text)))
