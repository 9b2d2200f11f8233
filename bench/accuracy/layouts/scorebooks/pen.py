"""Writing by hand: no two words alike in size, slope, height and slant, some struck out and written again.

A word stays one run of text, so that its box can be asked of the browser: letters of one word do not differ.
"""

from dataclasses import dataclass
from html import escape

from bench.accuracy.invented.dice import Dice

INKS = ("#1f2f7a", "#22397f", "#16181c", "#123a6b", "#2b2b30", "#5d5d61", "#6b6a6d")
"""Blue and black pens, and pencils."""

_LETTER_EM = 0.52
_BLANK_EM = 0.3
_STRUCK = 0.02
_SMALLEST = 0.55


@dataclass(frozen=True)
class Hand:
    """A font that looks written, and by how much it must be enlarged to be as high as the others."""

    family: str
    enlarged: float = 1.0
    letter_em: float = _LETTER_EM


HANDS = (
    Hand("DkgHandwriting", 1.0, 0.62),
    Hand("Breip", 1.0),
    Hand("Steve", 0.95, 0.55),
    Hand("Chilanka", 1.0, 0.56),
    Hand("Humor Sans", 0.9, 0.62),
)
OTHER_HANDS = (
    Hand("Kristi", 1.5, 0.3),
    Hand("Rufscript", 1.0, 0.55),
    Hand("Purisa", 0.95, 0.62),
    Hand("Because We Organize", 1.1),
    Hand("Because We Create", 1.25, 0.42),
    Hand("Dancing Script", 1.15, 0.44),
)
"""Never drawn where a reader is tuned."""


@dataclass(frozen=True)
class Pen:
    """Who writes, how large, with which ink and how restlessly (0 to 1)."""

    hand: Hand
    size_px: float
    ink: str
    slant_deg: float
    unrest: float
    dice: Dice

    def write(self, text: str, size: float = 1.0, room_px: float = 0.0) -> str:
        """Return the text as written; with a room it is squeezed until it fits."""
        em = self.size_px * self.hand.enlarged * size
        wide = em * (self.hand.letter_em * len(text.replace(" ", "")) + _BLANK_EM * text.count(" "))
        em *= min(1.0, max(room_px / wide, _SMALLEST)) if room_px and wide else 1.0
        return " ".join(self._word(word, em) for word in text.split())

    def correct(self, text: str, size: float = 1.0) -> str:
        """Return a number as written, now and then beside one that was struck out."""
        struck = ""
        if text.isdigit() and self.dice.chance(_STRUCK):
            wrong = str(int(text) + self.dice.pick((-2, -1, 1, 2, 4)) if int(text) > 1 else 3)
            struck = f"<s>{self.write(wrong, 0.8 * size)}</s> "
        return struck + self.write(text, size)

    def _word(self, word: str, em: float) -> str:
        dice, unrest = self.dice, self.unrest
        up, turn = dice.real(-0.14, 0.14) * em * unrest, dice.real(-5, 5) * unrest
        slant = self.slant_deg + dice.real(-5, 5) * unrest
        height = em * (1 + dice.real(-0.13, 0.13) * unrest)
        moved = f"translateY({up:.1f}px) rotate({turn:.1f}deg) skewX({slant:.1f}deg)"
        return f'<i style="font-size:{height:.1f}px;transform:{moved}">{escape(word, quote=False)}</i>'


def pick_pen(dice: Dice, hands: tuple[Hand, ...], size_px: float) -> Pen:
    """Return somebody's pen."""
    return Pen(dice.pick(hands), size_px, dice.pick(INKS), dice.real(-12, 4), dice.real(0.35, 1.0), dice)
