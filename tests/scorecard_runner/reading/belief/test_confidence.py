from dataclasses import replace

from scorecard_runner.reading.belief.confidence import number_confidences, text_confidences
from scorecard_runner.reading.cards.card import CellPlace, Spelling
from tests.scorecard_runner.reading.sample_innings import sound_innings, with_values

NAME = CellPlace("batting", 0, "name")
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


def name_confidence(agreeing: int, differing: int, *, is_corrected: bool = False, reader: float = 0.9) -> float:
    """Return the confidence of a name for which so many other places speak, and against which so many."""
    became = "A Khan"
    spelling = Spelling(NAME, "A Khxn" if is_corrected else became, became, reader, agreeing, differing)
    return text_confidences(replace(sound_innings(), spellings=(spelling,)))[NAME]


def test_other_places_that_say_the_same_name_make_surer() -> None:
    assert name_confidence(2, 0) > name_confidence(1, 0) > name_confidence(0, 0) + 0.01


def test_a_name_that_others_contradict_is_less_sure() -> None:
    assert name_confidence(0, 1) < name_confidence(0, 0) - 0.01


def test_a_corrected_name_is_as_sure_as_those_who_say_it_and_a_little_less() -> None:
    assert name_confidence(1, 0, is_corrected=True) < name_confidence(1, 0)
    assert name_confidence(1, 0, is_corrected=True, reader=0.5) < name_confidence(1, 0, is_corrected=True) - 0.1
