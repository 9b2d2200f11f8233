"""Which figures say themselves what they are."""

import pytest

from scorecard_runner.reading.told.figures import ToldFigures, find_told

Said = dict[str, str]


def said(text: str) -> list[Said]:
    """Return what each group of the text says, by column."""
    return [in_words(told, text) for told in find_told(text)]


def in_words(told: ToldFigures, text: str) -> Said:
    """Return the digits of a group by the column that they are."""
    return {figure.column.value: text[figure.start : figure.end] for figure in told.figures}


WHOLE: dict[str, tuple[str, Said]] = {
    "balls in brackets behind the runs": ("Ali 26 (24)", {"runs": "26", "balls": "24"}),
    "balls in brackets without a space": ("Ali 36(25)", {"runs": "36", "balls": "25"}),
    "a star of who is not out": ("Ali 44*(37)", {"runs": "44", "balls": "37"}),
    "runs off balls": ("Ali c Roy b Sen 3 off 8", {"runs": "3", "balls": "8"}),
    "runs off balls, misread": ("Ali c Roy b Sen 44 aff 83", {"runs": "44", "balls": "83"}),
    "balls with their unit": ("Ali 20 (8 balls)", {"runs": "20", "balls": "8"}),
    "balls with a letter": ("Ali 19 15b", {"runs": "19", "balls": "15"}),
    "a whole analysis": ("Roy 4.0-0-29-1", {"overs": "4.0", "maidens": "0", "runs": "29", "wickets": "1"}),
    "a whole analysis with spaces": (
        "Roy 10 - 1 - 64 - 3",
        {"overs": "10", "maidens": "1", "runs": "64", "wickets": "3"},
    ),
    "no wicket, read as a letter": ("Roy O for 47 (8 ov)", {"wickets": "O", "runs": "47", "overs": "8"}),
    "wickets for runs with overs": ("Roy 2 for 47 (8 ov)", {"wickets": "2", "runs": "47", "overs": "8"}),
    "wickets and runs off overs": ("Roy 1-5 off 2", {"wickets": "1", "runs": "5", "overs": "2"}),
    "wickets and runs with overs in brackets": ("Roy 4/29 (5.1)", {"wickets": "4", "runs": "29", "overs": "5.1"}),
}
PARTS: dict[str, tuple[str, list[Said]]] = {
    "boundaries counted with a cross": ("(2x4 1x6)", [{"fours": "2"}, {"sixes": "1"}]),
    "boundaries behind their names": ("4s: 3 6s: 0", [{"fours": "3", "sixes": "0"}]),
    "boundaries whose names were misread": ("453 650", [{"fours": "3", "sixes": "0"}]),
    "a strike rate": ("SR 107.69", [{"strike_rate": "107.69"}]),
    "balls alone": ("33 balls", [{"balls": "33"}]),
    "overs alone": ("(7.3 ov)", [{"overs": "7.3"}]),
    "maidens and economy": ("Maidens 1 Econ 4.50", [{"maidens": "1"}, {"economy": "4.50"}]),
}
NOTHING = {
    "a date": "2014-12-08",
    "a bare number": "Ali 45",
    "a fall of a wicket": "1/12 (Ali",
}


@pytest.mark.parametrize(("text", "figures"), WHOLE.values(), ids=WHOLE)
def test_a_group_is_a_whole_row(text: str, figures: Said) -> None:
    """Runs and balls, or an analysis, need nothing else."""
    assert said(text) == [figures]
    assert find_told(text)[0].is_whole


@pytest.mark.parametrize(("text", "figures"), PARTS.values(), ids=PARTS)
def test_a_group_adds_to_a_row(text: str, figures: list[Said]) -> None:
    """Chips beside a name are figures of a row that stands elsewhere."""
    assert said(text) == figures
    assert not any(told.is_whole for told in find_told(text))


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nothing_is_told(text: str) -> None:
    """Numbers without a form of their own may be anything."""
    assert find_told(text) == []


def test_runs_with_boundaries_behind_them_are_told_apart() -> None:
    """No figure is counted twice."""
    assert said("Ali b Roy 3 off 8 (1x4 0x6)") == [{"runs": "3", "balls": "8"}, {"fours": "1"}, {"sixes": "0"}]
