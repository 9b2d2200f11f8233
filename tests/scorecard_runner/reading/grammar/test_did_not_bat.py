import pytest

from scorecard_runner.reading.grammar.did_not_bat import parse_did_not_bat


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Did not bat: A Khan, B O'Dowd, C Ng", ["A Khan", "B O'Dowd", "C Ng"], id="names between commas"),
        pytest.param("Yet to bat A Khan · B O'Dowd", ["A Khan", "B O'Dowd"], id="names between dots"),
        pytest.param("DNB - A Khan and B O'Dowd.", ["A Khan", "B O'Dowd"], id="names joined by and"),
        pytest.param(
            "To bat: R van der Weel | †S Ali", ["R van der Weel", "S Ali"], id="names between bars, with marks"
        ),
        pytest.param("Did not bat", [], id="nobody"),
    ],
)
def test_players_who_did_not_bat_are_listed_in_printed_order(text: str, expected: list[str]) -> None:
    assert [name.text for name in parse_did_not_bat(text)] == expected
