"""The page that shows a reading: texts of strangers stay texts."""

from scorecard_runner.debug_folder.evidence import Evidence
from scorecard_runner.debug_folder.index_page import index_page, overview_page
from scorecard_runner.debug_folder.report import Chapter, Exhibit, Report
from scorecard_runner.debug_folder.traces import Trace, examine
from scorecard_runner.reading.cards.card import Card, MatchFacts, Text
from scorecard_runner.reading.tables.cells import Reading
from tests.documents import document_of
from tests.scorecard_runner.reading.sample_innings import sound_innings

EVIL = '<img src="x" onerror="alert(1)">'


def evil_report() -> Report:
    innings = sound_innings()
    innings = type(innings)(**{**vars(innings), "team": Text(EVIL, 0.9)})
    return Report(
        EVIL,
        chapters=(Chapter("Page 1", (Exhibit("Words", EVIL, "page-1/06-words.png"),)),),
        examined=tuple(examine(Card(MatchFacts(), (innings,)))),
        traces=(Trace("1-batting-01-name", 1, "batting row 1, name", EVIL, 0.4, None, (Evidence(EVIL, 0.4),)),),
        ending=EVIL,
    )


def test_no_text_of_a_picture_becomes_markup() -> None:
    for page in (index_page(evil_report()), overview_page([("a", evil_report())])):
        assert "alert(1)" in page
        assert "<img src=&quot;" not in page
        assert EVIL not in page


def test_a_value_that_is_not_the_first_reading_says_what_was_read_first() -> None:
    readings = (Reading(70, 0.6), Reading(10, 0.9), Reading(10, 0.8))
    trace = Trace("1-total", 1, "total", "10", 0.9, None, (), readings, 1, ("a check",))

    page = index_page(Report("a.png", traces=(trace,)))

    assert "first read as 70" in page
    assert "fails: a check" in page
    assert "<b>10 <small>90%, 2 times</small></b><br>70 <small>60%</small>" in page


def test_the_verdict_and_the_sides_stand_on_top() -> None:
    page = index_page(Report("a.png", document=document_of()))

    assert "<h1>Kent v Essex</h1>" in page
    assert '<li class="medium">NeedsReview</li>' in page


def test_an_overview_names_what_failed() -> None:
    page = overview_page([("a b", Report("a b.png", document=document_of())), ("c", Report("c.png", ending="Broken."))])

    assert 'href="a%20b/index.html"' in page
    assert '<td class="low">Broken.</td>' in page
