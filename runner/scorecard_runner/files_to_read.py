"""Which files `scorecard-runner read` was given: folders become the files in them, and every answer gets a name.

Folders are walked as ruff and ripgrep do: with all folders below, in the order of names, without hidden ones and without
following links. Refuses to look into a file beyond the bytes that tell its kind.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scorecard_runner.errors import InputError
from scorecard_runner.reading.files.formats import identify_format
from scorecard_runner.usage import Unusable

_TELLING_BYTES = 1_024
_DOCUMENT_ENDING = ".json"
_MOST_ENDINGS = 4


@dataclass(frozen=True)
class GivenFile:
    """A file to read; `name` is its path below the folder that was given, with its ending."""

    path: Path
    name: PurePosixPath


@dataclass(frozen=True)
class GivenFiles:
    """The files in order, with a sentence for each folder in which something was left out."""

    files: tuple[GivenFile, ...]
    notes: tuple[str, ...]
    has_folders: bool

    @property
    def are_several(self) -> bool:
        """Whether answers must be told apart: a folder may hold more files tomorrow."""
        return self.has_folders or len(self.files) > 1


def find_files(paths: Sequence[Path], *, are_documents: bool) -> GivenFiles:
    """Return the files that are meant.

    Args:
        paths: files, taken as they are, and folders.
        are_documents: whether folders are searched for documents (JSON) instead of pictures and PDFs.
    """
    files: list[GivenFile] = []
    notes: list[str] = []
    for path in paths:
        if not path.is_dir():
            files.append(GivenFile(path, PurePosixPath(path.name)))
            continue
        inside = list(_walk(path))
        kept = [each for each in inside if _is_wanted(each, are_documents=are_documents)]
        known = {file.path for file in files}
        files += [
            GivenFile(each, PurePosixPath(each.relative_to(path).as_posix())) for each in kept if each not in known
        ]
        notes += _notes(path, kept, [each for each in inside if each not in set(kept)])
    return GivenFiles(tuple(files), tuple(notes), any(path.is_dir() for path in paths))


def names_of_answers(files: Sequence[GivenFile]) -> list[str]:
    """Return a name without ending for each answer: the file's own, or all of it where others share it.

    Raises:
        Unusable: two files of different folders have the same name and ending.
    """
    stems = Counter(file.name.with_suffix("") for file in files)
    names = [str(file.name if stems[file.name.with_suffix("")] > 1 else file.name.with_suffix("")) for file in files]
    first: dict[str, GivenFile] = {}
    for name, file in zip(names, files, strict=True):
        if name in first:
            raise Unusable(f"{first[name].path} and {file.path} have the same name: read them one by one.")
        first[name] = file
    return names


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith("."))


def _is_wanted(path: Path, *, are_documents: bool) -> bool:
    if are_documents:
        return path.suffix.lower() == _DOCUMENT_ENDING
    if not path.is_file():
        return False
    try:
        with path.open("rb") as opened:
            identify_format(opened.read(_TELLING_BYTES))
    except InputError:
        return False
    except OSError:
        return True  # it may be a picture: reading it says what is the matter
    return True


def _notes(folder: Path, kept: Sequence[Path], left_out: Sequence[Path]) -> Iterator[str]:
    if not kept:
        yield f"{folder}: there is nothing in it that can be read."
    elif left_out:
        endings = Counter(path.suffix.lower() or "no ending" for path in left_out)
        listed = ", ".join(f"{ending} {count}" for ending, count in endings.most_common(_MOST_ENDINGS))
        what = "1 file of another kind was" if len(left_out) == 1 else f"{len(left_out)} files of other kinds were"
        yield f"{folder}: {what} left out ({listed})."
