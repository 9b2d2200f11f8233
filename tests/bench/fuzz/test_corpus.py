"""The hostile files: the same on every run, of every sort, and taken apart without loss."""

import subprocess
import sys

import pytest

from bench.accuracy.invented.dice import Dice
from bench.fuzz.bytes_damage import PLAIN_DAMAGES
from bench.fuzz.chunk_damage import damage_boxes, damage_chunks
from bench.fuzz.chunks import BOXES, JPEG, PNG, RIFF, Chunk, Container
from bench.fuzz.corpus import make_file
from bench.fuzz.pdf_damage import PDF_DAMAGES
from bench.fuzz.pretenders import pretenders
from bench.fuzz.seeds import seeds_of
from bench.fuzz.sorts import Sort
from bench.fuzz.tags import damage_tags
from dev.paths import ROOT
from scorecard_runner.reading.files.formats import FileFormat, identify_format

FORMATS = {
    Sort.PNG: FileFormat.PNG,
    Sort.JPEG: FileFormat.JPEG,
    Sort.WEBP: FileFormat.WEBP,
    Sort.TIFF: FileFormat.TIFF,
    Sort.TIFF_PAGES: FileFormat.TIFF,
    Sort.HEIC: FileFormat.HEIC,
    Sort.PDF_DIGITAL: FileFormat.PDF,
    Sort.PDF_SCANNED: FileFormat.PDF,
}
CONTAINERS = [
    pytest.param(Sort.PNG, PNG, id="PNG"),
    pytest.param(Sort.JPEG, JPEG, id="JPEG"),
    pytest.param(Sort.WEBP, RIFF, id="WebP"),
    pytest.param(Sort.HEIC, BOXES, id="HEIC"),
]
FINGERPRINT = (
    "import hashlib\nfrom bench.fuzz.corpus import make_file\nfrom bench.fuzz.sorts import Sort\n"
    "sorts = [sort for sort in Sort if sort is not Sort.HOSTILE]\n"
    "print(hashlib.sha256(b''.join(make_file(sort, 5, 150 + number) for sort in sorts for number in range(20))).hexdigest())"
)


@pytest.mark.parametrize("sort", FORMATS)
def test_undamaged_files_are_of_their_format(sort: Sort) -> None:
    assert {identify_format(data) for data in seeds_of(sort)} == {FORMATS[sort]}


def test_another_process_makes_the_same_files() -> None:
    command = [sys.executable, "-c", FINGERPRINT]
    first, second = (subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout for _ in range(2))
    assert first == second


@pytest.mark.parametrize("sort", [*FORMATS, Sort.PRETENDER])
def test_numbers_and_seeds_make_different_files(sort: Sort) -> None:
    made = {make_file(sort, seed, 1000 + number) for seed in (1, 2) for number in range(20)}
    assert len(made) > 30


def test_the_first_files_of_a_sort_are_undamaged() -> None:
    assert [make_file(Sort.PRETENDER, 1, number) for number in range(len(pretenders()))] == list(pretenders())


@pytest.mark.parametrize(("sort", "container"), CONTAINERS)
def test_a_file_that_is_taken_apart_can_be_put_together_again(sort: Sort, container: Container) -> None:
    seeds = seeds_of(sort)
    assert any(len(container.split(data)) > 2 for data in seeds)
    assert [container.join(data, container.split(data)) for data in seeds] == list(seeds)


def test_a_chunk_can_lie_about_its_length() -> None:
    head = b"\x89PNG\r\n\x1a\n"
    assert PNG.join(head, [Chunk(b"tEXt", b"ab", length=9)])[8:16] == b"\0\0\0\x09tEXt"


def test_a_damaged_png_chunk_keeps_a_true_check_sum() -> None:
    (data, *_) = seeds_of(Sort.PNG)
    chunks = PNG.split(data)
    changed = PNG.join(data, [*chunks[:-1], Chunk(b"tEXt", b"new"), chunks[-1]])
    assert [(chunk.kind, chunk.body) for chunk in PNG.split(changed)][-2] == (b"tEXt", b"new")
    assert PNG.join(changed, PNG.split(changed)) == changed


@pytest.mark.parametrize("damage", PLAIN_DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_changes_the_bytes(damage: object) -> None:
    assert callable(damage)
    data = bytes(range(200))
    assert any(damage(data, Dice(seed)) != data for seed in range(5))


@pytest.mark.parametrize("damage", PDF_DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_to_a_pdf_changes_it_and_leaves_a_pdf(damage: object) -> None:
    assert callable(damage)
    (data, *_) = seeds_of(Sort.PDF_DIGITAL)
    changed = [damage(data, Dice(seed)) for seed in range(5)]
    assert any(each != data for each in changed)
    assert all(each.startswith(b"%PDF-") for each in changed)


def test_damage_to_tags_keeps_the_length_of_the_file() -> None:
    (data, *_) = seeds_of(Sort.TIFF_PAGES)
    changed = [damage_tags(data, Dice(seed)) for seed in range(20)]
    assert {len(each) for each in changed} == {len(data)}
    assert len(set(changed)) > 10


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x89PNG\r\n\x1a\n", id="a head"),
        pytest.param(b"II*\0", id="4 bytes"),
    ],
)
def test_damage_that_knows_a_format_endures_files_without_one(data: bytes) -> None:
    for seed in range(20):
        damage_chunks(data, Dice(seed), PNG)
        damage_boxes(data, Dice(seed))
        damage_tags(data, Dice(seed))
