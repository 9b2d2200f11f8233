from scorecard_runner.reading.cards.card import Innings, Text
from scorecard_runner.reading.cards.team_names import settle_names, with_opponents


def test_a_badly_read_title_takes_the_name_from_the_line_that_names_both_sides() -> None:
    sides = [Text("Harbour Wanderers", 0.95), Text("Moorland Casuals", 0.95)]

    (innings,) = settle_names([Innings(team=Text("Hooriand Casuals", 0.7))], sides)

    assert innings.team == sides[1]


def test_another_name_is_left_alone() -> None:
    sides = [Text("Kent", 0.95), Text("Essex", 0.95)]

    (innings,) = settle_names([Innings(team=Text("Yorkshire", 0.5))], sides)

    assert innings.team == Text("Yorkshire", 0.5)


def test_the_other_of_two_teams_bowls() -> None:
    (innings,) = with_opponents([Innings(team=Text("Kent", 0.9))], ["Essex", "Kent"])

    assert innings.bowling_team == Text("Essex", 0.9)


def test_with_one_team_known_nobody_is_said_to_bowl() -> None:
    (innings,) = with_opponents([Innings(team=Text("Kent", 0.9))], ["Kent"])

    assert innings.bowling_team is None
