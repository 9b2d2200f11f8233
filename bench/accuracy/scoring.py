"""Truth and answer of one picture to judged cells: the rules by which accuracy is counted.

Pure. Both sides are JSON objects of the neutral shape that `scorecard-runner read --format neutral` prints.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bench.accuracy.cells import COUNTED, Counts, Fields, JudgedCell, Outcome, Part
from bench.accuracy.dismissals import has_not_batted, with_plain_kind
from bench.accuracy.pairing import best_pairs, pair_rows
from bench.accuracy.values import count, is_given, is_same, name_similarity

CERTAIN_FROM = 0.95
"""Confidence from which a reader that says nothing of certainty is taken at its word."""

_TEAM_WEIGHT = 2.0
"""Of the side's name, in right cells, where innings are paired."""

_NEIGHBOUR_WEIGHT = 1e-3
_LEAST_TEAM_SIMILARITY = 0.5
_NOTHING: Fields = {}


@dataclass(frozen=True)
class JudgedInnings:
    """The cells of one innings; `is_printed` is false if the reader made it up."""

    cells: tuple[JudgedCell, ...]
    is_printed: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether every cell is right and none is invented."""
        return all(cell.outcome is Outcome.RIGHT for cell in self.cells)


@dataclass(frozen=True)
class JudgedPicture:
    """What a picture shows and what came of it; `failure` is the reader's last word where it broke down."""

    name: str
    template: str
    damage: str
    is_scorecard: bool
    innings: tuple[JudgedInnings, ...]
    failure: str | None = None

    @property
    def cells(self) -> tuple[JudgedCell, ...]:
        """The cells of all innings."""
        return tuple(cell for innings in self.innings for cell in innings.cells)

    @property
    def is_refused(self) -> bool:
        """Whether the reader answered that there is no scorecard; breaking down is no answer."""
        return self.failure is None and not any(cell.is_answered for cell in self.cells)


def judge_picture(truth: Fields, answer: Fields) -> JudgedPicture:
    """Compare all innings of a picture; an empty answer, or one that says `refused`, has none."""
    printed, answered = truth.get("innings") or [], answer.get("innings") or []
    judged = [[judge_innings(t, a) for a in answered] for t in printed]
    pairs = dict(best_pairs(_innings_weights(printed, answered, judged)))
    shown = [judged[i][pairs[i]] if i in pairs else judge_innings(t, _NOTHING) for i, t in enumerate(printed)]
    left_over = [entry for j, entry in enumerate(answered) if j not in pairs.values()]
    invented = [judge_innings(_NOTHING, entry) for entry in left_over if not _repeats_a_headline(entry, truth)]
    return JudgedPicture(
        name=str(truth["id"]),
        template=str(truth.get("template", "unknown")),
        damage=str((truth.get("degradation") or {}).get("name", "unknown")),
        is_scorecard=not truth.get("refused", False),
        innings=(*shown, *invented),
        failure=answer.get("failure"),
    )


def _innings_weights(
    printed: Sequence[Fields], answered: Sequence[Fields], judged: Sequence[Sequence[JudgedInnings]]
) -> list[list[float]]:
    def weight(i: int, j: int) -> float:
        right = Counts.of(judged[i][j].cells).right
        similarity = name_similarity(str(printed[i].get("team") or ""), str(answered[j].get("team") or ""))
        if not right and similarity <= _LEAST_TEAM_SIMILARITY:
            return 0.0
        return right + _TEAM_WEIGHT * similarity + _NEIGHBOUR_WEIGHT / (1 + abs(i - j))

    return [[weight(i, j) for j in range(len(answered))] for i in range(len(printed))]


def _repeats_a_headline(entry: Fields, truth: Fields) -> bool:
    """Whether the innings is nothing but a total that a heading gives for an innings shown elsewhere."""
    headlines = (truth.get("match") or {}).get("other_scores") or []
    has_rows = bool(entry.get("batting") or entry.get("bowling"))
    return not has_rows and any(count(line["total"]) == count(entry.get("total")) for line in headlines)


def judge_innings(truth: Fields, answer: Fields) -> JudgedInnings:
    """Compare one innings; either side may be empty."""
    where = str(truth.get("team") or answer.get("team") or "innings")
    cells = [
        *_judge_cells(Part.INNINGS, truth, answer, where),
        *_judge_extras(truth.get("extras") or _NOTHING, answer.get("extras") or _NOTHING, where),
        *_judge_rows(Part.BATTING, _batters(truth), _batters(answer), where),
        *_judge_rows(Part.BOWLING, truth.get("bowling") or [], answer.get("bowling") or [], where),
    ]
    return JudgedInnings(tuple(cells), is_printed=bool(truth))


def _batters(innings: Fields) -> list[dict[str, Any]]:
    """Return the rows of those who batted; whoever did not is a name in a list, wherever it stands."""
    rows = [with_plain_kind(row) for row in innings.get("batting") or []]
    return [row for row in rows if not has_not_batted(row)]


def _judge_extras(truth: Fields, answer: Fields, where: str) -> Iterator[JudgedCell]:
    parts = COUNTED[Part.EXTRAS][1:]
    has_breakdown = any(is_given(truth.get(part)) for part in parts)
    is_nought = is_given(truth.get("total")) and count(truth["total"]) == 0
    # "b 4, w 5" says that there were no leg byes, without a cell for them.
    unprinted = {part for part in parts if count(answer.get(part)) == 0 and (has_breakdown or is_nought)}
    return _judge_cells(Part.EXTRAS, truth, answer, where, allowed=unprinted)


def _judge_rows(part: Part, printed: Sequence[Fields], answered: Sequence[Fields], where: str) -> Iterator[JudgedCell]:
    pairs = dict(pair_rows(printed, answered, COUNTED[part]))
    for i, row in enumerate(printed):
        answer = answered[pairs[i]] if i in pairs else _NOTHING
        # Worked out from overs and runs, which are counted themselves.
        allowed = {"economy"} if part is Part.BOWLING else ()
        yield from _judge_cells(part, row, answer, f"{where}: {row.get('name')}", allowed=allowed)
    for j, row in enumerate(answered):
        if j not in pairs.values():
            yield from _judge_cells(part, _NOTHING, row, f"{where}: {row.get('name')}, who is not there")


def _judge_cells(
    part: Part, truth: Fields, answer: Fields, place: str, *, allowed: Collection[str] = ()
) -> Iterator[JudgedCell]:
    """Yield the cells of a row that are printed or answered.

    Args:
        part: what the row belongs to.
        truth: the row as printed; empty if the reader made it up.
        answer: the row as read; empty if it was missed.
        place: innings and row, for people.
        allowed: fields that may be answered although they are not printed.
    """
    for field in COUNTED[part]:
        printed, answered = truth.get(field), answer.get(field)
        outcome = _outcome(field, printed, answered)
        if outcome is None or (outcome is Outcome.INVENTED and field in allowed):
            continue
        # What was not answered cannot be certain, whatever is said of the row.
        marks = answer if is_given(answered) else _NOTHING
        yield JudgedCell(
            part, field, place, printed, answered, outcome, _confidence(marks, field), _certainty(marks, field)
        )


def _outcome(field: str, printed: object, answered: object) -> Outcome | None:
    if not is_given(answered):
        return Outcome.MISSING if is_given(printed) else None
    if not is_given(printed):
        return Outcome.INVENTED
    return Outcome.RIGHT if is_same(field, printed, answered) else Outcome.WRONG


def _confidence(row: Fields, field: str) -> float | None:
    said = _said_of(row, "confidence", field)
    return float(said) if isinstance(said, int | float) and not isinstance(said, bool) else None


def _certainty(row: Fields, field: str) -> bool | None:
    """Return what the reader says of the cell; without that, whether its confidence is high enough."""
    said = _said_of(row, "certain", field)
    if isinstance(said, bool):
        return said
    confidence = _confidence(row, field)
    return None if confidence is None else confidence >= CERTAIN_FROM


def _said_of(row: Fields, mark: str, field: str) -> object:
    """Return the mark of a cell: one for each field, or one for the whole row."""
    marks = row.get(mark)
    return marks.get(field) if isinstance(marks, dict) else marks
