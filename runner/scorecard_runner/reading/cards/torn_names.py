"""A bowler whose name was read with gaps in it, and so in part: `b Bhaer ji` is Bhaerji where he has a row.

A reader that cuts words where the ink has its gaps tears names that are printed wide, and small pieces at the end of a name
pass for dirt. Refuses where nobody in the field has just these letters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scorecard_runner.reading.cards.card import BattingLine, CellPlace, Innings, Spelling
from scorecard_runner.reading.names.likeness import endings, letters_of
from scorecard_runner.reading.names.mentions import in_the_field

_BECAUSE = "the name was read with gaps in it"
_LEAST_LETTERS = 4


def with_torn_names_whole(innings: Sequence[Innings]) -> list[Innings]:
    """Return the innings with such bowlers under the name of their side's player, and with what was read of them."""
    return [_with_bowlers_whole(each, _by_letters(innings, number)) for number, each in enumerate(innings)]


def _by_letters(innings: Sequence[Innings], number: int) -> Mapping[str, str]:
    names = (mention.text for mention in in_the_field(innings, number) if mention.role.is_row)
    found = {letters_of(ending): ending for name in names for ending in endings(name)}
    return {letters: name for letters, name in found.items() if len(letters) >= _LEAST_LETTERS}


def _with_bowlers_whole(innings: Innings, names: Mapping[str, str]) -> Innings:
    lines = list(innings.batting)
    spellings: list[Spelling] = []
    for row, line in enumerate(innings.batting):
        whole = _whole_bowler(line, names)
        if line.dismissal and line.dismissal.bowler and line.dismissal_text and whole:
            old = line.dismissal.bowler
            fielders = tuple(whole if each == old else each for each in line.dismissal.fielders)
            lines[row] = replace(line, dismissal=replace(line.dismissal, bowler=whole, fielders=fielders))
            sure = line.dismissal_text.confidence
            spellings.append(Spelling(CellPlace("batting", row, "bowler"), old, whole, sure, because=_BECAUSE))
    return replace(innings, batting=tuple(lines), spellings=(*innings.spellings, *spellings))


def _whole_bowler(line: BattingLine, names: Mapping[str, str]) -> str | None:
    """Return the player whose letters the last words of the dismissal make; None if the bowler is whole."""
    if line.dismissal is None or not line.dismissal.bowler or line.dismissal_text is None:
        return None
    said = letters_of(line.dismissal.bowler)
    words = line.dismissal_text.text.split()
    for start in range(1, len(words) - 1):
        letters = letters_of("".join(words[start:]))
        is_more = len(letters) > len(said) and (letters.startswith(said) or letters.endswith(said))
        if is_more and words[start - 1].islower() and letters in names:
            return names[letters]
    return None
