"""Writes the sample: `python -m dev.sample OUT.png [--expected OUT.json] [--variant plain|dark|shuffled]`."""

import argparse
import json
from pathlib import Path

from dev.sample.card import DARK_THEME, PLAIN, SHUFFLED_COLUMNS, sample_match, sample_png
from dev.sample.expected import expected_document

_VARIANTS = {"plain": PLAIN, "dark": DARK_THEME, "shuffled": SHUFFLED_COLUMNS}


def main() -> None:
    """Write the picture and, if asked for, what must be read from it."""
    parser = argparse.ArgumentParser(
        prog="python -m dev.sample", description="Draw the scorecard of an invented match."
    )
    parser.add_argument("picture", type=Path, help="PNG file to write")
    parser.add_argument("--expected", type=Path, help="also write the fields that must be read, as JSON")
    parser.add_argument("--variant", choices=sorted(_VARIANTS), default="plain")
    arguments = parser.parse_args()
    arguments.picture.write_bytes(sample_png(_VARIANTS[arguments.variant]))
    if arguments.expected:
        text = json.dumps(expected_document(sample_match()), indent=2, ensure_ascii=False)
        arguments.expected.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
