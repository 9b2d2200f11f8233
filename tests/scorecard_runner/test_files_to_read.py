"""Which files are read of those that were named, and what their answers are called."""

from pathlib import Path, PurePosixPath

import pytest

from scorecard_runner.files_to_read import GivenFile, find_files, names_of_answers
from scorecard_runner.usage import Unusable

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of scorecards among other things."""
    for name, content in {
        "b.png": PNG,
        "a.txt": PNG,
        "notes.txt": b"bring the tea urn",
        "empty.png": b"",
        ".hidden.png": PNG,
        "below/c.pdf": b"%PDF-1.4",
        ".git/d.png": PNG,
        "read.json": b"{}",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def names_in(*paths: Path, are_documents: bool = False) -> list[str]:
    return [str(file.name) for file in find_files(paths, are_documents=are_documents).files]


def test_a_folder_is_searched_for_what_can_be_read_in_the_order_of_names(folder: Path) -> None:
    assert names_in(folder) == ["a.txt", "b.png", "below/c.pdf"]


def test_what_was_left_out_is_told_once_for_a_folder(folder: Path) -> None:
    (note,) = find_files([folder], are_documents=False).notes

    assert note == f"{folder}: 3 files of other kinds were left out (.png 1, .txt 1, .json 1)."


def test_a_folder_is_searched_for_documents_where_those_are_read(folder: Path) -> None:
    assert names_in(folder, are_documents=True) == ["read.json"]


def test_a_folder_with_nothing_to_read_is_told(tmp_path: Path) -> None:
    given = find_files([tmp_path], are_documents=False)

    assert given.files == ()
    assert given.notes == (f"{tmp_path}: there is nothing in it that can be read.",)


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "round").symlink_to(folder)

    assert names_in(folder) == ["a.txt", "b.png", "below/c.pdf"]


def test_files_that_were_named_are_taken_as_they_are_and_folders_do_not_repeat_them(folder: Path) -> None:
    missing, notes = folder / "missing.png", folder / "notes.txt"

    assert names_in(missing, notes, folder / "b.png", folder) == [
        "missing.png",
        "notes.txt",
        "b.png",
        "a.txt",
        "below/c.pdf",
    ]


@pytest.mark.parametrize(
    ("paths", "several"),
    [
        pytest.param(["b.png"], False, id="one file"),
        pytest.param(["b.png", "a.txt"], True, id="two files"),
        pytest.param(["below"], True, id="a folder that happens to hold one"),
    ],
)
def test_a_folder_counts_as_several_files(folder: Path, paths: list[str], *, several: bool) -> None:
    assert find_files([folder / path for path in paths], are_documents=False).are_several is several


@pytest.mark.parametrize(
    ("files", "names"),
    [
        pytest.param(["card.png", "below/card.png"], ["card", "below/card"], id="without the ending"),
        pytest.param(
            ["a.png", "card.png", "card.jpg"], ["a", "card.png", "card.jpg"], id="with it where others share it"
        ),
        pytest.param(["card", "card.png"], ["card", "card.png"], id="a file without ending"),
        pytest.param(["final.2024.png"], ["final.2024"], id="only the last ending goes"),
    ],
)
def test_answers_are_named_after_their_files(files: list[str], names: list[str]) -> None:
    assert names_of_answers([GivenFile(Path(file), PurePosixPath(file)) for file in files]) == names


def test_two_files_of_the_same_name_cannot_both_be_named() -> None:
    files = [GivenFile(Path(path), PurePosixPath("card.png")) for path in ("may/card.png", "june/card.png")]

    with pytest.raises(Unusable, match=r"may/card.png and june/card.png have the same name"):
        names_of_answers(files)
