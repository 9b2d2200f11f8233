"""What makes an image outdated, and nothing else."""

from pathlib import Path

import pytest

from dev.images.__main__ import fingerprint
from dev.images.table import IMAGES, Image


@pytest.fixture
def image(tmp_path: Path) -> Image:
    (tmp_path / "package").mkdir()
    (tmp_path / "Dockerfile").write_text("FROM scratch\n")
    (tmp_path / "package" / "code.py").write_text("one = 1\n")
    return Image("scorecard-thing", tmp_path / "Dockerfile", (tmp_path / "package",))


def test_the_fingerprint_ignores_what_python_caches(image: Image) -> None:
    before = fingerprint(image, [])
    cache = image.inputs[0] / "__pycache__"
    cache.mkdir()
    (cache / "code.pyc").write_bytes(b"x")
    assert fingerprint(image, []) == before


@pytest.mark.parametrize("name", ["Dockerfile", "package/code.py", "package/new.py"])
def test_the_fingerprint_changes_with_every_input(image: Image, tmp_path: Path, name: str) -> None:
    before = fingerprint(image, [])
    (tmp_path / name).write_text("changed\n")
    assert fingerprint(image, []) != before


def test_the_fingerprint_changes_with_the_program_inside(image: Image, tmp_path: Path) -> None:
    program = tmp_path / "minio"
    program.write_bytes(b"1")
    before = fingerprint(image, [program])
    program.write_bytes(b"2")
    assert fingerprint(image, [program]) != before


def test_the_fingerprint_changes_with_the_base_image(image: Image) -> None:
    assert fingerprint(image, [], ["BASE_IMAGE=debian", "1"]) != fingerprint(image, [], ["BASE_IMAGE=debian", "2"])


def test_the_fingerprint_changes_when_a_file_moves_to_another_folder(image: Image) -> None:
    before = fingerprint(image, [])
    (image.inputs[0] / "deeper").mkdir()
    (image.inputs[0] / "code.py").rename(image.inputs[0] / "deeper" / "code.py")
    assert fingerprint(image, []) != before


def test_every_declared_input_exists() -> None:
    assert [path for declared in IMAGES for path in (declared.dockerfile, *declared.inputs) if not path.exists()] == []
