"""`python -m bench.accuracy.slice`: the few pictures that every `make test` reads, beside the floors they must reach.

`--renew` sets the floors a little below what is reached now; `--draw` draws the pictures again (as `bench.accuracy.generate`,
with its fonts and Chromium). Ends with status 1 if a picture fell below its floor.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.accuracy.collection import load_collection
from bench.accuracy.drafts import draft
from bench.accuracy.floors import Floor, Reached, fallen, floors_as_json, floors_of
from bench.accuracy.generate import generate
from bench.accuracy.read import Reader
from bench.accuracy.scoring import judge_picture
from bench.accuracy.text_table import TextTable, percent
from dev.command_line import ending
from dev.paths import ROOT

FOLDER = ROOT / "tests/bench/accuracy/slice"
PICTURES = FOLDER / "pictures"
FLOORS = FOLDER / "floors.json"

NUMBERS = {
    5083: "a report as digital PDF",
    5119: "averages, faxed: no scorecard",
    5152: "a dark app as JPEG",
    5217: "a printed report, faxed",
    5266: "two innings side by side, clean, small letters",
    5461: "a phone's list, photographed on a table",
    5704: "a typewriter's page as JPEG",
    5812: "a graphic of television as JPEG",
    5993: "a ruled form, clean",
}
"""Numbers of the tuning split, far from those that anybody tunes on."""


def main(argv: Sequence[str]) -> int:
    """Run the command and return the exit status."""
    arguments = _parser().parse_args(argv)
    if arguments.draw:
        return ending(draw)
    reached = read_slice(arguments.jobs)
    if arguments.renew:
        FLOORS.write_text(floors_as_json({name: Floor.below(each) for name, each in reached.items()}), encoding="utf-8")
    floors = load_floors()
    print(_table(reached, floors).as_text())
    said = [f"{name} {what}" for name, each in reached.items() for what in fallen(each, floors[name])]
    print(*said, sep="\n", end="\n" if said else "")
    return int(bool(said))


def draw() -> None:
    """Draw the pictures with their truth; words are kept of cards only."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    generate([draft("tuning", number) for number in NUMBERS], PICTURES, jobs=1)


def read_slice(jobs: int) -> dict[str, Reached]:
    """Read all pictures as `scorecard-runner read` does, those with known words also with perfect ones."""
    exhibits = load_collection(PICTURES, PICTURES)
    with_words = [exhibit for exhibit in exhibits if exhibit.words and not exhibit.truth.get("refused")]
    truths = {exhibit.name: exhibit.truth for exhibit in exhibits}
    read = {each.name: judge_picture(truths[each.name], each.answer) for each in Reader().read_all(exhibits, jobs)}
    words = {
        each.name: judge_picture(truths[each.name], each.answer)
        for each in Reader(with_words=True).read_all(with_words, jobs)
    }
    return {name: Reached.of(picture, words.get(name)) for name, picture in read.items()}


def load_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """Return the floors by the names of the pictures."""
    return floors_of(path.read_text(encoding="utf-8"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy.slice", description=__doc__)
    parser.add_argument("--renew", action="store_true", help="set the floors below what is reached now")
    parser.add_argument("--draw", action="store_true", help="draw the pictures again, read nothing")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="pictures read at a time (default: 2)")
    return parser


def _table(reached: Mapping[str, Reached], floors: Mapping[str, Floor]) -> TextTable:
    rows = [
        [
            f"{name} {NUMBERS[int(name.partition('-')[2])]}",
            "refused" if each.is_refused else percent(each.f1),
            percent(floors[name].f1),
            percent(each.words_f1, 2),
            percent(floors[name].words_f1, 2),
        ]
        for name, each in reached.items()
    ]
    return TextTable("The slice", ("", "F1 %", "floor", "perfect words %", "must be"), rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
