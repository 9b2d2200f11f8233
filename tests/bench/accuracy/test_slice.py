"""Accuracy of the whole way, from committed pictures through the real engine to the scored answer."""

import pytest

from bench.accuracy.collection import load_collection
from bench.accuracy.drafts import draft
from bench.accuracy.floors import Floor, Reached, fallen, floors_as_json, floors_of
from bench.accuracy.slice import NUMBERS, PICTURES, load_floors, read_slice

NAMES = [f"1-{number}" for number in NUMBERS]
ROOM_FOR_ALL_BYTES = 700_000


@pytest.fixture(scope="module")
def reached() -> dict[str, Reached]:
    return read_slice(jobs=2)


@pytest.mark.timeout(240)
@pytest.mark.parametrize("name", NAMES, ids=[f"{number} {what}" for number, what in NUMBERS.items()])
def test_a_picture_is_read_no_worse_than_it_was(name: str, reached: dict[str, Reached]) -> None:
    worse = list(fallen(reached[name], load_floors()[name]))
    assert worse == [], "see `python -m bench.accuracy.slice`; --renew if it is meant to be so"


def test_the_pictures_are_those_that_the_command_draws() -> None:
    exhibits = load_collection(PICTURES, PICTURES)
    assert [exhibit.name for exhibit in exhibits] == sorted(NAMES) == sorted(load_floors())
    for exhibit in exhibits:
        drawn = draft("tuning", int(exhibit.name.partition("-")[2]))
        assert exhibit.picture.exists()
        assert (exhibit.truth["template"], exhibit.truth["degradation"]["name"]) == (drawn.template, drawn.damage)
        assert exhibit.truth.get("innings") == drawn.truth.get("innings")


def test_the_pictures_are_few_and_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < ROOM_FOR_ALL_BYTES


@pytest.mark.parametrize(
    ("reached", "floor", "count"),
    [
        pytest.param(Reached(0.9, is_refused=False), Floor(0.87), 0, id="above the floor"),
        pytest.param(Reached(0.869, is_refused=False), Floor(0.87), 1, id="below the floor"),
        pytest.param(Reached(0.0, is_refused=True), Floor(0.87), 1, id="a card that is refused"),
        pytest.param(Reached(None, is_refused=True), Floor(None), 0, id="no card, refused"),
        pytest.param(Reached(None, is_refused=False), Floor(None), 1, id="no card, read as one"),
        pytest.param(Reached(0.9, False, 0.99), Floor(0.87, 0.99), 0, id="perfect words as before"),  # noqa: FBT003 - fields in order
        pytest.param(Reached(0.9, False, 1.0), Floor(0.87, 0.99), 1, id="perfect words better: to be pinned"),  # noqa: FBT003 - as above
    ],
)
def test_what_falls_below_a_floor_is_told(reached: Reached, floor: Floor, count: int) -> None:
    assert len(list(fallen(reached, floor))) == count


def test_a_new_floor_leaves_room_for_another_build_of_the_engine_but_not_for_other_understanding() -> None:
    assert Floor.below(Reached(0.9567, is_refused=False, words_f1=0.9912)) == Floor(0.926, 0.9912)
    assert Floor.below(Reached(0.01, is_refused=False)) == Floor(0.0)
    assert Floor.below(Reached(None, is_refused=True)) == Floor(None)


def test_floors_are_kept_as_they_are() -> None:
    floors = {"1-1": Floor(0.9, 1.0), "1-2": Floor(None)}
    assert floors_of(floors_as_json(floors)) == floors
