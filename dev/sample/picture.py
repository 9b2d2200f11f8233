"""Draws the scorecard of a match as a web page would show it, with Pillow and the font inside it.

Refuses to lay out anything but a card of two innings; every layout of the accuracy bench has its own module elsewhere.
"""

from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from dev.sample.match import BatterFigures, BowlerFigures, InningsFigures, Match

WIDTH = 1180
_MARGIN = 40
_ROW = 40
_TITLE = 52
_TEXT = 19.0
_NUMBER_STEP = 88
_NAME_WIDTH = 250


@dataclass(frozen=True)
class Theme:
    """Colours of a page."""

    page: str
    text: str
    quiet: str
    bar: str
    bar_text: str
    heading: str
    stripe: str
    rule: str


LIGHT = Theme("#ffffff", "#1c2430", "#5d6b7c", "#14532d", "#ffffff", "#eef2f1", "#f8faf9", "#d8dfdc")
DARK = Theme("#10161d", "#e8edf2", "#93a1b1", "#1f6f54", "#ffffff", "#1a232e", "#141c25", "#2a3744")

BattingColumn = Literal["R", "B", "4s", "6s", "SR"]
BowlingColumn = Literal["O", "M", "R", "W", "Econ", "WD", "NB"]


@dataclass(frozen=True)
class Layout:
    """Colours and the order of the number columns, from left to right."""

    theme: Theme = LIGHT
    batting: tuple[BattingColumn, ...] = ("R", "B", "4s", "6s", "SR")
    bowling: tuple[BowlingColumn, ...] = ("O", "M", "R", "W", "Econ", "WD", "NB")


def draw_scorecard(match: Match, layout: Layout) -> Image.Image:
    """Return the picture, 1180 pixels wide, in mode RGB."""
    canvas = _Canvas(layout.theme)
    first, second = match.innings
    canvas.line(f"{first.side.name} v {second.side.name}", size=30, bold=True, height=56)
    canvas.line(match.result, size=_TEXT, quiet=True, height=44)
    canvas.space(12)
    for innings in match.innings:
        _draw_innings(canvas, innings, layout)
    return canvas.finished()


def _draw_innings(canvas: "_Canvas", innings: InningsFigures, layout: Layout) -> None:
    score = f"{innings.total}/{innings.wickets} ({innings.overs} ov)"
    canvas.bar(f"{innings.side.name} innings", score)
    canvas.row(["Batter", ""], list(layout.batting), kind="heading")
    for number, batter in enumerate(innings.batters):
        cells = [_batting_cell(batter, column) for column in layout.batting]
        canvas.row([batter.player.printed, batter.dismissal], cells, kind="stripe" if number % 2 else "plain")
    canvas.note("Extras", _extras_text(innings))
    canvas.note("Total", f"{score}", bold=True)
    if innings.did_not_bat:
        canvas.note("Did not bat", ", ".join(player.name for player in innings.did_not_bat))
    if innings.falls:
        canvas.note("Fall of wickets", _falls_text(innings))
    canvas.row(["Bowler", ""], list(layout.bowling), kind="heading")
    for number, bowler in enumerate(innings.bowlers):
        cells = [_bowling_cell(bowler, column) for column in layout.bowling]
        canvas.row([bowler.player.name, ""], cells, kind="stripe" if number % 2 else "plain")
    canvas.space(28)


def _batting_cell(batter: BatterFigures, column: BattingColumn) -> str:
    return {
        "R": str(batter.runs),
        "B": str(batter.balls),
        "4s": str(batter.fours),
        "6s": str(batter.sixes),
        "SR": batter.strike_rate,
    }[column]


def _bowling_cell(bowler: BowlerFigures, column: BowlingColumn) -> str:
    return {
        "O": bowler.overs,
        "M": str(bowler.maidens),
        "R": str(bowler.runs),
        "W": str(bowler.wickets),
        "Econ": bowler.economy,
        "WD": str(bowler.wides),
        "NB": str(bowler.no_balls),
    }[column]


def _extras_text(innings: InningsFigures) -> str:
    parts = f"b {innings.byes}, lb {innings.leg_byes}, w {innings.wides}, nb {innings.no_balls}"
    return f"{innings.extras} ({parts})"


def _falls_text(innings: InningsFigures) -> str:
    return ", ".join(f"{fall.wicket}-{fall.runs} ({fall.batter.surname}, {fall.over} ov)" for fall in innings.falls)


class _Canvas:
    """A page that grows downwards."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._page = Image.new("RGB", (WIDTH, 6000), theme.page)
        self._draw = ImageDraw.Draw(self._page)
        self._y = 24

    def finished(self) -> Image.Image:
        return self._page.crop((0, 0, WIDTH, self._y + 12))

    def space(self, height: int) -> None:
        self._y += height

    def line(self, text: str, *, size: float, height: int, bold: bool = False, quiet: bool = False) -> None:
        colour = self._theme.quiet if quiet else self._theme.text
        self._text(_MARGIN, text, size=size, colour=colour, bold=bold, height=height)
        self._y += height

    def bar(self, left: str, right: str) -> None:
        box = (_MARGIN, self._y, WIDTH - _MARGIN, self._y + _TITLE)
        self._draw.rounded_rectangle(box, radius=6, fill=self._theme.bar)
        self._text(_MARGIN + 16, left, size=22, colour=self._theme.bar_text, bold=True, height=_TITLE)
        self._text(
            WIDTH - _MARGIN - 16, right, size=22, colour=self._theme.bar_text, bold=True, height=_TITLE, right=True
        )
        self._y += _TITLE

    def row(self, texts: list[str], numbers: list[str], *, kind: Literal["heading", "plain", "stripe"]) -> None:
        fill = {"heading": self._theme.heading, "stripe": self._theme.stripe, "plain": self._theme.page}[kind]
        self._draw.rectangle((_MARGIN, self._y, WIDTH - _MARGIN, self._y + _ROW - 1), fill=fill)
        is_heading = kind == "heading"
        colour = self._theme.quiet if is_heading else self._theme.text
        self._text(_MARGIN + 16, texts[0], size=_TEXT, colour=colour, bold=is_heading, height=_ROW)
        self._text(_MARGIN + 16 + _NAME_WIDTH, texts[1], size=_TEXT - 1, colour=self._theme.quiet, height=_ROW)
        for place, number in enumerate(reversed(numbers)):
            x = WIDTH - _MARGIN - 16 - place * _NUMBER_STEP
            self._text(x, number, size=_TEXT, colour=colour, bold=is_heading, height=_ROW, right=True)
        self._y += _ROW
        self._rule()

    def note(self, label: str, text: str, *, bold: bool = False) -> None:
        left = _MARGIN + 16
        label_width = self._width(label, _TEXT) + 16
        for number, part in enumerate(self._wrapped(text, WIDTH - 2 * left - label_width)):
            if number == 0:
                self._text(left, label, size=_TEXT, colour=self._theme.text, bold=True, height=_ROW - 6)
            self._text(left + label_width, part, size=_TEXT, colour=self._theme.text, bold=bold, height=_ROW - 6)
            self._y += _ROW - 8
        self._y += 4
        self._rule()

    def _rule(self) -> None:
        self._draw.line((_MARGIN, self._y, WIDTH - _MARGIN, self._y), fill=self._theme.rule)

    def _wrapped(self, text: str, width: float) -> list[str]:
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if self._width(longer, _TEXT) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _width(self, text: str, size: float) -> float:
        return self._draw.textlength(text, font=_font(size))

    def _text(
        self,
        x: float,
        text: str,
        *,
        size: float,
        colour: str,
        height: int,
        bold: bool = False,
        right: bool = False,
    ) -> None:
        # The font inside Pillow has one weight; a stroke of its own colour makes it bold.
        self._draw.text(
            (x, self._y + height / 2),
            text,
            font=_font(size),
            fill=colour,
            anchor="rm" if right else "lm",
            stroke_width=0.4 if bold else 0,
        )


def _font(size: float) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise RuntimeError(  # noqa: TRY004 - it is about how Pillow was built, not about a type
            "Pillow was built without FreeType: install a wheel from the package registry."
        )
    return font
