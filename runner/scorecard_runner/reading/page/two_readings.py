"""What two readers say of one page: which phrases the second is to read, and whose words stand in the end.

Pure. Refuses to know which reader is which: the one that was asked later is believed, and where both say the same, both
are believed more than either alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.lines import Phrase, build_lines
from scorecard_runner.reading.page.same_letters import with_capitals_of, with_daggers_of, with_words_whole
from scorecard_runner.reading.page.surer_words import better_of, is_spelled
from scorecard_runner.reading.page.words_by_height import WordsByHeight, is_same_place
from scorecard_runner.reading.words import Word

_SURE = 0.9
"""Phrases with a word that is less sure are read again."""

_HARDLY = 0.5
_LONG = 3  # letters
_SAME_WORD = 0.8  # of the wider of two boxes
_SUREST = 0.999


@dataclass(frozen=True)
class Verdicts:
    """Places on a page whose value is proved, or odd, whatever the reader thinks of his words there."""

    proved: tuple[Box, ...] = ()
    odd: tuple[Box, ...] = ()


def doubtful_phrases(words: Sequence[Word], verdicts: Verdicts) -> tuple[Phrase, ...]:
    """Return the phrases of a page that a second reader is to read, from top to bottom."""
    proved, odd = _Places(verdicts.proved), _Places(verdicts.odd)
    phrases = (phrase for line in build_lines(words) for phrase in line.phrases)
    return tuple(phrase for phrase in phrases if odd.hold(phrase) or (_is_doubtful(phrase) and not proved.hold(phrase)))


def count_revealed(before: Sequence[Word], after: Sequence[Word]) -> int:
    """Return how many words were hardly read before, in places where much was read well later."""
    index = WordsByHeight([word for word in before if word.confidence < _HARDLY])
    said = (word for word in after if word.confidence >= _SURE and sum(map(str.isalpha, word.text)) >= _LONG)
    return sum(any(is_same_place(other.box, word.box) for other in index.beside(word.box)) for word in said)


@dataclass(frozen=True)
class Merged:
    """The words of a page that are believed, and those of either reader that are not."""

    words: tuple[Word, ...]
    others: tuple[Word, ...]


def with_phrases_read(words: Sequence[Word], looks: Mapping[Phrase, Sequence[Word]]) -> Merged:
    """Return the words of a page with those of some phrases as they were read again, where that was surer."""
    touched = {id(word) for phrase in looks for word in phrase.words}
    believed = [word for word in words if id(word) not in touched]
    others: list[Word] = []
    chosen: Sequence[Word]
    left: Sequence[Word]
    for phrase, read in looks.items():
        again = with_capitals_of(read, phrase.words)
        if (pairs := _word_by_word(phrase.words, again)) is not None:
            chosen = [better_of(first, second) for first, second in pairs]
            left = [second if word is first else first for word, (first, second) in zip(chosen, pairs, strict=True)]
        else:
            is_surer = _sureness(again) > phrase.confidence
            chosen, left = (again, phrase.words) if is_surer else (phrase.words, again)
        believed += confirmed(chosen, left)
        others += left
    return Merged(tuple(believed), tuple(others))


def _word_by_word(first: Sequence[Word], second: Sequence[Word]) -> list[tuple[Word, Word]] | None:
    """Return each word with what the other reader made of it; None where they see other gaps.

    Both stand where the first reader saw them: in a crop the lines above and below reach into the boxes of the second.
    """
    if len(first) != len(second) or not all(_is_same_word(*boxes) for boxes in _boxes(first, second)):
        return None
    return [(one, replace(other, box=one.box)) for one, other in zip(first, second, strict=True)]


def _boxes(first: Sequence[Word], second: Sequence[Word]) -> Iterator[tuple[Box, Box]]:
    return ((one.box, other.box) for one, other in zip(first, second, strict=True))


def with_surer_words(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    """Return the words, with those of an earlier reader where he was sure of one that was hardly read now."""
    index = WordsByHeight(others)
    return [_surer(word, index.beside(word.box)) for word in words]


def _surer(word: Word, others: Sequence[Word]) -> Word:
    same = [other for other in others if _is_same_word(other.box, word.box)]
    return better_of(same[0], word) if len(same) == 1 and is_spelled(word.text) else word


def _is_same_word(one: Box, other: Box) -> bool:
    """Whether two readers saw one word: neither is a piece of what the other read."""
    widest = max(one.width, other.width)
    return is_same_place(one, other) and one.overlap_x(other) >= _SAME_WORD * widest


def _sureness(words: Sequence[Word]) -> float:
    return min((word.confidence for word in words), default=0.0)


def confirmed(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    """Return the words, whole where another reader read them so, and surer where he read the same in the same place."""
    index = WordsByHeight(others)
    whole = with_daggers_of(with_words_whole(words, others), others)
    return [_confirmed(word, index.beside(word.box)) for word in whole]


def words_in(box: Box, words: WordsByHeight) -> list[Word]:
    """Return the words whose middle is in the box, from left to right."""
    inside = (word for word in words.beside(box) if box.left <= word.box.centre_x < box.right)
    return sorted(inside, key=lambda word: word.box.left)


def _confirmed(word: Word, others: Sequence[Word]) -> Word:
    same = [other for other in others if other.text == word.text and is_same_place(other.box, word.box)]
    if not same:
        return word
    surest = max(same, key=lambda other: other.confidence)
    sure = min(_SUREST, 1 - (1 - word.confidence) * (1 - surest.confidence))
    return replace(word, confidence=sure, readers=tuple(dict.fromkeys((*word.readers, *surest.readers))))


def _is_doubtful(phrase: Phrase) -> bool:
    return any(word.confidence < _SURE for word in phrase.words)


class _Places:
    """Boxes, to be found by their height on the page."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._words = WordsByHeight([Word("", box, 0.0) for box in boxes])

    def hold(self, phrase: Phrase) -> bool:
        """Whether one of them holds the middle of the phrase."""
        found = self._words.beside(phrase.box)
        return any(word.box.left <= phrase.box.centre_x < word.box.right for word in found)
