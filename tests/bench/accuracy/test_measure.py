"""What a reading took is measured while its processes come and go."""

import subprocess
import sys

from bench.accuracy import measure


def test_a_process_that_ended_while_its_children_were_counted_has_none() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert measure._children(ended.pid) == []
