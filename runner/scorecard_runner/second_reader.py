"""Whether the second reader is in this image, and what to do where it is asked for and is not.

Looks without importing: that would cost half a second in runs that never need it.
"""

from collections.abc import Callable

from scorecard_runner.errors import InvalidConfiguration
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.engines.rapid.models import find_models

MEND = "use the image whose tag ends with -rapid (chart: runner.reader chooses it), or set runner.reader to tesseract"


def is_installed() -> bool:
    """Whether everything that the second reader is made of is there."""
    try:
        find_models()
    except InvalidConfiguration:
        return False
    return True


def default_reader(is_there: Callable[[], bool] = is_installed) -> ReaderMode:
    """Return the mode where none is asked for: all that the image can do."""
    return ReaderMode.AUTO if is_there() else ReaderMode.TESSERACT


def refuse_absent(reader: ReaderMode, is_there: Callable[[], bool] = is_installed) -> None:
    """Check that the image can read in this mode.

    Raises:
        InvalidConfiguration: the second reader is asked for and is not in the image.
    """
    if reader is not ReaderMode.TESSERACT and not is_there():
        raise InvalidConfiguration(
            f"SCORECARD_READER: {reader} needs the second reader, which is not installed; {MEND}."
        )
