"""The process of the second reader: what it loads before it is asked."""

from io import BytesIO
from pathlib import Path

import pytest

from scorecard_runner.reading.engines.rapid import reader
from scorecard_runner.reading.engines.rapid.process import command
from scorecard_runner.reading.engines.rapid.worker import answered


class Loaded:
    """Stands in for the reader, and notes what is loaded."""

    def __init__(self, networks: list[str]) -> None:
        self._networks = networks

    @property
    def recogniser(self) -> None:
        """Note that it was loaded."""
        self._networks.append("recogniser")

    @property
    def detector(self) -> None:
        """Note that it was loaded."""
        self._networks.append("detector")


@pytest.mark.parametrize(
    ("for_pages", "want"),
    [
        pytest.param(False, ["recogniser"], id="perhaps only cells are to come: lines are looked for when a page is"),
        pytest.param(True, ["recogniser", "detector"], id="pages are to come for sure"),
    ],
)
def test_what_is_needed_for_sure_is_loaded_before_anything_is_asked(
    monkeypatch: pytest.MonkeyPatch, *, for_pages: bool, want: list[str]
) -> None:
    networks: list[str] = []

    def loaded(_: Path) -> Loaded:
        return Loaded(networks)

    monkeypatch.setattr(reader, "Reader", loaded)
    assert list(answered(BytesIO(), for_pages=for_pages)) == []
    assert networks == want


def test_the_program_is_told_that_pages_are_to_come() -> None:
    assert [*command(), "pages"] == command(for_pages=True)
