"""A process that another one of ours started goes with it."""

import subprocess
import sys

CHILD = """
import os, signal, subprocess, sys
from scorecard_runner.child_process import end_with_parent
end_with_parent()
print("mortal", flush=True)
signal.pause()
"""

PARENT = f"""
import os, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", {CHILD!r}], stdout=subprocess.PIPE)
child.stdout.readline()
os._exit(0)
"""


def test_it_ends_when_its_parent_does() -> None:
    # The child keeps our end of the pipe open: it is at its end only when both are gone.
    parent = subprocess.run([sys.executable, "-c", PARENT], check=True, stderr=subprocess.PIPE, timeout=30)
    assert parent.returncode == 0
