"""Damages: seeded, written down, and still a picture of the page."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from bench.accuracy.damages.kinds import DAMAGES, Damage, Page, rotated, small
from bench.accuracy.damages.paper import cut_into_pages
from bench.accuracy.invented.dice import Dice
from bench.accuracy.words import DrawnWord, letter_height, tightened

by_damage = pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)


@pytest.fixture(name="page")
def page_fixture() -> Page:
    picture = Image.new("RGB", (300, 500), "white")
    draw = ImageDraw.Draw(picture)
    words = []
    for at in range(20):
        draw.rectangle((20, 20 + 24 * at, 60, 35 + 24 * at), fill="black")
        words.append(DrawnWord("45", 20, 20 + 24 * at, 61, 36 + 24 * at))
    return Page(picture, tuple(words))


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@by_damage
def test_the_same_dice_damage_alike(damage: Damage, page: Page) -> None:
    assert damage.apply(page, Dice(5)).data == damage.apply(page, Dice(5)).data


@by_damage
def test_what_was_done_is_written_down(damage: Damage, page: Page) -> None:
    assert damage.apply(page, Dice(5)).notes


@pytest.mark.parametrize(
    ("name", "suffix", "start"),
    [
        ("clean", "png", b"\x89PNG"),
        ("photo", "jpg", b"\xff\xd8"),
        ("jpeg", "jpg", b"\xff\xd8"),
        ("scanned_pdf", "pdf", b"%PDF"),
        ("faxed", "png", b"\x89PNG"),
        ("creased", "jpg", b"\xff\xd8"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_is_what_its_suffix_says(name: str, suffix: str, start: bytes, page: Page) -> None:
    damaged = next(damage for damage in DAMAGES if damage.name == name).apply(page, Dice(5))
    assert damaged.suffix == suffix
    assert damaged.data.startswith(start)


def test_an_undamaged_picture_has_the_pixels_of_the_page(page: Page) -> None:
    assert opened(DAMAGES[0].apply(page, Dice(1)).data).convert("RGB").tobytes() == page.picture.tobytes()


def test_letters_of_small_pictures_are_8_to_11_pixels_high(page: Page) -> None:
    for seed in range(20):
        letters = small(page, Dice(seed)).notes["letter_px"]
        assert isinstance(letters, float)
        assert 8 <= letters <= 11


def test_a_picture_turned_by_exif_stands_upright_for_who_heeds_it(page: Page) -> None:
    turned = [rotated(page, Dice(seed)) for seed in range(60)]
    by_exif = [each for each in turned if "exif_orientation" in each.notes]
    assert by_exif
    for each in by_exif:
        picture = opened(each.data)
        is_sideways = each.notes["exif_orientation"] in {6, 8}
        assert picture.size == ((500, 300) if is_sideways else (300, 500))
        assert picture.getexif()[0x0112] == each.notes["exif_orientation"]


def test_a_fax_is_black_and_white(page: Page) -> None:
    fax = next(damage for damage in DAMAGES if damage.name == "faxed")
    assert opened(fax.apply(page, Dice(2)).data).mode == "1"


def test_pages_are_cut_between_words() -> None:
    words = [DrawnWord("45", 20, top, 60, top + 16) for top in range(10, 990, 20)]
    pages = cut_into_pages(Image.new("RGB", (300, 1000), "white"), words)
    heights = [page.height for page in pages]
    assert len(pages) == 3
    assert set(heights) == {424}


def test_a_box_is_drawn_around_the_ink(page: Page) -> None:
    wide = [DrawnWord("45", 15, 16, 70, 39)]
    assert tightened(wide, page.picture) == [DrawnWord("45", 20, 20, 61, 36)]


def test_letters_are_measured_on_figures() -> None:
    words = [DrawnWord("45", 0, 0, 9, 12), DrawnWord("7", 0, 0, 9, 14), DrawnWord("Ali", 0, 0, 9, 40)]
    assert letter_height(words) == 13
