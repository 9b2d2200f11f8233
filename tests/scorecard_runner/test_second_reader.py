"""Where the second reader is asked for and is not there."""

import pytest

from scorecard_runner.errors import InvalidConfiguration
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.second_reader import default_reader, is_installed, refuse_absent


@pytest.mark.parametrize("reader", [ReaderMode.AUTO, ReaderMode.RAPID])
def test_a_mode_that_needs_it_names_the_variable_and_the_mend(reader: ReaderMode) -> None:
    with pytest.raises(InvalidConfiguration) as refused:
        refuse_absent(reader, lambda: False)
    assert f"SCORECARD_READER: {reader} " in refused.value.message
    assert "runner.reader" in refused.value.message
    refuse_absent(reader, lambda: True)


def test_the_first_reader_needs_nothing_of_it() -> None:
    refuse_absent(ReaderMode.TESSERACT, lambda: False)


def test_it_is_found_where_it_is_installed() -> None:
    assert is_installed()


def test_without_a_wish_an_image_does_all_that_it_can() -> None:
    assert default_reader(lambda: True) is ReaderMode.AUTO
    assert default_reader(lambda: False) is ReaderMode.TESSERACT
