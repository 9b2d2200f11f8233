"""Balls and overs in a scorebook: dealt out by dice, yet adding up to the figures of the match; a pen that never writes alike."""

import re

import pytest

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import BALLS_PER_OVER, BatterFigures, BowlerFigures
from bench.accuracy.invented.matches import FORMATS, invent_match
from bench.accuracy.layouts.scorebooks.pen import HANDS, Pen
from bench.accuracy.layouts.scorebooks.strokes import balls_faced, overs_bowled

SEEDS = range(12)


def batters() -> list[BatterFigures]:
    matches = [invent_match(FORMATS[seed % len(FORMATS)], Dice(seed)) for seed in SEEDS]
    return [batter for match in matches for innings in match.innings for batter in innings.batters]


def bowlers() -> list[BowlerFigures]:
    matches = [invent_match(FORMATS[seed % len(FORMATS)], Dice(seed)) for seed in SEEDS]
    return [bowler for match in matches for innings in match.innings for bowler in innings.bowlers]


def pen(unrest: float = 1.0) -> Pen:
    return Pen(HANDS[0], 16, "#000", 0.0, unrest, Dice(3))


def sizes(html: str) -> set[str]:
    return set(re.findall(r"font-size:([\d.]+)px", html))


def test_the_strokes_of_a_batter_add_up_to_his_runs() -> None:
    for batter in batters():
        marks = balls_faced(batter, ".", Dice(1))
        assert sum(int(mark) for mark in marks if mark.isdigit()) == batter.runs


def test_a_short_innings_has_a_mark_for_each_ball() -> None:
    for batter in batters():
        if batter.runs <= batter.balls <= 70:
            assert len(balls_faced(batter, ".", Dice(1))) == batter.balls


def test_a_bowler_has_a_box_for_each_over_and_his_wickets_in_them() -> None:
    for bowler in bowlers():
        overs = overs_bowled(bowler, ".", Dice(1))
        assert len(overs) == -(-bowler.balls // BALLS_PER_OVER)
        assert sum(over == ["M"] for over in overs) == bowler.maidens
        assert sum(over.count("W") for over in overs) == bowler.wickets


def test_the_pen_writes_no_two_words_alike() -> None:
    assert len(sizes(pen().write("b Khan b Khan b Khan"))) > 2


@pytest.mark.parametrize(("room_px", "size"), [(500, "16.0"), (100, "11.5"), (20, "8.8")])
def test_a_long_name_is_squeezed_into_its_box(room_px: float, size: str) -> None:
    assert sizes(pen(unrest=0.0).write("Chandrasekaran", room_px=room_px)) == {size}


def test_what_is_struck_out_stands_beside_the_figure_that_counts() -> None:
    texts = [pen().correct("24") for _ in range(1)] + [
        Pen(HANDS[0], 16, "#000", 0, 1, Dice(n)).correct("24") for n in range(200)
    ]
    struck = [text for text in texts if "<s>" in text]
    assert struck
    assert all(text.rpartition("</s>")[2].count(">24<") == 1 for text in struck)
