"""From the card to the document: what was changed is told, with its reason, and notes keep the names to themselves."""

from scorecard_runner.document import InningsEntry, ScorecardDocument
from scorecard_runner.reading.assemble import Provenance, build_document
from scorecard_runner.reading.cards.card import Card, MatchFacts
from scorecard_runner.reading.cards.innings import build_card
from tests.scorecard_runner.reading.drawn_page import sections_of
from tests.scorecard_runner.reading.sample_innings import sound_innings, with_values

PAGE = """
Kent innings 83/1 (20 ov)
Batter          Dismissal                 R     B
C Ashdown       c Smith b afort          76    59
B Millbrook     not out                   5     2
Extras 2 (b 1, lb 0, w 1, nb 0)
Total 83/1 (20 ov)
Bowler          O    M     R     W
T Lafort       20    0    82     1
"""
PROVENANCE = Provenance("0" * 64, "tesseract", "5", "eng", 1, "1", {})


def innings_of_page(page: str) -> tuple[InningsEntry, list[str]]:
    """Return the only innings of the page and the notes on it."""
    document = build_document(build_card(sections_of(page)), PROVENANCE)
    (innings,) = document.innings
    return innings, document.parse_notes


def test_a_name_that_was_put_right_is_told_with_what_was_read() -> None:
    innings, _ = innings_of_page(PAGE)

    assert innings.batting[0].bowler == "Lafort"
    assert [(each.field, each.read, each.became, each.because) for each in innings.corrections] == [
        ("batting row 1, bowler", "afort", "Lafort", "read so elsewhere on the card")
    ]


def test_the_dismissal_stays_as_printed() -> None:
    innings, _ = innings_of_page(PAGE)

    assert innings.batting[0].dismissal == "c Smith b afort"


def test_a_note_says_where_a_name_was_put_right_and_no_name() -> None:
    _, notes = innings_of_page(PAGE)

    assert "Innings 1: batting row 1, bowler: not as read there (read so elsewhere on the card)." in notes
    assert not any("afort" in note for note in notes)


def test_nothing_is_told_where_all_agree() -> None:
    innings, _ = innings_of_page(PAGE.replace("afort ", "Lafort"))

    assert innings.corrections == []


def test_a_document_with_a_deduced_number_survives_its_way_as_json() -> None:
    innings = with_values(sound_innings(), "batting", "runs", row=1)
    document = build_document(Card(MatchFacts(), (innings,)), PROVENANCE)

    again = ScorecardDocument.model_validate_json(document.model_dump_json(exclude_none=True))

    assert [(each.read, each.became) for each in again.innings[0].corrections] == [(None, 16)]


def test_short_forms_have_the_full_name_beside_them() -> None:
    page = """
Kent innings 83/1 (20 ov)
Batter          Dismissal                 R     B
Colin Ashdown   c Smith b Lafort         76    59
Ben Millbrook   not out                   5     2
Extras 2 (b 1, lb 0, w 1, nb 0)
Total 83/1 (20 ov)
Fall of wickets: 1-76 (Ashdown, 17.2 ov)
Bowler          O    M     R     W
Tom Lafort     10    0    42     1
Joe Smith      10    0    40     0
"""
    innings, _ = innings_of_page(page)

    assert (innings.batting[0].bowler, innings.batting[0].bowler_full_name) == ("Lafort", "Tom Lafort")
    assert (innings.batting[0].fielders, innings.batting[0].fielder_full_names) == (["Smith"], ["Joe Smith"])
    assert innings.batting[1].bowler_full_name is None
    assert innings.fall_of_wickets[0].player_full_name == "Colin Ashdown"
