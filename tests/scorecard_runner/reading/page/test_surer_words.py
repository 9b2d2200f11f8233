"""Which of two readings of one word stands."""

import pytest

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.surer_words import better_of
from scorecard_runner.reading.words import Word

PLACE = Box(0, 0, 60, 16)


@pytest.mark.parametrize(
    ("earlier", "later", "want"),
    [
        pytest.param(("Tarig", 0.95), ("Tariq", 0.85), "Tariq", id="of letters the later reader knows more"),
        pytest.param(
            ("Oakwell", 0.87), ("Oakwelf", 0.49), "Oakwell", id="unless he is unsure where the other was sure"
        ),
        pytest.param(("Oakwelf", 0.6), ("Oakwell", 0.49), "Oakwell", id="where both are unsure"),
        pytest.param(("Seren", 0.93), ("Søren", 0.6), "Søren", id="accents that the other cannot say"),
        pytest.param(("Mukhkat", 0.88), ("Mukhkət", 0.72), "Mukhkat", id="signs that are no letters of the word"),
        pytest.param(("tAsh", 0.9), ("†Ash", 0.5), "†Ash", id="a dagger"),
        pytest.param(("fow", 0.82), ("lbw", 0.7), "lbw", id="a word of dismissals"),
        pytest.param(("14", 0.9), ("11", 0.85), "14", id="of figures the surer reading stands"),
        pytest.param(("J", 0.6), ("I", 0.7), "I", id="an initial of which both are unsure"),
        pytest.param(("J", 0.95), ("I", 0.85), "J", id="an initial of which the earlier reader was sure"),
        pytest.param(("e", 0.9), ("c", 0.6), "c", id="a letter that opens dismissals"),
        pytest.param(("c", 0.6), ("e", 0.7), "c", id="the same by the earlier reader"),
    ],
)
def test_of_two_readings_the_likelier_one_stands(
    earlier: tuple[str, float], later: tuple[str, float], want: str
) -> None:
    first, second = (Word(text, PLACE, confidence) for text, confidence in (earlier, later))
    assert better_of(first, second).text == want
