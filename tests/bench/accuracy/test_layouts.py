"""Layouts: what the truth says is on the page, and the same seed draws the same page."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.matches import FORMATS, invent_match
from bench.accuracy.layouts.catalogue import LAYOUTS, layouts_of
from bench.accuracy.layouts.fonts import HANDWRITING, RESERVED
from bench.accuracy.layouts.others import OTHERS, compose_other
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.catalogue import PRACTICE
from bench.accuracy.layouts.practice_2.catalogue import PRACTICE_2
from bench.accuracy.layouts.scorebooks.catalogue import SCOREBOOKS, SCOREBOOKS_UNSEEN
from bench.accuracy.layouts.scorebooks.pen import HANDS, OTHER_HANDS
from bench.accuracy.layouts.unseen.catalogue import UNSEEN
from bench.accuracy.layouts.unseen_2.catalogue import UNSEEN_2
from bench.accuracy.printed.truth import truth_of

SEEDS = range(24)
NEAR = 110
"""Letters after a name in which its row ends."""

LONG_ROWS = {"county_card": 200, "school_book": 330} | {
    layout.name: 900 for layout in (*SCOREBOOKS, *SCOREBOOKS_UNSEEN)
}
"""The same where a row holds both innings of a batter, or every stroke or over before the figures."""

OWN = (*PRACTICE, *PRACTICE_2, *UNSEEN, *UNSEEN_2, *SCOREBOOKS, *SCOREBOOKS_UNSEEN)
"""The layouts of the splits that share none with the others."""

by_layout = pytest.mark.parametrize("layout", [*LAYOUTS, *OWN], ids=lambda layout: layout.name)


class _Text(HTMLParser):
    """The words of a page; nothing of its style."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the signature
        self._is_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the signature
        self._is_style = False

    def handle_data(self, data: str) -> None:
        if not self._is_style:
            self.parts.append(data)


def pages(layout: Layout) -> Iterator[Page]:
    for seed in SEEDS:
        yield layout.compose(invent_match(FORMATS[seed % len(FORMATS)], Dice(seed)), Dice(seed + 1000))


def text_of(page: Page) -> str:
    parser = _Text()
    parser.feed(page.html)
    return " ".join(" ".join(parser.parts).split()).casefold()


def truth(page: Page) -> dict[str, Any]:
    assert page.card is not None
    return truth_of(page.card)


def leaves(value: object, field: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, field)
    elif not isinstance(value, bool) and field not in {"kind", "number", "date", "wicket"}:
        yield field, str(value)


@by_layout
def test_every_value_of_the_truth_is_printed(layout: Layout) -> None:
    for page in pages(layout):
        printed = text_of(page)
        for field, value in leaves(truth(page)):
            if field == "dismissal":
                for word in value.casefold().split():
                    assert word in printed, (field, value)
            elif field == "wickets" and value == "10":
                assert "all out" in printed or re.search(r"(?<!\d)10(?!\d)", printed)
            else:
                assert re.search(rf"(?<!\d){re.escape(value.casefold())}(?!\d)", printed), (field, value)


@by_layout
def test_a_column_that_is_not_printed_is_not_in_the_truth(layout: Layout) -> None:
    for page in pages(layout):
        assert page.card is not None
        for view, innings in zip(page.card.innings, truth(page)["innings"], strict=True):
            numbers = {"runs", "balls", "minutes", "fours", "sixes", "strike_rate"} - set(view.batting_columns)
            assert all(not numbers & set(batter) for batter in innings["batting"])


@by_layout
def test_the_same_seed_draws_the_same_page(layout: Layout) -> None:
    once, again = list(pages(layout)), list(pages(layout))
    assert [page.html for page in once] == [page.html for page in again]


@by_layout
def test_a_layout_varies(layout: Layout) -> None:
    styles = {page.html.split("</style>")[0] for page in pages(layout)}
    assert len(styles) > len(SEEDS) // 2


@pytest.mark.parametrize("layout", OWN, ids=lambda layout: layout.name)
def test_the_figures_of_a_row_stand_after_its_name(layout: Layout) -> None:
    near = LONG_ROWS.get(layout.name, NEAR)
    for page in pages(layout):
        printed = text_of(page)
        for innings in truth(page)["innings"]:
            for line in innings["batting"] + innings["bowling"]:
                name, *figures = (value for field, value in leaves(line) if field not in {"dismissal", "fielders"})
                assert any(_holds(printed[at : at + near], figures) for at in _ends_of(name, printed)), line


def _ends_of(name: str, printed: str) -> list[int]:
    return [found.end() for found in re.finditer(re.escape(name.casefold()), printed)]


def _holds(text: str, figures: list[str]) -> bool:
    return all(re.search(rf"(?<!\d){re.escape(figure.casefold())}(?!\d)", text) for figure in figures)


@pytest.mark.parametrize("kind", OTHERS)
def test_pages_without_a_card_say_so(kind: str) -> None:
    page = compose_other(kind, Dice(3))
    assert page.card is None
    assert text_of(page)


def test_three_layouts_and_their_fonts_are_kept_for_reporting() -> None:
    tuning = layouts_of(with_reserved=False)
    kept = [layout for layout in layouts_of(with_reserved=True) if layout not in tuning]
    assert len(kept) >= 3
    for layout in tuning:
        assert not any(f"'{family}'" in page.html for page in pages(layout) for family in RESERVED)
    for layout in kept:
        assert all(any(f"'{family}'" in page.html for family in RESERVED) for page in pages(layout))


def test_the_layouts_of_other_splits_share_neither_names_nor_kept_fonts_with_the_others() -> None:
    names = Counter(layout.name for layout in (*LAYOUTS, *OWN))
    assert set(names.values()) == {1}
    for layout in OWN:
        assert not any(f"'{family}'" in page.html for page in pages(layout) for family in RESERVED)


def test_nobody_who_writes_in_the_scorebooks_to_measure_writes_in_those_to_tune_on() -> None:
    here, elsewhere = ({hand.family for hand in hands} for hands in (HANDS, OTHER_HANDS))
    assert not elsewhere & {*here, *HANDWRITING}
    for layout in SCOREBOOKS:
        assert not any(f"'{family}'" in page.html for page in pages(layout) for family in elsewhere)
    for layout in SCOREBOOKS_UNSEEN:
        assert not any(f"'{family}'" in page.html for page in pages(layout) for family in here)
