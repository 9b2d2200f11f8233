"""Bars that draw the rules of a table, as terminals print them and readers see ruled lines.

Told from a thin 1 or a capital I by standing above each other in line after line with nothing else between them. Refuses
to judge a bar that stands alone.
"""

from collections.abc import Iterator, Sequence

from scorecard_runner.reading.words import Word

_BAR = "|"
_LEAST_BARS = 4
_IN_LINE = 0.4  # letter heights from bar to bar, across
_NEXT_LINE = 4.0  # letter heights from bar to bar, down


def without_rules(words: Sequence[Word], height: float) -> list[Word]:
    """Return the words without bars that are rules; `height` is that of a letter in pixels."""
    bars = [word for word in words if word.text == _BAR]
    if len(bars) < _LEAST_BARS:
        return list(words)
    others = [word for word in words if any(map(str.isalnum, word.text))]
    rules = {id(bar) for run in _runs(bars, height) if _is_rule(run, others) for bar in run}
    return [word for word in words if id(word) not in rules]


def _runs(bars: Sequence[Word], height: float) -> Iterator[list[Word]]:
    """Yield the bars that stand above each other."""
    columns = _chained(sorted(bars, key=lambda bar: bar.box.centre_x), _IN_LINE * height, across=True)
    for column in columns:
        yield from _chained(sorted(column, key=lambda bar: bar.box.centre_y), _NEXT_LINE * height, across=False)


def _chained(bars: Sequence[Word], reach: float, *, across: bool) -> list[list[Word]]:
    runs: list[list[Word]] = []
    for bar in bars:
        if runs and _place(bar, across=across) - _place(runs[-1][-1], across=across) <= reach:
            runs[-1].append(bar)
        else:
            runs.append([bar])
    return runs


def _place(bar: Word, *, across: bool) -> float:
    return bar.box.centre_x if across else bar.box.centre_y


def _is_rule(run: Sequence[Word], others: Sequence[Word]) -> bool:
    top, bottom = run[0].box.top, run[-1].box.bottom
    left, right = min(bar.box.left for bar in run), max(bar.box.right for bar in run)
    between = sum(
        other.box.left < right and other.box.right > left and top < other.box.centre_y < bottom for other in others
    )
    return len(run) >= _LEAST_BARS and between < len(run)
