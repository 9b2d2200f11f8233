"""The folder that `--debug` fills; the only module that writes its files.

Refuses a folder in which there is something else, and removes from an earlier one only what it could have written itself.
"""

import json
import re
from pathlib import Path
from typing import Any

from PIL import Image

from scorecard_runner.debug_folder.index_page import INDEX, MARK
from scorecard_runner.usage import Unusable

_HEAD_BYTES = 2_000
_OWN_FILES = re.compile(r"(?:(?:page-\d+/)?\d\d(?:[b-z]|z\d+)?-[a-z0-9-]+\.(?:png|json|txt)|cells/[a-z0-9-]+\.png)")
_OWN_FOLDERS = re.compile(r"page-\d+|cells")


class DebugFolder:
    """A folder of ours; names of files are given relative to it, with `/`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def taken(cls, path: Path) -> "DebugFolder":
        """Return the folder, made if it is not there, emptied of what an earlier reading left.

        Raises:
            Unusable: something else is in it, or it cannot be made.
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
            if any(path.iterdir()) and not _is_ours(path):
                raise Unusable(f"{path}: the folder is not empty, and not from an earlier --debug: name another one.")
            _remove_own_files(path)
        except OSError as error:
            raise Unusable(f"{path}: cannot be used as a folder: {error.strerror}.") from error
        folder = cls(path)
        # First of all: a folder that was broken off is ours as well.
        folder.save_text(INDEX, f"<!doctype html>{MARK}<p>The reading was broken off.\n")
        return folder

    def save_picture(self, name: str, picture: Image.Image) -> None:
        """Write a PNG; little compression, since a page is looked at once and encoding it may take seconds."""
        picture.save(self._room_for(name), format="PNG", compress_level=3)

    def save_json(self, name: str, content: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
        """Write JSON as people read it."""
        self.save_text(name, json.dumps(content, indent=1, ensure_ascii=False) + "\n")

    def save_text(self, name: str, text: str) -> None:
        """Write a text."""
        self._room_for(name).write_text(text, encoding="utf-8")

    def load_picture(self, name: str) -> Image.Image:
        """Return a picture that was written before."""
        with Image.open(self.path / name, formats=["PNG"]) as opened:
            opened.load()
            return opened.copy()

    def _room_for(self, name: str) -> Path:
        path = self.path / name
        path.parent.mkdir(exist_ok=True)
        return path


def _is_ours(path: Path) -> bool:
    index = path / INDEX
    return index.is_file() and MARK.encode() in index.read_bytes()[:_HEAD_BYTES]


def _remove_own_files(path: Path) -> None:
    for found in sorted(path.rglob("*")):
        name = found.relative_to(path).as_posix()
        if _OWN_FILES.fullmatch(name) and found.is_file() and not found.is_symlink():
            found.unlink()
    for found in path.iterdir():
        if _OWN_FOLDERS.fullmatch(found.name) and found.is_dir() and not any(found.iterdir()):
            found.rmdir()
