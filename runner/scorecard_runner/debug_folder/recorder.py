"""The witness of a reading that somebody wants to see: every sight becomes files and an exhibit of the index.

Keeps no pictures: a page that is drawn on later is loaded again, so that twenty pages need no more memory than one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase
from typing import TYPE_CHECKING, assert_never

from scorecard_runner.debug_folder import as_json
from scorecard_runner.debug_folder.drawing import cut_cell
from scorecard_runner.debug_folder.evidence import Evidence, Scene, looks_by_cell, rows_of
from scorecard_runner.debug_folder.folder import DebugFolder
from scorecard_runner.debug_folder.index_page import INDEX, index_page
from scorecard_runner.debug_folder.marks import Mark, lines_marked, sections_marked
from scorecard_runner.debug_folder.page_record import PageRecord
from scorecard_runner.debug_folder.places import Stretch, stretch_at, stretches_of
from scorecard_runner.debug_folder.report import Chapter, Exhibit, Report
from scorecard_runner.debug_folder.traces import Trace, examine, trace_all
from scorecard_runner.reading.page.sections import Section
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.witness import (
    CardUnderstood,
    DocumentBuilt,
    EngineRead,
    InkFound,
    LinesBuilt,
    LookedAgain,
    PageDecoded,
    PageRecognised,
    PagesReadAgain,
    PageStraightened,
    Purpose,
    SectionsFound,
    Sight,
    TextLayerRead,
)

if TYPE_CHECKING:
    from scorecard_runner.reading.geometry import Box
    from scorecard_runner.reading.words import Word


class Recorder:
    """Writes down one reading; `finish` writes the index."""

    def __init__(self, folder: DebugFolder, file_name: str) -> None:
        self._folder = folder
        self._report = Report(file_name)
        self._pages: list[PageRecord] = []
        self._file: list[Exhibit] = []
        self._together: list[Exhibit] = []
        self._stretches: list[Stretch] = []
        self._words: tuple[Word, ...] = ()
        self._looks: dict[Box, tuple[Evidence, ...]] = {}
        self._sections: Sequence[Section] = ()
        self._stacks = 0
        self._time = 0

    def saw(self, sight: Sight) -> None:  # noqa: C901, PLR0912 - one line for each kind of sight
        """Write down what was seen."""
        match sight:
            case TextLayerRead():
                self._text_layer(sight)
            case PageDecoded():
                self._pages.append(PageRecord(self._folder, sight.number))
                self._pages[-1].decoded(sight.picture, f"Page {sight.number} of {sight.count} as the file shows it.")
            case InkFound():
                self._pages[-1].ink(sight)
            case PageStraightened():
                self._pages[-1].straightened(sight)
            case EngineRead(purpose=Purpose.PAGE):
                self._pages[-1].engine(sight)
            case EngineRead():
                self._stack(sight)
            case PageRecognised():
                self._pages[-1].recognised(sight.page)
            case PagesReadAgain():
                self._pages_read_again(sight)
            case LinesBuilt():
                self._lines(sight)
            case SectionsFound():
                self._sections_found(sight)
            case LookedAgain():
                self._looked_again(sight)
            case CardUnderstood():
                self._card(sight)
            case DocumentBuilt():
                self._folder.save_json("30-document.json", sight.document.to_json_object())
                self._show("Document", "What is stored and printed.", data="30-document.json")
                self._report = replace(self._report, document=sight.document)
            case _ as never:
                assert_never(never)

    def finish(self, ending: str = "") -> Report:
        """Cut out the cells and write the index; `ending` says why there is no document."""
        scene = Scene(rows_of(self._sections), self._words, self._looks)
        traces = trace_all(self._report.examined, scene)
        chapters = [
            Chapter("The file", tuple(self._file)),
            *(Chapter(f"Page {page.number}", tuple(page.exhibits)) for page in self._pages),
            Chapter("All pages together", tuple(self._together)),
        ]
        self._report = replace(
            self._report,
            chapters=tuple(chapter for chapter in chapters if chapter.exhibits),
            traces=tuple(traces),
            crops=dict(self._crops(traces)),
            ending=ending,
        )
        self._folder.save_text(INDEX, index_page(self._report))
        return self._report

    def _text_layer(self, sight: TextLayerRead) -> None:
        words = sum(len(page.words) for page in sight.pages)
        if not sight.adds_up:
            said = f"The PDF spells out {words} words that make no card that adds up: its pages are recognised."
            self._file.append(Exhibit("Text layer", said))
            return
        for number, (page, picture) in enumerate(zip(sight.pages, sight.pictures(), strict=True), start=1):
            record = PageRecord(self._folder, number)
            record.decoded(picture, "The page as drawn; its words were spelled out by the file, not recognised.")
            record.recognised(page)
            self._pages.append(record)

    def _pages_read_again(self, sight: PagesReadAgain) -> None:
        self._time += 1
        said = f"Read again by {sight.reader}: what its words make carries the letter {self._letter}."
        self._together.append(Exhibit("Second reader", said))
        # Pages without words are not among them: as many of the file's pages, in order.
        readable = [record for record in self._pages if record.page is not None and record.page.words]
        for record, page in zip(readable, sight.pages, strict=False):
            record.recognised(page)

    @property
    def _letter(self) -> str:
        return ascii_lowercase[self._time] if self._time else ""

    def _named(self, stage: str) -> str:
        """Return the name of a stage's file, with a letter behind its number where stages are gone through again."""
        number, _, what = stage.partition("-")
        return f"{number}{self._letter}-{what}"

    def _stack(self, sight: EngineRead) -> None:
        self._stacks += 1
        name = f"22-second-look-{self._stacks}.png"
        self._folder.save_picture(name, sight.picture)
        self._show(f"Second look, stack {self._stacks}", f"Read: {' · '.join(w.text for w in sight.words)}", name)

    def _lines(self, sight: LinesBuilt) -> None:
        pages = [page.page for page in self._pages if page.page is not None]
        self._stretches = stretches_of(sight.roll, pages)
        self._words = sight.roll.words
        data = self._named("10-lines.json")
        self._folder.save_json(data, as_json.lines_as_json(sight.lines))
        self._show("Lines", f"{len(sight.lines)} lines from top to bottom.", data=data)
        self._draw(
            self._named("10-lines.png"),
            "Lines",
            "Words in phrases (violet), phrases in numbered lines.",
            lines_marked(sight.lines),
        )

    def _sections_found(self, sight: SectionsFound) -> None:
        self._take_sections(sight.sections, "20-tables", "Tables", "before any second look")

    def _looked_again(self, sight: LookedAgain) -> None:
        tables = [section for section in self._sections if isinstance(section, Table)]
        data = self._named("22-second-looks.json")
        self._folder.save_json(data, as_json.looks_as_json(sight.doubts, sight.looks, tables))
        said = f"{len(sight.doubts)} cells were looked at again."
        self._show("Second looks", said, data=data)
        self._looks |= looks_by_cell(sight.sections, sight.looks)
        self._take_sections(sight.sections, "24-tables-after-second-looks", "Tables again", "with the second looks")

    def _take_sections(self, sections: Sequence[Section], name: str, title: str, when: str) -> None:
        self._sections, name = sections, self._named(name)
        self._folder.save_json(f"{name}.json", as_json.sections_as_json(sections))
        tables = sum(isinstance(section, Table) for section in sections)
        self._show(title, f"{tables} tables, {when}.", data=f"{name}.json")
        caption = f"Headings blue, columns in bands, cells by confidence, labelled lines violet; {when}."
        self._draw(f"{name}.png", title, caption, sections_marked(sections))

    def _card(self, sight: CardUnderstood) -> None:
        examined = examine(sight.card)
        self._report = replace(self._report, examined=tuple(examined))
        self._folder.save_json("25-card.json", as_json.card_as_json(sight.card))
        self._show("Card", f"{len(examined)} innings before arithmetic.", data="25-card.json")
        self._folder.save_json("26-arithmetic.json", as_json.arithmetic_as_json(examined))
        changed = sum(len(each.choices) for each in examined)
        self._show("Arithmetic", f"{changed} values are not the first reading.", data="26-arithmetic.json")
        self._folder.save_json("27-checks.json", as_json.checks_as_json(examined))
        self._show("Checks", "Every sum that was tried.", data="27-checks.json")

    def _show(self, title: str, caption: str, picture: str = "", data: str = "") -> None:
        self._together.append(Exhibit(title, caption, picture, data))

    def _draw(self, name: str, title: str, caption: str, marks: Sequence[Mark]) -> None:
        for number in dict.fromkeys(stretch.number for stretch in self._stretches):
            here = [stretch for stretch in self._stretches if stretch.number == number]
            on_page = [mark for stretch in here for mark in stretch.marks_of(marks)]
            self._page(number).marked(name, title, caption, on_page)

    def _page(self, number: int) -> PageRecord:
        return next(page for page in self._pages if page.number == number)

    def _crops(self, traces: Sequence[Trace]) -> Iterator[tuple[str, str]]:
        for stretch in self._stretches:
            here = [(t, t.box) for t in traces if t.box and stretch_at(self._stretches, t.box) is stretch]
            picture = self._page(stretch.number).background() if here else None
            for trace, box in here:
                crop = cut_cell(picture, stretch.box_of(box)) if picture else None
                if crop is not None:
                    name = f"cells/{trace.key}.png"
                    self._folder.save_picture(name, crop)
                    yield trace.key, name
