"""The command: a slice of what it does in full, and that it sees a broken reader."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench.fuzz.corpus import make_file
from bench.fuzz.sorts import Sort
from dev.paths import ROOT

BREAKS = """
import sys
from bench.fuzz import processes
from bench.fuzz.__main__ import main
def recognise(*_):
    raise KeyError("a fault of ours")
processes.NoWords.recognise = recognise
sys.exit(main(["--sort", "png", "--count", "2", "--whole-every", "0"]))
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    # Apart from this process: the command counts every child of its own as left behind.
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=500
    )


@pytest.mark.timeout(520)  # half a minute on two idle cores
def test_forty_files_of_every_sort_end_in_documents_or_refusals() -> None:
    done = run("-m", "bench.fuzz", "--count", "40", "--seed", "7", "--whole-every", "0")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[:2] for line in done.stdout.splitlines()[2:-2]] == [[sort, "40"] for sort in Sort]


@pytest.mark.timeout(120)
def test_the_real_process_with_the_real_engine_agrees() -> None:
    done = run("-m", "bench.fuzz", "--sort", "jpeg", "pdf-digital", "--number", "70")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_fault_of_the_reader_is_listed_with_the_command_that_shows_it_again() -> None:
    done = run("-c", BREAKS)
    assert done.returncode == 1
    assert "KeyError: 'a fault of ours'" in done.stderr
    assert "again: python -m bench.fuzz --sort png --seed 1 --number 0\n" in done.stderr


def test_a_file_can_be_kept(tmp_path: Path) -> None:
    kept = tmp_path / "file"
    done = run("-m", "bench.fuzz", "--sort", "png", "--seed", "3", "--number", "99", "--save", str(kept))
    assert (done.returncode, kept.read_bytes()) == (0, make_file(Sort.PNG, 3, 99))
