from scorecard_runner.reading.card import CellPlace
from scorecard_runner.reading.confidence import number_confidences
from tests.scorecard_runner.reading.cards import sound_innings, with_values

RUNS = CellPlace("batting", 0, "runs")
MAIDENS = CellPlace("bowling", 0, "maidens")


def test_checks_that_hold_make_surer_than_the_reader_was() -> None:
    found = number_confidences(sound_innings())

    assert found[RUNS] > found[MAIDENS] > 0.8


def test_a_failing_check_casts_doubt_on_its_numbers() -> None:
    wrong = number_confidences(with_values(sound_innings(), "batting", "runs", 70, row=0))

    assert wrong[RUNS] < number_confidences(sound_innings())[RUNS] - 0.05
    assert wrong[MAIDENS] == number_confidences(sound_innings())[MAIDENS]


def test_readings_that_differ_make_less_sure_than_readings_that_agree() -> None:
    agreeing = number_confidences(with_values(sound_innings(), "bowling", "maidens", 0, 0, row=0))[MAIDENS]
    differing = number_confidences(with_values(sound_innings(), "bowling", "maidens", 0, 6, row=0))[MAIDENS]

    assert differing < agreeing - 0.02


def test_what_could_not_be_read_has_no_confidence_at_all() -> None:
    assert number_confidences(with_values(sound_innings(), "bowling", "maidens", row=0))[MAIDENS] == 0


def test_nothing_is_ever_certain() -> None:
    assert max(number_confidences(sound_innings()).values()) < 1
