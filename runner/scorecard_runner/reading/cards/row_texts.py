"""The words of a batter's row: which are the name, which the dismissal, however the cells were wrapped.

Phrases above each other are lines of one cell, and cells are read from left to right. Refuses to drop a word that may
belong to either, unless the row is complete without it.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from scorecard_runner.reading.cards.clean_lines import clean_lines
from scorecard_runner.reading.grammar.dismissal_openings import opens_dismissal, split_dismissal
from scorecard_runner.reading.grammar.dismissals import HowOut, parse_dismissal, parse_without_its_letter
from scorecard_runner.reading.grammar.names import parse_name
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.names.likeness import given_name, has_initials
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.headings import Heading
from scorecard_runner.reading.tables.table import Row
from scorecard_runner.reading.tables.vocabulary import Column

_WITHOUT_MORE = (HowOut.NOT_OUT, HowOut.DID_NOT_BAT, HowOut.RETIRED_HURT, HowOut.RETIRED_NOT_OUT, HowOut.ABSENT_HURT)
_LEAST_OF_SENTENCE = 4  # words
_LONGEST_OF_PICTURE = 2  # letters
_AT_EDGE = 0.5  # letter heights
_SAME_EDGE = 1.0  # letter heights
_NEXT_LINE = 2.2  # letter heights from one line of a cell to the next


def split_row(row: Row, heading: Heading) -> tuple[list[Phrase], list[Phrase]]:
    """Return the phrases of the name and those of the dismissal."""
    texts = clean_lines(row.texts)
    if not texts:
        return [], []
    first = _line_of_name(texts)
    name, beside = _split_line(without_index(list(first.phrases)), heading)
    others = [each for each in texts if each is not first]
    if _is_complete(_text(beside)):
        return name, beside
    if len(beside) > 1 and len(beside[-1].text) == 1 and _is_complete(_text(beside[:-1])):
        return name, beside[:-1]  # nobody bowled whoever is not out: the letter is dirt in the bowler's column
    if parse_dismissal(_text(beside)) and not parse_dismissal(" ".join(line.text for line in others)):
        others = _close_by(first, others)
    around = [phrase for line in others for phrase in line.phrases]
    more = [phrase for phrase in around if name and _goes_on_in_name(phrase, name, [*beside, *around])]
    dismissal = _cells([*beside, *(phrase for phrase in around if phrase not in more)])
    by = heading.cell(Column.DISMISSED_BY)
    return [*name, *more], _with_bowler(dismissal, by.box.left if by else None)


def without_notes(row: Row) -> Sequence[Line]:
    """Return the text of a bowler without lines that say a sentence: what the page explains below its last row."""
    return [line for line in row.texts if len(row.texts) == 1 or not _is_sentence(line.text)]


def _is_sentence(text: str) -> bool:
    words = text.split()
    return len(words) >= _LEAST_OF_SENTENCE and sum(word[:1].islower() for word in words) * 2 >= len(words)


def without_index(phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases without a number that only counts the rows, however it was read."""
    while len(phrases) > 1 and _stands_before_name(phrases[0].text, phrases[1].text):
        phrases = phrases[1:]
    return phrases


def _stands_before_name(text: str, name: str) -> bool:
    """Whether the first phrase only counts the rows, or is what was read of a picture beside a whole name."""
    if opens_dismissal(name) or parse_dismissal(name) or parse_without_its_letter(name):
        return False
    is_whole_name = given_name(name)[:1].isupper() and not has_initials(name) and not split_dismissal(name)
    is_picture = len(text) <= _LONGEST_OF_PICTURE and is_whole_name
    return _is_index(text) or is_picture


def _is_index(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return read_strictly(text) is not None or not letters or (len(text) == 1 and letters[0].islower())


def _is_complete(text: str) -> bool:
    """Whether nothing can follow: whoever is not out has no bowler."""
    said = parse_dismissal(text)
    return said is not None and said.how_out in _WITHOUT_MORE


def _line_of_name(texts: Sequence[Line]) -> Line:
    """Return the line that holds the name: the first of those furthest to the left.

    A dismissal that runs over two lines beside its name begins above it, but further to the right.
    """
    named = [text for text in texts if parse_name(text.phrases[0].text) or len(text.phrases) > 1] or texts
    left = min(text.box.left for text in named)
    return next(text for text in named if text.box.left - left <= text.box.height)


def _split_line(phrases: list[Phrase], heading: Heading) -> tuple[list[Phrase], list[Phrase]]:
    cut = 1
    while cut < len(phrases) and (_is_mark(phrases[cut]) or _is_under_name(phrases[cut], heading)):
        cut += 1
    return phrases[:cut], phrases[cut:]


def _is_under_name(phrase: Phrase, heading: Heading) -> bool:
    """Whether the phrase ends before the column of dismissals begins: a surname far from its initials."""
    dismissal = heading.cell(Column.DISMISSAL)
    return dismissal is not None and phrase.box.right <= dismissal.box.left and not opens_dismissal(phrase.text)


def _is_mark(phrase: Phrase) -> bool:
    """Whether the phrase is only a captain's or keeper's mark with a gap before it."""
    return parse_name(phrase.text) is None and not phrase.text.strip().isdigit()


def _close_by(first: Line, others: Sequence[Line]) -> list[Line]:
    """Return the lines that can be wrapped cells of a row that is complete without them: dirt stands further away."""
    reach = _NEXT_LINE * first.box.height
    reached = [first]
    for line in sorted(others, key=lambda each: abs(each.box.centre_y - first.box.centre_y)):
        if any(abs(line.box.centre_y - each.box.centre_y) <= reach for each in reached):
            reached.append(line)
    return [line for line in others if line in reached]


def _goes_on_in_name(phrase: Phrase, name: Sequence[Phrase], others: Sequence[Phrase]) -> bool:
    """Whether the phrase is the second line of a name, whose dismissal stands in a column of its own."""
    edge = name[0].box.left
    is_under = abs(phrase.box.left - edge) <= _SAME_EDGE * phrase.box.height
    stand_apart = [each for each in others if each.box.left > name[-1].box.right and each.box.left > phrase.box.right]
    return is_under and bool(stand_apart) and not opens_dismissal(phrase.text)


def _cells(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Join phrases above each other, from top to bottom, and return what became of them from left to right."""
    columns: list[list[Phrase]] = []
    for phrase in sorted(phrases, key=lambda each: each.box.left):
        column = next((each for each in columns if any(part.box.overlap_x(phrase.box) > 0 for part in each)), None)
        if column is None:
            columns.append([phrase])
        else:
            column.append(phrase)
    return [_joined(sorted(column, key=lambda each: each.box.centre_y)) for column in columns]


def _joined(phrases: Sequence[Phrase]) -> Phrase:
    return Phrase(tuple(word for phrase in phrases for word in phrase.words))


def _with_bowler(dismissal: list[Phrase], bowler_left: float | None) -> list[Phrase]:
    """Leave phrases as they are where the `b` is printed; a bowler's column without it is read as if it were."""
    spoken = [phrase for phrase in dismissal if any(letter.isalnum() for letter in phrase.text)]
    # No dismissal begins with a number; behind it one may be what was read of a bowler.
    spoken = list(dropwhile(lambda phrase: not any(letter.isalpha() for letter in phrase.text), spoken))
    if not spoken or parse_dismissal(_text(spoken)):
        return spoken or dismissal
    *before, last = spoken if bowler_left is None else _cut_before(spoken, bowler_left)
    if bowler_left is None:
        # Columns without headings: `ct Ali` ends where the bowler's column begins.
        how = _text(before).casefold()
        is_bowler = len(before) == 1 and opens_dismissal(how) and parse_dismissal(how) is None
    else:
        is_bowler = last.box.left >= bowler_left - last.box.height if not before else last.box.right >= bowler_left
    if not is_bowler:
        return spoken
    if len(before) == 1 and len(before[0].text.rstrip(".")) == 1:
        before = []  # a lone letter in the column of dismissals is the b
    return [*before, _saying(f"b {last.words[0].text}", last)]


def _cut_before(phrases: Sequence[Phrase], bowler_left: float) -> list[Phrase]:
    """Cut a lone phrase where the bowler's column begins: a long fielder reaches to its edge."""
    first, *others = phrases
    fielder = [word for word in first.words if word.box.left < bowler_left - _AT_EDGE * word.box.height]
    if others or not 0 < len(fielder) < len(first.words) or not opens_dismissal(first.text):
        return list(phrases)
    return [Phrase(tuple(fielder)), Phrase(first.words[len(fielder) :])]


def _saying(text: str, phrase: Phrase) -> Phrase:
    first, *others = phrase.words
    return Phrase((replace(first, text=text), *others))


def _text(phrases: Sequence[Phrase]) -> str:
    return " ".join(phrase.text for phrase in phrases)
