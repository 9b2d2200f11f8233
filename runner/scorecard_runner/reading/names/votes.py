"""How much the readings of one player's name speak for a spelling of it.

Each reading votes with the reader's opinion of it; digits, signs and marks inside a spelling count against it. Refuses to
choose; `name_agreement` does.
"""

from collections.abc import Sequence

from scorecard_runner.reading.names.likeness import (
    between_marks,
    blemishes,
    endings,
    given_name,
    has_lost_its_capital,
    has_mark_more,
    is_short_form,
    letters_of,
    surname,
)
from scorecard_runner.reading.names.matching import Player
from scorecard_runner.reading.names.mentions import Mention, Role

_BLEMISH = 0.4
_MOST_BLEMISHES = 3
_MARKED = 0.4  # of the votes
_LEAST_ENDING = 4  # letters
_AS_END, _BUT_FOR_A_LETTER, _AS_PART = 0.85, 0.6, 0.5
"""Of a vote: for a spelling of which the reading is the end, or but for one letter; for one that is part of the reading."""

_BESIDE_NO_MARK = (Role.FALLEN, Role.BOWLER, Role.BOWLING_ROW)
"""Where cards print names without a dagger."""


def votes(text: str, player: Player) -> float:
    """Return what speaks for a spelling, be it of the whole name or of its end."""
    found = sum(each.confidence**2 * _share(text, each) for each in player.mentions)
    marked = _MARKED if is_marked(text, player) else 1.0
    return marked * found - _BLEMISH * min(_MOST_BLEMISHES, blemishes(text))


def says(read: str, name: str) -> bool:
    """Whether a reading is the name, its end, the name with initials, or the name with more before it."""
    if is_short_form(read, name) or is_short_form(name, read):
        return True
    longer, shorter = sorted((letters_of(read), letters_of(name)), key=len, reverse=True)
    if len(shorter) >= _LEAST_ENDING:
        return longer.endswith(shorter)  # spaces are lost easily
    return any(letters_of(ending) == shorter for text in (read, name) for ending in endings(text))


def _share(text: str, mention: Mention) -> float:
    read = mention.text
    if letters_of(text) == letters_of(read):
        return 1.0
    if says(read, text):
        return _AS_END if len(letters_of(text)) > len(letters_of(read)) else _AS_PART
    if any(has_lost_its_capital(read, ending) or _has_mark(read, ending) for ending in endings(text)):
        return _BUT_FOR_A_LETTER
    halves = ((given_name(text), given_name(read)), (surname(text), surname(read)))
    return _AS_PART * any(one and letters_of(one) == letters_of(other) for one, other in halves)


def is_marked(text: str, player: Player) -> bool:
    """Whether the spelling is another reading with a mark, and nobody says it where no marks stand."""
    bare = [
        each.text
        for each in player.mentions
        if _has_mark(text, each.text) or _between(text, each.text) or _between(each.text, text)
    ]
    if (
        player.has_one_word
        and len(letters_of(given_name(text))) == 1
        and any(letters_of(each.text) == letters_of(surname(text)) for each in player.mentions)
    ):
        return True
    plain = [each.text for each in player.mentions if each.role in _BESIDE_NO_MARK]
    return bool(bare) and not any(_says_the_letter(each, text, bare) for each in plain)


def _says_the_letter(plain: str, text: str, bare: Sequence[str]) -> bool:
    """Whether a reading has the letter that may be a mark; surnames say nothing of one before the initials."""
    is_in_surname = all(letters_of(surname(each)) != letters_of(surname(text)) for each in bare)
    is_surname = letters_of(plain) == letters_of(surname(text))
    return letters_of(plain) == letters_of(text) or (is_in_surname and is_surname)


def _between(before: str, behind: str) -> bool:
    return any(between_marks(before, ending) for ending in endings(behind))


def _has_mark(marked: str, bare: str) -> bool:
    return has_mark_more(marked, bare) or has_mark_more(surname(marked), surname(bare))
