"""Connected pieces of a mask."""

import pytest
from PIL import Image

from scorecard_runner.reading.pixels.pieces import Piece, mask_of_pieces


def mask(*rows: str) -> Image.Image:
    return Image.frombytes("L", (len(rows[0]), len(rows)), bytes(255 * (each == "#") for row in rows for each in row))


def pieces_of(*rows: str) -> list[tuple[int, int, int]]:
    """Width, height and area of each piece."""
    found: list[tuple[int, int, int]] = []

    def note(piece: Piece) -> bool:
        found.append((piece.width, piece.height, piece.area))
        return True

    mask_of_pieces(mask(*rows), note)
    return sorted(found)


@pytest.mark.parametrize(
    ("rows", "pieces"),
    [
        pytest.param(["....", "...."], [], id="nothing is set"),
        pytest.param(["#..#", "...."], [(1, 1, 1), (1, 1, 1)], id="two pixels apart in a row"),
        pytest.param(["#...", ".#..", "..#."], [(3, 3, 3)], id="pixels touch at their corners"),
        pytest.param(["..#.", ".#..", "#..."], [(3, 3, 3)], id="pixels touch at their corners, the other way"),
        pytest.param(["#.#.#", "#.#.#", "#####"], [(5, 3, 11)], id="three uprights are joined below"),
        pytest.param(
            ["#####", "#...#", "#.#.#", "#...#", "#####"], [(1, 1, 1), (5, 5, 16)], id="a piece inside a ring"
        ),
        pytest.param(
            ["#.#.#.", "......", "#####."], [(1, 1, 1)] * 3 + [(5, 1, 5)], id="a blank row keeps pieces apart"
        ),
        pytest.param(["##..##", "..##..", "##..##"], [(6, 3, 10)], id="a chequered pattern of runs is one piece"),
    ],
)
def test_what_touches_is_one_piece(rows: list[str], pieces: list[tuple[int, int, int]]) -> None:
    assert pieces_of(*rows) == sorted(pieces)


def test_only_wanted_pieces_are_in_the_mask() -> None:
    page = mask("#..##", "...##", "#....")
    assert mask_of_pieces(page, lambda piece: piece.area > 1).tobytes() == mask("...##", "...##", ".....").tobytes()
