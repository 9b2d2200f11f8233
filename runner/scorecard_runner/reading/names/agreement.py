"""The same player under one spelling wherever the card names him: what was read in one place puts another right.

Each reading votes for a spelling with the reader's opinion of it; digits and marks inside a name count against it. A place is
changed only for a clear gain, and what was read there is kept. Refuses to make up names: a spelling was read somewhere, at
most a first name in one place and a surname in another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scorecard_runner.reading.cards.card import Innings, Spelling
from scorecard_runner.reading.names.likeness import (
    begins_small,
    between_marks,
    blemishes,
    endings,
    given_name,
    has_initials,
    has_lost_its_capital,
    has_mark_more,
    letters_of,
    likeness,
    surname,
)
from scorecard_runner.reading.names.matching import Player, players_of
from scorecard_runner.reading.names.mentions import Mention, mentions_by_side, with_names
from scorecard_runner.reading.names.order import initials_behind, initials_first, surname_first
from scorecard_runner.reading.names.votes import is_marked, says, votes

_CLEAR_GAIN = 0.25
_CLEAR_DIFFERENCE = 0.1  # of two opinions of the reader
_BECAUSE_READ_ELSEWHERE = "read so elsewhere on the card"
_BECAUSE_MARK = "a mark beside the name was read as a letter"


@dataclass(frozen=True)
class _Settled:
    """What a place says in the end."""

    mention: Mention
    spelling: Spelling


def agree_on_names(innings: Sequence[Innings]) -> list[Innings]:
    """Return the innings with the names put right, and with what is known of each."""
    settled = [each for mentions in mentions_by_side(innings) for each in _settle_side(mentions)]
    return [
        _with_spellings(each, [s.spelling for s in settled if s.mention.innings == n]) for n, each in enumerate(innings)
    ]


def _with_spellings(innings: Innings, spellings: Sequence[Spelling]) -> Innings:
    changed = {each.place: each.became for each in spellings if each.became != each.read}
    return replace(with_names(innings, changed), spellings=(*innings.spellings, *spellings))


def _settle_side(mentions: Sequence[Mention]) -> Iterator[_Settled]:
    """Yield what each place of a side says, in the order of words in which it is printed there."""
    printed = {(each.innings, each.place): each.text for each in mentions}
    turned = [replace(each, text=initials_first(each.text)) for each in mentions]
    for player in players_of(turned):
        behind = max(initials_behind(printed[each.innings, each.place]) for each in player.mentions)
        for each in _settle(player):
            read = printed[each.mention.innings, each.mention.place]
            yield _as_printed(each, read, behind)


def _as_printed(settled: _Settled, read: str, behind: int) -> _Settled:
    """Return what was settled with initials behind the surname, where that is how they are printed."""
    if not behind:
        return settled
    spelling = settled.spelling
    became = _turned_back(spelling.became) if initials_behind(read) or read.isupper() else spelling.became
    if spelling.became == settled.mention.text:
        became = read
    return replace(settled, spelling=replace(spelling, read=read, became=became, full=_turned_back(spelling.full)))


def _turned_back(name: str) -> str:
    return surname_first(name, len(given_name(name).split())) if has_initials(name) else name


def _settle(player: Player) -> Iterator[_Settled]:
    if _all_say(player.rows[0].text, player):
        full = player.rows[0].text
        yield from (_settled(mention, mention.text, player, full) for mention in player.mentions)
        return
    best = max(_spellings(player), key=lambda text: votes(text, player))
    for row in player.rows:
        became = best if _is_better(best, row.text, player) else row.text
        yield _settled(row, became, player, became)
    for short in player.shorts:
        whole = max(endings(best), key=lambda ending: likeness(ending, short.text))
        target = _in_style_of(short.text, best) if given_name(short.text) else whole
        is_said = says(short.text, best) and not any(
            has_mark_more(short.text, ending) or has_lost_its_capital(short.text, ending) for ending in endings(best)
        )
        became = target if not is_said and _is_better(target, short.text, player) else short.text
        yield _settled(short, became, player, best)


def _all_say(name: str, player: Player) -> bool:
    """Whether there is nothing to settle."""
    ends = {letters_of(ending) for ending in endings(name)}
    in_rows = all(letters_of(row.text) == letters_of(name) for row in player.rows)
    return in_rows and all(letters_of(short.text) in ends for short in player.shorts)


def _is_end(old: str, new: str) -> bool:
    """Whether a reading in a table lacks the initials or the first name."""
    return bool(given_name(new)) and letters_of(old) == letters_of(surname(new))


def _same_style(one: str, other: str) -> bool:
    """Whether both have initials or both a first name."""
    return bool(given_name(one)) == bool(given_name(other)) and has_initials(one) == has_initials(other)


def _in_style_of(short: str, name: str) -> str:
    return name if _same_style(short, name) else f"{given_name(short)} {surname(name)}"


def _spellings(player: Player) -> list[str]:
    """Return what he may be called: his rows as read, without marks, and their first names before what short forms say."""
    rows, shorts = [row.text for row in player.rows], {short.text for short in player.shorts}
    surnames = [short for short in shorts if not given_name(short) and not begins_small(short)]
    joined = [
        f"{given} {short}"
        for row in rows
        if (given := given_name(row))
        for short in surnames
        if letters_of(given) != letters_of(short)  # printed surname first
    ]
    bare = [found for row in rows for short in shorts if (found := _between_marks(row, short))]
    in_full = [short for short in shorts if given_name(short) and any(_same_style(short, row) for row in rows)]
    known_by_one_word = [short for short in surnames if not any(given_name(row) for row in rows)]
    return [*rows, *joined, *bare, *in_full, *known_by_one_word]


def _between_marks(row: str, short: str) -> str | None:
    found = next((ending for ending in endings(row) if between_marks(short, ending)), None)
    return row[:-1] if found else None


def _is_better(new: str, old: str, player: Player) -> bool:
    if letters_of(new) == letters_of(old):
        return False
    is_mark = is_marked(old, player) and has_mark_more(old, new)
    is_part = (has_lost_its_capital(old, new) or _is_end(old, new)) and not blemishes(new)
    return is_mark or is_part or votes(new, player) - votes(old, player) >= _CLEAR_GAIN


def _settled(mention: Mention, became: str, player: Player, full: str) -> _Settled:
    others = [each for each in player.mentions if each is not mention]
    agreeing = [each for each in others if says(each.text, became)]
    is_changed = became != mention.text
    reader = max((each.confidence for each in agreeing), default=0.0) if is_changed else mention.confidence
    because = ""
    if is_changed:
        because = _BECAUSE_MARK if has_mark_more(mention.text, became) else _BECAUSE_READ_ELSEWHERE
    # A reading that the reader himself thinks little of contradicts nothing.
    differing = [each for each in others if each not in agreeing and each.confidence >= reader - _CLEAR_DIFFERENCE]
    longer = full if len(letters_of(full)) > len(letters_of(became)) else ""
    spelling = Spelling(mention.place, mention.text, became, reader, len(agreeing), len(differing), because, longer)
    return _Settled(mention, spelling)
