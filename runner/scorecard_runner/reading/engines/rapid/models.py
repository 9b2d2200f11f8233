"""Which networks the second reader runs, and where the wheel of `rapidocr` keeps them.

The wheel is never imported to find out: that takes longer than to read a picture. Refuses to fetch anything: a network that
is not there, or not the one that was measured, is a matter of configuration.
"""

import hashlib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from scorecard_runner.errors import InvalidConfiguration

_NEEDED = ("onnxruntime", "numpy", "cv2")
_MEND = "Use an image with the second reader, install the extra `rapid`, or set `reader` to `tesseract`."
_FAMILY = "PP-OCRv6 small"


@dataclass(frozen=True)
class Model:
    """A file in the folder of models."""

    file_name: str
    size_bytes: int
    sha256: str


FINDS_LINES = Model(
    "PP-OCRv6_det_small.onnx", 9_929_594, "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f"
)
READS_LINES = Model(
    "PP-OCRv6_rec_small.onnx", 21_234_383, "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"
)


def find_models() -> Path:
    """Return the folder that holds all models, judged by their sizes: cheap enough to ask before each run.

    Raises:
        InvalidConfiguration: the extra `rapid` is not installed, or its models are not those that we know.
    """
    found = find_spec("rapidocr")
    if found is None or not found.submodule_search_locations or any(find_spec(name) is None for name in _NEEDED):
        raise not_installed()
    folder = Path(found.submodule_search_locations[0], "models")
    for model in (FINDS_LINES, READS_LINES):
        path = folder / model.file_name
        if not path.is_file() or path.stat().st_size != model.size_bytes:
            raise wrong_models()
    return folder


def engine_version() -> str:
    """Return the version of the package with the family of its models.

    Raises:
        InvalidConfiguration: the extra `rapid` is not installed.
    """
    try:
        return f"{version('rapidocr')} {_FAMILY}"
    except PackageNotFoundError:
        raise not_installed() from None


def read_model(folder: Path, model: Model) -> bytes:
    """Return the bytes of a model, which are the very ones that were measured.

    Raises:
        InvalidConfiguration: they are others, or there are none.
    """
    try:
        content = (folder / model.file_name).read_bytes()
    except OSError:
        raise wrong_models() from None
    if hashlib.sha256(content).hexdigest() != model.sha256:
        raise wrong_models()
    return content


def not_installed() -> InvalidConfiguration:
    """Return what is said where the second reader was not installed."""
    return InvalidConfiguration("The second reader (RapidOCR) is not installed.", _MEND)


def wrong_models() -> InvalidConfiguration:
    """Return what is said where the models are missing, damaged or of another release."""
    return InvalidConfiguration(
        "The models of the second reader (RapidOCR) are missing or not the ones it was tested with.",
        "Install the extra `rapid` again in the versions of the lock file, or use the runner's image.",
    )
