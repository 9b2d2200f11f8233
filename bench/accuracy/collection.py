"""The pictures of a bench on disk: truth beside each picture, answers in a folder of their own.

`<id>.json` is the truth of `<id>.<png|jpg|pdf>`, `<id>.words.json` its perfect words; an answer is called like the truth.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.accuracy.cells import Fields
from dev.errors import WrongUsage

_WORDS_SUFFIX = ".words.json"


@dataclass(frozen=True)
class Exhibit:
    """One picture with its truth; `words` is None where the perfect words are not known."""

    name: str
    truth: Fields
    picture: Path
    words: Path | None


def load_collection(truths: Path, pictures: Path) -> list[Exhibit]:
    """Return all pictures that have a truth, by name; the picture itself may be elsewhere, or missing.

    Raises:
        WrongUsage: there is none.
    """
    paths = [path for path in sorted(truths.glob("*.json")) if not path.name.endswith(_WORDS_SUFFIX)]
    if not paths:
        raise WrongUsage(f"there is no truth in {truths}", "name a folder with <id>.json beside <id>.png")
    return [_exhibit(path, pictures) for path in paths]


def _exhibit(path: Path, pictures: Path) -> Exhibit:
    truth = json.loads(path.read_text(encoding="utf-8"))
    words = path.with_name(path.stem + _WORDS_SUFFIX)
    return Exhibit(str(truth["id"]), truth, pictures / truth["file"], words if words.exists() else None)


def load_answers(exhibits: Sequence[Exhibit], folder: Path) -> dict[str, Fields]:
    """Return the answers by name; a picture without a file has an empty one.

    Raises:
        WrongUsage: a file is no JSON object.
    """
    return {exhibit.name: _answer(folder / f"{exhibit.name}.json") for exhibit in exhibits}


def _answer(path: Path) -> Fields:
    if not path.exists():
        return {}
    try:
        answer: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(answer, dict):
            raise WrongUsage(f"{path} is no JSON object", "an answer is what `scorecard-runner read` prints")
    except ValueError as error:
        raise WrongUsage(f"{path} is no JSON: {error}", "delete the file to count the picture as not read") from None
    return answer


def save_answer(folder: Path, name: str, answer: Fields) -> None:
    """Write the answer beside the others."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    path.write_text(json.dumps(answer, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
