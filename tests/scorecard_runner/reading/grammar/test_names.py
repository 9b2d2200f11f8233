"""Names keep their printed form and lose their marks."""

import pytest

from scorecard_runner.reading.grammar.did_not_bat import parse_did_not_bat
from scorecard_runner.reading.grammar.names import Name, is_same_player, parse_name


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("JP Millbrook (c)", Name("JP Millbrook", is_captain=True), id="captain"),
        pytest.param("L Quillfeather (wk)", Name("L Quillfeather", is_keeper=True), id="keeper"),
        pytest.param("†Ali", Name("Ali", is_keeper=True), id="keeper's dagger"),
        pytest.param("S Ali (c & wk)", Name("S Ali", is_captain=True, is_keeper=True), id="captain and keeper"),
        pytest.param(
            "T Ashmore (capt) T",
            Name("T Ashmore", is_captain=True, is_keeper=True),
            id="a dagger behind a mark, read as a T",
        ),
        pytest.param("Smith*", Name("Smith", has_star=True), id="a star stays undecided"),
        pytest.param("3. D O'Brien-Hale", Name("D O'Brien-Hale"), id="a list number goes, apostrophe and hyphen stay"),
        pytest.param("R Sharma (RHB)", Name("R Sharma"), id="batting hand goes"),
        pytest.param("llesanmi", Name("Ilesanmi"), id="no name starts with two small l"),
        pytest.param("12 |", None, id="no letters, no name"),
    ],
)
def test_marks_are_taken_off(text: str, want: Name | None) -> None:
    assert parse_name(text) == want


@pytest.mark.parametrize(
    ("printed", "full", "want"),
    [
        pytest.param("Khan", "A Khan", True, id="a surname stands for the player"),
        pytest.param("A Khan", "Asif Khan", True, id="an initial stands for the first name"),
        pytest.param("B Khan", "Asif Khan", False, id="another initial is another player"),
        pytest.param("Ali", "Asif Khan", False, id="another surname is another player"),
    ],
)
def test_short_forms_stand_for_full_names(printed: str, full: str, want: bool) -> None:  # noqa: FBT001 - a table column
    assert is_same_player(printed, full) is want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Did not bat: Y Berrimore, I Kettle", ["Y Berrimore", "I Kettle"], id="between commas"),
        pytest.param("DNB Y Berrimore and I Kettle.", ["Y Berrimore", "I Kettle"], id="with a word between"),
        pytest.param("Yet to bat W Tulloch", ["W Tulloch"], id="still to come"),
        pytest.param("Did not bat", [], id="nobody"),
    ],
)
def test_players_who_did_not_bat_are_listed(text: str, want: list[str]) -> None:
    assert [name.text for name in parse_did_not_bat(text)] == want
