"""The sample itself: one match, its picture as bytes, and variants that tests read."""

from io import BytesIO

from dev.sample.match import Match
from dev.sample.picture import DARK, Layout, draw_scorecard
from dev.sample.sides import HARBOUR, MOORLAND
from dev.sample.simulator import play_match

SEED = 1048

PLAIN = Layout()
DARK_THEME = Layout(theme=DARK)
SHUFFLED_COLUMNS = Layout(batting=("B", "R", "6s", "4s", "SR"), bowling=("O", "R", "W", "M", "NB", "WD", "Econ"))


def sample_match() -> Match:
    """Return the invented match of the sample."""
    return play_match(HARBOUR, MOORLAND, SEED)


def sample_png(layout: Layout = PLAIN) -> bytes:
    """Return the picture of the sample as PNG."""
    buffer = BytesIO()
    draw_scorecard(sample_match(), layout).save(buffer, format="PNG", optimize=True)
    return buffer.getvalue()
