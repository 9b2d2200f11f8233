"""A fielder who was read as part of something else, for the `c` before him was lost.

Of the batter's name, as in `A Bangar Khan b Stanworth`; or of a stumping, as in `St Clair b Jones`. He is known by his side:
somebody in the field must have that surname. Refuses where anything would be left of the batter but a name with initials or
a first name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scorecard_runner.reading.cards.card import BattingLine, CellPlace, Innings, Spelling
from scorecard_runner.reading.grammar.dismissals import Dismissal, HowOut
from scorecard_runner.reading.names.likeness import endings, given_name, letters_of, surname
from scorecard_runner.reading.names.mentions import in_the_field

_STUMPED = "St "
_BECAUSE_SAINT = "the fielder's surname begins with St: a c before it was lost"
_BECAUSE = "who stood beside the name is a fielder: a c between them was lost"
_LEAST_SURNAME = 2  # letters


def with_fielders_apart(innings: Sequence[Innings]) -> list[Innings]:
    """Return the innings with such rows as catches, and with what was read in them."""
    return [_with_fielders_apart(each, _surnames(innings, number)) for number, each in enumerate(innings)]


def _surnames(innings: Sequence[Innings], number: int) -> frozenset[str]:
    found = (letters_of(surname(mention.text)) for mention in in_the_field(innings, number))
    return frozenset(name for name in found if len(name) >= _LEAST_SURNAME)


def _with_fielders_apart(innings: Innings, fielders: frozenset[str]) -> Innings:
    lines: list[BattingLine] = []
    spellings: list[Spelling] = []
    for row, line in enumerate(innings.batting):
        if changed := _cut(line, fielders):
            spellings += _spellings_of(row, line, changed, _BECAUSE)
        elif changed := _caught_by_saint(line, fielders):
            spellings += _spellings_of(row, line, changed, _BECAUSE_SAINT)
        lines.append(changed or line)
    return replace(innings, batting=tuple(lines), spellings=(*innings.spellings, *spellings))


def _spellings_of(row: int, before: BattingLine, after: BattingLine, because: str) -> Iterator[Spelling]:
    """Yield what has become another: the name, how the batter got out."""
    pairs = [("name", each.name.text if each.name else "") for each in (before, after)]
    pairs += [("dismissal", each.dismissal.how_out.value if each.dismissal else "") for each in (before, after)]
    for (part, read), (_, became) in (pairs[:2], pairs[2:]):
        if read != became:
            place = CellPlace("batting", row, part)
            yield Spelling(place, read, became, before.name_confidence, because=because)


def _caught_by_saint(line: BattingLine, fielders: frozenset[str]) -> BattingLine | None:
    """Return the row as a catch; None unless the text begins with a surname that somebody in the field has."""
    said, text = line.dismissal, line.dismissal_text
    if said is None or text is None or said.how_out is not HowOut.STUMPED or len(said.fielders) != 1:
        return None
    saint = f"{_STUMPED}{said.fielders[0]}"
    if not text.text.startswith(_STUMPED) or letters_of(saint) not in fielders:
        return None
    return replace(line, dismissal=Dismissal(HowOut.CAUGHT, said.bowler, (saint,)))


def _cut(line: BattingLine, fielders: frozenset[str]) -> BattingLine | None:
    """Return the row as a catch; None if the name ends in no fielder's."""
    said = line.dismissal
    if line.name is None or said is None or said.how_out is not HowOut.BOWLED or not given_name(line.name.text):
        return None
    fielder = next((each for each in endings(surname(line.name.text))[1:] if letters_of(each) in fielders), None)
    if fielder is None or letters_of(fielder) == letters_of(surname(said.bowler or "")):
        return None
    batter = line.name.text.removesuffix(fielder).strip()
    if not surname(batter) or batter.split()[-1].islower():
        return None
    return replace(
        line, name=replace(line.name, text=batter), dismissal=Dismissal(HowOut.CAUGHT, said.bowler, (fielder,))
    )
