"""`python -m bench.chaos [--uploads N] [--rounds N] [--seed N]`: the faults in a drawn order, then what is left of it all.

The same seed draws the same faults in the same order; when each strikes follows from how many uploads are done. Exit status 1
if a promise is broken. Needs `make cluster`.
"""

import argparse
import sys
from collections.abc import Sequence

from bench.chaos.drill import Drill
from bench.chaos.verdict import describe, find_broken_promises
from dev.cluster.provider import current_provider
from dev.progress import Progress
from dev.release import Release

NAMESPACE = "bench-chaos"


def main(argv: Sequence[str]) -> int:
    """Run the drill in a namespace of its own and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m bench.chaos", description=__doc__)
    parser.add_argument("--uploads", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=2, help="how often each fault strikes")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args(argv)
    provider = current_provider()
    release = Release(provider.kubectl(Progress()), NAMESPACE)
    drill = Drill(provider, release, wanted.seed, say=lambda line: print(f"  {line}", flush=True))
    try:
        left, healings, seconds = drill.run(wanted.uploads, wanted.rounds)
    finally:
        release.uninstall()
        release.delete_namespace()
    print("\n".join(describe(left, healings, seconds)))
    broken = find_broken_promises(left)
    print("\n".join(f"BROKEN  {sentence}" for sentence in broken) or "every upload was committed exactly once")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
