"""Badges of captains and keepers beside their names."""

import pytest

from scorecard_runner.reading.cards.badges import with_badges_read
from scorecard_runner.reading.cards.card import BattingLine
from scorecard_runner.reading.grammar.names import Name


def read(*names: str) -> list[Name | None]:
    """Return the names of batters after their badges were read."""
    return [line.name for line in with_badges_read([BattingLine(Name(name), 0.9, ()) for name in names])]


def test_a_badge_is_a_mark_and_no_part_of_the_name() -> None:
    keeper, captain, other = read("Ann Ashdown WK", "Tom Millbrook C", "Priya Okonjo")
    assert keeper == Name("Ann Ashdown", is_keeper=True)
    assert captain == Name("Tom Millbrook", is_captain=True)
    assert other == Name("Priya Okonjo")


def test_one_player_may_wear_both() -> None:
    assert read("Ann Ashdown C WK", "Tom Millbrook")[0] == Name("Ann Ashdown", is_captain=True, is_keeper=True)


@pytest.mark.parametrize(
    "names",
    [("Ashdown WK", "Millbrook TP", "Okonjo"), ("Ashdown C", "Millbrook C", "Okonjo C"), ("Ashdown", "Millbrook")],
    ids=["initials stand behind all surnames", "too many of a side", "nobody has one"],
)
def test_names_stay_as_they_are_where(names: tuple[str, ...]) -> None:
    assert [name.text for name in read(*names) if name] == list(names)
