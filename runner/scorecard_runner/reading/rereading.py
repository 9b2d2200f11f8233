"""What the second reader does: phrases that nothing proves, or the pages; and which of the readings is kept.

The order of its steps; `escalation` decides which of them are taken. Refuses to know who the readers are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_runner.document import Step
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.escalation import needs_page, next_step, tells_an_innings, worth
from scorecard_runner.reading.page.roll import Page
from scorecard_runner.reading.page.two_readings import count_revealed, doubtful_phrases
from scorecard_runner.reading.recognition import read_phrases, recognise_again
from scorecard_runner.reading.settled import settled_cells, verdicts_by_page
from scorecard_runner.reading.understanding import Reading, Understanding
from scorecard_runner.reading.witness import PagesReadAgain, Purpose, watched


@dataclass(frozen=True)
class Second:
    """The second reader of a file, the first one, and the reading that both take part in."""

    engine: Engine
    first: Engine
    reading: Reading


@dataclass(frozen=True)
class Again:
    """What is understood in the end, who read it (most of it first), and how far the second reader went, if there is one."""

    seen: Understanding
    by: tuple[Engine, ...]
    step: Step | None = None

    @property
    def names(self) -> str:
        """Names of the readers."""
        return "+".join(engine.name for engine in self.by)

    @property
    def versions(self) -> str:
        """Versions of the readers."""
        return "+".join(engine.version for engine in self.by)


def read_again(second: Second, pages: Sequence[Page], seen: Understanding) -> Again:
    """Return what is understood with the second reader's help.

    Args:
        second: who reads again.
        pages: as the first reader left them.
        seen: what its words make.

    Raises:
        SoftTimeLimit: the deadline passed.
        InvalidConfiguration: the second reader cannot run.
    """
    step = next_step(seen.judged)
    if step is Step.NOTHING:
        return Again(seen, (second.first,), step)
    best, revealed = seen, 0
    if step is Step.PHRASES:
        again = _phrases_again(second, seen)
        revealed = sum(count_revealed(page.others, page.words) for page in again)
        best = _better(_understood(second, again), seen)
    if step is Step.PHRASES and not needs_page(best.judged, revealed):
        return Again(best, (second.first, second.engine), step)
    whole = _understood(second, _pages_again(second, pages))
    if _better(whole, best) is whole:
        return Again(whole, (second.engine, second.first), Step.PAGE)
    return Again(best, (second.first, second.engine), Step.PAGE)


def _better(later: Understanding, earlier: Understanding) -> Understanding:
    if not earlier.judged and tells_an_innings(later.judged):
        return later  # all of it in doubt is more than nothing
    return later if worth(later.judged) >= worth(earlier.judged) else earlier


def _understood(second: Second, pages: Sequence[Page]) -> Understanding:
    looking = watched(second.engine, second.reading.witness, Purpose.SECOND_LOOK)
    seen = second.reading.first_sight(pages, looking)
    return second.reading.second_look(seen, looking, settled_cells(seen.judged))


def _phrases_again(second: Second, seen: Understanding) -> list[Page]:
    reading = second.reading
    looking = watched(second.engine, reading.witness, Purpose.SECOND_LOOK)
    verdicts = verdicts_by_page(seen.judged, seen.roll)
    with reading.watch.stage("second_reader"):
        pages = [
            read_phrases(looking, page, doubtful_phrases(page.words, known), reading.deadline)
            for page, known in zip(seen.roll.pages, verdicts, strict=True)
        ]
    reading.witness.saw(PagesReadAgain(second.engine.name, tuple(pages)))
    return pages


def _pages_again(second: Second, pages: Sequence[Page]) -> list[Page]:
    reading = second.reading
    looking = watched(second.engine, reading.witness, Purpose.PAGE)
    with reading.watch.stage("second_reader"):
        again = [recognise_again(looking, page, reading.deadline) for page in pages]
    reading.witness.saw(PagesReadAgain(second.engine.name, tuple(page for page in again if page.words)))
    return again
