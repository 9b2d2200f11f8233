"""What is handed to an engine by itself: articles beside a card, never the columns of a table."""

from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.reading.pixels.blocks import Area, _Page, cut_blocks

LETTER_HEIGHT = 15.0
PROSE = [
    "Tea was taken early and was as", "ever the best in the county and", "the groundsman deserves a word of",
    "thanks after a week of storms that", "nobody had seen coming from there", "while a dropped catch at slip had",
    "proved to be the turning point when", "rain delayed the start by an hour", "but a good crowd stayed to the end",
    "of a match that few will forget as", "long as there is cricket up there",
]  # fmt: skip
BATTERS = [
    ("Ashdown c Ng b Okonjo-Hale", "31"),
    ("Millbrook lbw b Vashist senior", "7"),
    ("Tulloch run out by Ode", "0"),
] * 4


def page(pitch_right: int, *, article: bool) -> Image.Image:
    """A card at the left; at the right an article, or more numbers of the card."""
    sheet = Image.new("L", (1100, 560), 255)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(20)
    for row, (batter, runs) in enumerate(BATTERS):
        pen.text((40, 30 + 40 * row), batter, font=font, fill=0)
        pen.text((400, 30 + 40 * row), runs, font=font, fill=0)
    for row, line in enumerate(PROSE):
        if article:
            pen.text((560, 48 + pitch_right * row), line, font=font, fill=0)
        else:
            pen.text((560, 30 + pitch_right * row), str(7 * row), font=font, fill=0)
            pen.text((760, 30 + pitch_right * row), str(9 * row), font=font, fill=0)
    return sheet


def test_an_article_at_another_pitch_is_a_block_of_its_own() -> None:
    blocks = cut_blocks(page(33, article=True), LETTER_HEIGHT)
    card, prose = [block for block in blocks if block.bottom - block.top > 200]
    assert 430 < card.right == prose.left < 560


def test_the_columns_of_a_table_stay_together() -> None:
    assert [block.box for block in cut_blocks(page(40, article=False), LETTER_HEIGHT)] == [(0, 0, 1100, 560)]


def test_a_blank_page_is_one_block() -> None:
    assert [block.box for block in cut_blocks(Image.new("L", (300, 200), 255), LETTER_HEIGHT)] == [(0, 0, 300, 200)]


def test_what_is_remembered_of_a_page_holds_no_copies_of_it() -> None:
    page = _Page(Image.new("L", (400, 300), 0), 10.0)

    sides = [page.side(Area(0, top, 400, top + 100)) for top in range(0, 200, 10)]

    assert all(side.mask is page.mask for side in sides)
