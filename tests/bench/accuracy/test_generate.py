"""What is written for a picture. Chromium is replaced: it draws a white page with every word of the card's names."""

import json
from pathlib import Path

import pytest
from PIL import Image

from bench.accuracy.browser import Browser, Drawing
from bench.accuracy.drafts import Draft, draft
from bench.accuracy.generate import _write, main
from bench.accuracy.layouts.fonts import PACKAGES
from bench.accuracy.layouts.page import Page
from bench.accuracy.words import DrawnWord


class FakeBrowser(Browser):
    """Draws nothing, but in the right shape."""

    def __init__(self) -> None:
        """Do without a socket."""

    async def draw(self, page: Page, scale: float) -> Drawing:
        """Return a white page with one word."""
        picture = Image.new("RGB", (round(page.width * scale), 300), "white")
        return Drawing(picture, (DrawnWord("45", 10, 10, 30, 22),))

    async def print_pdf(self, page: Page) -> bytes:
        """Return what starts like a PDF."""
        return b"%PDF-1.4 " + page.html[:10].encode()


def first(damage: str, *, is_card: bool = True) -> Draft:
    drafts = (draft("tuning", number) for number in range(200))
    return next(each for each in drafts if each.damage == damage and bool(each.page.card) == is_card)


def written(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_an_undamaged_picture_comes_with_its_truth_and_its_words(tmp_path: Path) -> None:
    picture = first("clean")
    await _write(picture, FakeBrowser(), tmp_path)
    truth = json.loads((tmp_path / f"{picture.name}.json").read_text())
    words = json.loads((tmp_path / f"{picture.name}.words.json").read_text())
    assert (tmp_path / truth["file"]).suffix == ".png"
    assert truth["id"] == picture.name
    assert truth["template"] == picture.template
    assert truth["degradation"]["name"] == "clean"
    assert truth["innings"] == picture.truth["innings"]
    assert words == [{"text": "45", "left": 10, "top": 10, "right": 30, "bottom": 22}]


@pytest.mark.parametrize("damage", ["photo", "digital_pdf", "faxed"])
async def test_words_of_damaged_pictures_are_not_told(damage: str, tmp_path: Path) -> None:
    await _write(first(damage), FakeBrowser(), tmp_path)
    assert not any(name.endswith(".words.json") for name in written(tmp_path))
    assert len(written(tmp_path)) == 2


async def test_a_picture_can_be_asked_for_as_it_is_before_its_damage(tmp_path: Path) -> None:
    picture = first("photo")
    await _write(picture.undamaged, FakeBrowser(), tmp_path)
    truth = json.loads((tmp_path / f"{picture.name}.json").read_text())
    assert truth["degradation"]["name"] == "clean"
    assert truth["innings"] == picture.truth["innings"]
    assert (tmp_path / f"{picture.name}.words.json").exists()


async def test_a_page_without_a_card_is_to_be_refused(tmp_path: Path) -> None:
    picture = first("clean", is_card=False)
    await _write(picture, FakeBrowser(), tmp_path)
    truth = json.loads((tmp_path / f"{picture.name}.json").read_text())
    assert truth["refused"] is True
    assert set(truth) == {"id", "file", "template", "source", "degradation", "refused"}


def test_the_packages_can_be_named_for_an_installation(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--packages"]) == 0
    assert capsys.readouterr().out.split() == ["chromium", *PACKAGES]
