"""Cards that do not add up: a scorer's slip that a reader must give back as it is printed."""

from collections.abc import Sequence
from dataclasses import replace

from bench.accuracy.printed.view import BatterView


def with_mistake(batters: Sequence[BatterView], mistake: int) -> tuple[BatterView, ...]:
    """Return the rows with `mistake` added to the runs of one of them; 0 leaves all alone."""
    rows = list(batters)
    place = mistake % len(rows)
    runs = rows[place].cells.get("runs", "")
    if mistake and runs:
        star = runs[len(runs.rstrip("*")) :]
        wrong = f"{int(runs.rstrip('*')) + mistake}{star}"
        rows[place] = replace(rows[place], cells={**rows[place].cells, "runs": wrong})
    return tuple(rows)
