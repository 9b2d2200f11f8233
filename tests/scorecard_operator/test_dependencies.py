"""Which words about an attempt blame or clear a dependency."""

import pytest

from scorecard_operator.dependencies import BLAMED_BY, CLEARED_BY, HINTS, NAMES, Dependency, is_excused
from scorecard_operator.resource import Attempt
from tests.builders import at


@pytest.mark.parametrize(
    ("reason", "probe", "want"),
    [
        pytest.param("StorageUnreachable", True, True, id="a probe that found the storage still away"),
        pytest.param("DatabaseAccessDenied", True, True, id="a probe that the database refused"),
        pytest.param("ImagePullBackOff", True, True, id="a probe that found the registry still away"),
        pytest.param("StorageUnreachable", None, False, id="an attempt before anybody knew"),
        pytest.param("StorageAccessDenied", True, False, id="what a storage may say of a single missing file"),
        pytest.param("ObjectNotFound", True, False, id="a file that is missing"),
        pytest.param("RunnerCrashed", True, False, id="a probe that broke for another reason"),
    ],
)
def test_only_a_probe_that_found_its_dependency_away_is_excused(reason: str, *, probe: bool | None, want: bool) -> None:
    assert is_excused(Attempt(attempt=2, reason=reason, finished_at=at(0), probe=probe)) is want


def test_no_word_both_blames_and_clears() -> None:
    assert not BLAMED_BY.keys() & CLEARED_BY.keys()


def test_every_dependency_has_a_name_and_a_hint_for_people() -> None:
    assert set(NAMES) == set(HINTS) == set(Dependency)
