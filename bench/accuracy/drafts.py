"""What the picture of a number shows, before anything is drawn: the same split and number give the same draft.

Layouts and damages are dealt in turns, so that any count of pictures is spread evenly over both. The numbers of the
splits seed different matches, some layouts with their fonts exist in the reporting split alone, and the practice splits,
the unseen ones and the scorebooks have no layout of the others.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from bench.accuracy.damages.kinds import CLEAN, DAMAGES, DIGITAL_PDF
from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Format
from bench.accuracy.invented.matches import DECLARATION, FIFTY, FORTY, SIX_A_SIDE, T20, TWO_INNINGS, invent_match
from bench.accuracy.layouts.catalogue import layouts_of
from bench.accuracy.layouts.others import OTHERS, compose_other
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.catalogue import PRACTICE
from bench.accuracy.layouts.practice_2.catalogue import PRACTICE_2
from bench.accuracy.layouts.scorebooks.catalogue import SCOREBOOKS, SCOREBOOKS_UNSEEN
from bench.accuracy.layouts.unseen.catalogue import UNSEEN
from bench.accuracy.layouts.unseen_2.catalogue import UNSEEN_2
from bench.accuracy.printed.truth import truth_of

Split = Literal["tuning", "reporting", "practice", "practice2", "unseen", "unseen2", "scorebooks", "scorebooks_unseen"]
SPLITS: tuple[Split, ...] = get_args(Split)

_FIRST_SEEDS = {
    "tuning": 1_000_000,
    "reporting": 2_000_000,
    "practice": 3_000_000,
    "practice2": 4_000_000,
    "unseen": 5_000_000,
    "unseen2": 6_000_000,
    "scorebooks": 7_000_000,
    "scorebooks_unseen": 8_000_000,
}
_STREAMS = 5
_EVERY_OTHER = 10
_NARROW = 500
_FORMATS: tuple[tuple[Format, float], ...] = (
    (T20, 0.3),
    (FIFTY, 0.2),
    (FORTY, 0.15),
    (TWO_INNINGS, 0.13),
    (DECLARATION, 0.12),
    (SIX_A_SIDE, 0.1),
)


@dataclass(frozen=True)
class Draft:
    """A picture to be made."""

    name: str
    template: str
    damage: str
    scale: float
    page: Page
    seed: int

    @property
    def truth(self) -> dict[str, Any]:
        """What the page shows; a page without a card is to be refused."""
        return truth_of(self.page.card) if self.page.card else {"refused": True}

    @property
    def undamaged(self) -> "Draft":
        """The same page as the browser draws it."""
        return replace(self, damage=CLEAN)

    @property
    def damage_dice(self) -> Dice:
        """The choices of the damage, apart from all others."""
        return Dice(self.seed + 2)


def draft(split: Split, number: int) -> Draft:
    """Return the draft of a picture; every tenth shows no scorecard."""
    seed = _seed(split, number)
    name = f"{1 + SPLITS.index(split)}-{number:04}"
    if number % _EVERY_OTHER == _EVERY_OTHER - 1:
        return _other(name, seed, number // _EVERY_OTHER)
    layouts = _layouts(split)
    turn, place = divmod(number - number // _EVERY_OTHER, len(layouts))
    layout = layouts[place]
    damages = _damages(layout)
    rank = [each for each in layouts if each.is_paper == layout.is_paper].index(layout)
    match = invent_match(Dice(seed + 3).weighted(_FORMATS), Dice(seed))
    page = layout.compose(match, Dice(seed + 1))
    return Draft(name, layout.name, damages[(turn + rank) % len(damages)], _scale(page, seed), page, seed)


def _seed(split: Split, number: int) -> int:
    return (_FIRST_SEEDS[split] + number) * _STREAMS


def _layouts(split: Split) -> tuple[Layout, ...]:
    own = {"practice": PRACTICE, "practice2": PRACTICE_2, "unseen": UNSEEN, "unseen2": UNSEEN_2}
    own |= {"scorebooks": SCOREBOOKS, "scorebooks_unseen": SCOREBOOKS_UNSEEN}
    return own.get(split) or layouts_of(with_reserved=split == "reporting")


def _other(name: str, seed: int, turn: int) -> Draft:
    kind = list(OTHERS)[turn % len(OTHERS)]
    page = compose_other(kind, Dice(seed + 1))
    damage = DAMAGES[turn * 3 % len(DAMAGES)].name
    return Draft(name, kind, damage, _scale(page, seed), page, seed)


def _damages(layout: Layout) -> list[str]:
    names = [damage.name for damage in DAMAGES if layout.is_paper or not damage.needs_paper]
    return [*names, DIGITAL_PDF] if layout.is_paper and not layout.is_by_hand else names


def _scale(page: Page, seed: int) -> float:
    scales = (1.5, 2.0, 2.0) if page.width < _NARROW else (1.0, 1.0, 1.5, 2.0)
    return Dice(seed + 4).pick(scales)
