import pytest

from scorecard_runner.reading.grammar.labels import Label, label_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Extras 6 (b 0, lb 1)", Label.EXTRAS, id="extras"),
        pytest.param("Extros: (b, lb)", Label.EXTRAS, id="extras with a letter wrong"),
        pytest.param("=Extras* 7", Label.EXTRAS, id="extras in a frame"),
        pytest.param("Sundries 12", Label.EXTRAS, id="Australia's word for extras"),
        pytest.param("E 12", Label.EXTRAS, id="extras as one letter"),
        pytest.param("E (4b 7lb 12w 1nb 5p) 29", Label.EXTRAS, id="extras as one letter with their parts"),
        pytest.param("E Smith 12 4", None, id="an initial is no label"),
        pytest.param("FALL: 1-32 (Musanmi)", Label.FALL_OF_WICKETS, id="the fall, without saying of what"),
        pytest.param("Total 190-4 (20 Ovr)", Label.TOTAL, id="the total"),
        pytest.param("Team total 190", Label.TOTAL, id="the total of a team"),
        pytest.param("Final score: 190-4", Label.TOTAL, id="the score at the end"),
        pytest.param("(for 8 wkts; 20 overs) 125", Label.TOTAL, id="a total without its word"),
        pytest.param("(all out, 31.4 overs) 88", Label.TOTAL, id="a total of all out without its word"),
        pytest.param("(from 20 yards) 88", None, id="brackets that say nothing of an innings"),
        pytest.param("Scorer: A Khan", Label.OTHER, id="who scored"),
        pytest.param("Byes T 3", Label.EXTRAS, id="a part of the extras with a stray sign before its number"),
        pytest.param("| Total 190-4", Label.TOTAL, id="the total behind a rule"),
        pytest.param("Fall of wickets: 1-34", Label.FALL_OF_WICKETS, id="fall of wickets"),
        pytest.param("Bowłing: T Lee 4-0-30-1", Label.BOWLING_FIGURES, id="a speck on a letter"),
        pytest.param("FOW 1-34", Label.FALL_OF_WICKETS, id="fall of wickets in short"),
        pytest.param("all of Wickets Score Over", Label.FALL_OF_WICKETS, id="its first letter cut off by the edge"),
        pytest.param("Did not bat: A Khan", Label.DID_NOT_BAT, id="who did not bat"),
        pytest.param("Yet to bat: A Khan", Label.DID_NOT_BAT, id="who is yet to bat"),
        pytest.param("India Innings 176/7", Label.INNINGS_TITLE, id="the title of an innings"),
        pytest.param("Batting Scorecard", Label.SECTION, id="the name of a section"),
        pytest.param("WICKETS FELL AT", Label.FALL_OF_WICKETS, id="where wickets fell"),
        pytest.param("WKT 1 2 3 4", Label.FALL_OF_WICKETS, id="wickets that count"),
        pytest.param("OVERS 43.1", Label.OVERS, id="overs alone"),
        pytest.param("Overs Maidens Runs", None, id="names of columns"),
        pytest.param("for 10 wickets", Label.WICKETS, id="wickets alone"),
        pytest.param("Wkts lost 6", Label.WICKETS, id="wickets lost"),
        pytest.param("match_id innings team", Label.INNINGS_TITLE, id="names of columns are nothing of the match"),
        pytest.param("Keeper Q de Kock", Label.OTHER, id="something else about the match"),
        pytest.param("Kohli c Rabada b Jansen 76 59", None, id="a row"),
        pytest.param("Totally Tired b Khan", None, id="a name that begins like a label"),
    ],
)
def test_a_line_says_by_its_first_words_what_it_is(text: str, expected: Label | None) -> None:
    assert label_of(text) is expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("Toal extra 12", Label.EXTRAS, id="two letters lost"),
        pytest.param("Totatextrs 13", Label.EXTRAS, id="glued, one changed and one lost"),
        pytest.param("Total overs 20", Label.OVERS, id="another sum"),
        pytest.param("Tom Extrand 12", None, id="a batter"),
    ],
)
def test_total_extras_are_known_with_letters_wrong(text: str, label: Label | None) -> None:
    assert label_of(text) is label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("File Edit View Match Help", Label.OTHER, id="the menu of a program"),
        pytest.param("Batting Bowling Worm", Label.OTHER, id="tabs"),
        pytest.param("Home Park View", None, id="a side"),
    ],
)
def test_menus_are_no_titles(text: str, label: Label | None) -> None:
    assert label_of(text) is label
