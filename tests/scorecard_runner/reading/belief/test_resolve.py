from scorecard_runner.reading.belief.resolve import resolve_innings
from tests.scorecard_runner.reading.sample_innings import sound_innings, with_values


def test_the_reading_that_makes_the_sum_is_believed_and_the_change_is_told() -> None:
    innings, choices = resolve_innings(with_values(sound_innings(), "batting", "runs", 76, 16, row=1))

    assert innings.batting[1].cells[0].value == 16
    (choice,) = choices
    assert (str(choice.place), choice.read, choice.became) == ("batting row 2, runs", 76, 16)
    assert choice.because == "batters and extras make the total"


def test_the_total_is_chosen_between_title_and_total_line() -> None:
    innings, _ = resolve_innings(with_values(sound_innings(), "total", "", 80, 30))

    assert innings.total is not None
    assert innings.total.value == 30


def test_nobody_makes_more_than_his_side_where_another_number_was_read() -> None:
    innings, _ = resolve_innings(with_values(sound_innings(), "batting", "runs", 816, 8, row=1))

    assert innings.batting[1].cells[0].value == 8


def test_a_value_that_nobody_read_is_never_taken() -> None:
    wrong = with_values(sound_innings(), "total", "", 31)

    innings, choices = resolve_innings(wrong)

    assert innings == wrong
    assert choices == ()
