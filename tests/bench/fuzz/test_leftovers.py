"""Files and processes that a reading leaves behind are seen, and gone afterwards."""

import subprocess
import sys
from pathlib import Path

from bench.fuzz.leftovers import remove_files
from dev.paths import ROOT

# In a process of its own: every child counts, and tests of other things have some.
ORPHANS = """
import os, subprocess, sys, time
from bench.fuzz import leftovers
leftovers._GRACE_S = 0.2
leftovers.adopt_orphans()
starts_one = "import subprocess; subprocess.Popen(['sleep', '60'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)"
subprocess.run([sys.executable, "-c", starts_one], check=True)
print(leftovers.end_processes(), leftovers.end_processes())
"""


def test_a_process_left_behind_is_counted_once_and_ended() -> None:
    done = subprocess.run([sys.executable, "-c", ORPHANS], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout == "1 0\n"


def test_files_left_behind_are_counted_once_and_removed(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c").write_text("x")
    assert (remove_files(tmp_path), remove_files(tmp_path)) == (2, 0)
